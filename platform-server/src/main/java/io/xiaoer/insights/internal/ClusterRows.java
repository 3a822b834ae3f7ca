package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTER;
import static io.xiaoer.insights.internal.db.Tables.SORTING;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.tenancy.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The tables of clusters and of how far a bot's questions are sorted. */
@Repository
class ClusterRows {

    private final DSLContext db;

    ClusterRows(DSLContext db) {
        this.db = db;
    }

    static Condition is(TenantId tenant, UUID id) {
        return CLUSTER.TENANT_ID.eq(tenant.value()).and(CLUSTER.CLUSTER_ID.eq(id));
    }

    static Condition of(TenantId tenant, BotId bot) {
        return CLUSTER.TENANT_ID.eq(tenant.value()).and(CLUSTER.BOT_ID.eq(bot.value()));
    }

    /** Those whose middles a model made that new ones can be compared with. */
    List<Heap> heaps(TenantId tenant, BotId bot, String model) {
        return db.select(
                        CLUSTER.CLUSTER_ID,
                        CLUSTER.CAUSE,
                        CLUSTER.MISSING,
                        CLUSTER.STATE,
                        CLUSTER.MIDDLE,
                        CLUSTER.WORDINGS,
                        CLUSTER.QUESTION,
                        CLUSTER.FIRST_AT,
                        CLUSTER.LAST_AT,
                        CLUSTER.MENDED_AS,
                        CLUSTER.RELEASE,
                        CLUSTER.LIVE_AT)
                .from(CLUSTER)
                .where(of(tenant, bot))
                .and(CLUSTER.MODEL.eq(model))
                .orderBy(CLUSTER.CLUSTER_ID)
                .fetch(ClusterRows::heap);
    }

    /** The version of a bot's sorting. */
    int version(TenantId tenant, BotId bot) {
        return sorting(tenant, bot).map(row -> row.get(SORTING.VERSION)).orElse(0);
    }

    /** The live release whose answers to mended questions are known. */
    Optional<Integer> judgedRelease(TenantId tenant, BotId bot) {
        return sorting(tenant, bot).map(row -> row.get(SORTING.JUDGED_RELEASE));
    }

    private Optional<? extends Record> sorting(TenantId tenant, BotId bot) {
        return db.select(SORTING.VERSION, SORTING.JUDGED_RELEASE)
                .from(SORTING)
                .where(SORTING.TENANT_ID.eq(tenant.value()))
                .and(SORTING.BOT_ID.eq(bot.value()))
                .fetchOptional();
    }

    /** Moves on from a version; false if somebody else has. Others wait until the transaction ends. */
    boolean advance(TenantId tenant, BotId bot, int version) {
        begin(tenant, bot);
        return db.update(SORTING)
                        .set(SORTING.VERSION, version + 1)
                        .where(SORTING.TENANT_ID.eq(tenant.value()))
                        .and(SORTING.BOT_ID.eq(bot.value()))
                        .and(SORTING.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Whoever is sorting begins again. */
    void advance(TenantId tenant, BotId bot) {
        begin(tenant, bot);
        db.update(SORTING)
                .set(SORTING.VERSION, SORTING.VERSION.plus(1))
                .where(SORTING.TENANT_ID.eq(tenant.value()))
                .and(SORTING.BOT_ID.eq(bot.value()))
                .execute();
    }

    /** The same for all bots of the shop. */
    void advance(TenantId tenant) {
        db.update(SORTING)
                .set(SORTING.VERSION, SORTING.VERSION.plus(1))
                .where(SORTING.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    void judged(TenantId tenant, BotId bot, int release) {
        begin(tenant, bot);
        db.update(SORTING)
                .set(SORTING.JUDGED_RELEASE, release)
                .where(SORTING.TENANT_ID.eq(tenant.value()))
                .and(SORTING.BOT_ID.eq(bot.value()))
                .execute();
    }

    private void begin(TenantId tenant, BotId bot) {
        db.insertInto(SORTING)
                .set(SORTING.TENANT_ID, tenant.value())
                .set(SORTING.BOT_ID, bot.value())
                .set(SORTING.VERSION, 0)
                .onConflictDoNothing()
                .execute();
    }

    void save(TenantId tenant, BotId bot, String model, Heap heap) {
        int updated = db.update(CLUSTER)
                .set(CLUSTER.MIDDLE, heap.middle().toBytes())
                .set(CLUSTER.WORDINGS, heap.middle().wordings())
                .set(CLUSTER.QUESTION, heap.question())
                .set(CLUSTER.STATE, heap.state().key())
                .set(CLUSTER.FIRST_AT, heap.firstAt())
                .set(CLUSTER.LAST_AT, heap.lastAt())
                .where(is(tenant, heap.id()))
                .execute();
        if (updated == 0) {
            db.insertInto(CLUSTER)
                    .set(CLUSTER.TENANT_ID, tenant.value())
                    .set(CLUSTER.CLUSTER_ID, heap.id())
                    .set(CLUSTER.BOT_ID, bot.value())
                    .set(CLUSTER.CAUSE, heap.kind().cause().key())
                    .set(CLUSTER.MISSING, heap.kind().missing())
                    .set(CLUSTER.STATE, heap.state().key())
                    .set(CLUSTER.MODEL, model)
                    .set(CLUSTER.MIDDLE, heap.middle().toBytes())
                    .set(CLUSTER.WORDINGS, heap.middle().wordings())
                    .set(CLUSTER.QUESTION, heap.question())
                    .set(CLUSTER.FIRST_AT, heap.firstAt())
                    .set(CLUSTER.LAST_AT, heap.lastAt())
                    .execute();
        }
    }

    /** Open ones whose middles another model made; they are sorted anew. */
    List<UUID> outdated(TenantId tenant, BotId bot, String model) {
        return db.select(CLUSTER.CLUSTER_ID)
                .from(CLUSTER)
                .where(of(tenant, bot))
                .and(CLUSTER.STATE.eq(State.OPEN.key()))
                .and(CLUSTER.MODEL.ne(model))
                .fetch(CLUSTER.CLUSTER_ID);
    }

    void delete(TenantId tenant, UUID id) {
        db.deleteFrom(CLUSTER).where(is(tenant, id)).execute();
    }

    private static Heap heap(Record row) {
        String mendedAs = row.get(CLUSTER.MENDED_AS);
        return new Heap(
                row.get(CLUSTER.CLUSTER_ID),
                new Kind(cause(row.get(CLUSTER.CAUSE)), row.get(CLUSTER.MISSING)),
                State.of(row.get(CLUSTER.STATE)),
                Middle.of(row.get(CLUSTER.MIDDLE), row.get(CLUSTER.WORDINGS)),
                row.get(CLUSTER.QUESTION),
                row.get(CLUSTER.FIRST_AT),
                row.get(CLUSTER.LAST_AT),
                mendedAs == null ? null : Mend.As.of(mendedAs),
                row.get(CLUSTER.RELEASE),
                row.get(CLUSTER.LIVE_AT));
    }

    static Cause cause(String key) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cause: " + key));
    }
}
