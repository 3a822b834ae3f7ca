package io.xiaoer.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.mail.Letter;
import io.xiaoer.mail.internal.MailSettings.Encryption;
import io.xiaoer.mail.internal.MailSettings.Smtp;
import io.xiaoer.tenancy.TenantId;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmtpCarrierTest {

    private static final TenantId SHOP = new TenantId(new UUID(0, 1));
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2036-03-01T09:00:00+08:00");

    @Test
    void handsOverWhatWasWritten() throws Exception {
        try (FakeSmtp server = new FakeSmtp()) {
            new SmtpCarrier(smtp(server.port(), "小二 <no-reply@xiaoer.example>"))
                    .carry(SHOP, new Letter("test", "li@shop.example", "邀请您加入「花漾」", "第一行\n第二行", LATER));
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(server.taken().getFirst().getBytes(StandardCharsets.UTF_8)));
            assertThat(message.getSubject()).isEqualTo("邀请您加入「花漾」");
            assertThat(message.getFrom()[0].toString()).contains("no-reply@xiaoer.example");
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getContent().toString().strip().lines()).containsExactly("第一行", "第二行");
        }
    }

    @Test
    void letsNoShopsNameWriteHeaders() throws Exception {
        try (FakeSmtp server = new FakeSmtp()) {
            new SmtpCarrier(smtp(server.port(), "no-reply@xiaoer.example"))
                    .carry(SHOP, new Letter("test", "li@shop.example", "Hi\r\nBcc: all@shop.example", "text", LATER));
            assertThat(server.taken().getFirst().lines()).noneMatch(line -> line.startsWith("Bcc"));
        }
    }

    @Test
    void writesToOnePersonOnly() throws Exception {
        try (FakeSmtp server = new FakeSmtp()) {
            SmtpCarrier carrier = new SmtpCarrier(smtp(server.port(), "no-reply@xiaoer.example"));
            Letter letter = new Letter("test", "li@shop.example,all@shop.example", "Hi", "text", LATER);
            assertThatThrownBy(() -> carrier.carry(SHOP, letter)).isInstanceOf(RuntimeException.class);
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void saysAtOnceThatASenderIsMissing() {
        assertThatThrownBy(() -> new SmtpCarrier(smtp(25, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XIAOER_SMTP_FROM");
    }

    static Smtp smtp(int port, String from) {
        return new Smtp("localhost", port, "", "", from, Encryption.NONE);
    }
}
