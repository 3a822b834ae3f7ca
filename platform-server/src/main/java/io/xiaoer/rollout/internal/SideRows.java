package io.xiaoer.rollout.internal;

import static io.xiaoer.rollout.internal.db.Tables.PILOT;
import static io.xiaoer.rollout.internal.db.Tables.SIDE;
import static io.xiaoer.rollout.internal.db.Tables.STAFF;
import static io.xiaoer.rollout.internal.db.Tables.STATE;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Member;
import io.xiaoer.rollout.PilotSettings;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.Stage;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables of pilots and of who is on which side. */
@Repository
public class SideRows {

    private final DSLContext db;

    SideRows(DSLContext db) {
        this.db = db;
    }

    /**
     * How a bot is let out, and where one shopper stands.
     *
     * @param member null while it is not decided
     * @param wasEverIn whether the shopper was in any of the bot's pilots
     * @param salt and {@code started}: null if there was no pilot yet
     */
    public record Standing(
            Stage stage,
            int liveRelease,
            @Nullable Integer candidate,
            boolean restServed,
            int pilot,
            PilotSettings settings,
            @Nullable String pilotSalt,
            int enrolled,
            @Nullable OffsetDateTime started,
            boolean staff,
            @Nullable Boolean member,
            boolean wasEverIn) {

        public boolean isPiloting() {
            return stage.isPiloting(candidate);
        }

        public boolean servesRest() {
            return stage.servesRest(restServed);
        }

        public boolean isMember() {
            return Objects.equals(member, true);
        }

        /** Whether it must be decided on which side the shopper is. */
        public boolean isUndecided() {
            return !staff && member == null && pilotSalt != null && isPiloting() && (servesRest() || !wasEverIn);
        }

        public boolean hasRoom() {
            return enrolled < settings.size();
        }

        /** Of a pilot that there is. */
        public String salt() {
            return Objects.requireNonNull(pilotSalt);
        }

        /** Of a pilot that there is. */
        public OffsetDateTime startedAt() {
            return Objects.requireNonNull(started);
        }
    }

    public Optional<Standing> standing(TenantId tenant, BotId bot, ShopperRef shopper) {
        String name = shopper.toString();
        Field<Boolean> isStaff = DSL.field(DSL.exists(DSL.selectOne()
                .from(STAFF)
                .where(STAFF.TENANT_ID.eq(tenant.value()))
                .and(STAFF.BOT_ID.eq(bot.value()))
                .and(STAFF.SHOPPER.eq(name))));
        var any = SIDE.as("any_side");
        Field<Boolean> wasEverIn = DSL.field(DSL.exists(DSL.selectOne()
                .from(any)
                .where(any.TENANT_ID.eq(tenant.value()))
                .and(any.BOT_ID.eq(bot.value()))
                .and(any.SHOPPER.eq(name))
                .and(any.MEMBER)));
        return db.select(
                        STATE.STAGE,
                        STATE.LIVE_RELEASE,
                        STATE.CANDIDATE,
                        STATE.REST_SERVED,
                        STATE.PILOT,
                        STATE.PILOT_SIZE,
                        STATE.SAMPLE_RATE,
                        STATE.NEW_WITHIN_DAYS,
                        PILOT.SALT,
                        PILOT.ENROLLED,
                        PILOT.STARTED_AT,
                        SIDE.MEMBER,
                        isStaff,
                        wasEverIn)
                .from(STATE)
                .leftJoin(PILOT)
                .on(PILOT.TENANT_ID.eq(tenant.value()))
                .and(PILOT.BOT_ID.eq(STATE.BOT_ID))
                .and(PILOT.PILOT_.eq(STATE.PILOT))
                .leftJoin(SIDE)
                .on(SIDE.TENANT_ID.eq(tenant.value()))
                .and(SIDE.BOT_ID.eq(STATE.BOT_ID))
                .and(SIDE.SHOPPER.eq(name))
                .and(SIDE.PILOT.eq(STATE.PILOT))
                .where(STATE.TENANT_ID.eq(tenant.value()))
                .and(STATE.BOT_ID.eq(bot.value()))
                .fetchOptional(row -> new Standing(
                        Stage.valueOf(row.get(STATE.STAGE)),
                        row.get(STATE.LIVE_RELEASE),
                        row.get(STATE.CANDIDATE),
                        row.get(STATE.REST_SERVED),
                        row.get(STATE.PILOT),
                        new PilotSettings(
                                row.get(STATE.PILOT_SIZE), row.get(STATE.SAMPLE_RATE), row.get(STATE.NEW_WITHIN_DAYS)),
                        row.get(PILOT.SALT),
                        Objects.requireNonNullElse(row.get(PILOT.ENROLLED), 0),
                        row.get(PILOT.STARTED_AT),
                        row.get(isStaff),
                        row.get(SIDE.MEMBER),
                        row.get(wasEverIn)));
    }

