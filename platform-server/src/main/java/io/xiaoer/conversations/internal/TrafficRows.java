package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.RECEIPT;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.EntryHits;
import io.xiaoer.conversations.Tally;
import io.xiaoer.conversations.Tally.ReplyTime;
import io.xiaoer.conversations.internal.db.tables.Receipt;
import io.xiaoer.shared.Figures;
import io.xiaoer.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record8;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts replies by their receipts, whose index holds all that is counted. */
@Repository
public class TrafficRows {

    /** How many replies that did not know are looked at. */
    public static final int NEWEST = 1000;

    private static final double MICROS_IN_MILLI = 1000;
    private static final Field<Integer> SLOT = DSL.field(DSL.name("period", "slot"), Integer.class);
    private static final Field<OffsetDateTime> BEGIN = DSL.field(DSL.name("period", "begins"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> END = DSL.field(DSL.name("period", "ends"), OffsetDateTime.class);

    private static final Field<Integer> MESSAGES = DSL.count(RECEIPT.KIND);
    private static final Field<Integer> CONVERSATIONS = DSL.countDistinct(RECEIPT.CONVERSATION_ID);
    private static final Field<Integer> ANSWERED = of("answer");
    private static final Field<Integer> CHOICES = of("choices");
    private static final Field<Integer> UNKNOWN = of("unknown");
    private static final Field<Integer> DECLINED = of("declined");
    private static final Field<Integer> HANDED_OVER = of("handover");
    private static final Field<Integer> FALLBACK = of("fallback");
    private static final Field<Integer> WITH_PERSON = of(ReceiptRows.TO_PERSON);
    private static final Field<Double> P50 = percentile(0.5);
    private static final Field<Double> P95 = percentile(0.95);

    private final DSLContext db;

    TrafficRows(DSLContext db) {
        this.db = db;
    }

    /**
     * Some time whose numbers are wanted.
     *
     * @param slot what it is counted under; several periods may share one
     * @param end exclusive
     */
    public record Period(int slot, Instant begin, Instant end) {}

    /** A text that the bot did not know, and how often it came. */
    public record Asked(String text, int count, Instant last) {}

    /** The numbers of each slot. */
    public Map<Integer, Tally> count(TenantId tenant, List<BotId> bots, List<Period> periods) {
        return db.select(
                        SLOT,
                        CONVERSATIONS,
                        MESSAGES,
                        ANSWERED,
                        CHOICES,
                        UNKNOWN,
                        DECLINED,
                        HANDED_OVER,
                        FALLBACK,
                        WITH_PERSON,
                        P50,
                        P95)
                .from(table(periods))
                .join(RECEIPT)
                .on(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.BOT_ID.eq(DSL.any(bots.stream().map(BotId::value).toArray(UUID[]::new))))
                .and(RECEIPT.CREATED_AT.ge(BEGIN))
                .and(RECEIPT.CREATED_AT.lt(END))
                .groupBy(SLOT)
                .fetchMap(SLOT, TrafficRows::tally);
    }

    /** What began and was said in each slot; every conversation is counted once, when it begins. */
    public Map<Integer, Figures> figures(TenantId tenant, List<BotId> bots, List<Period> periods) {
        Receipt earlier = RECEIPT.as("earlier");
        Field<Boolean> first = DSL.field(DSL.notExists(DSL.selectOne()
                        .from(earlier)
                        .where(earlier.TENANT_ID.eq(tenant.value()))
                        .and(earlier.CONVERSATION_ID.eq(RECEIPT.CONVERSATION_ID))
                        .and(earlier.SEQ.lt(RECEIPT.SEQ))))
                .as("first");
        Table<?> counted = db.select(SLOT.as("slot"), RECEIPT.KIND, RECEIPT.MICROS, first)
                .from(table(periods))
                .join(RECEIPT)
                .on(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.BOT_ID.eq(DSL.any(bots.stream().map(BotId::value).toArray(UUID[]::new))))
                .and(RECEIPT.CREATED_AT.ge(BEGIN))
                .and(RECEIPT.CREATED_AT.lt(END))
                // the bots have nothing to do with these
                .and(RECEIPT.KIND.ne(ReceiptRows.TO_PERSON))
                .asTable("counted");
        Field<Integer> slot = DSL.field(DSL.name("counted", "slot"), Integer.class);
        Field<String> kind = DSL.field(DSL.name("counted", "kind"), String.class);
        Field<Integer> micros = DSL.field(DSL.name("counted", "micros"), Integer.class);
        Field<Integer> begun =
                DSL.count().filterWhere(DSL.condition(DSL.field(DSL.name("counted", "first"), Boolean.class)));
        Field<Double> p95 =
                DSL.percentileCont(DSL.inline(0.95)).withinGroupOrderBy(micros).cast(Double.class);
        Function<String, Field<Integer>> of = one -> DSL.count().filterWhere(kind.eq(DSL.inline(one)));
        return db
                .select(
                        slot,
                        begun,
                        DSL.count(),
                        of.apply("answer"),
                        of.apply("unknown"),
                        of.apply("handover"),
                        of.apply("fallback"),
                        p95)
                .from(counted)
                .groupBy(slot)
                .fetch()
                .stream()
                .collect(Collectors.toMap(Record8::value1, row -> {
                    Double slow = row.value8();
                    return new Figures(
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7(),
                            slow == null ? null : slow / MICROS_IN_MILLI,
                            0);
                }));
    }

    /** When a shopper last got a reply. */
    public @Nullable Instant last(TenantId tenant, List<BotId> bots) {
        OffsetDateTime last = db.select(DSL.max(RECEIPT.CREATED_AT))
                .from(RECEIPT)
                .where(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.BOT_ID.eq(DSL.any(bots.stream().map(BotId::value).toArray(UUID[]::new))))
                .fetchSingle()
                .value1();
        return last == null ? null : last.toInstant();
    }

    /** Most often hit first. */
    public List<EntryHits> hits(TenantId tenant, BotId bot, Instant since) {
        Field<Integer> hits = DSL.count();
        Field<OffsetDateTime> last = DSL.max(RECEIPT.CREATED_AT);
        return db.select(RECEIPT.ENTRY_KEY, hits, last)
                .from(RECEIPT)
                .where(is(tenant, bot, since))
                .and(RECEIPT.ENTRY_KEY.isNotNull())
                .groupBy(RECEIPT.ENTRY_KEY)
                .orderBy(hits.desc(), RECEIPT.ENTRY_KEY)
                .fetch(row ->
                        new EntryHits(row.value1(), row.value2(), row.value3().toInstant()));
    }

    /** The texts of the newest replies that did not know, each once. */
    public List<Asked> unanswered(TenantId tenant, BotId bot, Instant since) {
        Field<String> asked =
                DSL.jsonbGetAttributeAsText(DSL.jsonbGetAttribute(RECEIPT.RECEIPT_, "understanding"), "text");
        Field<String> said = DSL.jsonbGetAttributeAsText(RECEIPT.RECEIPT_, "kind");
        Table<?> newest = db.select(asked.as("asked"), RECEIPT.CREATED_AT)
                .from(RECEIPT)
                .where(is(tenant, bot, since))
                .and(RECEIPT.KIND.eq("unknown").or(RECEIPT.KIND.eq("handover").and(said.eq("unknown"))))
                .orderBy(RECEIPT.CREATED_AT.desc())
                .limit(NEWEST)
                .asTable("newest");
        Field<String> text = newest.field("asked", String.class);
        Field<OffsetDateTime> last = DSL.max(newest.field(RECEIPT.CREATED_AT));
        return db.select(text, DSL.count(), last)
                .from(newest)
                .where(text.ne(""))
                .groupBy(text)
                .fetch(row -> new Asked(row.value1(), row.value2(), row.value3().toInstant()));
    }

    private static Condition is(TenantId tenant, BotId bot, Instant since) {
        return RECEIPT.TENANT_ID
                .eq(tenant.value())
                .and(RECEIPT.BOT_ID.eq(bot.value()))
                .and(RECEIPT.CREATED_AT.ge(since.atOffset(ZoneOffset.UTC)));
    }

    /** One statement for any number of periods: they come as three arrays. */
    private static Table<Record> table(List<Period> periods) {
        return DSL.table(
                "unnest({0}, {1}, {2}) as period(slot, begins, ends)",
                DSL.val(periods.stream().map(Period::slot).toArray(Integer[]::new), SQLDataType.INTEGER.array()),
                times(periods.stream().map(Period::begin).toList()),
                times(periods.stream().map(Period::end).toList()));
    }

    private static Field<OffsetDateTime[]> times(List<Instant> instants) {
        return DSL.val(
                instants.stream()
                        .map(instant -> instant.atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                SQLDataType.OFFSETDATETIME.array());
    }

    private static Field<Integer> of(String kind) {
        return DSL.count().filterWhere(RECEIPT.KIND.eq(DSL.inline(kind)));
    }

    private static Field<Double> percentile(double share) {
        return DSL.percentileCont(DSL.inline(share))
                .withinGroupOrderBy(RECEIPT.MICROS)
                .cast(Double.class);
    }

    private static Tally tally(Record row) {
        return new Tally(
                row.get(CONVERSATIONS),
                row.get(MESSAGES),
                row.get(ANSWERED),
                row.get(CHOICES),
                row.get(UNKNOWN),
                row.get(DECLINED),
                row.get(HANDED_OVER),
                row.get(FALLBACK),
                row.get(WITH_PERSON),
                replyTime(row.get(P50), row.get(P95)));
    }

    private static @Nullable ReplyTime replyTime(@Nullable Double p50, @Nullable Double p95) {
        return p50 == null || p95 == null ? null : new ReplyTime(p50 / MICROS_IN_MILLI, p95 / MICROS_IN_MILLI);
    }
}
