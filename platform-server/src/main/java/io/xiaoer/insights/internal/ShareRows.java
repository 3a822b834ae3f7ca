package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.insights.Shares;
import io.xiaoer.insights.Slice;
import io.xiaoer.tenancy.TenantId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts outcomes: two statements, whatever the length of the time and however many groups. */
@Repository
public class ShareRows {

    private static final double MICROS_IN_MILLI = 1000;

    private static final Field<String> KIND = DSL.field(DSL.name("told", "kind"), String.class);
    private static final Field<String> HANDOVER = DSL.field(DSL.name("told", "handover"), String.class);
    private static final Field<UUID> CONVERSATION = DSL.field(DSL.name("told", "conversation_id"), UUID.class);
    private static final Field<LocalDate> DATE = DSL.field(DSL.name("told", "date"), SQLDataType.LOCALDATE);
    private static final Field<Boolean> MEMBER = DSL.field(DSL.name("told", "member"), Boolean.class);

    private static final List<HandoverReason> REASONS = Arrays.stream(HandoverReason.values())
            .filter(reason -> reason != HandoverReason.FALLBACK)
            .toList();

    private final DSLContext db;

    ShareRows(DSLContext db) {
        this.db = db;
    }

    /** What is counted together. */
    public record Group(@Nullable LocalDate date, boolean member) {}

    public Shares count(TenantId tenant, BotId bot, Slice slice) {
        Field<Boolean> member = DSL.inline(true).as("member");
        Integer pilot = slice.pilot();
        Condition whose = pilot == null
                ? DSL.noCondition()
                : slice.rest() ? OUTCOME.PILOT.isDistinctFrom(pilot) : OUTCOME.PILOT.eq(pilot);
        Integer release = slice.release();
        Condition whichRelease = release == null
                ? DSL.noCondition()
                : OUTCOME.RELEASE.eq(release).or(OUTCOME.KIND.eq(OutcomeKind.PERSON.key()));
        Table<?> told = told(
                tenant,
                bot,
                slice.from(),
                slice.to(),
                whose.and(whichRelease),
                DSL.castNull(SQLDataType.LOCALDATE).as("date"),
                member);
        return count(told).getOrDefault(new Group(null, true), Shares.NOTHING);
    }

    /** Each day's, of everybody. */
    public Map<LocalDate, Shares> daily(
            TenantId tenant, BotId bot, OffsetDateTime from, OffsetDateTime to, ZoneId zone) {
        Field<Boolean> member = DSL.inline(true).as("member");
        Map<LocalDate, Shares> days = new HashMap<>();
        count(told(tenant, bot, from, to, DSL.noCondition(), date(from, to, zone), member))
                .forEach((group, counted) -> days.put(Objects.requireNonNull(group.date()), counted));
        return days;
    }

    /** A row's day, found among the beginnings of all of them: telling the date of each in its time zone would take several times as long. */
    private static Field<LocalDate> date(OffsetDateTime from, OffsetDateTime to, ZoneId zone) {
        LocalDate first = from.atZoneSameInstant(zone).toLocalDate();
        OffsetDateTime[] days = first.datesUntil(
                        to.atZoneSameInstant(zone).toLocalDate().plusDays(1))
                .map(day -> day.atStartOfDay(zone).toOffsetDateTime())
                .toArray(OffsetDateTime[]::new);
        return DSL.field(
                        "{0} + width_bucket({1}, {2}) - 1",
                        SQLDataType.LOCALDATE, DSL.val(first), OUTCOME.AT, DSL.val(days))
                .as("date");
    }

    /** Each day's, of a pilot's members and of everybody else. */
    public Map<Group, Shares> daily(
            TenantId tenant, BotId bot, int pilot, OffsetDateTime from, OffsetDateTime to, ZoneId zone) {
        Field<Boolean> member =
                DSL.field(OUTCOME.PILOT.isNotDistinctFrom(pilot)).as("member");
        return count(told(tenant, bot, from, to, DSL.noCondition(), date(from, to, zone), member));
    }

