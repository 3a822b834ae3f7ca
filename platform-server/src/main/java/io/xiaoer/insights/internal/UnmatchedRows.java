package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Finds questions that no bot understood. */
@Repository
public class UnmatchedRows {

    private final DSLContext db;

    UnmatchedRows(DSLContext db) {
        this.db = db;
    }

    /** By whom, and where. */
    public record Asked(ShopperRef shopper, Place message) {}

    /** Of all bots, newest first. */
    public List<Asked> since(TenantId tenant, OffsetDateTime since, int most) {
        return db.select(OUTCOME.SHOPPER, OUTCOME.CONVERSATION_ID, OUTCOME.SEQ)
                .from(OUTCOME)
                .where(OUTCOME.TENANT_ID.eq(tenant.value()))
                .and(OUTCOME.KIND.eq(OutcomeKind.UNKNOWN.key()))
                .and(OUTCOME.STAFF.isFalse())
                .and(OUTCOME.SHOPPER.isNotNull())
                .and(OUTCOME.SEQ.gt(0))
                .and(OUTCOME.AT.ge(since))
                .orderBy(OUTCOME.AT.desc())
                .limit(most)
                .fetch(row -> new Asked(
                        ShopperRef.parse(row.value1()), new Place(new ConversationId(row.value2()), row.value3())));
    }
}
