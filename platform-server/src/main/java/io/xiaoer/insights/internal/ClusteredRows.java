package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTERED;
import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.insights.Outcome;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of which question is in which cluster. */
@Repository
class ClusteredRows {

    static final Field<Integer> TIMES = DSL.count();

    private final DSLContext db;

    ClusteredRows(DSLContext db) {
        this.db = db;
    }

    /** Questions that failed and were not looked at yet, oldest first; not those whose words are forgotten. */
    List<Outcome> fresh(TenantId tenant, BotId bot, OffsetDateTime since, int limit) {
        return db.selectFrom(OUTCOME)
                .where(OutcomeRows.is(tenant, bot))
                .and(OUTCOME.AT.ge(since))
                .and(OutcomeRows.failed())
                .and(OUTCOME.SHOPPER.isNotNull())
                .and(OUTCOME.SEQ.gt(0))
                .andNotExists(DSL.selectOne()
                        .from(CLUSTERED)
                        .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                        .and(CLUSTERED.CONVERSATION_ID.eq(OUTCOME.CONVERSATION_ID))
                        .and(CLUSTERED.SEQ.eq(OUTCOME.SEQ)))
                .orderBy(OUTCOME.AT, OUTCOME.CONVERSATION_ID, OUTCOME.SEQ)
                .limit(limit)
                .fetch(OutcomeRows::outcome);
    }

    /** Where wordings are that are in a cluster already. */
    Map<String, List<UUID>> known(TenantId tenant, BotId bot, Collection<String> wordings) {
        return db.selectDistinct(CLUSTERED.WORDING, CLUSTERED.CLUSTER_ID)
                .from(CLUSTERED)
                .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(CLUSTERED.BOT_ID.eq(bot.value()))
                .and(CLUSTERED.WORDING.eq(DSL.any(wordings.toArray(String[]::new))))
                .and(CLUSTERED.CLUSTER_ID.isNotNull())
                .fetchGroups(CLUSTERED.WORDING, CLUSTERED.CLUSTER_ID);
    }

    void insert(TenantId tenant, BotId bot, Collection<Failed> failed, Map<Place, UUID> clusters) {
        if (failed.isEmpty()) {
            return;
        }
        var insert = db.insertInto(
                CLUSTERED,
                CLUSTERED.TENANT_ID,
                CLUSTERED.CONVERSATION_ID,
                CLUSTERED.SEQ,
                CLUSTERED.BOT_ID,
                CLUSTERED.CLUSTER_ID,
                CLUSTERED.TEXT,
                CLUSTERED.WORDING);
        for (Failed one : failed) {
            UUID cluster = clusters.get(one.place());
            insert = insert.values(
                    tenant.value(),
                    one.place().conversation().value(),
                    one.place().seq(),
                    bot.value(),
                    cluster,
                    cluster == null ? null : one.text(),
                    cluster == null ? null : one.wording());
        }
        insert.onConflictDoNothing().execute();
    }

    void move(TenantId tenant, UUID from, UUID to) {
        db.update(CLUSTERED)
                .set(CLUSTERED.CLUSTER_ID, to)
                .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(CLUSTERED.CLUSTER_ID.eq(from))
                .execute();
    }

    /** How clusters were worded, the most frequent first. */
    Map<UUID, List<Wording>> wordings(TenantId tenant, BotId bot, Collection<UUID> clusters, int mostEach) {
        return wordings(tenant, CLUSTERED.BOT_ID.eq(bot.value()), clusters, mostEach);
    }

    /** The same of all bots. */
    Map<UUID, List<Wording>> wordings(TenantId tenant, Collection<UUID> clusters) {
        return wordings(tenant, DSL.noCondition(), clusters, Integer.MAX_VALUE);
    }

    private Map<UUID, List<Wording>> wordings(
            TenantId tenant, Condition which, Collection<UUID> clusters, int mostEach) {
        Field<Integer> rank = DSL.rowNumber()
                .over(DSL.partitionBy(CLUSTERED.CLUSTER_ID).orderBy(TIMES.desc(), CLUSTERED.WORDING))
                .as("rank");
        Field<String> last = DSL.field(
                        "(array_agg({0} order by {1} desc, {2} desc))[1]",
                        String.class, CLUSTERED.TEXT, CLUSTERED.CONVERSATION_ID, CLUSTERED.SEQ)
                .as("last");
        var counted = db.select(CLUSTERED.CLUSTER_ID, CLUSTERED.WORDING, last, TIMES.as("times"), rank)
                .from(CLUSTERED)
                .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(CLUSTERED.CLUSTER_ID.eq(DSL.any(clusters.toArray(UUID[]::new))))
                .and(CLUSTERED.TEXT.isNotNull())
                .and(which)
                .groupBy(CLUSTERED.CLUSTER_ID, CLUSTERED.WORDING)
                .asTable("counted");
        Map<UUID, List<Wording>> wordings = new HashMap<>();
        db.selectFrom(counted)
                .where(DSL.field(DSL.name("counted", "rank"), Integer.class).le(mostEach))
                .orderBy(DSL.field(DSL.name("counted", "rank")))
                .forEach(row -> wordings.computeIfAbsent(
                                row.get(CLUSTERED.CLUSTER_ID.getName(), UUID.class), id -> new ArrayList<>())
                        .add(new Wording(
                                row.get(CLUSTERED.WORDING.getName(), String.class),
                                row.get("last", String.class),
                                row.get("times", Integer.class))));
        return wordings;
    }

    /** Blanks what these outcomes' shoppers wrote, before it is forgotten who they are; says which clusters had it. */
    List<UUID> forget(TenantId tenant, Condition outcomes) {
        return db
                .update(CLUSTERED)
                .setNull(CLUSTERED.TEXT)
                .setNull(CLUSTERED.WORDING)
                .from(OUTCOME)
                .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.CONVERSATION_ID.eq(CLUSTERED.CONVERSATION_ID))
                .and(OUTCOME.SEQ.eq(CLUSTERED.SEQ))
                .and(CLUSTERED.TEXT.isNotNull())
                .and(outcomes)
                .returningResult(CLUSTERED.CLUSTER_ID)
                .fetch()
                .stream()
                .map(row -> row.value1())
                .distinct()
                .toList();
    }

    void delete(TenantId tenant, UUID cluster) {
        db.deleteFrom(CLUSTERED)
                .where(CLUSTERED.TENANT_ID.eq(tenant.value()))
                .and(CLUSTERED.CLUSTER_ID.eq(cluster))
                .execute();
    }
}
