package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.ReleaseNotLoaded;
import io.xiaoer.answering.Reply;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.BotReplies.BotReply;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.conversations.internal.ConversationRows.Held;
import io.xiaoer.conversations.internal.ImageRows;
import io.xiaoer.conversations.internal.PresenceRows;
import io.xiaoer.conversations.internal.ReceiptRows;
import io.xiaoer.conversations.internal.ReceiptRows.Asked;
import io.xiaoer.conversations.internal.ReceiptRows.Given;
import io.xiaoer.rollout.Admission;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conversations of the bound shop. A turn is one transaction: what the shopper said, the reply and its receipt are
 * committed together before anything is acknowledged. What needs a release that is not in memory throws {@link
 * io.xiaoer.answering.ReleaseNotLoaded}, and what needs the shop's own system to be asked first throws {@link LookupWanted}; both have done nothing.
 */
@Service
@OpenToAll("the shopper's way itself")
public class Conversations {

    private static final Set<String> PAGE_KINDS = Set.of("product", "cart", "mine");

    /** How long a shopper finds a conversation again. */
    private static final Duration FOUND_AGAIN = Duration.ofDays(30);

    private final ConversationRows rows;
    private final ImageRows images;
    private final ReceiptRows receipts;
    private final PresenceRows presence;
    private final Handovers handovers;
    private final Reception reception;
    private final CompiledReleases releases;
    private final BotReplies botReplies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            ConversationRows rows,
            ImageRows images,
            ReceiptRows receipts,
            PresenceRows presence,
            Handovers handovers,
            Reception reception,
            CompiledReleases releases,
            BotReplies botReplies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.images = images;
        this.receipts = receipts;
        this.presence = presence;
        this.handovers = handovers;
        this.reception = reception;
        this.releases = releases;
        this.botReplies = botReplies;
        this.events = events;
        this.clock = clock;
    }

    /** A conversation just opened. */
    public record Opened(ConversationId id, Mode mode, String greeting) {}

    /** What a shopper's message led to. */
    public record Turn(String messageId, List<Message> replies) {}

    /**
     * What asking for a person led to.
     *
     * @param place in line, 1 for the next; null if the shopper does not wait, or while nobody is there
     * @param officeHours null where the shop has none
     */
    public record HandedOver(
            Mode mode, @Nullable Integer place, @Nullable Attendance officeHours, List<Message> replies) {}

    /** Something was said, or the mode changed; open streams hear it once it is committed. */
    public record ConversationGrew(TenantId tenant, ConversationId conversation) {}

    /** Who would answer the shopper now, and how they are greeted. */
    public record Welcome(Mode mode, String greeting, boolean staff) {}

    /** Who would answer a shopper who has not said anything yet; decides nothing. */
    @Transactional(readOnly = true, noRollbackFor = ReleaseNotLoaded.class)
    public Welcome welcome(BotId bot, ShopperRef shopper, ShopperProfile profile) {
        return welcome(bot, reception.foresee(bot, shopper, profile));
    }

    private Welcome welcome(BotId bot, Admission admission) {
        return switch (admission) {
            case Admitted admitted ->
                new Welcome(Mode.BOT, releases.loaded(bot, admitted.release()).greeting(), admitted.staff());
            case NotYet() -> new Welcome(Mode.FALLBACK, botReplies.fallback(bot).text(), false);
        };
    }

    /**
     * Opens a conversation.
     *
     * @param page where the shopper is, as plain JSON; may be null
     */
    @Transactional(
            noRollbackFor = {ReleaseNotLoaded.class, LookupWanted.class
            }) // nothing but who is in the pilot is written before it is thrown
    public Opened open(BotId bot, ShopperRef shopper, ShopperProfile profile, @Nullable Object page) {
        Welcome welcome = welcome(bot, reception.admit(bot, shopper, profile));
        ConversationId id = new ConversationId(Ids.next());
        rows.insert(
                TenantScope.required(),
                new Conversation(
                        id,
                        bot,
                        shopper,
                        welcome.mode(),
                        pageKind(page),
                        page,
                        Focus.none(),
                        0,
                        profile,
                        DeskState.NONE),
                OffsetDateTime.now(clock));
        events.publishEvent(new ConversationOpened(TenantScope.required(), bot, id));
        return new Opened(id, welcome.mode(), welcome.greeting());
    }

    /**
     * The conversation that a path segment names.
     *
     * @param bot the bot it must be with; null for any of the shop's
     * @param shopper whose it must be; null for any of the shop's
     * @throws Problem if there is none; another's looks the same
     */
    @Transactional(readOnly = true)
    public Conversation get(String conversationId, @Nullable BotId bot, @Nullable ShopperRef shopper) {
        return Ids.parse(conversationId)
                .flatMap(id -> rows.find(TenantScope.required(), new ConversationId(id)))
                .filter(found -> isOf(found, bot, shopper))
                .orElseThrow(() -> Problem.notFound("conversation"));
    }

    /** The conversation that a shopper goes on with: the newest that is not closed and in which something was said lately. */
    @Transactional(readOnly = true)
    public Optional<Conversation> newest(BotId bot, ShopperRef shopper) {
        return rows.newest(
                TenantScope.required(), bot, shopper, OffsetDateTime.now(clock).minus(FOUND_AGAIN));
    }

    /** What was said after {@code seq}, mode changes included, in order. */
    @Transactional(readOnly = true)
    public List<Message> after(ConversationId id, int seq, int limit) {
        return rows.after(TenantScope.required(), id, seq, limit);
    }

    /** The change of who answers that a conversation stands by; empty while the bot does. */
    @Transactional(readOnly = true)
    public Optional<Message> modeChange(Conversation conversation) {
        return conversation.mode() == Mode.BOT
                ? Optional.empty()
                : rows.modeChange(TenantScope.required(), conversation.id());
    }

    /**
     * Takes a shopper's message in the conversation that a path segment names, and answers it.
     *
     * @param bot the bot it must be with; null for any of the shop's
     * @param shopper whose it must be; null for any of the shop's
     * @throws Problem if there is no such conversation; another's looks the same
     */
    @Transactional(
            noRollbackFor = {ReleaseNotLoaded.class, LookupWanted.class
            }) // nothing but who is in the pilot is written before it is thrown
    public Turn take(
            String conversationId, @Nullable BotId bot, @Nullable ShopperRef shopper, IncomingMessage incoming) {
        long begun = System.nanoTime();
        incoming.validate();
        String messageId = Objects.requireNonNull(incoming.id());
        TenantId tenant = TenantScope.required();
        Held held = Ids.parse(conversationId)
                .flatMap(value -> rows.lockForTurn(tenant, new ConversationId(value)))
                .filter(found -> isOf(found.conversation(), bot, shopper))
                .orElseThrow(() -> Problem.notFound("conversation"));
        Conversation conversation = held.conversation();
        ConversationId id = conversation.id();
        var before = rows.sentBefore(tenant, id, Author.SHOPPER, messageId);
        if (before.isPresent()) {
            return new Turn(messageId, repliesTo(tenant, id, before.get()));
        }
        Growth growth = new Growth(conversation, OffsetDateTime.now(clock));
        Message said = growth.said(messageId, incoming.said(), images.named(tenant, id, incoming.pictures()));
        Object page = incoming.page() == null ? conversation.page() : incoming.page();
        Optional<Admission> admitted = conversation.isAtDesk() && !conversation.waitsForWantOfTheBot()
                ? Optional.empty()
                : Optional.of(reception.admit(conversation));
        if (conversation.isAtDesk()
                && admitted.filter(Admitted.class::isInstance).isEmpty()) {
            presence.typed(tenant, id, Author.SHOPPER);
            keep(
                    growth,
                    conversation.after(
                            conversation.mode(), page, conversation.focus(), said.seq(), conversation.desk()));
            receipts.insert(
                    tenant,
                    new Given(
                            conversation,
                            said,
                            ReceiptRows.TO_PERSON,
                            null,
                            null,
                            null,
                            null,
                            Asked.ofSomebody(said.seq())));
            events.publishEvent(new QuestionTaken(tenant, conversation.bot(), id, said.seq()));
            return new Turn(messageId, List.of());
        }
        Admission admission = admitted.orElseThrow();
        growth.meets(admission instanceof Admitted ? Mode.BOT : Mode.FALLBACK);
        BotReply answer = botReplies.to(held, admission, incoming, page, growth.now());
        List<Message> replies = replies(growth, conversation, answer);
        keep(growth, growth.after(page, answer.focus()));
        Message first = replies.getFirst();
        receipts.insert(
                tenant,
                new Given(
                        conversation,
                        first,
                        answer.countedAs(first),
                        answer.handover(),
                        answer.number(),
                        answer.receipt(),
                        microsSince(begun),
                        Asked.of(said.seq(), admission)));
        events.publishEvent(new QuestionTaken(tenant, conversation.bot(), id, first.seq()));
        Receipt receipt = answer.receipt();
        if (receipt != null) {
            events.publishEvent(
                    receipt.outcome() == Outcome.UNKNOWN
                            ? new QuestionUnanswered(tenant, conversation.bot(), id, first.seq())
                            : new QuestionAnswered(tenant, conversation.bot(), id, first.seq()));
        }
        return new Turn(messageId, replies);
    }

    private List<Message> replies(Growth growth, Conversation conversation, BotReply bot) {
        List<Message> replies = new ArrayList<>();
        Reply reply = bot.reply();
        if (reply != null) {
            replies.add(growth.add(seq -> Replies.of(seq, reply, bot.inReplyTo(), growth.now())));
        }
        growth.refuses(bot.refused());
        HandoverReason handover = bot.handover();
        if (handover != null) {
            Handovers.InLine inLine = handovers.handOver(
                    growth.after(conversation.page(), bot.focus()),
                    handover,
                    bot.release(),
                    growth.seq(),
                    bot.inReplyTo(),
                    growth.now());
            growth.waits(inLine);
            replies.add(inLine.messages().getFirst());
            events.publishEvent(
                    new HandoverRequested(TenantScope.required(), conversation.bot(), conversation.id(), handover));
        }
        return replies;
    }

    /** Writes down what a conversation grew by, and tells whoever listens. */
    private void keep(Growth growth, Conversation after) {
        TenantId tenant = TenantScope.required();
        rows.insert(tenant, after.id(), growth.fresh());
        growth.fresh().forEach(message -> images.markSent(tenant, after.id(), message.images(), message.seq()));
        rows.update(tenant, after, growth.now());
        growth.fresh().stream()
                .filter(message -> !message.isModeChange())
                .forEach(message -> events.publishEvent(
                        new MessageAdded(tenant, after.bot(), after.id(), message.seq(), message.author())));
        events.publishEvent(new ConversationGrew(tenant, after.id()));
    }

    /**
     * Puts the shopper in line for a person, as the button asks. Who waits or has one already stays where they are, and is told the same.
     *
     * @param bot the bot it must be with; null for any of the shop's
     * @param shopper whose it must be; null for any of the shop's
     * @throws Problem if there is no such conversation; another's looks the same
     */
    @Transactional(
            noRollbackFor = {ReleaseNotLoaded.class, LookupWanted.class
            }) // nothing but who is in the pilot is written before it is thrown
    public HandedOver handOver(String conversationId, @Nullable BotId bot, @Nullable ShopperRef shopper) {
        TenantId tenant = TenantScope.required();
        Conversation conversation = Ids.parse(conversationId)
                .flatMap(value -> rows.lock(tenant, new ConversationId(value)))
                .filter(found -> isOf(found, bot, shopper))
                .orElseThrow(() -> Problem.notFound("conversation"));
        if (conversation.isAtDesk()) {
            return standing(conversation, told(tenant, conversation));
        }
        Growth growth = new Growth(conversation, OffsetDateTime.now(clock));
        Admission admission = reception.admit(conversation);
        BotReply button = botReplies.toButton(conversation, admission);
        growth.meets(button.release() == null ? Mode.FALLBACK : Mode.BOT);
        List<Message> replies = replies(growth, conversation, button);
        Conversation after = growth.after(conversation.page(), conversation.focus());
        keep(growth, after);
        Message first = replies.getFirst();
        receipts.insert(
                tenant,
                new Given(
                        conversation,
                        first,
                        button.countedAs(first),
                        button.handover(),
                        button.number(),
                        null,
                        null,
                        Asked.of(first.seq(), admission)));
        events.publishEvent(new QuestionTaken(tenant, conversation.bot(), conversation.id(), first.seq()));
        return standing(after, replies);
    }

    private HandedOver standing(Conversation conversation, List<Message> replies) {
        if (conversation.mode() != Mode.WAITING) {
            return new HandedOver(conversation.mode(), null, null, replies);
        }
        Handovers.Standing standing = handovers.standing(conversation.id(), conversation.desk());
        return new HandedOver(conversation.mode(), standing.place(), standing.officeHours(), replies);
    }

    /** What a waiting shopper was told when they began to wait. */
    private List<Message> told(TenantId tenant, Conversation conversation) {
        return conversation.mode() != Mode.WAITING
                ? List.of()
                : rows.last(tenant, conversation.id(), BotReplies.HISTORY).reversed().stream()
                        .filter(message -> message.kind().equals(Message.HANDOVER))
                        .limit(1)
                        .toList();
    }

    /** A waiting shopper's place in line now; empty if they do not wait, or while nobody is there. */
    @Transactional(readOnly = true)
    public Optional<Integer> place(ConversationId id) {
        return rows.find(TenantScope.required(), id)
                .filter(conversation -> conversation.mode() == Mode.WAITING)
                .map(conversation -> handovers.standing(id, conversation.desk()).place());
    }

    /** The shopper is writing; people at the desk see it for some seconds. */
    @Transactional
    public void typing(String conversationId, @Nullable BotId bot, @Nullable ShopperRef shopper) {
        TenantId tenant = TenantScope.required();
        Conversation conversation = get(conversationId, bot, shopper);
        if (conversation.isAtDesk()) {
            presence.types(tenant, conversation.id(), Author.SHOPPER, OffsetDateTime.now(clock));
            events.publishEvent(new DeskStirred(tenant, conversation.id()));
        }
    }

    /** When a person was last seen writing to the shopper, if that is some seconds ago at most. */
    @Transactional(readOnly = true)
    public Optional<OffsetDateTime> personTyping(ConversationId id) {
        return presence.typing(
                TenantScope.required(),
                id,
                Author.PERSON,
                OffsetDateTime.now(clock).minus(DeskPeople.TYPING));
    }

    private static boolean isOf(Conversation conversation, @Nullable BotId bot, @Nullable ShopperRef shopper) {
        return (bot == null || conversation.bot().equals(bot))
                && (shopper == null || conversation.shopper().equals(shopper));
    }

    private static long microsSince(long begun) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
    }

    /** The kind of page that plain JSON speaks of; what the API does not name is another. */
    private static @Nullable String pageKind(@Nullable Object page) {
        if (!(page instanceof Map<?, ?> described)) {
            return null;
        }
        Object kind = described.get("kind");
        return kind instanceof String known && PAGE_KINDS.contains(known) ? known : "other";
    }

    /** The replies that a message got, by its place: everything up to the shopper's next message. */
    private List<Message> repliesTo(TenantId tenant, ConversationId id, Message message) {
        return rows.after(tenant, id, message.seq(), BotReplies.HISTORY).stream()
                .takeWhile(later -> later.author() != Author.SHOPPER)
                .filter(later ->
                        later.author() == Author.BOT && !later.inReplyTo().isEmpty())
                .toList();
    }
}
