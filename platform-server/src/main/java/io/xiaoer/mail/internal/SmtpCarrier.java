package io.xiaoer.mail.internal;

import io.xiaoer.mail.Carriage;
import io.xiaoer.mail.Letter;
import io.xiaoer.mail.internal.MailSettings.Encryption;
import io.xiaoer.mail.internal.MailSettings.Smtp;
import io.xiaoer.tenancy.TenantId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands letters to a mail server, and waits for none of its answers longer than seconds. */
final class SmtpCarrier implements Carrier {

    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final InternetAddress from;

    SmtpCarrier(Smtp smtp) {
        from = sender(smtp.from());
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        if (!smtp.user().isEmpty()) {
            sender.setUsername(smtp.user());
            sender.setPassword(smtp.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        switch (smtp.encryption()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        if (smtp.encryption() != Encryption.NONE) {
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    }

    @Override
    public Carriage carriage() {
        return Carriage.SMTP;
    }

    @Override
    public void carry(TenantId tenant, Letter letter) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(new InternetAddress(letter.to(), true));
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            helper.setSentDate(new Date());
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(message);
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException(
                    "With XIAOER_SMTP_HOST, XIAOER_SMTP_FROM must be the address that letters come from,"
                            + " for example: Xiaoer <no-reply@shop.example>",
                    e);
        }
    }
}
