package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.BEACON;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Beacon;
import io.xiaoer.conversations.BeaconKind;
import io.xiaoer.conversations.Beacons.BrowserErrors;
import io.xiaoer.conversations.Beacons.Day;
import io.xiaoer.conversations.Beacons.ErrorGroup;
import io.xiaoer.conversations.Beacons.Slowness;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.TenantId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of what widgets told of themselves. */
@Repository
public class BeaconRows {

    private static final int MOST_NAMES = 5;
    private static final int MOST_BROWSERS = 200;

    private final DSLContext db;

    BeaconRows(DSLContext db) {
        this.db = db;
    }

    public void insert(TenantId tenant, BotId bot, @Nullable Integer pilot, Beacon beacon, OffsetDateTime at) {
        db.insertInto(BEACON)
                .set(BEACON.TENANT_ID, tenant.value())
                .set(BEACON.BEACON_ID, Ids.next())
                .set(BEACON.BOT_ID, bot.value())
                .set(BEACON.KIND, beacon.kind().key())
                .set(BEACON.BROWSER, beacon.browser())
                .set(BEACON.VERSION, beacon.version())
                .set(BEACON.PAGE_KIND, beacon.pageKind())
                .set(BEACON.MILLIS, beacon.millis())
                .set(BEACON.MESSAGE, beacon.message())
                .set(BEACON.STACK, beacon.stack())
                .set(
                        BEACON.LIKENESS,
                        beacon.kind() == BeaconKind.ERROR
                                ? BeaconScrub.likeness(beacon.message(), beacon.stack())
                                : null)
                .set(BEACON.PILOT, pilot)
                .set(BEACON.CREATED_AT, at)
                .execute();
    }

    public Map<LocalDate, Day> days(TenantId tenant, BotId bot, OffsetDateTime since, ZoneId zone) {
        Field<LocalDate> day = DSL.field(
                "({0} at time zone {1})::date", SQLDataType.LOCALDATE, BEACON.CREATED_AT, DSL.val(zone.getId()));
        Table<?> dated = db.select(day.as("day"), BEACON.KIND)
                .from(BEACON)
                .where(is(tenant, bot, since))
                .asTable("dated");
        Field<LocalDate> date = DSL.field(DSL.name("dated", "day"), SQLDataType.LOCALDATE);
        Field<String> kind = DSL.field(DSL.name("dated", "kind"), String.class);
        return db
                .select(date, of(kind, BeaconKind.ERROR), of(kind, BeaconKind.SLOW_REPLY))
                .from(dated)
                .groupBy(date)
                .fetch(row -> new Day(row.value1(), row.value2(), row.value3()))
                .stream()
                .collect(Collectors.toMap(Day::date, found -> found));
    }

    public List<ErrorGroup> errors(TenantId tenant, BotId bot, OffsetDateTime since, int limit) {
        Field<OffsetDateTime> last = DSL.max(BEACON.CREATED_AT);
        return db.select(
                        newest(BEACON.MESSAGE),
                        newest(BEACON.STACK),
                        DSL.count(),
                        DSL.min(BEACON.CREATED_AT),
                        last,
                        DSL.arrayAggDistinct(BEACON.BROWSER),
                        DSL.arrayAggDistinct(BEACON.VERSION))
                .from(BEACON)
                .where(is(tenant, bot, since))
                .and(BEACON.KIND.eq(BeaconKind.ERROR.key()))
                .groupBy(BEACON.LIKENESS)
                .orderBy(last.desc())
                .limit(limit)
                .fetch(row -> new ErrorGroup(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        some(row.value6()),
                        some(row.value7())));
    }

    public List<Slowness> slowness(TenantId tenant, BotId bot, OffsetDateTime since) {
        return db.select(
                        BEACON.PAGE_KIND,
                        DSL.count(),
                        DSL.percentileCont(DSL.inline(0.95))
                                .withinGroupOrderBy(BEACON.MILLIS)
                                .cast(Double.class))
                .from(BEACON)
                .where(is(tenant, bot, since))
                .and(BEACON.KIND.eq(BeaconKind.SLOW_REPLY.key()))
                .groupBy(BEACON.PAGE_KIND)
                .orderBy(DSL.count().desc(), BEACON.PAGE_KIND)
                .fetch(row -> new Slowness(row.value1(), row.value2(), row.value3()));
    }

    public int slowReplies(TenantId tenant, BotId bot, int pilot, OffsetDateTime since) {
        return db.fetchCount(
                BEACON,
                is(tenant, bot, since).and(BEACON.PILOT.eq(pilot)).and(BEACON.KIND.eq(BeaconKind.SLOW_REPLY.key())));
    }

    public List<BrowserErrors> browsers(TenantId tenant, BotId bot, int pilot, OffsetDateTime since) {
        return db.select(BEACON.BROWSER, BEACON.PAGE_KIND, DSL.count(), DSL.max(BEACON.CREATED_AT))
                .from(BEACON)
                .where(is(tenant, bot, since))
                .and(BEACON.PILOT.eq(pilot))
                .and(BEACON.KIND.eq(BeaconKind.ERROR.key()))
                .groupBy(BEACON.BROWSER, BEACON.PAGE_KIND)
                .orderBy(DSL.count().desc(), BEACON.BROWSER, BEACON.PAGE_KIND)
                .limit(MOST_BROWSERS)
                .fetch(row -> new BrowserErrors(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    void deleteBefore(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(BEACON)
                .where(BEACON.TENANT_ID.eq(tenant.value()))
                .and(BEACON.CREATED_AT.lt(before))
                .execute();
    }

    private static Condition is(TenantId tenant, BotId bot, OffsetDateTime since) {
        return BEACON.TENANT_ID
                .eq(tenant.value())
                .and(BEACON.BOT_ID.eq(bot.value()))
                .and(BEACON.CREATED_AT.ge(since));
    }

    private static Field<Integer> of(Field<String> kind, BeaconKind one) {
        return DSL.count().filterWhere(kind.eq(DSL.inline(one.key())));
    }

    private static Field<String> newest(Field<String> field) {
        return DSL.field("(array_agg({0} order by {1} desc))[1]", String.class, field, BEACON.CREATED_AT);
    }

    private static List<String> some(String[] names) {
        return Arrays.stream(names).limit(MOST_NAMES).toList();
    }
}