    /** Begins a pilot with nobody in it. */
    public void begin(TenantId tenant, BotId bot, int pilot, String salt, OffsetDateTime at) {
        db.insertInto(PILOT)
                .set(PILOT.TENANT_ID, tenant.value())
                .set(PILOT.BOT_ID, bot.value())
                .set(PILOT.PILOT_, pilot)
                .set(PILOT.SALT, salt)
                .set(PILOT.ENROLLED, 0)
                .set(PILOT.STARTED_AT, at)
                .execute();
    }

    /**
     * Takes a shopper in whose side is not decided, unless {@code size} are in; false if so. Whoever comes at the same time, on any
     * node, waits for this one's transaction.
     */
    public boolean enrol(TenantId tenant, BotId bot, int pilot, int size, ShopperRef shopper, OffsetDateTime at) {
        if (!insert(tenant, bot, pilot, shopper, true, at)) {
            return true; // decided by somebody else just now
        }
        boolean hadRoom = db.update(PILOT)
                        .set(PILOT.ENROLLED, PILOT.ENROLLED.plus(1))
                        .where(PILOT.TENANT_ID.eq(tenant.value()))
                        .and(PILOT.BOT_ID.eq(bot.value()))
                        .and(PILOT.PILOT_.eq(pilot))
                        .and(PILOT.ENROLLED.lt(size))
                        .execute()
                == 1;
        if (!hadRoom) {
            db.deleteFrom(SIDE)
                    .where(SIDE.TENANT_ID.eq(tenant.value()))
                    .and(SIDE.BOT_ID.eq(bot.value()))
                    .and(SIDE.SHOPPER.eq(shopper.toString()))
                    .and(SIDE.PILOT.eq(pilot))
                    .execute();
        }
        return hadRoom;
    }

    /** Leaves a shopper out whose side is not decided. */
    public void leaveOut(TenantId tenant, BotId bot, int pilot, ShopperRef shopper, OffsetDateTime at) {
        insert(tenant, bot, pilot, shopper, false, at);
    }

    private boolean insert(
            TenantId tenant, BotId bot, int pilot, ShopperRef shopper, boolean member, OffsetDateTime at) {
        return db.insertInto(SIDE)
                        .set(SIDE.TENANT_ID, tenant.value())
                        .set(SIDE.BOT_ID, bot.value())
                        .set(SIDE.SHOPPER, shopper.toString())
                        .set(SIDE.PILOT, pilot)
                        .set(SIDE.MEMBER, member)
                        .set(SIDE.DECIDED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Members, those first who came last. */
    public List<Member> members(TenantId tenant, BotId bot, int pilot, int from, int limit) {
        return db.select(SIDE.SHOPPER, SIDE.DECIDED_AT)
                .from(SIDE)
                .where(SIDE.TENANT_ID.eq(tenant.value()))
                .and(SIDE.BOT_ID.eq(bot.value()))
                .and(SIDE.PILOT.eq(pilot))
                .and(SIDE.MEMBER)
                .orderBy(SIDE.DECIDED_AT.desc(), SIDE.SHOPPER)
                .offset(from)
                .limit(limit)
                .fetch(row -> new Member(ShopperRef.parse(row.value1()), pilot, row.value2()));
    }

    /** Forgets a shopper; who is in is still counted. */
    public int forget(TenantId tenant, ShopperRef shopper) {
        return db.deleteFrom(SIDE)
                .where(SIDE.TENANT_ID.eq(tenant.value()))
                .and(SIDE.SHOPPER.eq(shopper.toString()))
                .execute();
    }
}