    private Table<?> told(
            TenantId tenant,
            BotId bot,
            OffsetDateTime from,
            OffsetDateTime to,
            Condition wanted,
            Field<LocalDate> date,
            Field<Boolean> member) {
        return db.select(
                        OUTCOME.CONVERSATION_ID,
                        OUTCOME.SEQ,
                        OUTCOME.KIND,
                        OUTCOME.HANDOVER,
                        OUTCOME.HELPFUL,
                        OUTCOME.ASKED_AGAIN,
                        OUTCOME.MICROS,
                        date,
                        member)
                .from(OUTCOME)
                .where(OutcomeRows.is(tenant, bot))
                .and(OUTCOME.AT.ge(from))
                .and(OUTCOME.AT.lt(to))
                .and(OUTCOME.STAFF.isFalse())
                .and(wanted)
                .asTable("told");
    }

    private Map<Group, Shares> count(Table<?> told) {
        Map<Group, Record> replies = replies(told);
        Map<Group, Shares> counted = new HashMap<>();
        talks(told).forEach((group, talks) -> counted.put(group, shares(talks, replies.get(group))));
        return counted;
    }

    /** Conversation by conversation first: whether one is resolved is known from all of it. */
    private Map<Group, Record> talks(Table<?> told) {
        Field<Boolean> helpful = DSL.field(DSL.name("told", "helpful"), Boolean.class);
        Field<Boolean> again = DSL.field(DSL.name("told", "asked_again"), Boolean.class);
        Condition question = KIND.in(Arrays.stream(OutcomeKind.values())
                .filter(OutcomeKind::isQuestion)
                .map(kind -> DSL.inline(kind.key()))
                .toList());
        Condition handed = HANDOVER.isNotNull().and(HANDOVER.ne(DSL.inline(HandoverReason.FALLBACK.key())));
        Field<Integer> questions = DSL.count().filterWhere(question);
        Table<?> talk = db.select(
                        DATE.as("date"),
                        MEMBER.as("member"),
                        questions.as("questions"),
                        of(OutcomeKind.ANSWERED).as("answered"),
                        of(OutcomeKind.CHOICES).as("choices"),
                        of(OutcomeKind.UNKNOWN).as("unknown"),
                        of(OutcomeKind.DECLINED).as("declined"),
                        of(OutcomeKind.ERROR).as("errors"),
                        DSL.count().filterWhere(helpful.isTrue()).as("helpful"),
                        DSL.count().filterWhere(helpful.isFalse()).as("unhelpful"),
                        DSL.count().filterWhere(again.isTrue()).as("again"),
                        DSL.boolOr(handed).as("handed"),
                        reasons().as("reasons"),
                        DSL.boolOr(handed.or(KIND.eq(DSL.inline(OutcomeKind.PERSON.key()))))
                                .as("attended"),
                        endsWell(question).as("well"))
                .from(told)
                .groupBy(DATE, MEMBER, CONVERSATION)
                .having(DSL.count()
                        .filterWhere(question.or(KIND.eq(DSL.inline(OutcomeKind.HANDED_OVER.key()))))
                        .gt(DSL.inline(0)))
                .asTable("talk");
        Condition resolved = talk("answered", Integer.class)
                .gt(DSL.inline(0))
                .and(talk("attended", Boolean.class).isFalse())
                .and(talk("well", Boolean.class).isTrue())
                .and(talk("unhelpful", Integer.class).eq(DSL.inline(0)))
                .and(talk("again", Integer.class).eq(DSL.inline(0)));
        List<Field<?>> counts = new ArrayList<>(List.of(
                talk("date", LocalDate.class).as("date"),
                talk("member", Boolean.class).as("member"),
                DSL.count().as("conversations"),
                DSL.count().filterWhere(resolved).as("resolved"),
                sum("questions"),
                sum("answered"),
                sum("choices"),
                sum("unknown"),
                sum("declined"),
                DSL.count().filterWhere(talk("handed", Boolean.class).isTrue()).as("handed"),
                sum("errors"),
                sum("helpful"),
                sum("unhelpful"),
                sum("again")));
        for (int i = 0; i < REASONS.size(); i++) {
            counts.add(DSL.count()
                    .filterWhere(DSL.condition("({0} & {1}) <> 0", talk("reasons", Integer.class), DSL.inline(1 << i)))
                    .as(REASONS.get(i).key()));
        }
        return groups(db.select(counts)
                .from(talk)
                .groupBy(talk("date", LocalDate.class), talk("member", Boolean.class))
                .fetch());
    }

