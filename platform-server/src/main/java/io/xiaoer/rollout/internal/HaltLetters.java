package io.xiaoer.rollout.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Letters;
import io.xiaoer.rollout.Alarm;
import io.xiaoer.rollout.BotHalted;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to a shop's owners when a bot of theirs went back by itself, within the transaction in which it did. */
@Component
class HaltLetters {

    static final String KIND = "bot-halted";
    static final String TEXTS = "io.xiaoer.rollout.letters";

    private static final Duration OF_USE = Duration.ofDays(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ChangeRows changes;
    private final Bots bots;
    private final Members members;
    private final Shops shops;
    private final Letters letters;
    private final String address;

    HaltLetters(
            ChangeRows changes,
            Bots bots,
            Members members,
            Shops shops,
            Letters letters,
            @Value("${xiaoer.public-url}") String address) {
        this.changes = changes;
        this.bots = bots;
        this.members = members;
        this.shops = shops;
        this.letters = letters;
        this.address = address.replaceAll("/+$", "");
    }

    @EventListener
    void on(BotHalted event) {
        RolloutChange change =
                changes.find(event.tenantId(), event.bot(), event.change()).orElseThrow();
        Shop shop = shops.current();
        ResourceBundle texts = texts(Locale.forLanguageTag(shop.locale()));
        String name = bots.get(event.bot()).name();
        String subject = say(texts, "halted.subject", name);
        String text = text(texts, shop, name, change);
        members.list().stream()
                .filter(member -> member.role() == Role.OWNER)
                .forEach(owner -> letters.postAsked(new Letter(
                        KIND, owner.email(), subject, text, change.at().plus(OF_USE))));
    }

    private String text(ResourceBundle texts, Shop shop, String name, RolloutChange change) {
        Alarm alarm = Objects.requireNonNull(change.alarm());
        String why = say(
                texts,
                "halted.why." + alarm.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Integer.toString(alarm.observed()),
                percent(alarm.measured()),
                percent(alarm.baseline()));
        String now = alarm.release() == change.liveRelease()
                ? say(texts, "halted.now." + change.stage().name().toLowerCase(Locale.ROOT))
                : say(
                        texts,
                        "halted.now.release",
                        Integer.toString(alarm.release()),
                        Integer.toString(change.liveRelease()));
        return say(
                texts,
                "halted.text",
                shop.name(),
                name,
                TIME.format(change.at().atZoneSameInstant(shop.timeZone())),
                Integer.toString(alarm.release()),
                why,
                now,
                address + "/pilot");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    static ResourceBundle texts(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK);
    }

    private static String say(ResourceBundle texts, String key, Object... parameters) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(parameters);
    }
}
