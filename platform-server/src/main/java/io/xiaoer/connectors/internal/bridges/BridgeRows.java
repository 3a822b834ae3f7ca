package io.xiaoer.connectors.internal.bridges;

import static io.xiaoer.connectors.internal.db.Tables.BRIDGE;

import io.xiaoer.database.SecretBox;
import io.xiaoer.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of which platforms shops are connected to. */
@Repository
public class BridgeRows {

    private final DSLContext db;
    private final SecretBox box;

    BridgeRows(DSLContext db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    /** How a connection stands. */
    public enum State {
        CONNECTED,
        /** The platform no longer lets us in. */
        LOST,
        /** What it brought is being removed. */
        LEAVING
    }

    /** A connection without what lets us in. */
    public record Row(
            String bridge,
            String account,
            @Nullable String accountName,
            State state,
            OffsetDateTime accessUntil,
            @Nullable String codeDigest,
            OffsetDateTime connectedAt,
            @Nullable OffsetDateTime lostAt,
            @Nullable String lostBecause,
            @Nullable OffsetDateTime readUntil,
            @Nullable OffsetDateTime pushesRestUntil) {}

    /** A grant under lock. */
    record Locked(Grants.Held held, State state, @Nullable OffsetDateTime renewingUntil) {}

    public Optional<Row> find(TenantId tenant, String bridge) {
        return db.selectFrom(BRIDGE).where(is(tenant, bridge)).fetchOptional(BridgeRows::row);
    }

    public List<Row> all(TenantId tenant) {
        return db.selectFrom(BRIDGE)
                .where(BRIDGE.TENANT_ID.eq(tenant.value()))
                .orderBy(BRIDGE.BRIDGE_)
                .fetch(BridgeRows::row);
    }

    /** Holds the connection until the transaction ends; false if it does not let us in. */
    public boolean holdConnected(TenantId tenant, String bridge) {
        return db.select(BRIDGE.STATE)
                .from(BRIDGE)
                .where(is(tenant, bridge))
                .forShare()
                .fetchOptional(BRIDGE.STATE)
                .filter(State.CONNECTED.name()::equals)
                .isPresent();
    }

    /** Makes the connection, or gives the one that is there another grant; false if that one is another shop's, or is being left. */
    boolean connect(TenantId tenant, String bridge, Grant grant, @Nullable String codeDigest, OffsetDateTime now) {
        int known = db.select(BRIDGE.GRANT_NO)
                .from(BRIDGE)
                .where(is(tenant, bridge))
                .forUpdate()
                .fetchOptional(BRIDGE.GRANT_NO)
                .orElse(0);
        byte[] sealed = seal(tenant, bridge, grant);
        return db.insertInto(BRIDGE)
                        .set(BRIDGE.TENANT_ID, tenant.value())
                        .set(BRIDGE.BRIDGE_, bridge)
                        .set(BRIDGE.ACCOUNT, grant.account())
                        .set(BRIDGE.ACCOUNT_NAME, grant.accountName())
                        .set(BRIDGE.STATE, State.CONNECTED.name())
                        .set(BRIDGE.SEALED, sealed)
                        .set(BRIDGE.GRANT_NO, known + 1)
                        .set(BRIDGE.ACCESS_UNTIL, at(grant.accessUntil()))
                        .set(BRIDGE.CODE_DIGEST, codeDigest)
                        .set(BRIDGE.CONNECTED_AT, now)
                        .onConflict(BRIDGE.TENANT_ID, BRIDGE.BRIDGE_)
                        .doUpdate()
                        .set(BRIDGE.ACCOUNT_NAME, grant.accountName())
                        .set(BRIDGE.STATE, State.CONNECTED.name())
                        .set(BRIDGE.SEALED, sealed)
                        .set(BRIDGE.GRANT_NO, known + 1)
                        .set(BRIDGE.ACCESS_UNTIL, at(grant.accessUntil()))
                        .set(BRIDGE.CODE_DIGEST, codeDigest)
                        .setNull(BRIDGE.RENEWING_UNTIL)
                        .setNull(BRIDGE.LOST_AT)
                        .setNull(BRIDGE.LOST_BECAUSE)
                        .set(BRIDGE.PUSH_FAILURES, 0)
                        .setNull(BRIDGE.PUSHES_REST_UNTIL)
                        .where(BRIDGE.ACCOUNT.eq(grant.account()))
                        .and(BRIDGE.STATE.ne(State.LEAVING.name()))
                        .execute()
                == 1;
    }

    /** How often in a row the platform has not answered when something was to be read because of a push. */
    int pushFailures(TenantId tenant, String bridge) {
        return db.select(BRIDGE.PUSH_FAILURES)
                .from(BRIDGE)
                .where(is(tenant, bridge))
                .fetchOptional(BRIDGE.PUSH_FAILURES)
                .orElse(0);
    }

    /** @param until null as soon as it answers again */
    void restPushes(TenantId tenant, String bridge, int failures, @Nullable OffsetDateTime until) {
        db.update(BRIDGE)
                .set(BRIDGE.PUSH_FAILURES, failures)
                .set(BRIDGE.PUSHES_REST_UNTIL, until)
                .where(is(tenant, bridge))
                .execute();
    }

    Optional<Grants.Held> held(TenantId tenant, String bridge) {
        return db.selectFrom(BRIDGE)
                .where(is(tenant, bridge))
                .and(BRIDGE.STATE.eq(State.CONNECTED.name()))
                .fetchOptional(row -> held(tenant, bridge, row));
    }

    Optional<Locked> lock(TenantId tenant, String bridge) {
        return db.selectFrom(BRIDGE)
                .where(is(tenant, bridge))
                .forUpdate()
                .fetchOptional(row -> new Locked(
                        held(tenant, bridge, row),
                        State.valueOf(row.get(BRIDGE.STATE)),
                        row.get(BRIDGE.RENEWING_UNTIL)));
    }

    void renewing(TenantId tenant, String bridge, @Nullable OffsetDateTime until) {
        db.update(BRIDGE)
                .set(BRIDGE.RENEWING_UNTIL, until)
                .where(is(tenant, bridge))
                .execute();
    }

    /** @param replaced the number of the grant that it comes after; nothing happens if another one did already */
    boolean renewed(TenantId tenant, String bridge, Grant grant, int replaced) {
        return db.update(BRIDGE)
                        .set(BRIDGE.SEALED, seal(tenant, bridge, grant))
                        .set(BRIDGE.GRANT_NO, replaced + 1)
                        .set(BRIDGE.ACCESS_UNTIL, at(grant.accessUntil()))
                        .setNull(BRIDGE.RENEWING_UNTIL)
                        .where(is(tenant, bridge))
                        .and(BRIDGE.GRANT_NO.eq(replaced))
                        .execute()
                == 1;
    }

    /** @param of the number of the grant that is worthless; nothing happens if there is another one meanwhile */
    void lost(TenantId tenant, String bridge, int of, @Nullable String because, OffsetDateTime now) {
        db.update(BRIDGE)
                .set(BRIDGE.STATE, State.LOST.name())
                .set(BRIDGE.LOST_AT, now)
                .set(BRIDGE.LOST_BECAUSE, because)
                .setNull(BRIDGE.RENEWING_UNTIL)
                .where(is(tenant, bridge))
                .and(BRIDGE.GRANT_NO.eq(of))
                .and(BRIDGE.STATE.eq(State.CONNECTED.name()))
                .execute();
    }

    void readUntil(TenantId tenant, String bridge, OffsetDateTime until) {
        db.update(BRIDGE)
                .set(BRIDGE.READ_UNTIL, until)
                .where(is(tenant, bridge))
                .and(BRIDGE.READ_UNTIL.isNull().or(BRIDGE.READ_UNTIL.lt(until)))
                .execute();
    }

    /** What lets us in is forgotten at once. */
    public void leaving(TenantId tenant, String bridge) {
        db.update(BRIDGE)
                .set(BRIDGE.STATE, State.LEAVING.name())
                .set(BRIDGE.SEALED, new byte[0])
                .setNull(BRIDGE.RENEWING_UNTIL)
                .where(is(tenant, bridge))
                .execute();
    }

    public void remove(TenantId tenant, String bridge) {
        db.deleteFrom(BRIDGE).where(is(tenant, bridge)).execute();
    }

    private Grants.Held held(TenantId tenant, String bridge, Record row) {
        byte[] sealed = row.get(BRIDGE.SEALED);
        Grant grant = sealed.length == 0
                ? new Grant(row.get(BRIDGE.ACCOUNT), null, "", Instant.EPOCH, null, java.util.Map.of())
                : BridgeHttp.JSON.readValue(box.openText(sealed, context(tenant, bridge)), Grant.class);
        return new Grants.Held(grant, row.get(BRIDGE.GRANT_NO));
    }

    private byte[] seal(TenantId tenant, String bridge, Grant grant) {
        return box.sealText(BridgeHttp.JSON.writeValueAsString(grant), context(tenant, bridge));
    }

    private static Row row(Record row) {
        return new Row(
                row.get(BRIDGE.BRIDGE_),
                row.get(BRIDGE.ACCOUNT),
                row.get(BRIDGE.ACCOUNT_NAME),
                State.valueOf(row.get(BRIDGE.STATE)),
                row.get(BRIDGE.ACCESS_UNTIL),
                row.get(BRIDGE.CODE_DIGEST),
                row.get(BRIDGE.CONNECTED_AT),
                row.get(BRIDGE.LOST_AT),
                row.get(BRIDGE.LOST_BECAUSE),
                row.get(BRIDGE.READ_UNTIL),
                row.get(BRIDGE.PUSHES_REST_UNTIL));
    }

    private static Condition is(TenantId tenant, String bridge) {
        return BRIDGE.TENANT_ID.eq(tenant.value()).and(BRIDGE.BRIDGE_.eq(bridge));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] context(TenantId tenant, String bridge) {
        return SecretBox.context("connectors.bridge", tenant, bridge);
    }
}
