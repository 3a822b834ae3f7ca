package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTERED;
import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.EntryHours;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts a shop's questions by entry, by hour and by what they say: each method one statement over an index that holds all of it. */
@Repository
public class ReportRows {

    /** What is typed by one shopper alone is theirs. */
    static final int FEWEST_SHOPPERS = 2;

    /** Texts whose shoppers are counted. */
    private static final int MOST_TEXTS = 400;

    private final DSLContext db;

    ReportRows(DSLContext db) {
        this.db = db;
    }

    /** From then until before then. */
    public record Time(OffsetDateTime from, OffsetDateTime to) {}

    /** A text, how often it was typed, and how often in the time before. */
    public record Typed(String text, int count, int before) {}

    /**
     * By whom a text was typed.
     *
     * @param entryKey that mostly answered; null if none did
     */
    public record By(int shoppers, @Nullable String entryKey) {}

    /** Lets the statements of this transaction sort and group in memory what a large shop's month is. */
    public void makeRoom() {
        db.execute("set local work_mem = '64MB'");
    }

    /** How many questions named their entry at once. */
    public int instant(TenantId tenant, BotId bot, Time time) {
        return db.select(DSL.count())
                .from(OUTCOME)
                .where(isQuestion(tenant, bot, time))
                .and(OUTCOME.INSTANT.isTrue())
                .fetchSingle()
                .value1();
    }

    /** When each entry's questions came. */
    public List<EntryHours> hours(TenantId tenant, BotId bot, Time time, ZoneId zone) {
        Field<Integer> hour = DSL.field(
                "date_part('hour', {0} at time zone {1})::int", Integer.class, OUTCOME.AT, DSL.inline(zone.getId()));
        Map<@Nullable String, List<Integer>> hours = new HashMap<>();
        db.select(OUTCOME.ENTRY_KEY, hour, DSL.count())
                .from(OUTCOME)
                .where(isQuestion(tenant, bot, time))
                .groupBy(OUTCOME.ENTRY_KEY, hour)
                .forEach(row -> hours.computeIfAbsent(
                                row.value1(), key -> new ArrayList<>(Collections.nCopies(EntryHours.HOURS, 0)))
                        .set(row.value2(), row.value3()));
        List<EntryHours> all = new ArrayList<>();
        hours.forEach((key, counts) -> all.add(new EntryHours(key, counts)));
        return all;
    }

    /** What was typed most often; shoppers are not counted yet. */
    public List<Typed> frequent(TenantId tenant, BotId bot, Time time) {
        Field<Integer> count = DSL.count();
        return db.select(OUTCOME.ASKED, count)
                .from(OUTCOME)
                .where(isTyped(tenant, bot, time))
                .groupBy(OUTCOME.ASKED)
                .having(count.ge(FEWEST_SHOPPERS))
                .orderBy(count.desc(), OUTCOME.ASKED)
                .limit(MOST_TEXTS)
                .fetch(row -> new Typed(row.value1(), row.value2(), 0));
    }

    /**
     * What was typed more often than in the time just before, by how much more.
     *
     * @param fewest times that it was typed at least
     */
    public List<Typed> growing(TenantId tenant, BotId bot, Time before, Time time, int fewest) {
        Field<Integer> now = DSL.count().filterWhere(OUTCOME.AT.ge(time.from()));
        Field<Integer> then = DSL.count().filterWhere(OUTCOME.AT.lt(time.from()));
        return db.select(OUTCOME.ASKED, now, then)
                .from(OUTCOME)
                .where(isTyped(tenant, bot, new Time(before.from(), time.to())))
                .groupBy(OUTCOME.ASKED)
                .having(now.ge(fewest).and(now.gt(then)))
                .orderBy(now.minus(then).desc(), OUTCOME.ASKED)
                .limit(MOST_TEXTS)
                .fetch(row -> new Typed(row.value1(), row.value2(), row.value3()));
    }

