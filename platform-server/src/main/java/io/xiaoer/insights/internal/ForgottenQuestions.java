package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.CLUSTER;
import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * Takes shoppers' words out of questions to fix. A question of which nobody's words are left is gone; one that went by forgotten words goes by
 * others of its own.
 */
@Repository
class ForgottenQuestions {

    private final ClusteredRows rows;
    private final ClusterRows clusters;
    private final DSLContext db;

    ForgottenQuestions(ClusteredRows rows, ClusterRows clusters, DSLContext db) {
        this.rows = rows;
        this.clusters = clusters;
        this.db = db;
    }

    /** Before it is forgotten which questions are the shopper's. */
    void forget(TenantId tenant, ShopperRef shopper) {
        forget(tenant, OUTCOME.SHOPPER.eq(shopper.toString()));
    }

    void forgetBefore(TenantId tenant, Collection<BotId> bots, OffsetDateTime before) {
        forget(
                tenant,
                OUTCOME.BOT_ID
                        .eq(DSL.any(bots.stream().map(BotId::value).toArray(UUID[]::new)))
                        .and(OUTCOME.AT.lt(before)));
    }

    private void forget(TenantId tenant, Condition outcomes) {
        clusters.advance(tenant);
        List<UUID> touched = rows.forget(tenant, outcomes);
        Map<UUID, List<Wording>> left = touched.isEmpty() ? Map.of() : rows.wordings(tenant, touched);
        for (UUID id : touched) {
            List<Wording> wordings = left.getOrDefault(id, List.of());
            if (wordings.isEmpty()) {
                rows.delete(tenant, id);
                clusters.delete(tenant, id);
            } else {
                rename(tenant, id, wordings);
            }
        }
    }

    private void rename(TenantId tenant, UUID id, List<Wording> left) {
        db.update(CLUSTER)
                .set(CLUSTER.QUESTION, left.getFirst().text())
                .where(ClusterRows.is(tenant, id))
                .and(CLUSTER.QUESTION.ne(
                        DSL.all(left.stream().map(Wording::text).toArray(String[]::new))))
                .execute();
    }
}
