package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTER;

import io.xiaoer.bots.BotId;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was done about clusters. */
@Repository
public class MendRows {

    private final DSLContext db;
    private final ClusterRows clusters;

    MendRows(DSLContext db, ClusterRows clusters) {
        this.db = db;
        this.clusters = clusters;
    }

    /** A cluster that was mended. */
    record Mended(
            UUID id,
            State state,
            Mend.As as,
            @Nullable String entryKey,
            List<String> texts,
            OffsetDateTime at,
            @Nullable Integer release,
            @Nullable OffsetDateTime liveAt) {}

    /** @param liveAt since when it counts; null as long as it is in the draft only */
    public boolean mend(
            TenantId tenant,
            BotId bot,
            UUID id,
            Mend mend,
            @Nullable String entryKey,
            State state,
            String by,
            OffsetDateTime at,
            @Nullable OffsetDateTime liveAt) {
        clusters.advance(tenant, bot);
        return db.update(CLUSTER)
                        .set(CLUSTER.STATE, state.key())
                        .set(CLUSTER.MENDED_AS, mend.as().key())
                        .set(CLUSTER.MENDED_KEY, entryKey)
                        .set(CLUSTER.MENDED_TEXTS, mend.texts().toArray(String[]::new))
                        .set(CLUSTER.MENDED_BY, by)
                        .set(CLUSTER.MENDED_AT, at)
                        .setNull(CLUSTER.RELEASE)
                        .set(CLUSTER.LIVE_AT, liveAt)
                        .set(CLUSTER.ANSWERED, 0)
                        .set(CLUSTER.ASKED, 0)
                        .where(ClusterRows.is(tenant, id))
                        .and(CLUSTER.BOT_ID.eq(bot.value()))
                        .execute()
                == 1;
    }

    /** Open again, as if nothing had been done. */
    public boolean reopen(TenantId tenant, BotId bot, UUID id) {
        clusters.advance(tenant, bot);
        return db.update(CLUSTER)
                        .set(CLUSTER.STATE, State.OPEN.key())
                        .setNull(CLUSTER.MENDED_AS)
                        .setNull(CLUSTER.MENDED_KEY)
                        .setNull(CLUSTER.MENDED_TEXTS)
                        .setNull(CLUSTER.MENDED_BY)
                        .setNull(CLUSTER.MENDED_AT)
                        .setNull(CLUSTER.RELEASE)
                        .setNull(CLUSTER.LIVE_AT)
                        .set(CLUSTER.ANSWERED, 0)
                        .set(CLUSTER.ASKED, 0)
                        .where(ClusterRows.is(tenant, id))
                        .and(CLUSTER.BOT_ID.eq(bot.value()))
                        .execute()
                == 1;
    }

    /** Those that were mended and are not ignored. */
    List<Mended> mended(TenantId tenant, BotId bot) {
        return db.select(
                        CLUSTER.CLUSTER_ID,
                        CLUSTER.STATE,
                        CLUSTER.MENDED_AS,
                        CLUSTER.MENDED_KEY,
                        CLUSTER.MENDED_TEXTS,
                        CLUSTER.MENDED_AT,
                        CLUSTER.RELEASE,
                        CLUSTER.LIVE_AT)
                .from(CLUSTER)
                .where(ClusterRows.of(tenant, bot))
                .and(CLUSTER.STATE.in(State.DRAFTED.key(), State.WATCHED.key(), State.CLOSED.key()))
                .and(CLUSTER.MENDED_AS.isNotNull())
                .orderBy(CLUSTER.CLUSTER_ID)
                .fetch(MendRows::mended);
    }

    /** What became of a mending, unless somebody has done something else meanwhile. */
    void judged(
            TenantId tenant,
            Mended mended,
            State state,
            @Nullable Integer release,
            @Nullable OffsetDateTime liveAt,
            int answered,
            int asked) {
        db.update(CLUSTER)
                .set(CLUSTER.STATE, state.key())
                .set(CLUSTER.RELEASE, release)
                .set(CLUSTER.LIVE_AT, liveAt)
                .set(CLUSTER.ANSWERED, answered)
                .set(CLUSTER.ASKED, asked)
                .where(ClusterRows.is(tenant, mended.id()))
                .and(CLUSTER.STATE.eq(mended.state().key()))
                .and(CLUSTER.MENDED_AT.eq(mended.at()))
                .execute();
    }

    private static Mended mended(Record row) {
        String[] texts = row.get(CLUSTER.MENDED_TEXTS);
        return new Mended(
                row.get(CLUSTER.CLUSTER_ID),
                State.of(row.get(CLUSTER.STATE)),
                Mend.As.of(row.get(CLUSTER.MENDED_AS)),
                row.get(CLUSTER.MENDED_KEY),
                texts == null ? List.of() : Arrays.asList(texts),
                row.get(CLUSTER.MENDED_AT),
                row.get(CLUSTER.RELEASE),
                row.get(CLUSTER.LIVE_AT));
    }
}
