package io.xiaoer.tenants.internal;

import io.xiaoer.shared.Audited;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.AuditEntry;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit trail, inside the transaction of the change itself. */
@Component
class AuditWriter {

    private final AuditRows rows;
    private final JsonMapper json;
    private final Clock clock;

    AuditWriter(AuditRows rows, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Audited change) {
        Actor actor = TenantScope.requiredActor();
        rows.insert(
                TenantScope.required(),
                new AuditEntry(
                        Ids.next(),
                        actor.kind(),
                        actor.name(),
                        change.action(),
                        change.subject(),
                        document(change.before()),
                        document(change.after()),
                        OffsetDateTime.now(clock)));
    }

    private @Nullable String document(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
