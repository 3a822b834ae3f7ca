package io.xiaoer.connectors.internal.bridges;

import static io.xiaoer.connectors.internal.db.Tables.BRIDGE_PUSH;

import io.xiaoer.database.SecretBox;
import io.xiaoer.shopdata.Pushed;
import io.xiaoer.shopdata.RecordKind;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The table of what platforms told. */
@Repository
public class PushRows {

    private final DSLContext db;
    private final SecretBox box;

    PushRows(DSLContext db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    /** What became of a push. */
    public enum State {
        WAITING,
        APPLIED,
        /** Something newer was told and applied before. */
        STALE,
        /** It is about nothing of ours. */
        IGNORED,
        /** What it brought is not valid. */
        REJECTED,
        /** Given up. */
        DEAD
    }

    record Waiting(String deliveryId, @Nullable Ref subject, long version, List<Pushed> items, int attempts) {}

    /** @param subject as records name it, for example {@code orders/E20261126}; null if it is about nothing of ours */
    public record Row(
            String deliveryId,
            String event,
            OffsetDateTime receivedAt,
            @Nullable String subject,
            State state,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable String fault,
            @Nullable String detail,
            @Nullable OffsetDateTime settledAt) {}

    /** False if it is there already. */
    boolean insert(TenantId tenant, String bridge, Push push, OffsetDateTime at, @Nullable OffsetDateTime next) {
        Ref subject = push.subject();
        return db.insertInto(BRIDGE_PUSH)
                        .set(BRIDGE_PUSH.TENANT_ID, tenant.value())
                        .set(BRIDGE_PUSH.BRIDGE, bridge)
                        .set(BRIDGE_PUSH.DELIVERY_ID, push.deliveryId())
                        .set(BRIDGE_PUSH.EVENT, push.event())
                        .set(BRIDGE_PUSH.RECEIVED_AT, at)
                        .set(
                                BRIDGE_PUSH.KIND,
                                subject == null ? null : subject.kind().key())
                        .set(BRIDGE_PUSH.SUBJECT, subject == null ? null : subject.id())
                        .set(BRIDGE_PUSH.VERSION, push.version())
                        .set(
                                BRIDGE_PUSH.SEALED,
                                push.items().isEmpty()
                                        ? null
                                        : box.sealText(
                                                BridgeHttp.JSON.writeValueAsString(push.items()),
                                                context(tenant, bridge, push.deliveryId())))
                        .set(BRIDGE_PUSH.STATE, (next == null ? State.IGNORED : State.WAITING).name())
                        .set(BRIDGE_PUSH.ATTEMPTS, 0)
                        .set(BRIDGE_PUSH.NEXT_ATTEMPT_AT, next)
                        .set(BRIDGE_PUSH.SETTLED_AT, next == null ? at : null)
                        .onConflict(BRIDGE_PUSH.TENANT_ID, BRIDGE_PUSH.BRIDGE, BRIDGE_PUSH.DELIVERY_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Holds the push that is due longest until the transaction ends; empty if none is, or other nodes have them. */
    Optional<Waiting> lockDue(TenantId tenant, String bridge, OffsetDateTime now) {
        return db.selectFrom(BRIDGE_PUSH)
                .where(of(tenant, bridge))
                .and(BRIDGE_PUSH.NEXT_ATTEMPT_AT.le(now))
                .orderBy(BRIDGE_PUSH.NEXT_ATTEMPT_AT, BRIDGE_PUSH.DELIVERY_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Waiting(
                        row.get(BRIDGE_PUSH.DELIVERY_ID),
                        ref(row.get(BRIDGE_PUSH.KIND), row.get(BRIDGE_PUSH.SUBJECT)),
                        row.get(BRIDGE_PUSH.VERSION),
                        items(tenant, bridge, row.get(BRIDGE_PUSH.DELIVERY_ID), row.get(BRIDGE_PUSH.SEALED)),
                        row.get(BRIDGE_PUSH.ATTEMPTS)));
    }

    private List<Pushed> items(TenantId tenant, String bridge, String deliveryId, byte @Nullable [] sealed) {
        return sealed == null
                ? List.of()
                : BridgeHttp.JSON.readValue(
                        box.openText(sealed, context(tenant, bridge, deliveryId)),
                        new TypeReference<List<Pushed>>() {});
    }

    /** Whether something newer of the same subject was applied. */
    boolean isSuperseded(TenantId tenant, String bridge, Waiting push) {
        Ref subject = push.subject();
        return subject != null
                && push.version() > 0
                && db.fetchExists(DSL.selectOne()
                        .from(BRIDGE_PUSH)
                        .where(of(tenant, bridge))
                        .and(BRIDGE_PUSH.KIND.eq(subject.kind().key()))
                        .and(BRIDGE_PUSH.SUBJECT.eq(subject.id()))
                        .and(BRIDGE_PUSH.VERSION.gt(push.version()))
                        .and(BRIDGE_PUSH.STATE.eq(State.APPLIED.name())));
    }

    void count(TenantId tenant, String bridge, String deliveryId, int attempts, OffsetDateTime next) {
        db.update(BRIDGE_PUSH)
                .set(BRIDGE_PUSH.ATTEMPTS, attempts)
                .set(BRIDGE_PUSH.NEXT_ATTEMPT_AT, next)
                .where(is(tenant, bridge, deliveryId))
                .execute();
    }

    void failed(
            TenantId tenant,
            String bridge,
            String deliveryId,
            int attempts,
            String fault,
            @Nullable String detail,
            OffsetDateTime next) {
        db.update(BRIDGE_PUSH)
                .set(BRIDGE_PUSH.ATTEMPTS, attempts)
                .set(BRIDGE_PUSH.FAULT, fault)
                .set(BRIDGE_PUSH.DETAIL, detail)
                .set(BRIDGE_PUSH.NEXT_ATTEMPT_AT, next)
                .where(is(tenant, bridge, deliveryId))
                .and(BRIDGE_PUSH.STATE.eq(State.WAITING.name()))
                .execute();
    }

    /** Nothing more is to be done; what it brought is forgotten. False if the shop has left. */
    boolean settle(
            TenantId tenant,
            String bridge,
            String deliveryId,
            State state,
            @Nullable String fault,
            @Nullable String detail,
            OffsetDateTime at) {
        return db.update(BRIDGE_PUSH)
                        .set(BRIDGE_PUSH.STATE, state.name())
                        .set(BRIDGE_PUSH.FAULT, fault)
                        .set(BRIDGE_PUSH.DETAIL, detail)
                        .set(BRIDGE_PUSH.SETTLED_AT, at)
                        .setNull(BRIDGE_PUSH.SEALED)
                        .setNull(BRIDGE_PUSH.NEXT_ATTEMPT_AT)
                        .where(is(tenant, bridge, deliveryId))
                        .execute()
                == 1;
    }

    /** Has it read again; false if there is no such push, or it is about nothing that can be read. */
    public boolean replay(TenantId tenant, String bridge, String deliveryId, OffsetDateTime now) {
        return db.update(BRIDGE_PUSH)
                        .set(BRIDGE_PUSH.STATE, State.WAITING.name())
                        .set(BRIDGE_PUSH.ATTEMPTS, 0)
                        .set(BRIDGE_PUSH.NEXT_ATTEMPT_AT, now)
                        // whoever asks wants it read, whatever else was
                        .set(BRIDGE_PUSH.VERSION, 0L)
                        .setNull(BRIDGE_PUSH.FAULT)
                        .setNull(BRIDGE_PUSH.DETAIL)
                        .setNull(BRIDGE_PUSH.SETTLED_AT)
                        .where(is(tenant, bridge, deliveryId))
                        .and(BRIDGE_PUSH.SUBJECT.isNotNull())
                        .execute()
                == 1;
    }

    /**
     * Newest first.
     *
     * @param before of which the page is; null for the first
     */
    public List<Row> list(TenantId tenant, String bridge, @Nullable OffsetDateTime before, String beforeId, int limit) {
        Condition which = of(tenant, bridge);
        if (before != null) {
            which = which.and(
                    DSL.row(BRIDGE_PUSH.RECEIVED_AT, BRIDGE_PUSH.DELIVERY_ID).lt(before, beforeId));
        }
        return db.selectFrom(BRIDGE_PUSH)
                .where(which)
                .orderBy(BRIDGE_PUSH.RECEIVED_AT.desc(), BRIDGE_PUSH.DELIVERY_ID.desc())
                .limit(limit)
                .fetch(row -> new Row(
                        row.get(BRIDGE_PUSH.DELIVERY_ID),
                        row.get(BRIDGE_PUSH.EVENT),
                        row.get(BRIDGE_PUSH.RECEIVED_AT),
                        row.get(BRIDGE_PUSH.KIND) == null
                                ? null
                                : row.get(BRIDGE_PUSH.KIND) + "/" + row.get(BRIDGE_PUSH.SUBJECT),
                        State.valueOf(row.get(BRIDGE_PUSH.STATE)),
                        row.get(BRIDGE_PUSH.ATTEMPTS),
                        row.get(BRIDGE_PUSH.NEXT_ATTEMPT_AT),
                        row.get(BRIDGE_PUSH.FAULT),
                        row.get(BRIDGE_PUSH.DETAIL),
                        row.get(BRIDGE_PUSH.SETTLED_AT)));
    }

    public Optional<OffsetDateTime> lastAt(TenantId tenant, String bridge) {
        return db.select(DSL.max(BRIDGE_PUSH.RECEIVED_AT))
                .from(BRIDGE_PUSH)
                .where(of(tenant, bridge))
                .fetchOptional(DSL.max(BRIDGE_PUSH.RECEIVED_AT));
    }

    public int waiting(TenantId tenant, String bridge) {
        return db.fetchCount(BRIDGE_PUSH, of(tenant, bridge).and(BRIDGE_PUSH.NEXT_ATTEMPT_AT.isNotNull()));
    }

    /**
     * What was told and has not led to anything.
     *
     * @param failures what failed or fails
     * @param fault of those that wait, one; null if none fails
     */
    record Backlog(
            int waiting,
            @Nullable OffsetDateTime waitingSince,
            int failures,
            @Nullable String fault) {}

    /** @param since which what has come to nothing is counted */
    Backlog backlog(TenantId tenant, String bridge, OffsetDateTime since) {
        Condition waits = BRIDGE_PUSH.NEXT_ATTEMPT_AT.isNotNull();
        Field<Integer> waiting = DSL.count();
        Field<Integer> failing = DSL.count(BRIDGE_PUSH.FAULT);
        Field<OffsetDateTime> oldest = DSL.min(BRIDGE_PUSH.RECEIVED_AT);
        Field<String> fault = DSL.min(BRIDGE_PUSH.FAULT);
        int failed = db.fetchCount(
                BRIDGE_PUSH,
                of(tenant, bridge)
                        .and(BRIDGE_PUSH.STATE.in(DSL.inline(State.REJECTED.name()), DSL.inline(State.DEAD.name())))
                        .and(BRIDGE_PUSH.RECEIVED_AT.ge(since)));
        return db.select(waiting, oldest, failing, fault)
                .from(BRIDGE_PUSH)
                .where(of(tenant, bridge))
                .and(waits)
                .fetchSingle(row ->
                        new Backlog(row.get(waiting), row.get(oldest), row.get(failing) + failed, row.get(fault)));
    }

    public void removeAll(TenantId tenant, String bridge) {
        db.deleteFrom(BRIDGE_PUSH).where(of(tenant, bridge)).execute();
    }

    void removeSettled(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(BRIDGE_PUSH)
                .where(BRIDGE_PUSH.TENANT_ID.eq(tenant.value()))
                .and(BRIDGE_PUSH.RECEIVED_AT.lt(before))
                .and(BRIDGE_PUSH.NEXT_ATTEMPT_AT.isNull())
                .execute();
    }

    private static @Nullable Ref ref(@Nullable String kind, @Nullable String id) {
        return kind == null || id == null
                ? null
                : RecordKind.of(kind).map(known -> new Ref(known, id)).orElse(null);
    }

    private static Condition of(TenantId tenant, String bridge) {
        return BRIDGE_PUSH.TENANT_ID.eq(tenant.value()).and(BRIDGE_PUSH.BRIDGE.eq(bridge));
    }

    private static Condition is(TenantId tenant, String bridge, String deliveryId) {
        return of(tenant, bridge).and(BRIDGE_PUSH.DELIVERY_ID.eq(deliveryId));
    }

    private static byte[] context(TenantId tenant, String bridge, String deliveryId) {
        return SecretBox.context("connectors.bridge_push", tenant, bridge, deliveryId);
    }
}
