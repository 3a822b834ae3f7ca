package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.MESSAGE;
import static io.xiaoer.conversations.internal.db.Tables.RECEIPT;

import io.xiaoer.answering.Receipt;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.PastQuestions.Typed;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole conversations with their receipts. */
@Repository
public class PastRows {

    private static final int CONVERSATIONS = 500;
    /** Of a conversation that is longer, the newest events are read. */
    private static final int MOST_EVENTS = 5_000;

    private final DSLContext db;
    private final ConversationRows messages;
    private final JsonMapper json;

    PastRows(DSLContext db, ConversationRows messages, JsonMapper json) {
        this.db = db;
        this.messages = messages;
        this.json = json;
    }

    /** A conversation that may hold questions. */
    public record Place(ConversationId conversation, ShopperRef shopper, int events) {}

    /**
     * A receipt.
     *
     * @param seq of the reply
     * @param question of the shopper's message; null in receipts from before
     * @param receipt null for a reply that no release gave
     */
    public record Kept(
            int seq,
            @Nullable Integer question,
            boolean staff,
            @Nullable Receipt receipt) {}

    /** A conversation as it was kept. */
    public record Talk(ConversationId id, ShopperRef shopper, List<Message> messages, List<Kept> receipts) {}

    public int count(TenantId tenant, BotId bot, OffsetDateTime since, OffsetDateTime until) {
        return db.fetchCount(RECEIPT, answered(tenant, bot, since, until));
    }

    /** In the order of their ids, which is that of time. */
    public List<Place> conversations(
            TenantId tenant, BotId bot, OffsetDateTime since, OffsetDateTime until, @Nullable ConversationId after) {
        return db.select(CONVERSATION.CONVERSATION_ID, CONVERSATION.SHOPPER, CONVERSATION.LAST_SEQ)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.BOT_ID.eq(bot.value()))
                .and(CONVERSATION.UPDATED_AT.ge(since))
                .and(CONVERSATION.CREATED_AT.lt(until))
                .and(CONVERSATION.LAST_SEQ.gt(0))
                .and(after == null ? DSL.noCondition() : CONVERSATION.CONVERSATION_ID.gt(after.value()))
                .orderBy(CONVERSATION.CONVERSATION_ID)
                .limit(CONVERSATIONS)
                .fetch(row ->
                        new Place(new ConversationId(row.value1()), ShopperRef.parse(row.value2()), row.value3()));
    }

    /** What was said in conversations, and why, in the order of {@code places}. */
    public List<Talk> talks(TenantId tenant, List<Place> places, OffsetDateTime until) {
        UUID[] ids = places.stream().map(place -> place.conversation().value()).toArray(UUID[]::new);
        if (ids.length == 0) {
            return List.of();
        }
        Map<UUID, List<Message>> said = db.select(MESSAGE.fields())
                .from(MESSAGE)
                .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE.CONVERSATION_ID.eq(DSL.any(ids)))
                .and(MESSAGE.CREATED_AT.lt(until))
                .and(
                        ids.length > 1
                                ? DSL.noCondition()
                                : MESSAGE.SEQ.gt(places.getFirst().events() - MOST_EVENTS))
                .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ)
                .fetchGroups(MESSAGE.CONVERSATION_ID, messages::message);
        Map<UUID, List<Kept>> receipts = db.select(
                        RECEIPT.CONVERSATION_ID, RECEIPT.SEQ, RECEIPT.QUESTION, RECEIPT.STAFF, RECEIPT.RECEIPT_)
                .from(RECEIPT)
                .where(RECEIPT.TENANT_ID.eq(tenant.value()))
                .and(RECEIPT.CONVERSATION_ID.eq(DSL.any(ids)))
                .and(RECEIPT.CREATED_AT.lt(until))
                .orderBy(RECEIPT.CONVERSATION_ID, RECEIPT.SEQ)
                .fetchGroups(
                        RECEIPT.CONVERSATION_ID,
                        row -> new Kept(
                                row.get(RECEIPT.SEQ),
                                row.get(RECEIPT.QUESTION),
                                Boolean.TRUE.equals(row.get(RECEIPT.STAFF)),
                                receipt(row.get(RECEIPT.RECEIPT_))));
        List<Talk> talks = new ArrayList<>();
        for (Place place : places) {
            UUID id = place.conversation().value();
            talks.add(new Talk(
                    place.conversation(),
                    place.shopper(),
                    said.getOrDefault(id, List.of()),
                    receipts.getOrDefault(id, List.of())));
        }
        return talks;
    }

    private @Nullable Receipt receipt(@Nullable JSONB document) {
        return document == null ? null : json.readValue(document.data(), Receipt.class);
    }

    /** Newest first. */
    public List<Typed> typed(TenantId tenant, BotId bot, OffsetDateTime since, OffsetDateTime until, int most) {
        var newest = db.select(RECEIPT.CONVERSATION_ID, RECEIPT.QUESTION)
                .from(RECEIPT)
                .where(answered(tenant, bot, since, until))
                .and(RECEIPT.QUESTION.isNotNull())
                .and(DSL.coalesce(
                                DSL.jsonbGetAttributeAsText(
                                        DSL.jsonbGetAttribute(RECEIPT.RECEIPT_, "understanding"), "path"),
                                DSL.inline(""))
                        .notIn("chosen", "picture"))
                .orderBy(RECEIPT.CREATED_AT.desc())
                .limit(most)
                .asTable("newest");
        return db.select(MESSAGE.CONVERSATION_ID, MESSAGE.SEQ, MESSAGE.CREATED_AT, MESSAGE.TEXT)
                .from(newest)
                .join(MESSAGE)
                .on(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE.CONVERSATION_ID.eq(newest.field(RECEIPT.CONVERSATION_ID)))
                .and(MESSAGE.SEQ.eq(newest.field(RECEIPT.QUESTION)))
                .where(MESSAGE.AUTHOR.eq(Author.SHOPPER.name()))
                .and(MESSAGE.TEXT.ne(""))
                .orderBy(MESSAGE.CREATED_AT.desc(), MESSAGE.CONVERSATION_ID, MESSAGE.SEQ)
                .fetch(row -> new Typed(new ConversationId(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    private static Condition answered(TenantId tenant, BotId bot, OffsetDateTime since, OffsetDateTime until) {
        return RECEIPT.TENANT_ID
                .eq(tenant.value())
                .and(RECEIPT.BOT_ID.eq(bot.value()))
                .and(RECEIPT.CREATED_AT.ge(since))
                .and(RECEIPT.CREATED_AT.lt(until))
                .and(RECEIPT.RECEIPT_.isNotNull())
                .and(RECEIPT.STAFF.isNull().or(RECEIPT.STAFF.isFalse()));
    }

    /** Keeps them from being forgotten until the transaction ends; no turn waits for that. */
    public Set<ConversationId> held(TenantId tenant, Collection<ConversationId> conversations) {
        UUID[] ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return db.select(CONVERSATION.CONVERSATION_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(DSL.any(ids)))
                .orderBy(CONVERSATION.CONVERSATION_ID)
                .forKeyShare()
                .fetchSet(row -> new ConversationId(row.value1()));
    }
}
