package io.xiaoer.rollout.internal;

import static io.xiaoer.rollout.internal.db.Tables.CHANGE;
import static io.xiaoer.rollout.internal.db.Tables.STAFF;
import static io.xiaoer.rollout.internal.db.Tables.STATE;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Rollout;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.rollout.Stage;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The tables of stages, staff and their changes. */
@Repository
public class RolloutRows {

    private static final String CUSTOMER = ShopperRef.customer("").toString();

    private final DSLContext db;

    RolloutRows(DSLContext db) {
        this.db = db;
    }

    /** Stage, live release and whether the shopper is staff, in one look. */
    public record Standing(Stage stage, int liveRelease, boolean staff) {}

    public void insert(TenantId tenant, Rollout rollout, OffsetDateTime at) {
        db.insertInto(STATE)
                .set(STATE.TENANT_ID, tenant.value())
                .set(STATE.BOT_ID, rollout.bot().value())
                .set(STATE.STAGE, rollout.stage().name())
                .set(STATE.LIVE_RELEASE, rollout.liveRelease())
                .set(STATE.STAFF_CODE, rollout.staffCode())
                .set(STATE.VERSION, rollout.version())
                .set(STATE.UPDATED_AT, at)
                .execute();
    }

    /** Writes stage, release and staff code over version {@code rollout.version() - 1}; false if that is not the version. */
    public boolean update(TenantId tenant, Rollout rollout, OffsetDateTime at) {
        return db.update(STATE)
                        .set(STATE.STAGE, rollout.stage().name())
                        .set(STATE.LIVE_RELEASE, rollout.liveRelease())
                        .set(STATE.STAFF_CODE, rollout.staffCode())
                        .set(STATE.VERSION, rollout.version())
                        .set(STATE.UPDATED_AT, at)
                        .where(STATE.TENANT_ID.eq(tenant.value()))
                        .and(STATE.BOT_ID.eq(rollout.bot().value()))
                        .and(STATE.VERSION.eq(rollout.version() - 1))
                        .execute()
                == 1;
    }

    public void insertChange(TenantId tenant, Rollout rollout, String reason, String by, OffsetDateTime at) {
        db.insertInto(CHANGE)
                .set(CHANGE.TENANT_ID, tenant.value())
                .set(CHANGE.BOT_ID, rollout.bot().value())
                .set(CHANGE.CHANGE_ID, Ids.next())
                .set(CHANGE.STAGE, rollout.stage().name())
                .set(CHANGE.LIVE_RELEASE, rollout.liveRelease())
                .set(CHANGE.REASON, reason)
                .set(CHANGE.CHANGED_BY, by)
                .set(CHANGE.CHANGED_AT, at)
                .execute();
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
        return db.selectFrom(STATE)
                .where(STATE.TENANT_ID.eq(tenant.value()))
                .and(STATE.BOT_ID.eq(bot.value()))
                .fetchOptional(row -> new Rollout(
                        bot,
                        Stage.valueOf(row.get(STATE.STAGE)),
                        row.get(STATE.LIVE_RELEASE),
                        row.get(STATE.STAFF_CODE),
                        staff,
                        row.get(STATE.VERSION)));
    }

    public Optional<Standing> standing(TenantId tenant, BotId bot, ShopperRef shopper) {
        var isStaff = DSL.field(DSL.exists(DSL.selectOne()
                .from(STAFF)
                .where(STAFF.TENANT_ID.eq(tenant.value()))
                .and(STAFF.BOT_ID.eq(bot.value()))
                .and(STAFF.SHOPPER.eq(shopper.toString()))));
        return db.select(STATE.STAGE, STATE.LIVE_RELEASE, isStaff)
                .from(STATE)
                .where(STATE.TENANT_ID.eq(tenant.value()))
                .and(STATE.BOT_ID.eq(bot.value()))
                .fetchOptional(row -> new Standing(Stage.valueOf(row.value1()), row.value2(), row.value3()));
    }

    /** The furthest stage of the shop's bots. */
    public Optional<Stage> furthest(TenantId tenant) {
        return db
                .selectDistinct(STATE.STAGE)
                .from(STATE)
                .where(STATE.TENANT_ID.eq(tenant.value()))
                .fetch(row -> Stage.valueOf(row.value1()))
                .stream()
                .max(Comparator.naturalOrder());
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
