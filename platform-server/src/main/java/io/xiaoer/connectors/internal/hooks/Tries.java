package io.xiaoer.connectors.internal.hooks;

import io.xiaoer.connectors.WebhookDelivery.Try;
import io.xiaoer.connectors.WebhookFault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attempts as they are kept. */
@Component
class Tries {

    static final JSONB NONE = JSONB.jsonb("[]");

    private final JsonMapper json;

    Tries(JsonMapper json) {
        this.json = json;
    }

    private record Kept(
            String at, @Nullable Integer status, @Nullable String fault, long millis) {}

    JSONB write(List<Try> tries) {
        return JSONB.jsonb(json.writeValueAsString(tries.stream()
                .map(one -> new Kept(
                        one.at().toInstant().toString(),
                        one.status(),
                        one.fault() == null ? null : one.fault().name(),
                        one.millis()))
                .toList()));
    }

    List<Try> read(JSONB kept) {
        return json.readValue(kept.data(), new TypeReference<List<Kept>>() {}).stream()
                .map(one -> new Try(
                        OffsetDateTime.ofInstant(Instant.parse(one.at()), ZoneOffset.UTC),
                        one.status(),
                        one.fault() == null ? null : WebhookFault.valueOf(one.fault()),
                        one.millis()))
                .toList();
    }
}