    /** Those of the texts that several shoppers typed, with whom. */
    public Map<String, By> by(TenantId tenant, BotId bot, Time time, Collection<String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Field<Integer> shoppers = DSL.countDistinct(OUTCOME.SHOPPER);
        Field<String> entry = DSL.field("mode() within group (order by {0})", String.class, OUTCOME.ENTRY_KEY);
        Map<String, By> by = new HashMap<>();
        db.select(OUTCOME.ASKED, shoppers, entry)
                .from(OUTCOME)
                .where(isTyped(tenant, bot, time))
                // unnested: an array in a kept plan would be gone through for every row
                .and(OUTCOME.ASKED.in(
                        DSL.select(DSL.field("unnest({0})", String.class, DSL.val(texts.toArray(String[]::new))))))
                .groupBy(OUTCOME.ASKED)
                .having(shoppers.ge(FEWEST_SHOPPERS))
                .forEach(row -> by.put(row.value1(), new By(row.value2(), row.value3())));
        return by;
    }

    /**
     * Questions that were not understood or not answered, those of most shoppers first, with the last place of each: one however it is worded, as
     * far as they are sorted, else by their text.
     */
    public List<Failed> failed(TenantId tenant, BotId bot, Time time, int limit) {
        Field<Integer> count = DSL.count();
        Field<Integer> shoppers = DSL.countDistinct(OUTCOME.SHOPPER);
        Field<String> last = DSL.field(
                "(array_agg({0}::text || '/' || {1} order by {2} desc))[1]",
                String.class, OUTCOME.CONVERSATION_ID, OUTCOME.SEQ, OUTCOME.AT);
        Field<Integer> unknown = DSL.count().filterWhere(OUTCOME.KIND.eq(OutcomeKind.UNKNOWN.key()));
        Field<Integer> missing = DSL.count().filterWhere(isMissing());
        Field<String> question = DSL.coalesce(CLUSTERED.CLUSTER_ID.cast(String.class), OUTCOME.ASKED);
        return db.select(count, shoppers, last, unknown, missing)
                .from(OUTCOME)
                .leftJoin(CLUSTERED)
                .on(CLUSTERED.TENANT_ID.eq(OUTCOME.TENANT_ID))
                .and(CLUSTERED.CONVERSATION_ID.eq(OUTCOME.CONVERSATION_ID))
                .and(CLUSTERED.SEQ.eq(OUTCOME.SEQ))
                .where(isTyped(tenant, bot, time))
                .and(hasFailed())
                .groupBy(question)
                .orderBy(shoppers.desc(), count.desc(), question)
                .limit(limit)
                .fetch(row -> new Failed(row.value1(), row.value2(), row.value3(), row.value4() > 0, row.value5() > 0));
    }

    /**
     * A question that failed.
     *
     * @param last where it was typed last, as {@code conversation/seq}
     */
    public record Failed(int count, int shoppers, String last, boolean unknown, boolean missing) {}

    private static Condition isMissing() {
        return OUTCOME.KIND.eq(OutcomeKind.DECLINED.key()).or(OUTCOME.HANDOVER.eq(HandoverReason.DATA_MISSING.key()));
    }

    private static Condition hasFailed() {
        return OUTCOME.KIND
                .eq(OutcomeKind.UNKNOWN.key())
                .or(isMissing())
                .or(OUTCOME.HELPFUL.isFalse())
                .or(OUTCOME.ASKED_AGAIN.isTrue());
    }

    /** Only questions to the bot have what was typed, and none of staff. */
    private static Condition isTyped(TenantId tenant, BotId bot, Time time) {
        return in(tenant, bot, time).and(OUTCOME.ASKED.isNotNull());
    }

    private static Condition isQuestion(TenantId tenant, BotId bot, Time time) {
        return in(tenant, bot, time).and(OUTCOME.STAFF.isFalse()).and(OutcomeRows.isQuestion());
    }

    private static Condition in(TenantId tenant, BotId bot, Time time) {
        return OutcomeRows.is(tenant, bot).and(OUTCOME.AT.ge(time.from())).and(OUTCOME.AT.lt(time.to()));
    }
}
