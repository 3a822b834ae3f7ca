package io.xiaoer.conversations;

import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.conversations.internal.DeskRows;
import io.xiaoer.conversations.internal.OpinionRows;
import io.xiaoer.conversations.internal.PresenceRows;
import io.xiaoer.conversations.internal.ReceiptRows;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.shared.FieldErrors;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound shop's desk, where people take over: what the acting member sees of conversations and does in them. */
@Service
@Requires(Permission.CONVERSE)
public class Desk {

    public static final int MAX_TAGS = 10;
    public static final int MAX_TAG = 20;

    private static final int MESSAGES = 200;
    private static final int OTHERS = 20;
    private static final int KNOWN_TAGS = 100;

    private final ConversationRows conversations;
    private final DeskRows rows;
    private final ReceiptRows receipts;
    private final OpinionRows opinions;
    private final PresenceRows presence;
    private final DeskMoves moves;
    private final DeskPeople people;
    private final Suggestions suggestions;
    private final Lessons lessons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Desk(
            ConversationRows conversations,
            DeskRows rows,
            ReceiptRows receipts,
            OpinionRows opinions,
            PresenceRows presence,
            DeskMoves moves,
            DeskPeople people,
            Suggestions suggestions,
            Lessons lessons,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.rows = rows;
        this.receipts = receipts;
        this.opinions = opinions;
        this.presence = presence;
        this.moves = moves;
        this.people = people;
        this.suggestions = suggestions;
        this.lessons = lessons;
        this.events = events;
        this.clock = clock;
    }

    /** The acting member, as shoppers and colleagues know them. */
    @Transactional(readOnly = true)
    public Agent me() {
        return people.me();
    }

    @Transactional(readOnly = true)
    public Page<DeskLine> lines(DeskFilter filter, int limit, @Nullable String cursor) {
        new FieldErrors()
                .optionalText("search", filter.search(), DeskFilter.MAX_SEARCH)
                .throwIfAny();
        return rows.lines(TenantScope.required(), people.me().id(), filter, Page.limit(limit), cursor);
    }

    @Transactional(readOnly = true)
    public DeskCounts counts() {
        return rows.counts(TenantScope.required(), people.me().id());
    }

    /** @throws Problem if there is none; another shop's looks the same */
    @Transactional(readOnly = true)
    public DeskConversation open(ConversationId id) {
        TenantId tenant = TenantScope.required();
        Conversation conversation = get(id);
        OffsetDateTime now = now();
        UUID me = people.me().id();
        List<DeskMessage> messages = messages(tenant, id, conversations.last(tenant, id, MESSAGES));
        return new DeskConversation(
                rows.line(tenant, id).orElseThrow(() -> Problem.notFound("conversation")),
                conversation,
                messages,
                !messages.isEmpty() && messages.getFirst().message().seq() > 1,
                opinions.notes(tenant, id),
                opinions.rating(tenant, id).orElse(null),
                presence.lookers(tenant, id, now.minus(DeskPeople.LOOKING)).stream()
                        .filter(other -> !other.id().equals(me))
                        .toList(),
                presence.typing(tenant, id, Author.SHOPPER, now.minus(DeskPeople.TYPING))
                        .isPresent());
    }

    /** What was said before {@code seq}, in order. */
    @Transactional(readOnly = true)
    public List<DeskMessage> before(ConversationId id, int seq, int limit) {
        TenantId tenant = TenantScope.required();
        get(id);
        return messages(tenant, id, conversations.before(tenant, id, seq, Page.limit(limit)));
    }

    private List<DeskMessage> messages(TenantId tenant, ConversationId id, List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        int from = messages.getFirst().seq();
        int to = messages.getLast().seq();
        var reasons = receipts.reasons(tenant, id, from, to);
        Map<Integer, Feedback> feedback = opinions.feedback(tenant, id, from, to);
        return messages.stream()
                .map(message -> new DeskMessage(message, reasons.get(message.seq()), feedback.get(message.seq())))
                .toList();
    }

    /** The shopper's other conversations with the bot, newest first. */
    @Transactional(readOnly = true)
    public List<DeskLine> history(ConversationId id) {
        return rows.others(TenantScope.required(), get(id), OTHERS);
    }

    /**
     * Takes a conversation over, also from the bot or after it was closed; nothing if the acting member has it.
     *
     * @throws Problem with {@link Code#VERSION_CONFLICT} if a colleague has it
     */
    @Transactional
    public void take(ConversationId id) {
        Agent me = people.me();
        Conversation conversation = moves.hold(id);
        Agent has = holder(conversation);
        if (has != null && !has.id().equals(me.id())) {
            throw taken(has);
        }
        if (has == null) {
            moves.toPerson(conversation, me);
        }
        people.here(me, now());
    }

    /**
     * Gives a conversation to a member, whoever has it.
     *
     * @throws Problem if the shop has no such member at the desk
     */
    @Transactional
    public void assign(ConversationId id, UUID member) {
        Agent agent = people.find(member);
        Conversation conversation = moves.hold(id);
        Agent has = holder(conversation);
        if (has == null || !has.id().equals(agent.id())) {
            moves.toPerson(conversation, agent);
        }
    }

    /** Gives a conversation back: the shopper is next in line. Nothing if no person has it. */
    @Transactional
    public void requeue(ConversationId id) {
        Conversation conversation = moves.hold(id);
        if (conversation.mode() == Mode.PERSON) {
            moves.toLine(conversation);
        }
    }

