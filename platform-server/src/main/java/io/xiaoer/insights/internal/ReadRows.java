package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists outcomes: the questions that failed, and members with what became of theirs. */
@Repository
public class ReadRows {

    private final DSLContext db;

    ReadRows(DSLContext db) {
        this.db = db;
    }

    /** Where a page of failed questions begins: after this one. */
    public record After(OffsetDateTime at, UUID conversation, int seq) {}

    /** What became of a member's questions. */
    public record Summary(
            int conversations,
            int questions,
            int unknown,
            boolean handedOver,
            ConversationId lastConversation,
            OffsetDateTime lastAt) {}

    /** Of a pilot's members, newest first; not those whose words are forgotten. */
    public List<Outcome> failed(TenantId tenant, BotId bot, int pilot, @Nullable After after, int limit) {
        return db.selectFrom(OUTCOME)
                .where(OutcomeRows.is(tenant, bot))
                .and(OUTCOME.PILOT.eq(pilot))
                .and(OutcomeRows.failed())
                .and(OUTCOME.SHOPPER.isNotNull())
                .and(OUTCOME.SEQ.gt(0))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(OUTCOME.AT, OUTCOME.CONVERSATION_ID, OUTCOME.SEQ)
                                        .lt(after.at(), after.conversation(), after.seq()))
                .orderBy(OUTCOME.AT.desc(), OUTCOME.CONVERSATION_ID.desc(), OUTCOME.SEQ.desc())
                .limit(limit)
                .fetch(OutcomeRows::outcome);
    }

    /** Of those shoppers who asked the bot anything as members of the pilot. */
    public Map<ShopperRef, Summary> members(TenantId tenant, BotId bot, int pilot, Collection<ShopperRef> shoppers) {
        String[] named = shoppers.stream().map(ShopperRef::toString).toArray(String[]::new);
        Condition handed = OUTCOME.HANDOVER.isNotNull().and(OUTCOME.HANDOVER.ne(HandoverReason.FALLBACK.key()));
        Field<UUID> last = DSL.field(
                "(array_agg({0} order by {1} desc, {2} desc))[1]",
                UUID.class, OUTCOME.CONVERSATION_ID, OUTCOME.AT, OUTCOME.SEQ);
        return db.select(
                        OUTCOME.SHOPPER,
                        DSL.countDistinct(OUTCOME.CONVERSATION_ID),
                        DSL.count().filterWhere(OutcomeRows.isQuestion()),
                        DSL.count().filterWhere(OUTCOME.KIND.eq(OutcomeKind.UNKNOWN.key())),
                        DSL.boolOr(handed),
                        last,
                        DSL.max(OUTCOME.AT))
                .from(OUTCOME)
                .where(OutcomeRows.is(tenant, bot))
                .and(OUTCOME.PILOT.eq(pilot))
                .and(OUTCOME.SHOPPER.eq(DSL.any(named)))
                .and(OutcomeRows.isBots())
                .groupBy(OUTCOME.SHOPPER)
                .fetchMap(
                        row -> ShopperRef.parse(row.value1()),
                        row -> new Summary(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                new ConversationId(row.value6()),
                                row.value7()));
    }
}
