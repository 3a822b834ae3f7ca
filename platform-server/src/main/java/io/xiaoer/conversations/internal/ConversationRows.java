package io.xiaoer.conversations.internal;

import static io.xiaoer.conversations.internal.db.Tables.CONVERSATION;
import static io.xiaoer.conversations.internal.db.Tables.DESK_SETTINGS;
import static io.xiaoer.conversations.internal.db.Tables.MESSAGE;

import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Agent;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.DeskState;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.conversations.Image;
import io.xiaoer.conversations.ImageId;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Message.Details;
import io.xiaoer.conversations.Mode;
import io.xiaoer.conversations.ShopperProfile;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of conversations and their messages. */
@Repository
public class ConversationRows {

    private final DSLContext db;
    private final JsonMapper json;

    ConversationRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public void insert(TenantId tenant, Conversation conversation, OffsetDateTime at) {
        db.insertInto(CONVERSATION)
                .set(CONVERSATION.TENANT_ID, tenant.value())
                .set(CONVERSATION.CONVERSATION_ID, conversation.id().value())
                .set(CONVERSATION.BOT_ID, conversation.bot().value())
                .set(CONVERSATION.SHOPPER, conversation.shopper().toString())
                .set(CONVERSATION.MODE, conversation.mode().name())
                .set(CONVERSATION.LAST_SEQ, conversation.lastSeq())
                .set(CONVERSATION.PAGE, document(conversation.page()))
                .set(CONVERSATION.PAGE_KIND, conversation.pageKind())
                .set(CONVERSATION.SHOPPER_NAME, conversation.profile().name())
                .set(CONVERSATION.SHOPPER_REGISTERED_AT, conversation.profile().registeredAt())
                .set(CONVERSATION.CREATED_AT, at)
                .set(CONVERSATION.UPDATED_AT, at)
                .execute();
    }

    public Optional<Conversation> find(TenantId tenant, ConversationId id) {
        return db.selectFrom(CONVERSATION).where(is(tenant, id)).fetchOptional(this::conversation);
    }

    /** Holds the conversation until the transaction ends, so that its messages are handled one after the other. */
    public Optional<Conversation> lock(TenantId tenant, ConversationId id) {
        return db.selectFrom(CONVERSATION).where(is(tenant, id)).forUpdate().fetchOptional(this::conversation);
    }

    /**
     * A conversation that is held for a turn.
     *
     * @param keywords the shop's own words that bring a shopper to a person
     * @param automatic whether the bot hands over by its own judgement too
     */
    public record Held(Conversation conversation, List<String> keywords, boolean automatic) {}

    /** The same for a turn, with what it must know of the shop's desk. */
    public Optional<Held> lockForTurn(TenantId tenant, ConversationId id) {
        return db.select(CONVERSATION.fields())
                .select(DESK_SETTINGS.KEYWORDS, DESK_SETTINGS.AUTOMATIC)
                .from(CONVERSATION)
                .leftJoin(DESK_SETTINGS)
                .on(DESK_SETTINGS.TENANT_ID.eq(tenant.value()))
                .where(is(tenant, id))
                .forUpdate()
                .of(CONVERSATION)
                .fetchOptional(row -> {
                    String[] keywords = row.get(DESK_SETTINGS.KEYWORDS);
                    return keywords == null
                            ? new Held(conversation(row), List.of(), true)
                            : new Held(conversation(row), List.of(keywords), row.get(DESK_SETTINGS.AUTOMATIC));
                });
    }

    /** Writes what a turn or the desk changes: mode, page, focus, the number of the newest event, and how it stands at the desk. */
    public void update(TenantId tenant, Conversation conversation, OffsetDateTime at) {
        ConversationId id = conversation.id();
        DeskState desk = conversation.desk();
        Agent agent = desk.agent();
        db.update(CONVERSATION)
                .set(CONVERSATION.MODE, conversation.mode().name())
                .set(CONVERSATION.PAGE, document(conversation.page()))
                .set(
                        CONVERSATION.FOCUS,
                        conversation.focus().equals(Focus.none()) ? null : document(conversation.focus()))
                .set(CONVERSATION.LAST_SEQ, conversation.lastSeq())
                .set(CONVERSATION.UPDATED_AT, at)
                .set(CONVERSATION.AGENT_ID, agent == null ? null : agent.id())
                .set(CONVERSATION.AGENT_NAME, agent == null ? null : agent.name())
                .set(
                        CONVERSATION.HANDOVER_REASON,
                        desk.reason() == null ? null : desk.reason().name())
                .set(CONVERSATION.WAITING_SINCE, desk.waitingSince())
                .set(CONVERSATION.WAITING_FIRST, desk.first())
                .set(CONVERSATION.CLOSED_AT, desk.closedAt())
                .set(CONVERSATION.REFUSED, desk.refused())
                // what was never at the desk is not shown there
                .set(
                        CONVERSATION.DESK_AT,
                        desk.reason() == null && agent == null ? DSL.field(CONVERSATION.DESK_AT) : DSL.val(at))
                .where(is(tenant, id))
                .execute();
    }