    /** Lets the bot go on. */
    @Transactional
    public void backToBot(ConversationId id) {
        Conversation conversation = moves.hold(id);
        if (conversation.isAtDesk() || conversation.mode() == Mode.CLOSED) {
            moves.toBot(conversation);
        }
    }

    /** Ends a conversation; when the shopper writes again, the bot goes on. */
    @Transactional
    public void close(ConversationId id) {
        Conversation conversation = moves.hold(id);
        if (conversation.mode() != Mode.CLOSED) {
            moves.close(conversation);
        }
    }

    /**
     * Says something to the shopper.
     *
     * @param messageId the sender's own id; sending it again changes nothing and gives the same result
     * @throws Problem if it is no message, or with {@link Code#VERSION_CONFLICT} if the acting member does not have the conversation
     */
    @Transactional
    public Message reply(ConversationId id, String messageId, String text) {
        new FieldErrors()
                .text("id", messageId, IncomingMessage.MAX_ID)
                .text("text", text, IncomingMessage.MAX_TEXT)
                .throwIfAny();
        TenantId tenant = TenantScope.required();
        Agent me = people.me();
        Conversation conversation = moves.hold(id);
        Optional<Message> before = conversations.sentBefore(tenant, id, Author.PERSON, messageId);
        if (before.isPresent()) {
            return before.get();
        }
        Agent has = holder(conversation);
        if (has == null) {
            throw new Problem(Code.VERSION_CONFLICT, "Nobody has this conversation. Take it over first.");
        }
        if (!has.id().equals(me.id())) {
            throw taken(has);
        }
        people.here(me, now());
        presence.typed(tenant, id, Author.PERSON);
        return moves.say(conversation, has, messageId, text.strip());
    }

    /** What the live release would answer to the shopper's last questions, likeliest first. May take a second. */
    public List<SuggestedReply> suggest(ConversationId id) {
        return suggestions.of(id);
    }

    /**
     * Makes a person's answer a knowledge draft: an entry that is off until an editor turns it on.
     *
     * @param seq of the answer
     * @throws Problem if no person said that, or nothing was asked before
     */
    @Transactional
    public Entry draftFrom(ConversationId id, int seq) {
        return lessons.from(get(id), seq);
    }

    /** The acting member is writing; the shopper sees it for some seconds. */
    @Transactional
    public void typing(ConversationId id) {
        if (get(id).mode() == Mode.PERSON) {
            TenantId tenant = TenantScope.required();
            presence.types(tenant, id, Author.PERSON, now());
            events.publishEvent(new DeskStirred(tenant, id));
        }
    }

    /** Tells colleagues something about a conversation. */
    @Transactional
    public DeskNote note(ConversationId id, String text) {
        new FieldErrors().text("text", text, DeskNote.MAX_TEXT).throwIfAny();
        get(id);
        DeskNote note = new DeskNote(Ids.next(), people.me().name(), text.strip(), now());
        opinions.insert(TenantScope.required(), id, note);
        stir(id);
        return note;
    }

    /** Gives a conversation these tags and no others. */
    @Transactional
    public void tag(ConversationId id, Set<String> tags) {
        new FieldErrors().texts("tags", List.copyOf(tags), MAX_TAGS, MAX_TAG).throwIfAny();
        get(id);
        Set<String> stripped = new TreeSet<>(tags.stream().map(String::strip).toList());
        opinions.tag(TenantScope.required(), id, stripped, now());
        stir(id);
    }

    /** Tags that the shop uses, those used most often first. */
    @Transactional(readOnly = true)
    public List<String> tags() {
        return opinions.tags(TenantScope.required(), KNOWN_TAGS);
    }

    /** The acting member is at the desk. Who does not say so for {@link DeskPeople#GONE} is gone, and what they have waits again. */
    @Transactional
    public void here() {
        people.here(people.me(), now());
    }

    /** The acting member leaves the desk; nobody else is told that they have a conversation open. */
    @Transactional
    public void leave() {
        presence.leaves(TenantScope.required(), people.me().id());
    }

    /** The acting member has a conversation open, and is at the desk. Said again and again, it holds. */
    @Transactional
    public void looksAt(ConversationId id) {
        TenantId tenant = TenantScope.required();
        Agent me = people.me();
        OffsetDateTime now = now();
        get(id);
        boolean known =
                presence.lookers(tenant, id, now.minus(DeskPeople.LOOKING)).contains(me);
        presence.looks(tenant, id, me, now);
        people.here(me, now);
        if (!known) {
            stir(id);
        }
    }

    /** The acting member has it open no longer. */
    @Transactional
    public void looksAway(ConversationId id) {
        TenantId tenant = TenantScope.required();
        presence.looksAway(tenant, id, people.me().id());
        stir(id);
    }

    /** Members who are at the desk now. */
    @Transactional(readOnly = true)
    public List<Agent> present() {
        return presence.present(TenantScope.required(), now().minus(DeskPeople.GONE));
    }

    /** Members to whom a conversation may be given. */
    @Transactional(readOnly = true)
    public List<Agent> team() {
        return people.all();
    }

    private void stir(ConversationId id) {
        TenantId tenant = TenantScope.required();
        rows.touch(tenant, id, now());
        events.publishEvent(new DeskStirred(tenant, id));
    }

    private Conversation get(ConversationId id) {
        return conversations.find(TenantScope.required(), id).orElseThrow(() -> Problem.notFound("conversation"));
    }

    private static @Nullable Agent holder(Conversation conversation) {
        return conversation.mode() == Mode.PERSON ? conversation.desk().agent() : null;
    }

    private static Problem taken(Agent has) {
        return new Problem(Code.VERSION_CONFLICT, has.name() + " has this conversation already.");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
