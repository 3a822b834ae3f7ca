package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookEndpoint.Because;
import io.xiaoer.connectors.internal.hooks.HookRows.Row;
import io.xiaoer.shared.Audited;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.OwnerLetters;
import io.xiaoer.tenants.OwnerLetters.Written;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns off an endpoint that is not there any more, and writes to the shop's owners about it. */
@Component
class HookEnds {

    static final String TEXTS = "io.xiaoer.connectors.letters";

    private final HookRows rows;
    private final DeliveryLog log;
    private final Subscriptions subscriptions;
    private final OwnerLetters owners;
    private final ApplicationEventPublisher events;

    HookEnds(
            HookRows rows,
            DeliveryLog log,
            Subscriptions subscriptions,
            OwnerLetters owners,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.log = log;
        this.subscriptions = subscriptions;
        this.owners = owners;
        this.events = events;
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
        String name = hook.note() == null ? hook.url() : hook.note();
        owners.post(
                "webhook-ended",
                TEXTS,
                now,
                words -> new Written(
                        words.say("webhook-ended.subject", name),
                        words.say(
                                "webhook-ended.text." + because.name().toLowerCase(Locale.ROOT),
                                words.shop().name(),
                                hook.url(),
                                words.time(now),
                                words.link("/webhooks"))));
    }
}
