package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.FEEDBACK;
import static io.xiaoer.conversations.internal.db.Tables.MESSAGE;
import static io.xiaoer.conversations.internal.db.Tables.NOTE;
import static io.xiaoer.conversations.internal.db.Tables.RATING;
import static io.xiaoer.conversations.internal.db.Tables.TAG;

import io.xiaoer.conversations.Agent;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskNote;
import io.xiaoer.conversations.Feedback;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Rating;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The tables of what is said about conversations: by shoppers feedback and ratings, by the shop's people notes and tags. */
@Repository
public class OpinionRows {

    private final DSLContext db;

    OpinionRows(DSLContext db) {
        this.db = db;
    }

    /** The number of a reply, by its id. */
    public Optional<Integer> reply(TenantId tenant, ConversationId id, String replyId) {
        return db.select(MESSAGE.SEQ)
                .from(MESSAGE)
                .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE.CONVERSATION_ID.eq(id.value()))
                .and(MESSAGE.AUTHOR.in(Author.BOT.name(), Author.PERSON.name()))
                .and(MESSAGE.MESSAGE_ID.eq(replyId))
                .limit(1)
                .fetchOptional(MESSAGE.SEQ);
    }

    public void save(TenantId tenant, ConversationId id, int seq, Feedback feedback, OffsetDateTime at) {
        db.insertInto(FEEDBACK)
                .set(FEEDBACK.TENANT_ID, tenant.value())
                .set(FEEDBACK.CONVERSATION_ID, id.value())
                .set(FEEDBACK.SEQ, seq)
                .set(FEEDBACK.HELPFUL, feedback.helpful())
                .set(FEEDBACK.COMMENT, feedback.comment())
                .set(FEEDBACK.UPDATED_AT, at)
                .onConflict(FEEDBACK.TENANT_ID, FEEDBACK.CONVERSATION_ID, FEEDBACK.SEQ)
                .doUpdate()
                .set(FEEDBACK.HELPFUL, feedback.helpful())
                .set(FEEDBACK.COMMENT, feedback.comment())
                .set(FEEDBACK.UPDATED_AT, at)
                .where(FEEDBACK.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    /** What the shopper thought of the replies from {@code from} to {@code to}, by their numbers. */
    public Map<Integer, Feedback> feedback(TenantId tenant, ConversationId id, int from, int to) {
        return db.selectFrom(FEEDBACK)
                .where(FEEDBACK.TENANT_ID.eq(tenant.value()))
                .and(FEEDBACK.CONVERSATION_ID.eq(id.value()))
                .and(FEEDBACK.SEQ.between(from, to))
                .fetchMap(
                        row -> row.get(FEEDBACK.SEQ),
                        row -> new Feedback(row.get(FEEDBACK.HELPFUL), row.get(FEEDBACK.COMMENT)));
    }

    public void save(TenantId tenant, Conversation conversation, Rating rating) {
        Agent agent = conversation.desk().agent();
        db.insertInto(RATING)
                .set(RATING.TENANT_ID, tenant.value())
                .set(RATING.CONVERSATION_ID, conversation.id().value())
                .set(RATING.BOT_ID, conversation.bot().value())
                .set(RATING.AGENT_ID, agent == null ? null : agent.id())
                .set(RATING.SCORE, (short) rating.score())
                .set(RATING.COMMENT, rating.comment())
                .set(RATING.UPDATED_AT, rating.at())
                .onConflict(RATING.TENANT_ID, RATING.CONVERSATION_ID)
                .doUpdate()
                .set(RATING.SCORE, (short) rating.score())
                .set(RATING.COMMENT, rating.comment())
                .set(RATING.UPDATED_AT, rating.at())
                .where(RATING.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    public Optional<Rating> rating(TenantId tenant, ConversationId id) {
        return db.selectFrom(RATING)
                .where(RATING.TENANT_ID.eq(tenant.value()))
                .and(RATING.CONVERSATION_ID.eq(id.value()))
                .fetchOptional(
                        row -> new Rating(row.get(RATING.SCORE), row.get(RATING.COMMENT), row.get(RATING.UPDATED_AT)));
    }

    public void insert(TenantId tenant, ConversationId id, DeskNote note) {
        db.insertInto(NOTE)
                .set(NOTE.TENANT_ID, tenant.value())
                .set(NOTE.NOTE_ID, note.id())
                .set(NOTE.CONVERSATION_ID, id.value())
                .set(NOTE.AUTHOR, note.author())
                .set(NOTE.TEXT, note.text())
                .set(NOTE.CREATED_AT, note.at())
                .execute();
    }

    /** Oldest first. */
    public List<DeskNote> notes(TenantId tenant, ConversationId id) {
        return db.selectFrom(NOTE)
                .where(NOTE.TENANT_ID.eq(tenant.value()))
                .and(NOTE.CONVERSATION_ID.eq(id.value()))
                .orderBy(NOTE.NOTE_ID)
                .fetch(row -> new DeskNote(
                        row.get(NOTE.NOTE_ID), row.get(NOTE.AUTHOR), row.get(NOTE.TEXT), row.get(NOTE.CREATED_AT)));
    }

    /** Gives a conversation these tags and no others. */
    public void tag(TenantId tenant, ConversationId id, Collection<String> tags, OffsetDateTime at) {
        db.deleteFrom(TAG)
                .where(TAG.TENANT_ID.eq(tenant.value()))
                .and(TAG.CONVERSATION_ID.eq(id.value()))
                .and(TAG.TAG_.notIn(tags))
                .execute();
        if (tags.isEmpty()) {
            return;
        }
        var insert = db.insertInto(TAG, TAG.TENANT_ID, TAG.TAG_, TAG.CONVERSATION_ID, TAG.CREATED_AT);
        for (String tag : tags) {
            insert = insert.values(tenant.value(), tag, id.value(), at);
        }
        insert.onConflictDoNothing().execute();
    }

    /** Those used most often come first. */
    public List<String> tags(TenantId tenant, int limit) {
        return db.select(TAG.TAG_)
                .from(TAG)
                .where(TAG.TENANT_ID.eq(tenant.value()))
                .groupBy(TAG.TAG_)
                .orderBy(DSL.count().desc(), TAG.TAG_)
                .limit(limit)
                .fetch(TAG.TAG_);
    }
}
