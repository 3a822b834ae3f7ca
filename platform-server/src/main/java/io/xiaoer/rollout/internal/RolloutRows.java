package io.xiaoer.rollout.internal;

import static io.xiaoer.rollout.internal.db.Tables.PILOT;
import static io.xiaoer.rollout.internal.db.Tables.STAFF;
import static io.xiaoer.rollout.internal.db.Tables.STATE;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Pilot;
import io.xiaoer.rollout.PilotSettings;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.Stage;
import io.xiaoer.rollout.Targets;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of stages and staff. */
@Repository
public class RolloutRows {

    private static final String CUSTOMER = ShopperRef.customer("").toString();

    private final DSLContext db;
    private final JsonMapper json;

    RolloutRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public void insert(TenantId tenant, Rollout rollout, OffsetDateTime at) {
        db.insertInto(STATE)
                .set(STATE.TENANT_ID, tenant.value())
                .set(STATE.BOT_ID, rollout.bot().value())
                .set(values(rollout, at))
                .execute();
    }

    /** Writes all but staff over version {@code rollout.version() - 1}; false if that is not the version. */
    public boolean update(TenantId tenant, Rollout rollout, OffsetDateTime at) {
        return db.update(STATE)
                        .set(values(rollout, at))
                        .where(STATE.TENANT_ID.eq(tenant.value()))
                        .and(STATE.BOT_ID.eq(rollout.bot().value()))
                        .and(STATE.VERSION.eq(rollout.version() - 1))
                        .execute()
                == 1;
    }

    private Map<Field<?>, Object> values(Rollout rollout, OffsetDateTime at) {
        PilotSettings settings = rollout.pilot().settings();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(STATE.STAGE, rollout.stage().name());
        values.put(STATE.LIVE_RELEASE, rollout.liveRelease());
        values.put(STATE.CANDIDATE, rollout.candidate());
        values.put(STATE.REST_SERVED, rollout.restServed());
        values.put(STATE.PILOTED_SINCE, rollout.pilotedSince());
        values.put(STATE.PILOT, rollout.pilot().number());
        values.put(STATE.PILOT_SIZE, settings.size());
        values.put(STATE.SAMPLE_RATE, settings.sampleRate());
        values.put(STATE.NEW_WITHIN_DAYS, settings.newWithinDays());
        values.put(
                STATE.TARGETS,
                rollout.targets().equals(Targets.DEFAULT)
                        ? null
                        : JSONB.jsonb(json.writeValueAsString(rollout.targets())));
        values.put(STATE.STAFF_CODE, rollout.staffCode());
        values.put(STATE.VERSION, rollout.version());
        values.put(STATE.UPDATED_AT, at);
        return values;
    }

    public Optional<Rollout> find(TenantId tenant, BotId bot) {
        List<String> staff = db
                .select(STAFF.SHOPPER)
                .from(STAFF)
                .where(STAFF.TENANT_ID.eq(tenant.value()))
                .and(STAFF.BOT_ID.eq(bot.value()))
                .and(STAFF.SHOPPER.startsWith(CUSTOMER))
                .orderBy(STAFF.SHOPPER)
                .fetch(STAFF.SHOPPER)
                .stream()
                .map(shopper -> shopper.substring(CUSTOMER.length()))
                .toList();
        return db.select(STATE.fields())
                .select(PILOT.ENROLLED, PILOT.STARTED_AT)
                .from(STATE)
                .leftJoin(PILOT)
                .on(PILOT.TENANT_ID.eq(tenant.value()))
                .and(PILOT.BOT_ID.eq(STATE.BOT_ID))
                .and(PILOT.PILOT_.eq(STATE.PILOT))
                .where(STATE.TENANT_ID.eq(tenant.value()))
                .and(STATE.BOT_ID.eq(bot.value()))
                .fetchOptional(row -> new Rollout(
                        bot,
                        Stage.valueOf(row.get(STATE.STAGE)),
                        row.get(STATE.LIVE_RELEASE),
                        row.get(STATE.CANDIDATE),
                        row.get(STATE.REST_SERVED),
                        row.get(STATE.STAFF_CODE),
                        staff,
                        new Pilot(
                                row.get(STATE.PILOT),
                                new PilotSettings(
                                        row.get(STATE.PILOT_SIZE),
                                        row.get(STATE.SAMPLE_RATE),
                                        row.get(STATE.NEW_WITHIN_DAYS)),
                                Objects.requireNonNullElse(row.get(PILOT.ENROLLED), 0),
                                row.get(PILOT.STARTED_AT)),
                        targets(row.get(STATE.TARGETS)),
                        row.get(STATE.PILOTED_SINCE),
                        row.get(STATE.VERSION)));
    }

