package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.ReleaseNotLoaded;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Reply.Card;
import io.xiaoer.answering.Reply.Choice;
import io.xiaoer.answering.Reply.Link;
import io.xiaoer.answering.Utterance;
import io.xiaoer.answering.Worded;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.conversations.internal.FallbackReplies;
import io.xiaoer.rollout.Admission;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.OpenToAll;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** How far back a turn looks, in events. */
    private static final int HISTORY = 20;

    private static final Set<String> PAGE_KINDS = Set.of("product", "cart", "mine");

    private final ConversationRows rows;
    private final Bots bots;
    private final Rollouts rollouts;
    private final CompiledReleases releases;
    private final Engine engine;
    private final Situations situations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            ConversationRows rows,
            Bots bots,
            Rollouts rollouts,
            CompiledReleases releases,
            Engine engine,
            Situations situations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.bots = bots;
        this.rollouts = rollouts;
        this.releases = releases;
        this.engine = engine;
        this.situations = situations;
        this.events = events;
        this.clock = clock;
    }

    /** A conversation just opened. */
    public record Opened(ConversationId id, Mode mode, String greeting) {}

    /** What a shopper's message led to. */
    public record Turn(String messageId, List<Message> replies) {}

    /** Something was said, or the mode changed; open streams hear it once it is committed. */
    public record ConversationGrew(TenantId tenant, ConversationId conversation) {}

    /** Who would answer the shopper now, and how they are greeted. */
    public record Welcome(Mode mode, String greeting, boolean staff) {}

    @Transactional(
            noRollbackFor = {ReleaseNotLoaded.class, LookupWanted.class}) // nothing is written before it is thrown
    public Welcome welcome(BotId bot, ShopperRef shopper) {
        return switch (rollouts.admit(bot, shopper)) {
            case Admitted admitted ->
                new Welcome(Mode.BOT, releases.loaded(bot, admitted.release()).greeting(), admitted.staff());
            case NotYet() ->
                new Welcome(
                        Mode.FALLBACK,
                        FallbackReplies.of(bots.get(bot).fallback()).text(),
                        false);
        };
    }

    /**
     * Opens a conversation.
     *
     * @param page where the shopper is, as plain JSON; may be null
     */
    @Transactional(
            noRollbackFor = {ReleaseNotLoaded.class, LookupWanted.class}) // nothing is written before it is thrown
    public Opened open(BotId bot, ShopperRef shopper, ShopperProfile profile, @Nullable Object page) {
        Welcome welcome = welcome(bot, shopper);
        ConversationId id = new ConversationId(Ids.next());
        rows.insert(
                TenantScope.required(),
                new Conversation(id, bot, shopper, welcome.mode(), pageKind(page), page, Focus.none(), 0, profile),
                OffsetDateTime.now(clock));
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

    /** What was said after {@code seq}, mode changes included, in order. */
    @Transactional(readOnly = true)
    public List<Message> after(ConversationId id, int seq, int limit) {
        return rows.after(TenantScope.required(), id, seq, limit);
    }

    /**
     * Takes a shopper's message in the conversation that a path segment names, and answers it.
     *
     * @param bot the bot it must be with; null for any of the shop's
     * @param shopper whose it must be; null for any of the shop's
     * @throws Problem if there is no such conversation; another's looks the same
     */
    @Transactional(
            noRollbackFor = {ReleaseNotLoaded.class, LookupWanted.class}) // nothing is written before it is thrown
    public Turn take(
            String conversationId, @Nullable BotId bot, @Nullable ShopperRef shopper, IncomingMessage incoming) {
        long begun = System.nanoTime();
        incoming.validate();
        String messageId = Objects.requireNonNull(incoming.id());
        String text = Objects.requireNonNull(incoming.text());
        TenantId tenant = TenantScope.required();
        Conversation conversation = Ids.parse(conversationId)
                .flatMap(value -> rows.lock(tenant, new ConversationId(value)))
                .filter(found -> isOf(found, bot, shopper))
                .orElseThrow(() -> Problem.notFound("conversation"));
        ConversationId id = conversation.id();
        var before = rows.sentBefore(tenant, id, messageId);
        if (before.isPresent()) {
            return new Turn(messageId, repliesTo(tenant, id, before.get()));
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Message> fresh = new ArrayList<>();
        int seq = conversation.lastSeq();
        fresh.add(new Message(
                ++seq,
                messageId,
                Author.SHOPPER,
                "text",
                text,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                now));

        Admission admission = rollouts.admit(conversation.bot(), conversation.shopper());
        Mode mode = admission instanceof Admitted ? Mode.BOT : Mode.FALLBACK;
        if (mode != conversation.mode()) {
            fresh.add(modeChange(++seq, mode, now));
        }
        int replySeq = ++seq;
        Object page = incoming.page() == null ? conversation.page() : incoming.page();
        Focus focus = conversation.focus();
        switch (admission) {
            case NotYet() -> {
                Bot met = bots.get(conversation.bot());
                fresh.add(reply(replySeq, FallbackReplies.of(met.fallback()), List.of(messageId), now));
                rows.insert(tenant, id, fresh);
                rows.insert(tenant, conversation, fresh.getLast(), null, null, microsSince(begun));
            }
            case Admitted admitted -> {
                CompiledRelease release = releases.loaded(conversation.bot(), admitted.release());
                List<Message> earlier = rows.last(tenant, id, HISTORY);
                List<Message> asked = earlier.stream()
                        .filter(message -> message.author() == Author.SHOPPER)
                        .toList();
                Situations.Known known = situations.of(conversation.shopper(), page);
                Worded worded = engine.answer(
                        release,
                        new Utterance(
                                history(earlier, asked), focus, known.records().goods(), text, incoming.choiceId()),
                        plan -> situations.duringTurn(known, plan, now.toInstant()),
                        now.toInstant());
                focus = worded.focus();
                List<String> inReplyTo = new ArrayList<>();
                worded.receipt()
                        .readTogether()
                        .forEach(index -> inReplyTo.add(asked.get(index).id()));
                inReplyTo.add(messageId);
                fresh.add(reply(replySeq, worded.reply(), inReplyTo, now));
                rows.insert(tenant, id, fresh);
                rows.insert(
                        tenant,
                        conversation,
                        fresh.getLast(),
                        admitted.release(),
                        worded.receipt(),
                        microsSince(begun));
                events.publishEvent(
                        worded.receipt().outcome() == Outcome.UNKNOWN
                                ? new QuestionUnanswered(tenant, conversation.bot(), id, replySeq)
                                : new QuestionAnswered(tenant, conversation.bot(), id, replySeq));
            }
        }
        rows.update(tenant, conversation.after(mode, page, focus, seq), now);
        events.publishEvent(new ConversationGrew(tenant, id));
        return new Turn(messageId, List.of(fresh.getLast()));
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
        return rows.after(tenant, id, message.seq(), HISTORY).stream()
                .takeWhile(later -> later.author() != Author.SHOPPER)
                .filter(later -> later.author() != Author.SYSTEM)
                .toList();
    }

    private static History history(List<Message> earlier, List<Message> asked) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Message reply : earlier) {
            if (!reply.inReplyTo().isEmpty()) {
                outcomes.put(reply.inReplyTo().getLast(), outcome(reply.kind()));
            }
        }
        return new History(asked.stream()
                .map(message -> new History.Turn(
                        message.text(), message.at().toInstant(), outcomes.getOrDefault(message.id(), Outcome.UNKNOWN)))
                .toList());
    }

    private static Outcome outcome(String kind) {
        return switch (kind) {
            case "answer", "declined", "handover", "person" -> Outcome.ANSWERED;
            case "choices" -> Outcome.CHOICES;
            default -> Outcome.UNKNOWN;
        };
    }

    private static Message modeChange(int seq, Mode mode, OffsetDateTime at) {
        return new Message(
                seq,
                Ids.next().toString(),
                Author.SYSTEM,
                Message.MODE_CHANGE,
                mode.name().toLowerCase(Locale.ROOT),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                at);
    }

    /** A reply as it would be sent, but outside any conversation. */
    public static Message preview(Reply reply) {
        return reply(0, reply, List.of(), OffsetDateTime.MIN);
    }

    static Message reply(int seq, Reply reply, List<String> inReplyTo, OffsetDateTime at) {
        return switch (reply) {
            case Reply.Answer answer ->
                said(
                        seq,
                        "answer",
                        answer,
                        answer.entryKey(),
                        (float) answer.confidence(),
                        List.of(),
                        answer.links(),
                        answer.cards(),
                        inReplyTo,
                        at);
            case Reply.Choices choices ->
                said(seq, "choices", choices, null, null, choices.choices(), List.of(), List.of(), inReplyTo, at);
            case Reply.Declined declined ->
                said(
                        seq,
                        "declined",
                        declined,
                        declined.entryKey(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        inReplyTo,
                        at);
            case Reply.Fallback fallback ->
                said(seq, "fallback", fallback, null, null, List.of(), fallback.links(), List.of(), inReplyTo, at);
            case Reply.Unknown unknown -> plain(seq, "unknown", unknown, inReplyTo, at);
            case Reply.HandOver handOver -> plain(seq, "handover", handOver, inReplyTo, at);
            case Reply.PersonReply person -> plain(seq, "person", person, inReplyTo, at);
        };
    }

    private static Message plain(int seq, String kind, Reply reply, List<String> inReplyTo, OffsetDateTime at) {
        return said(seq, kind, reply, null, null, List.of(), List.of(), List.of(), inReplyTo, at);
    }

    private static Message said(
            int seq,
            String kind,
            Reply reply,
            @Nullable String entryKey,
            @Nullable Float confidence,
            List<Choice> choices,
            List<Link> links,
            List<Card> cards,
            List<String> inReplyTo,
            OffsetDateTime at) {
        Author author = reply instanceof Reply.PersonReply ? Author.PERSON : Author.BOT;
        return new Message(
                seq,
                Ids.next().toString(),
                author,
                kind,
                reply.text(),
                entryKey,
                confidence,
                choices,
                links,
                cards,
                inReplyTo,
                at);
    }
}
