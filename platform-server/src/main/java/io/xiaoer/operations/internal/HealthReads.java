package io.xiaoer.operations.internal;

import io.xiaoer.database.OperatorDatabase;
import io.xiaoer.operations.PlatformHealth;
import io.xiaoer.operations.ShopGroup;
import io.xiaoer.operations.ShopHealth;
import io.xiaoer.operations.ShopHealth.Suspended;
import io.xiaoer.operations.ShopSort;
import io.xiaoer.operations.ShopSort.Order;
import io.xiaoer.operations.Totals;
import io.xiaoer.shared.Figures;
import io.xiaoer.shared.Health.Halt;
import io.xiaoer.shared.Health.Platform;
import io.xiaoer.shared.Health.Trial;
import io.xiaoer.shared.Texts;
import io.xiaoer.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was counted, read across shops with the role that sees nothing else. */
@Repository
public class HealthReads {

    private static final Table<Record> SHOP = DSL.table(DSL.name("platform", "shop"));
    private static final Field<UUID> ID = DSL.field(DSL.name("tenant_id"), UUID.class);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), String.class);
    private static final Field<String> STAGE = DSL.field(DSL.name("stage"), String.class);
    private static final Field<Integer> CONVERSATIONS = number("conversations");
    private static final Field<Integer> MESSAGES = number("messages");
    private static final Field<Integer> ANSWERED = number("answered");
    private static final Field<Integer> UNKNOWN = number("unknown");
    private static final Field<Integer> HANDED_OVER = number("handed_over");
    private static final Field<Integer> FALLBACK = number("fallback");
    private static final Field<Double> P95 = DSL.field(DSL.name("p95_millis"), Double.class);
    private static final Field<Integer> ERRORS = number("errors");
    private static final Field<OffsetDateTime> LAST_RELEASE = time("last_release_at");
    private static final Field<OffsetDateTime> LAST_SEEN = time("last_seen_at");
    private static final Field<OffsetDateTime> SUSPENDED = time("suspended_at");
    private static final Field<Integer> PILOT_ENROLLED = number("pilot_enrolled");
    private static final Field<Integer> PILOT_SIZE = number("pilot_size");
    private static final Field<OffsetDateTime> HALTED = time("halted_at");
    private static final Field<OffsetDateTime> BEGINS = time("begins_at");

    private static final Table<Record> BRIDGES = DSL.table(DSL.name("platform", "shop_bridge"));
    private static final Field<String> BRIDGE = DSL.field(DSL.name("bridge"), String.class);
    private static final Field<Boolean> LOST = DSL.field(DSL.name("lost"), Boolean.class);
    private static final Field<OffsetDateTime> READ_UNTIL = time("read_until");
    private static final Field<Integer> WAITING = number("waiting");
    private static final Field<OffsetDateTime> WAITING_SINCE = time("waiting_since");
    private static final Field<Integer> FAILURES = number("failures");
    private static final Field<String> FAULT = DSL.field(DSL.name("fault"), String.class);

    private static final List<String> STAGES = List.of("internal", "pilot", "full");

    private final OperatorDatabase database;

    HealthReads(OperatorDatabase database) {
        this.database = database;
    }

    public List<ShopHealth> list(@Nullable String search, ShopGroup group, Order order, int offset, int limit) {
        return database.read(db -> db.select(DSL.asterisk())
                .from(SHOP)
                .where(found(search))
                .and(in(group))
                .orderBy(sorted(order), NAME.asc(), ID.asc())
                .offset(offset)
                .limit(limit)
                .fetch(HealthReads::health));
    }

    public int count(@Nullable String search, ShopGroup group) {
        return database.read(db -> db.fetchCount(SHOP, found(search).and(in(group))));
    }

    public List<Halt> halts(TenantId shop) {
        Field<OffsetDateTime> at = time("halted_at");
        Field<String> measure = DSL.field(DSL.name("measure"), String.class);
        return database.read(db -> db.select(at, measure)
                .from(DSL.table(DSL.name("platform", "shop_halt")))
                .where(ID.eq(shop.value()))
                .orderBy(at.desc())
                .fetch(row -> new Halt(row.value1().toInstant(), row.value2())));
    }

    public List<PlatformHealth> platforms() {
        return database.read(db -> {
            Condition lets = LOST.isFalse();
            Field<Integer> shops = DSL.count();
            Field<Integer> lost = DSL.count(DSL.when(LOST.isTrue(), DSL.inline(1)));
            Field<Integer> failing = DSL.count(FAULT);
            Field<OffsetDateTime> readUntil = DSL.min(DSL.when(lets, READ_UNTIL));
            Field<Integer> waiting = DSL.sum(WAITING).cast(SQLDataType.INTEGER);
            Field<OffsetDateTime> waitingSince = DSL.min(WAITING_SINCE);
            Field<Integer> failures = DSL.sum(FAILURES).cast(SQLDataType.INTEGER);
            return db.select(BRIDGE, shops, lost, failing, readUntil, waiting, waitingSince, failures)
                    .from(BRIDGES)
                    .groupBy(BRIDGE)
                    .orderBy(BRIDGE)
                    .fetch(row -> new PlatformHealth(
                            row.get(BRIDGE),
                            row.get(shops),
                            row.get(lost),
                            row.get(failing),
                            instant(row.get(readUntil)),
                            row.get(waiting),
                            instant(row.get(waitingSince)),
                            row.get(failures)));
        });
    }

    public List<Platform> platforms(TenantId shop) {
        return database.read(db -> db.select(DSL.asterisk())
                .from(BRIDGES)
                .where(ID.eq(shop.value()))
                .orderBy(BRIDGE)
                .fetch(row -> new Platform(
                        row.get(BRIDGE),
                        row.get(LOST),
                        instant(row.get(READ_UNTIL)),
                        row.get(WAITING),
                        instant(row.get(WAITING_SINCE)),
                        row.get(FAILURES),
                        row.get(FAULT))));
    }

    private static Condition in(ShopGroup group) {
        return switch (group) {
            case ALL -> DSL.noCondition();
            case PILOTS -> PILOT_SIZE.isNotNull();
            case HALTED -> HALTED.isNotNull();
        };
    }

    public Optional<ShopHealth> find(TenantId shop) {
        return database.read(db ->
                db.select(DSL.asterisk()).from(SHOP).where(ID.eq(shop.value())).fetchOptional(HealthReads::health));
    }

    public Totals totals() {
        return database.read(db -> {
            Field<Double> slow = DSL.sum(P95.mul(MESSAGES))
                    .div(DSL.nullif(DSL.sum(DSL.when(P95.isNotNull(), MESSAGES)), BigDecimal.ZERO))
                    .cast(SQLDataType.DOUBLE);
            Record all = db.select(
                            DSL.count().as("shops"),
                            DSL.count(SUSPENDED).as("suspended"),
                            DSL.count(PILOT_SIZE).as("pilots"),
                            DSL.count(HALTED).as("halted"),
                            sum(CONVERSATIONS),
                            sum(MESSAGES),
                            sum(ANSWERED),
                            sum(UNKNOWN),
                            sum(HANDED_OVER),
                            sum(FALLBACK),
                            slow.as(P95),
                            sum(ERRORS))
                    .from(SHOP)
                    .fetchSingle();
            return new Totals(
                    all.get("shops", Integer.class),
                    all.get("suspended", Integer.class),
                    all.get("pilots", Integer.class),
                    all.get("halted", Integer.class),
                    figures(all));
        });
    }

    /** The days on which something happened. */
    public Map<LocalDate, Figures> days(TenantId shop, ZoneId zone, LocalDate from) {
        Map<LocalDate, Figures> days = new TreeMap<>();
        database.read(db -> db.select(DSL.asterisk())
                        .from(DSL.table(DSL.name("platform", "shop_hour")))
                        .where(ID.eq(shop.value()))
                        .and(BEGINS.ge(from.atStartOfDay(zone).toOffsetDateTime()))
                        .orderBy(BEGINS)
                        .fetch())
                .forEach(hour -> days.merge(
                        hour.get(BEGINS).atZoneSameInstant(zone).toLocalDate(), figures(hour), Figures::plus));
        return days;
    }

    private static Condition found(@Nullable String search) {
        if (search == null || search.isBlank()) {
            return DSL.noCondition();
        }
        String text = search.strip();
        if (!Texts.isClean(text)) {
            return DSL.falseCondition();
        }
        return NAME.containsIgnoreCase(text).or(ID.cast(SQLDataType.VARCHAR).eq(text));
    }

    private static SortField<?> sorted(Order order) {
        Field<?> by = by(order.by());
        return (order.descending() ? by.desc() : by.asc()).nullsLast();
    }

    private static Field<?> by(ShopSort sort) {
        return switch (sort) {
            case NAME -> NAME;
            case STATE -> SUSPENDED;
            case STAGE ->
                DSL.case_(STAGE)
                        .when(STAGES.get(0), DSL.inline(0))
                        .when(STAGES.get(1), DSL.inline(1))
                        .when(STAGES.get(2), DSL.inline(2));
            case CONVERSATIONS -> CONVERSATIONS;
            case MESSAGES -> MESSAGES;
            case UNKNOWN_SHARE ->
                UNKNOWN.cast(SQLDataType.DOUBLE).div(DSL.nullif(MESSAGES.minus(FALLBACK), DSL.inline(0)));
            case P95 -> P95;
            case ERRORS -> ERRORS;
            case LAST_RELEASE -> LAST_RELEASE;
            case LAST_SEEN -> LAST_SEEN;
        };
    }

    private static ShopHealth health(Record row) {
        Instant suspended = instant(row, "suspended_at");
        Integer size = row.get(PILOT_SIZE);
        return new ShopHealth(
                new TenantId(row.get(ID)),
                row.get(NAME),
                ZoneId.of(row.get("time_zone", String.class)),
                row.get("opened_at", OffsetDateTime.class).toInstant(),
                row.get(STAGE),
                size == null ? null : new Trial(row.get(PILOT_ENROLLED), size),
                instant(row, "halted_at"),
                figures(row),
                instant(row, "last_release_at"),
                instant(row, "last_seen_at"),
                suspended == null ? null : new Suspended(suspended, row.get("suspended_for", String.class)),
                instant(row, "counted_at"));
    }

    private static Figures figures(Record row) {
        return new Figures(
                row.get("conversations", Integer.class),
                row.get("messages", Integer.class),
                row.get("answered", Integer.class),
                row.get("unknown", Integer.class),
                row.get("handed_over", Integer.class),
                row.get("fallback", Integer.class),
                row.get("p95_millis", Double.class),
                row.get("errors", Integer.class));
    }

    private static @Nullable Instant instant(Record row, String field) {
        return instant(row.get(field, OffsetDateTime.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Field<Integer> sum(Field<Integer> field) {
        return DSL.coalesce(DSL.sum(field), BigDecimal.ZERO)
                .cast(SQLDataType.INTEGER)
                .as(field);
    }

    private static Field<Integer> number(String name) {
        return DSL.field(DSL.name(name), Integer.class);
    }

    private static Field<OffsetDateTime> time(String name) {
        return DSL.field(DSL.name(name), OffsetDateTime.class);
    }
}