    /** The same, but nobody else changes it before the transaction is over. */
    public Optional<Rollout> lock(TenantId tenant, BotId bot) {
        return db.select(STATE.VERSION)
                        .from(STATE)
                        .where(STATE.TENANT_ID.eq(tenant.value()))
                        .and(STATE.BOT_ID.eq(bot.value()))
                        .forUpdate()
                        .fetch()
                        .isEmpty()
                ? Optional.empty()
                : find(tenant, bot);
    }

    private Targets targets(@Nullable JSONB document) {
        return document == null ? Targets.DEFAULT : json.readValue(document.data(), Targets.class);
    }

    /**
     * How far one of the shop's bots is let out.
     *
     * @param piloting whether anything is tried on new shoppers now
     */
    record Reach(Stage stage, boolean piloting, int enrolled, int size) {}

    /** Of each of the shop's bots, those first that are furthest. */
    List<Reach> reaches(TenantId tenant) {
        return db
                .select(STATE.STAGE, STATE.CANDIDATE, PILOT.ENROLLED, STATE.PILOT_SIZE)
                .from(STATE)
                .leftJoin(PILOT)
                .on(PILOT.TENANT_ID.eq(tenant.value()))
                .and(PILOT.BOT_ID.eq(STATE.BOT_ID))
                .and(PILOT.PILOT_.eq(STATE.PILOT))
                .where(STATE.TENANT_ID.eq(tenant.value()))
                .fetch(row -> {
                    Stage stage = Stage.valueOf(row.value1());
                    return new Reach(
                            stage,
                            stage == Stage.PILOT || (stage == Stage.FULL && row.value2() != null),
                            Objects.requireNonNullElse(row.value3(), 0),
                            row.value4());
                })
                .stream()
                .sorted(Comparator.comparing(Reach::stage).reversed())
                .toList();
    }

    public boolean hasStaff(TenantId tenant, BotId bot) {
        return db.fetchExists(STAFF, STAFF.TENANT_ID.eq(tenant.value()).and(STAFF.BOT_ID.eq(bot.value())));
    }

    public void addStaff(TenantId tenant, BotId bot, ShopperRef shopper, OffsetDateTime at) {
        db.insertInto(STAFF)
                .set(STAFF.TENANT_ID, tenant.value())
                .set(STAFF.BOT_ID, bot.value())
                .set(STAFF.SHOPPER, shopper.toString())
                .set(STAFF.ADDED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /** Makes {@code customers} the listed staff; browsers marked by the link stay. */
    public void replaceListedStaff(TenantId tenant, BotId bot, List<String> customers, OffsetDateTime at) {
        db.deleteFrom(STAFF)
                .where(STAFF.TENANT_ID.eq(tenant.value()))
                .and(STAFF.BOT_ID.eq(bot.value()))
                .and(STAFF.SHOPPER.startsWith(CUSTOMER))
                .execute();
        if (customers.isEmpty()) {
            return;
        }
        db.insertInto(STAFF, STAFF.TENANT_ID, STAFF.BOT_ID, STAFF.SHOPPER, STAFF.ADDED_AT)
                .valuesOfRows(customers.stream()
                        .map(customer -> DSL.row(
                                tenant.value(),
                                bot.value(),
                                ShopperRef.customer(customer).toString(),
                                at))
                        .toList())
                .onConflictDoNothing()
                .execute();
    }

    /** Leaves the listed staff only. */
    public void forgetMarkedStaff(TenantId tenant, BotId bot) {
        db.deleteFrom(STAFF)
                .where(STAFF.TENANT_ID.eq(tenant.value()))
                .and(STAFF.BOT_ID.eq(bot.value()))
                .and(STAFF.SHOPPER.startsWith(CUSTOMER).not())
                .execute();
    }
}
