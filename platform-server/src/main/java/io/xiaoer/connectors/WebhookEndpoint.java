package io.xiaoer.connectors;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens in the bound shop.
 *
 * @param note what the shop calls it; null for nothing
 * @param failingSince since when no attempt has gone well; null while the last one did
 * @param end null unless the platform turned it off
 */
public record WebhookEndpoint(
        UUID id,
        String url,
        @Nullable String note,
        Set<WebhookEvent> events,
        boolean enabled,
        Secret secret,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime failingSince,
        @Nullable End end,
        int version) {

    public WebhookEndpoint {
        events = Set.copyOf(events);
    }

    /**
     * What there is to know of the secret without it.
     *
     * @param oldValidUntil until when one that it replaced still signs, too; null if none does
     */
    public record Secret(OffsetDateTime createdAt, @Nullable OffsetDateTime oldValidUntil) {}

    /** That the platform turned it off. */
    public record End(Because because, OffsetDateTime at) {}

    /** Why the platform turns an endpoint off. */
    public enum Because {
        /** Nothing has arrived for days. */
        FAILING,
        /** It said itself that it is gone. */
        GONE
    }
}
