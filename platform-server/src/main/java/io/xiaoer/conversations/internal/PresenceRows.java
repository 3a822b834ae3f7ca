package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.LOOK;
import static io.xiaoer.conversations.internal.db.Tables.PRESENCE;
import static io.xiaoer.conversations.internal.db.Tables.TYPING;

import io.xiaoer.conversations.Agent;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Mode;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The tables of who is there, who looks at what and who is writing. */
@Repository
public class PresenceRows {

    private final DSLContext db;

    PresenceRows(DSLContext db) {
        this.db = db;
    }

    public void seen(TenantId tenant, Agent agent, OffsetDateTime at) {
        db.insertInto(PRESENCE)
                .set(PRESENCE.TENANT_ID, tenant.value())
                .set(PRESENCE.MEMBER_ID, agent.id())
                .set(PRESENCE.NAME, agent.name())
                .set(PRESENCE.SEEN_AT, at)
                .onConflict(PRESENCE.TENANT_ID, PRESENCE.MEMBER_ID)
                .doUpdate()
                .set(PRESENCE.NAME, agent.name())
                .set(PRESENCE.SEEN_AT, at)
                .where(PRESENCE.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    public List<Agent> present(TenantId tenant, OffsetDateTime since) {
        return db.selectFrom(PRESENCE)
                .where(PRESENCE.TENANT_ID.eq(tenant.value()))
                .and(PRESENCE.SEEN_AT.gt(since))
                .orderBy(PRESENCE.NAME, PRESENCE.MEMBER_ID)
                .fetch(row -> new Agent(row.get(PRESENCE.MEMBER_ID), row.get(PRESENCE.NAME)));
    }

    public void leaves(TenantId tenant, UUID member) {
        db.deleteFrom(PRESENCE)
                .where(PRESENCE.TENANT_ID.eq(tenant.value()))
                .and(PRESENCE.MEMBER_ID.eq(member))
                .execute();
        db.deleteFrom(LOOK)
                .where(LOOK.TENANT_ID.eq(tenant.value()))
                .and(LOOK.MEMBER_ID.eq(member))
                .execute();
    }

    public void looks(TenantId tenant, ConversationId id, Agent agent, OffsetDateTime at) {
        db.insertInto(LOOK)
                .set(LOOK.TENANT_ID, tenant.value())
                .set(LOOK.CONVERSATION_ID, id.value())
                .set(LOOK.MEMBER_ID, agent.id())
                .set(LOOK.NAME, agent.name())
                .set(LOOK.SEEN_AT, at)
                .onConflict(LOOK.TENANT_ID, LOOK.CONVERSATION_ID, LOOK.MEMBER_ID)
                .doUpdate()
                .set(LOOK.NAME, agent.name())
                .set(LOOK.SEEN_AT, at)
                .where(LOOK.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    public void looksAway(TenantId tenant, ConversationId id, UUID member) {
        db.deleteFrom(LOOK)
                .where(LOOK.TENANT_ID.eq(tenant.value()))
                .and(LOOK.CONVERSATION_ID.eq(id.value()))
                .and(LOOK.MEMBER_ID.eq(member))
                .execute();
    }

    /** Who looks at a conversation. */
    public List<Agent> lookers(TenantId tenant, ConversationId id, OffsetDateTime since) {
        return db.selectFrom(LOOK)
                .where(LOOK.TENANT_ID.eq(tenant.value()))
                .and(LOOK.CONVERSATION_ID.eq(id.value()))
                .and(LOOK.SEEN_AT.gt(since))
                .orderBy(LOOK.NAME, LOOK.MEMBER_ID)
                .fetch(row -> new Agent(row.get(LOOK.MEMBER_ID), row.get(LOOK.NAME)));
    }

    public void types(TenantId tenant, ConversationId id, Author author, OffsetDateTime at) {
        db.insertInto(TYPING)
                .set(TYPING.TENANT_ID, tenant.value())
                .set(TYPING.CONVERSATION_ID, id.value())
                .set(TYPING.AUTHOR, author.name())
                .set(TYPING.AT, at)
                .onConflict(TYPING.TENANT_ID, TYPING.CONVERSATION_ID, TYPING.AUTHOR)
                .doUpdate()
                .set(TYPING.AT, at)
                .where(TYPING.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    /** When {@code author} was last seen writing, if that was after {@code since}. */
    public Optional<OffsetDateTime> typing(TenantId tenant, ConversationId id, Author author, OffsetDateTime since) {
        return db.select(TYPING.AT)
                .from(TYPING)
                .where(TYPING.TENANT_ID.eq(tenant.value()))
                .and(TYPING.CONVERSATION_ID.eq(id.value()))
                .and(TYPING.AUTHOR.eq(author.name()))
                .and(TYPING.AT.gt(since))
                .fetchOptional(TYPING.AT);
    }

    /** What was written is sent. */
    public void typed(TenantId tenant, ConversationId id, Author author) {
        db.deleteFrom(TYPING)
                .where(TYPING.TENANT_ID.eq(tenant.value()))
                .and(TYPING.CONVERSATION_ID.eq(id.value()))
                .and(TYPING.AUTHOR.eq(author.name()))
                .execute();
    }

    /** Where somebody was seen writing after {@code since}, and when last. */
    public Map<ConversationId, OffsetDateTime> typing(TenantId tenant, OffsetDateTime since) {
        return db.select(TYPING.CONVERSATION_ID, DSL.max(TYPING.AT))
                .from(TYPING)
                .where(TYPING.TENANT_ID.eq(tenant.value()))
                .and(TYPING.AT.gt(since))
                .groupBy(TYPING.CONVERSATION_ID)
                .fetchMap(row -> new ConversationId(row.value1()), row -> row.value2());
    }

    /** Whether nobody is at the desk, and nobody wants to be served there. */
    public boolean isQuiet(TenantId tenant) {
        return db.select(DSL.field(DSL.notExists(
                                DSL.selectOne().from(PRESENCE).where(PRESENCE.TENANT_ID.eq(tenant.value())))
                        .and(DSL.notExists(DSL.selectOne()
                                .from(CONVERSATION)
                                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                                .and(CONVERSATION.MODE.in(
                                        DSL.inline(Mode.PERSON.name()), DSL.inline(Mode.WAITING.name())))))))
                .fetchSingle()
                .value1();
    }

    /** Conversations of people who have not been seen since. */
    public List<ConversationId> abandoned(TenantId tenant, OffsetDateTime since) {
        return db.select(CONVERSATION.CONVERSATION_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.MODE.eq(DSL.inline(Mode.PERSON.name())))
                .andNotExists(DSL.selectOne()
                        .from(PRESENCE)
                        .where(PRESENCE.TENANT_ID.eq(tenant.value()))
                        .and(PRESENCE.MEMBER_ID.eq(CONVERSATION.AGENT_ID))
                        .and(PRESENCE.SEEN_AT.gt(since)))
                .orderBy(CONVERSATION.WAITING_SINCE)
                .fetch(row -> new ConversationId(row.value1()));
    }

    /** Conversations in which nothing was said for long: since {@code person} if a person has them, since {@code waiting} if they wait; with their newest events. */
    public Map<ConversationId, Integer> idle(TenantId tenant, OffsetDateTime person, OffsetDateTime waiting) {
        return db.select(CONVERSATION.CONVERSATION_ID, CONVERSATION.LAST_SEQ)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.MODE.in(DSL.inline(Mode.PERSON.name()), DSL.inline(Mode.WAITING.name())))
                .and(CONVERSATION.UPDATED_AT.lt(DSL.when(CONVERSATION.MODE.eq(DSL.inline(Mode.PERSON.name())), person)
                        .otherwise(waiting)))
                .fetchMap(row -> new ConversationId(row.value1()), row -> row.value2());
    }

    /** Removes what says nothing about now any more. */
    public void forget(TenantId tenant, OffsetDateTime before) {
        db.deleteFrom(LOOK)
                .where(LOOK.TENANT_ID.eq(tenant.value()))
                .and(LOOK.SEEN_AT.lt(before))
                .execute();
        db.deleteFrom(PRESENCE)
                .where(PRESENCE.TENANT_ID.eq(tenant.value()))
                .and(PRESENCE.SEEN_AT.lt(before))
                .execute();
        db.deleteFrom(TYPING)
                .where(TYPING.TENANT_ID.eq(tenant.value()))
                .and(TYPING.AT.lt(before))
                .execute();
    }
}
