package io.xiaoer.shopdata;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as it came, not looked at yet.
 *
 * @param kind a {@link RecordKind#key}
 * @param data the record's fields as the public API names them; others are ignored
 * @param updatedAt when it changed, as the shop's system says; ISO-8601 with offset
 */
public record Pushed(
        @Nullable String kind,
        @Nullable String id,
        @Nullable JsonNode data,
        @Nullable String updatedAt) {

    public static Pushed of(RecordKind kind, String id, JsonNode data, OffsetDateTime updatedAt) {
        return new Pushed(kind.key(), id, data, updatedAt.toString());
    }
}
