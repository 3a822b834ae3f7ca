package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTER;
import static io.xiaoer.insights.internal.db.Tables.CLUSTERED;
import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.ClusterFilter;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.Mending;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectHavingStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists questions to fix, counted when they are asked for. */
@Repository
public class QuestionRows {

    private static final int WEEK = 7;

    private static final Field<UUID> FAILED_CLUSTER = DSL.field(DSL.name("failed", "cluster_id"), UUID.class);
    private static final Field<UUID> CONVERSATION = DSL.field(DSL.name("failed", "conversation_id"), UUID.class);
    private static final Field<String> SHOPPER = DSL.field(DSL.name("failed", "shopper"), String.class);
    private static final Field<Integer> RELEASE = DSL.field(DSL.name("failed", "release"), Integer.class);
    private static final Field<OffsetDateTime> AT =
            DSL.field(DSL.name("failed", "at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private static final Field<Integer> SINCE = DSL.count()
            .filterWhere(CLUSTER.LIVE_AT
                    .isNotNull()
                    .and(AT.ge(CLUSTER.LIVE_AT))
                    .and(DSL.coalesce(DSL.field(RELEASE.ge(CLUSTER.RELEASE)), DSL.inline(true))
                            .isTrue()));

    private final DSLContext db;

    QuestionRows(DSLContext db) {
        this.db = db;
    }

    /** Where a page begins: after this one. */
    public record After(int shoppers, int count, UUID id) {}

    /** Those that failed most people first. */
    public List<QuestionCluster> list(
            TenantId tenant,
            BotId bot,
            ClusterFilter filter,
            @Nullable After after,
            int limit,
            OffsetDateTime now,
            InsightTexts texts) {
        Cause cause = filter.cause();
        String[] states = filter.states().stream().map(State::key).toArray(String[]::new);
        Condition wanted = CLUSTER.STATE
                .eq(DSL.any(states))
                .and(cause == null ? DSL.noCondition() : CLUSTER.CAUSE.eq(cause.key()));
        OffsetDateTime since = now.minusDays(filter.days());
        Field<Integer> shoppers = shoppers(since);
        Field<Integer> count = count(since);
        Condition begins = after == null
                ? DSL.noCondition()
                : DSL.row(shoppers, count, CLUSTER.CLUSTER_ID).lt(after.shoppers(), after.count(), after.id());
        return counted(tenant, bot, wanted, since, now)
                .having(CLUSTER.STATE.ne(State.OPEN.key()).or(count.gt(0)))
                .and(begins)
                .orderBy(shoppers.desc(), count.desc(), CLUSTER.CLUSTER_ID.desc())
                .limit(limit)
                .fetch(row -> question(row, bot, texts));
    }

    public Optional<QuestionCluster> find(TenantId tenant, BotId bot, UUID id, OffsetDateTime now, InsightTexts texts) {
        return counted(tenant, bot, CLUSTER.CLUSTER_ID.eq(id), now.minusDays(ClusterFilter.DEFAULT_DAYS), now)
                .fetchOptional(row -> question(row, bot, texts));
    }

    /** How many open ones failed somebody since, by why. */
    public Map<Cause, Integer> open(TenantId tenant, BotId bot, OffsetDateTime since) {
        Map<Cause, Integer> open = new EnumMap<>(Cause.class);
        db.select(CLUSTER.CAUSE, DSL.countDistinct(CLUSTER.CLUSTER_ID))
                .from(CLUSTER)
                .join(failed(tenant, bot, since))
                .on(FAILED_CLUSTER.eq(CLUSTER.CLUSTER_ID))
                .where(ClusterRows.of(tenant, bot))
                .and(CLUSTER.STATE.eq(State.OPEN.key()))
                .groupBy(CLUSTER.CAUSE)
                .forEach(row -> open.put(ClusterRows.cause(row.value1()), row.value2()));
        return open;
    }

    private SelectHavingStep<?> counted(
            TenantId tenant, BotId bot, Condition wanted, OffsetDateTime since, OffsetDateTime now) {
        OffsetDateTime weekAgo = now.minusDays(WEEK);
        OffsetDateTime twoWeeksAgo = weekAgo.minusDays(WEEK);
        // the trend takes two weeks, whatever is counted
        OffsetDateTime from = since.isBefore(twoWeeksAgo) ? since : twoWeeksAgo;
        return db.select(
                        CLUSTER.CLUSTER_ID,
                        CLUSTER.QUESTION,
                        CLUSTER.CAUSE,
                        CLUSTER.MISSING,
                        CLUSTER.STATE,
                        CLUSTER.FIRST_AT,
                        CLUSTER.LAST_AT,
                        CLUSTER.MENDED_AS,
                        CLUSTER.MENDED_KEY,
                        CLUSTER.MENDED_TEXTS,
                        CLUSTER.MENDED_BY,
                        CLUSTER.MENDED_AT,
                        CLUSTER.RELEASE,
                        CLUSTER.ANSWERED,
                        CLUSTER.ASKED)
                .select(
                        count(since).as("count"),
                        shoppers(since).as("shoppers"),
                        DSL.count().filterWhere(AT.ge(weekAgo)).as("last_week"),
                        DSL.count()
                                .filterWhere(AT.ge(twoWeeksAgo).and(AT.lt(weekAgo)))
                                .as("week_before"),
                        SINCE.as("since"))
                .from(CLUSTER)
                .leftJoin(failed(tenant, bot, from))
                .on(FAILED_CLUSTER.eq(CLUSTER.CLUSTER_ID))
                .where(ClusterRows.of(tenant, bot))
                .and(wanted)
                .groupBy(CLUSTER.TENANT_ID, CLUSTER.CLUSTER_ID);
    }

    /** What failed and is in a cluster. */
    private Table<?> failed(TenantId tenant, BotId bot, OffsetDateTime since) {
        return db.select(CLUSTERED.CLUSTER_ID, OUTCOME.CONVERSATION_ID, OUTCOME.SHOPPER, OUTCOME.RELEASE, OUTCOME.AT)
                .from(OUTCOME)
                .join(CLUSTERED)
                .on(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(CLUSTERED.CONVERSATION_ID.eq(OUTCOME.CONVERSATION_ID))
                .and(CLUSTERED.SEQ.eq(OUTCOME.SEQ))
                .where(OutcomeRows.is(tenant, bot))
                .and(OUTCOME.AT.ge(since))
                .and(OutcomeRows.failed())
                .and(CLUSTERED.CLUSTER_ID.isNotNull())
                .asTable("failed");
    }

    /** Who is forgotten counts by the conversation. */
    private static Field<Integer> shoppers(OffsetDateTime since) {
        return DSL.countDistinct(DSL.coalesce(SHOPPER, CONVERSATION.cast(String.class)))
                .filterWhere(AT.ge(since));
    }

    private static Field<Integer> count(OffsetDateTime since) {
        return DSL.count().filterWhere(AT.ge(since));
    }

    private static QuestionCluster question(Record row, BotId bot, InsightTexts texts) {
        Cause cause = ClusterRows.cause(row.get(CLUSTER.CAUSE));
        String missing = row.get(CLUSTER.MISSING);
        return new QuestionCluster(
                row.get(CLUSTER.CLUSTER_ID),
                bot,
                row.get(CLUSTER.QUESTION),
                cause,
                missing,
                switch (cause) {
                    case NOT_UNDERSTOOD -> texts.notUnderstood();
                    case DATA_MISSING -> texts.dataMissing(missing);
                    case WRONG -> texts.wrong();
                },
                State.of(row.get(CLUSTER.STATE)),
                row.get("count", int.class),
                row.get("shoppers", int.class),
                row.get("last_week", int.class),
                row.get("week_before", int.class),
                row.get(CLUSTER.FIRST_AT),
                row.get(CLUSTER.LAST_AT),
                mending(row));
    }

    private static @Nullable Mending mending(Record row) {
        String as = row.get(CLUSTER.MENDED_AS);
        String[] texts = row.get(CLUSTER.MENDED_TEXTS);
        return as == null
                ? null
                : new Mending(
                        Mend.As.of(as),
                        row.get(CLUSTER.MENDED_KEY),
                        texts == null ? List.of() : Arrays.asList(texts),
                        row.get(CLUSTER.MENDED_BY),
                        row.get(CLUSTER.MENDED_AT),
                        row.get(CLUSTER.RELEASE),
                        row.get(CLUSTER.ANSWERED),
                        row.get(CLUSTER.ASKED),
                        row.get("since", int.class));
    }
}
