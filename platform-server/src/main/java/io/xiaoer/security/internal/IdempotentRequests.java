package io.xiaoer.security.internal;

import static io.xiaoer.security.internal.db.Tables.IDEMPOTENT_REQUEST;

import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of what idempotent writes answered. */
@Repository
class IdempotentRequests {

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentRequests(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** @param digest of the request that was answered */
    record Stored(String digest, int status, @Nullable String contentType, String body) {}

    /**
     * Takes a key inside the write's transaction, waiting for another one that holds it.
     *
     * @return what was answered before; empty if this is the first time
     */
    Optional<Stored> begin(TenantId tenant, String key, String digest) {
        int taken = db.insertInto(IDEMPOTENT_REQUEST)
                .set(IDEMPOTENT_REQUEST.TENANT_ID, tenant.value())
                .set(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY, key)
                .set(IDEMPOTENT_REQUEST.REQUEST_DIGEST, digest)
                .set(IDEMPOTENT_REQUEST.STATUS, 0)
                .set(IDEMPOTENT_REQUEST.RESPONSE, "")
                .set(IDEMPOTENT_REQUEST.CREATED_AT, OffsetDateTime.now(clock))
                .onConflictDoNothing()
                .execute();
        if (taken == 1) {
            return Optional.empty();
        }
        return Optional.of(db.selectFrom(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.TENANT_ID.eq(tenant.value()))
                .and(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY.eq(key))
                .forUpdate()
                .fetchSingle(row -> new Stored(
                        row.get(IDEMPOTENT_REQUEST.REQUEST_DIGEST),
                        row.get(IDEMPOTENT_REQUEST.STATUS),
                        row.get(IDEMPOTENT_REQUEST.CONTENT_TYPE),
                        row.get(IDEMPOTENT_REQUEST.RESPONSE))));
    }

    /** @param secretFields names of JSON fields to leave empty, if a list */
    void finish(TenantId tenant, String key, Stored answer, @Nullable Object secretFields) {
        db.update(IDEMPOTENT_REQUEST)
                .set(IDEMPOTENT_REQUEST.STATUS, answer.status())
                .set(IDEMPOTENT_REQUEST.CONTENT_TYPE, answer.contentType())
                .set(IDEMPOTENT_REQUEST.RESPONSE, withoutSecrets(answer.body(), secretFields))
                .where(IDEMPOTENT_REQUEST.TENANT_ID.eq(tenant.value()))
                .and(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY.eq(key))
                .execute();
    }

    private String withoutSecrets(String body, @Nullable Object secretFields) {
        if (!(secretFields instanceof List<?> fields) || fields.isEmpty() || body.isEmpty()) {
            return body;
        }
        JsonNode tree = json.readTree(body);
        blank(tree, fields);
        return json.writeValueAsString(tree);
    }

    private static void blank(JsonNode node, List<?> fields) {
        if (node instanceof ObjectNode object) {
            for (Object field : fields) {
                if (object.has(field.toString())) {
                    object.putNull(field.toString());
                }
            }
        }
        for (JsonNode child : node) {
            blank(child, fields);
        }
    }
}
