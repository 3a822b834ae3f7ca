package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookEndpoint.Because;
import io.xiaoer.connectors.internal.hooks.HookRows.Row;
import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Letters;
import io.xiaoer.shared.Audited;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns off an endpoint that is not there any more, and writes to the shop's owners about it. */
@Component
class HookEnds {

    static final String TEXTS = "io.xiaoer.connectors.letters";

    private static final Duration OF_USE = Duration.ofDays(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final HookRows rows;
    private final DeliveryLog log;
    private final Subscriptions subscriptions;
    private final Members members;
    private final Shops shops;
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final String address;

    HookEnds(
            HookRows rows,
            DeliveryLog log,
            Subscriptions subscriptions,
            Members members,
            Shops shops,
            Letters letters,
            ApplicationEventPublisher events,
            @Value("${xiaoer.public-url}") String address) {
        this.rows = rows;
        this.log = log;
        this.subscriptions = subscriptions;
        this.members = members;
        this.shops = shops;
        this.letters = letters;
        this.events = events;
        this.address = address.replaceAll("/+$", "");
    }

    /** Within the current transaction; of several attempts that fail at once, one does it. */
    void end(TenantId tenant, Row hook, Because because, OffsetDateTime now) {
        if (!rows.end(tenant, hook, because, now)) {
            return;
        }
        log.giveUpAll(tenant, hook.id(), now);
        subscriptions.changed(tenant);
        events.publishEvent(new Audited(
                "webhook.ended",
                hook.url(),
                Map.of("enabled", true),
                Map.of("enabled", false, "because", because.name().toLowerCase(Locale.ROOT))));
        Shop shop = shops.current();
        ResourceBundle texts = texts(Locale.forLanguageTag(shop.locale()));
        String name = hook.note() == null ? hook.url() : hook.note();
        String text = say(
                texts,
                "webhook-ended.text." + because.name().toLowerCase(Locale.ROOT),
                shop.name(),
                hook.url(),
                TIME.format(now.atZoneSameInstant(shop.timeZone())),
                address + "/webhooks");
        members.list().stream()
                .filter(member -> member.role() == Role.OWNER)
                .forEach(owner -> letters.postAsked(new Letter(
                        "webhook-ended",
                        owner.email(),
                        say(texts, "webhook-ended.subject", name),
                        text,
                        now.plus(OF_USE))));
    }

    static ResourceBundle texts(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return ResourceBundle.getBundle(TEXTS, language, NO_FALLBACK);
    }

    private static String say(ResourceBundle texts, String key, Object... parameters) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(parameters);
    }
}
