package io.xiaoer.connectors.internal.hooks;

import static io.xiaoer.connectors.internal.db.Tables.HOOK_DELIVERY;

import io.xiaoer.connectors.WebhookDeliveries.Filter;
import io.xiaoer.connectors.WebhookDelivery;
import io.xiaoer.connectors.WebhookDelivery.State;
import io.xiaoer.connectors.WebhookFault;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of what was told, for those who look back. */
@Repository
public class DeliveryLog {

    private static final char BETWEEN = '/';

    private final DSLContext db;
    private final Tries tries;

    DeliveryLog(DSLContext db, Tries tries) {
        this.db = db;
        this.tries = tries;
    }

    public Page<WebhookDelivery> list(TenantId tenant, Filter filter, @Nullable String cursor, int limit) {
        Condition wanted = HOOK_DELIVERY.TENANT_ID.eq(tenant.value());
        if (filter.endpoint() != null) {
            wanted = wanted.and(HOOK_DELIVERY.HOOK_ID.eq(filter.endpoint()));
        }
        if (filter.state() != null) {
            wanted = wanted.and(HOOK_DELIVERY.STATE.eq(filter.state().name()));
        }
        if (filter.event() != null) {
            wanted = wanted.and(HOOK_DELIVERY.EVENT.eq(filter.event().key()));
        }
        List<WebhookDelivery> found = db.selectFrom(HOOK_DELIVERY)
                .where(wanted)
                .and(after(Page.after(cursor)))
                .orderBy(HOOK_DELIVERY.EVENT_ID.desc(), HOOK_DELIVERY.HOOK_ID.desc())
                .limit(limit + 1)
                .fetch(row -> WebhookDeliveryRow.of(row, tries).delivery());
        return Page.of(found, limit, delivery -> delivery.eventId().toString() + BETWEEN + delivery.endpointId());
    }

    public Optional<WebhookDeliveryRow> find(TenantId tenant, UUID hook, UUID event) {
        return db.selectFrom(HOOK_DELIVERY)
                .where(isOf(tenant, hook))
                .and(HOOK_DELIVERY.EVENT_ID.eq(event))
                .fetchOptional(row -> WebhookDeliveryRow.of(row, tries));
    }

    /** False if there is no such delivery. */
    public boolean replay(TenantId tenant, UUID hook, UUID event, OffsetDateTime now) {
        return renew(isOf(tenant, hook).and(HOOK_DELIVERY.EVENT_ID.eq(event)), now) == 1;
    }

    /** Those given up since then; returns how many. */
    public int replayDead(TenantId tenant, UUID hook, OffsetDateTime since, OffsetDateTime now, int most) {
        List<UUID> dead = db.select(HOOK_DELIVERY.EVENT_ID)
                .from(HOOK_DELIVERY)
                .where(isOf(tenant, hook))
                .and(HOOK_DELIVERY.STATE.eq(State.DEAD.name()))
                .and(HOOK_DELIVERY.HAPPENED_AT.ge(since))
                .orderBy(HOOK_DELIVERY.EVENT_ID)
                .limit(most)
                .fetch(HOOK_DELIVERY.EVENT_ID);
        return dead.isEmpty() ? 0 : renew(isOf(tenant, hook).and(HOOK_DELIVERY.EVENT_ID.in(dead)), now);
    }

    /** Nothing that waits for the endpoint is told any more. */
    public void giveUpAll(TenantId tenant, UUID hook, OffsetDateTime at) {
        db.update(HOOK_DELIVERY)
                .set(HOOK_DELIVERY.STATE, State.DEAD.name())
                .set(HOOK_DELIVERY.FAULT, WebhookFault.TURNED_OFF.name())
                .setNull(HOOK_DELIVERY.NEXT_ATTEMPT_AT)
                .set(HOOK_DELIVERY.SETTLED_AT, at)
                .where(isOf(tenant, hook))
                .and(HOOK_DELIVERY.NEXT_ATTEMPT_AT.isNotNull())
                .execute();
    }

    public void removeAll(TenantId tenant, UUID hook) {
        db.deleteFrom(HOOK_DELIVERY).where(isOf(tenant, hook)).execute();
    }

    private int renew(Condition which, OffsetDateTime now) {
        return db.update(HOOK_DELIVERY)
                .set(HOOK_DELIVERY.STATE, State.WAITING.name())
                .set(HOOK_DELIVERY.ATTEMPTS, 0)
                .set(HOOK_DELIVERY.NEXT_ATTEMPT_AT, now)
                .setNull(HOOK_DELIVERY.SETTLED_AT)
                .where(which)
                .execute();
    }

    private static Condition after(String last) {
        if (last.isEmpty()) {
            return DSL.noCondition();
        }
        int between = Math.max(0, last.indexOf(BETWEEN));
        UUID event = Ids.parse(last.substring(0, between)).orElseThrow(DeliveryLog::notACursor);
        UUID hook = Ids.parse(last.substring(between + 1)).orElseThrow(DeliveryLog::notACursor);
        return DSL.row(HOOK_DELIVERY.EVENT_ID, HOOK_DELIVERY.HOOK_ID).lt(event, hook);
    }

    private static Problem notACursor() {
        return Problem.invalid("cursor", "must be a nextCursor from an earlier page");
    }

    private static Condition isOf(TenantId tenant, UUID hook) {
        return HOOK_DELIVERY.TENANT_ID.eq(tenant.value()).and(HOOK_DELIVERY.HOOK_ID.eq(hook));
    }
}