    /** Why a conversation was handed over: a bit for each of {@link #REASONS}. */
    private static Field<Integer> reasons() {
        CaseConditionStep<Integer> bit =
                DSL.when(HANDOVER.eq(DSL.inline(REASONS.getFirst().key())), DSL.inline(1));
        for (int i = 1; i < REASONS.size(); i++) {
            bit = bit.when(HANDOVER.eq(DSL.inline(REASONS.get(i).key())), DSL.inline(1 << i));
        }
        return DSL.bitOrAgg(bit);
    }

    /**
     * Whether the last question was answered or got choices. One number a question, so that nothing needs to be sorted: later ones are greater, a
     * turn that failed comes before the one that then had its number, and the last bit says whether it went well.
     */
    private static Field<Boolean> endsWell(Condition question) {
        Field<Integer> seq = DSL.field(DSL.name("told", "seq"), Integer.class);
        Condition well = KIND.in(DSL.inline(OutcomeKind.ANSWERED.key()), DSL.inline(OutcomeKind.CHOICES.key()));
        Field<Integer> placed = DSL.field(
                "abs({0}) * 4 + case when {0} > 0 then 2 else 0 end + case when {1} then 1 else 0 end",
                Integer.class, seq, well);
        return DSL.field("max({0}) filter (where {1}) % 2 = 1", Boolean.class, placed, question);
    }

    /** How long replies took. */
    private Map<Group, Record> replies(Table<?> told) {
        return groups(db.select(
                        DATE.as("date"),
                        MEMBER.as("member"),
                        percentile(0.5).as("p50"),
                        percentile(0.95).as("p95"))
                .from(told)
                .groupBy(DATE, MEMBER)
                .fetch());
    }

    private static Map<Group, Record> groups(List<? extends Record> rows) {
        Map<Group, Record> groups = new HashMap<>();
        rows.forEach(row ->
                groups.put(new Group(row.get("date", LocalDate.class), row.get("member", boolean.class)), row));
        return groups;
    }

    private static Shares shares(Record talks, @Nullable Record replies) {
        Map<HandoverReason, Integer> reasons = new EnumMap<>(HandoverReason.class);
        REASONS.forEach(reason -> {
            int times = talks.get(reason.key(), int.class);
            if (times > 0) {
                reasons.put(reason, times);
            }
        });
        return new Shares(
                talks.get("conversations", int.class),
                talks.get("resolved", int.class),
                talks.get("questions", int.class),
                talks.get("answered", int.class),
                talks.get("choices", int.class),
                talks.get("unknown", int.class),
                talks.get("declined", int.class),
                talks.get("handed", int.class),
                talks.get("errors", int.class),
                talks.get("helpful", int.class),
                talks.get("unhelpful", int.class),
                talks.get("again", int.class),
                reasons,
                millis(replies, "p50"),
                millis(replies, "p95"));
    }

    private static @Nullable Double millis(@Nullable Record replies, String name) {
        Double micros = replies == null ? null : replies.get(name, Double.class);
        return micros == null ? null : micros / MICROS_IN_MILLI;
    }

    private static Field<Integer> of(OutcomeKind kind) {
        return DSL.count().filterWhere(KIND.eq(DSL.inline(kind.key())));
    }

    private static Field<Double> percentile(double share) {
        return DSL.percentileCont(DSL.inline(share))
                .withinGroupOrderBy(DSL.field(DSL.name("told", "micros"), Integer.class))
                .cast(Double.class);
    }

    private static <T> Field<T> talk(String name, Class<T> type) {
        return DSL.field(DSL.name("talk", name), type);
    }

    private static Field<?> sum(String name) {
        return DSL.sum(talk(name, Integer.class)).as(name);
    }
}
