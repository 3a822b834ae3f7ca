package io.xiaoer.rehearsal.internal;

import static io.xiaoer.rehearsal.internal.db.Tables.DIFFERENCE;

import io.xiaoer.conversations.ConversationId;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Said;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of questions that came out otherwise in a replay. */
@Repository
public class DifferenceRows {

    /** Rows in one statement. */
    private static final int BATCH = 500;

    private final DSLContext db;
    private final JsonMapper json;

    DifferenceRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A difference and whose question it is. */
    record Found(Difference difference, ConversationId conversation, ShopperRef shopper) {}

    /** A question's place in a replay, newest conversation first. */
    public record Place(UUID conversation, int seq) {}

    void insert(TenantId tenant, UUID replay, List<Found> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            var insert = db.insertInto(
                    DIFFERENCE,
                    DIFFERENCE.TENANT_ID,
                    DIFFERENCE.REPLAY_ID,
                    DIFFERENCE.CONVERSATION_ID,
                    DIFFERENCE.SEQ,
                    DIFFERENCE.KIND,
                    DIFFERENCE.SHOPPER,
                    DIFFERENCE.ASKED_AT,
                    DIFFERENCE.ASKED,
                    DIFFERENCE.SAID_BEFORE,
                    DIFFERENCE.SAID_AFTER);
            for (Found found : all.subList(from, Math.min(all.size(), from + BATCH))) {
                Difference one = found.difference();
                insert = insert.values(
                        tenant.value(),
                        replay,
                        found.conversation().value(),
                        one.seq(),
                        one.group().name(),
                        found.shopper().toString(),
                        one.at(),
                        one.asked(),
                        document(one.before()),
                        document(one.after()));
            }
            insert.execute();
        }
    }

    /** The newest conversation's first. */
    public List<Difference> after(
            TenantId tenant, UUID replay, @Nullable Group group, @Nullable Place after, int limit) {
        return db.selectFrom(DIFFERENCE)
                .where(DIFFERENCE.TENANT_ID.eq(tenant.value()))
                .and(DIFFERENCE.REPLAY_ID.eq(replay))
                .and(group == null ? DSL.noCondition() : DIFFERENCE.KIND.eq(group.name()))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(DIFFERENCE.CONVERSATION_ID, DIFFERENCE.SEQ)
                                        .lt(after.conversation(), after.seq()))
                .orderBy(DIFFERENCE.CONVERSATION_ID.desc(), DIFFERENCE.SEQ.desc())
                .limit(limit)
                .fetch(this::map);
    }

    /** Removes what an erased shopper asked and was told. */
    int erase(TenantId tenant, ShopperRef shopper) {
        return db.deleteFrom(DIFFERENCE)
                .where(DIFFERENCE.TENANT_ID.eq(tenant.value()))
                .and(DIFFERENCE.SHOPPER.eq(shopper.toString()))
                .execute();
    }

    /** Removes what was asked before. */
    void forgetBefore(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(DIFFERENCE)
                .where(DIFFERENCE.TENANT_ID.eq(tenant.value()))
                .and(DIFFERENCE.ASKED_AT.lt(before))
                .execute();
    }

    private Difference map(Record row) {
        return new Difference(
                new ConversationId(row.get(DIFFERENCE.CONVERSATION_ID)),
                row.get(DIFFERENCE.SEQ),
                row.get(DIFFERENCE.ASKED_AT),
                row.get(DIFFERENCE.ASKED),
                1,
                said(row.get(DIFFERENCE.SAID_BEFORE)),
                said(row.get(DIFFERENCE.SAID_AFTER)),
                Group.valueOf(row.get(DIFFERENCE.KIND)));
    }

    private Said said(JSONB document) {
        return json.readValue(document.data(), Said.class);
    }

    private JSONB document(Said said) {
        return JSONB.jsonb(json.writeValueAsString(said));
    }
}
