package io.xiaoer.connectors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint shall be.
 *
 * @param events by their public names
 * @param enabled null means on
 * @param version the version the change was made on; null changes whatever is there
 */
public record WebhookEndpointDraft(
        @Nullable String url,
        @Nullable String note,
        @Nullable List<String> events,
        @Nullable Boolean enabled,
        @Nullable Integer version) {}
