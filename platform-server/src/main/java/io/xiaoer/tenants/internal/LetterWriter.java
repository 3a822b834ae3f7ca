package io.xiaoer.tenants.internal;

import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Letters;
import io.xiaoer.tenants.Invitation;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.Shop;
import java.text.MessageFormat;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to the people of a shop, in the shop's language. */
@Component
public class LetterWriter {

    static final String TEXTS = "io.xiaoer.tenants.letters";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Letters letters;
    private final String address;

    LetterWriter(Letters letters, @Value("${xiaoer.public-url}") String address) {
        this.letters = letters;
        this.address = address.replaceAll("/+$", "");
    }

    public void invite(Shop shop, Invitation invitation, String token) {
        ResourceBundle texts = texts(Locale.forLanguageTag(shop.locale()));
        String role = texts.getString("role." + invitation.role().name().toLowerCase(Locale.ROOT));
        letters.post(new Letter(
                "invitation",
                invitation.email(),
                say(texts, "invitation.subject", shop.name(), invitation.invitedBy()),
                say(
                        texts,
                        "invitation.text",
                        shop.name(),
                        invitation.invitedBy(),
                        role,
                        address + "/invite/" + token,
                        time(shop, invitation.expiresAt())),
                invitation.expiresAt()));
    }

    public void reset(Shop shop, Member member, String token, OffsetDateTime expiresAt) {
        ResourceBundle texts = texts(Locale.forLanguageTag(shop.locale()));
        letters.postAsked(new Letter(
                "password-reset",
                member.email(),
                say(texts, "reset.subject"),
                say(texts, "reset.text", member.email(), address + "/reset/" + token, time(shop, expiresAt)),
                expiresAt));
    }

    static ResourceBundle texts(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK);
    }

    private static String time(Shop shop, OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(shop.timeZone()));
    }

    private static String say(ResourceBundle texts, String key, Object... parameters) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(parameters);
    }
}