    /** What was sent under this id; a shopper and the shop's people name their messages each for themselves. */
    public Optional<Message> sentBefore(TenantId tenant, ConversationId id, Author author, String messageId) {
        return db.selectFrom(MESSAGE)
                .where(of(tenant, id))
                .and(MESSAGE.AUTHOR.eq(author.name()))
                .and(MESSAGE.MESSAGE_ID.eq(messageId))
                .fetchOptional(this::message);
    }

    public Map<ConversationId, Integer> newest(TenantId tenant, Set<ConversationId> conversations) {
        UUID[] ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return db.select(CONVERSATION.CONVERSATION_ID, CONVERSATION.LAST_SEQ)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.CONVERSATION_ID.eq(DSL.any(ids)))
                .fetchMap(row -> new ConversationId(row.value1()), Record2::value2);
    }

    /** Messages and mode changes in order. */
    public List<Message> after(TenantId tenant, ConversationId id, int seq, int limit) {
        return db.selectFrom(MESSAGE)
                .where(of(tenant, id))
                .and(MESSAGE.SEQ.gt(seq))
                .orderBy(MESSAGE.SEQ)
                .limit(limit)
                .fetch(this::message);
    }

    /** The newest change of who answers. */
    public Optional<Message> modeChange(TenantId tenant, ConversationId id) {
        return db.selectFrom(MESSAGE)
                .where(of(tenant, id))
                .and(MESSAGE.KIND.eq(Message.MODE_CHANGE))
                .orderBy(MESSAGE.SEQ.desc())
                .limit(1)
                .fetchOptional(this::message);
    }

    /** The newest messages, oldest of them first. */
    public List<Message> last(TenantId tenant, ConversationId id, int limit) {
        return db.selectFrom(MESSAGE)
                .where(of(tenant, id))
                .orderBy(MESSAGE.SEQ.desc())
                .limit(limit)
                .fetch(this::message)
                .reversed();
    }

    /** What was said before {@code seq}, the newest of it, oldest of them first. */
    public List<Message> before(TenantId tenant, ConversationId id, int seq, int limit) {
        return db.selectFrom(MESSAGE)
                .where(of(tenant, id))
                .and(MESSAGE.SEQ.lt(seq))
                .orderBy(MESSAGE.SEQ.desc())
                .limit(limit)
                .fetch(this::message)
                .reversed();
    }

    /** When a shopper's first conversation began. */
    public Optional<OffsetDateTime> firstSeen(TenantId tenant, BotId bot, ShopperRef shopper) {
        return db.select(DSL.min(CONVERSATION.CREATED_AT))
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.BOT_ID.eq(bot.value()))
                .and(CONVERSATION.SHOPPER.eq(shopper.toString()))
                .fetchOptional(Record1::value1);
    }

    /** The conversation in which a shopper last said something, unless it is closed or that was before {@code since}. */
    public Optional<Conversation> newest(TenantId tenant, BotId bot, ShopperRef shopper, OffsetDateTime since) {
        return db.selectFrom(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.BOT_ID.eq(bot.value()))
                .and(CONVERSATION.SHOPPER.eq(shopper.toString()))
                .and(CONVERSATION.MODE.ne(Mode.CLOSED.name()))
                .and(CONVERSATION.LAST_SEQ.gt(0))
                .and(CONVERSATION.UPDATED_AT.ge(since))
                .orderBy(CONVERSATION.CREATED_AT.desc())
                .limit(1)
                .fetchOptional(this::conversation);
    }

    /** A picture as it stands in a message's row. */
    private record Kept(UUID id, int width, int height) {

        static Kept of(Image image) {
            return new Kept(image.id().value(), image.width(), image.height());
        }

        Image image() {
            return new Image(new ImageId(id), width, height);
        }
    }

    /** A message and the conversation it was said in. */
    record Said(ConversationId conversation, Message message) {}

    public void insert(TenantId tenant, ConversationId id, List<Message> messages) {
        insertMessages(
                tenant, messages.stream().map(message -> new Said(id, message)).toList());
    }

    /** Messages of one conversation or of several. */
    void insertMessages(TenantId tenant, List<Said> all) {
        var insert = db.insertInto(
                MESSAGE,
                MESSAGE.TENANT_ID,
                MESSAGE.CONVERSATION_ID,
                MESSAGE.SEQ,
                MESSAGE.MESSAGE_ID,
                MESSAGE.AUTHOR,
                MESSAGE.KIND,
                MESSAGE.TEXT,
                MESSAGE.ENTRY_KEY,
                MESSAGE.CONFIDENCE,
                MESSAGE.CHOICES,
                MESSAGE.LINKS,
                MESSAGE.CARDS,
                MESSAGE.IMAGES,
                MESSAGE.IN_REPLY_TO,
                MESSAGE.DETAILS,
                MESSAGE.CREATED_AT);
        for (Said said : all) {
            Message message = said.message();
            insert = insert.values(
                    tenant.value(),
                    said.conversation().value(),
                    message.seq(),
                    message.id(),
                    message.author().name(),
                    message.kind(),
                    message.text(),
                    message.entryKey(),
                    message.confidence(),
                    list(message.choices()),
                    list(message.links()),
                    list(message.cards()),
                    list(message.images().stream().map(Kept::of).toList()),
                    message.inReplyTo().toArray(String[]::new),
                    message.details().equals(Details.NONE) ? null : document(message.details()),
                    message.at());
        }
        insert.execute();
    }

    /** Keys of the entries that answered most often in the bot's newest conversations. */
    public List<String> mostAnswered(TenantId tenant, BotId bot, int conversations, int limit) {
        var newest = db.select(CONVERSATION.CONVERSATION_ID)
                .from(CONVERSATION)
                .where(CONVERSATION.TENANT_ID.eq(tenant.value()))
                .and(CONVERSATION.BOT_ID.eq(bot.value()))
                .orderBy(CONVERSATION.CONVERSATION_ID.desc())
                .limit(conversations);
        return db.select(MESSAGE.ENTRY_KEY)
                .from(MESSAGE)
                .where(MESSAGE.TENANT_ID.eq(tenant.value()))
                .and(MESSAGE.CONVERSATION_ID.in(newest))
                .and(MESSAGE.KIND.eq("answer"))
                .and(MESSAGE.ENTRY_KEY.isNotNull())
                .groupBy(MESSAGE.ENTRY_KEY)
                .orderBy(DSL.count().desc(), MESSAGE.ENTRY_KEY)
                .limit(limit)
                .fetch(MESSAGE.ENTRY_KEY);
    }

    private static Condition is(TenantId tenant, ConversationId id) {
        return CONVERSATION.TENANT_ID.eq(tenant.value()).and(CONVERSATION.CONVERSATION_ID.eq(id.value()));
    }

    private static Condition of(TenantId tenant, ConversationId id) {
        return MESSAGE.TENANT_ID.eq(tenant.value()).and(MESSAGE.CONVERSATION_ID.eq(id.value()));
    }

    Conversation conversation(Record row) {
        JSONB page = row.get(CONVERSATION.PAGE);
        JSONB focus = row.get(CONVERSATION.FOCUS);
        return new Conversation(
                new ConversationId(row.get(CONVERSATION.CONVERSATION_ID)),
                new BotId(row.get(CONVERSATION.BOT_ID)),
                ShopperRef.parse(row.get(CONVERSATION.SHOPPER)),
                Mode.valueOf(row.get(CONVERSATION.MODE)),
                row.get(CONVERSATION.PAGE_KIND),
                page == null ? null : json.readValue(page.data(), Object.class),
                focus == null ? Focus.none() : json.readValue(focus.data(), Focus.class),
                row.get(CONVERSATION.LAST_SEQ),
                new ShopperProfile(row.get(CONVERSATION.SHOPPER_NAME), row.get(CONVERSATION.SHOPPER_REGISTERED_AT)),
                desk(row));
    }

    private static DeskState desk(Record row) {
        String reason = row.get(CONVERSATION.HANDOVER_REASON);
        return new DeskState(
                agent(row),
                reason == null ? null : HandoverReason.valueOf(reason),
                row.get(CONVERSATION.WAITING_SINCE),
                row.get(CONVERSATION.WAITING_FIRST),
                row.get(CONVERSATION.CLOSED_AT),
                row.get(CONVERSATION.REFUSED));
    }

    static @Nullable Agent agent(Record row) {
        UUID id = row.get(CONVERSATION.AGENT_ID);
        return id == null ? null : new Agent(id, row.get(CONVERSATION.AGENT_NAME));
    }

    Message message(Record row) {
        JSONB details = row.get(MESSAGE.DETAILS);
        return new Message(
                row.get(MESSAGE.SEQ),
                row.get(MESSAGE.MESSAGE_ID),
                Author.valueOf(row.get(MESSAGE.AUTHOR)),
                row.get(MESSAGE.KIND),
                row.get(MESSAGE.TEXT),
                row.get(MESSAGE.ENTRY_KEY),
                row.get(MESSAGE.CONFIDENCE),
                list(row.get(MESSAGE.CHOICES), Choice[].class),
                list(row.get(MESSAGE.LINKS), Link[].class),
                list(row.get(MESSAGE.CARDS), Card[].class),
                list(row.get(MESSAGE.IMAGES), Kept[].class).stream()
                        .map(Kept::image)
                        .toList(),
                List.of(row.get(MESSAGE.IN_REPLY_TO)),
                row.get(MESSAGE.CREATED_AT),
                details == null ? Details.NONE : json.readValue(details.data(), Details.class));
    }

    private @Nullable JSONB list(List<?> values) {
        return values.isEmpty() ? null : document(values);
    }

    private @Nullable JSONB document(@Nullable Object value) {
        return value == null ? null : JSONB.jsonb(json.writeValueAsString(value));
    }

    private <T> List<T> list(@Nullable JSONB values, Class<T[]> type) {
        return values == null ? List.of() : Arrays.asList(json.readValue(values.data(), type));
    }
}
