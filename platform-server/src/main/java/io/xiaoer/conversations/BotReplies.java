package io.xiaoer.conversations;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Utterance;
import io.xiaoer.answering.Worded;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.bots.Fallback;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.ConversationRows;
import io.xiaoer.conversations.internal.ConversationRows.Held;
import io.xiaoer.conversations.internal.FallbackReplies;
import io.xiaoer.rollout.Admission;
import io.xiaoer.rollout.Admission.Admitted;
import io.xiaoer.rollout.Admission.NotYet;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the bot says to a shopper's message, and whether a person should take over. */
@Component
class BotReplies {

    /** How far back a turn looks, in events. */
    static final int HISTORY = 20;

    private final ConversationRows rows;
    private final Bots bots;
    private final Shops shops;
    private final CompiledReleases releases;
    private final Engine engine;
    private final Situations situations;

    BotReplies(
            ConversationRows rows,
            Bots bots,
            Shops shops,
            CompiledReleases releases,
            Engine engine,
            Situations situations) {
        this.rows = rows;
        this.bots = bots;
        this.shops = shops;
        this.releases = releases;
        this.engine = engine;
        this.situations = situations;
    }

    /**
     * What a message comes to.
     *
     * @param reply null if a person takes over before the bot has said anything
     * @param inReplyTo ids of the messages this answers
     * @param release that answered; null if the bot does not serve the shopper
     * @param number of the release
     * @param receipt null if no release was asked
     * @param handover why a person takes over; null if the bot goes on
     * @param refused what the reply refused
     */
    record BotReply(
            @Nullable Reply reply,
            List<String> inReplyTo,
            Focus focus,
            @Nullable CompiledRelease release,
            @Nullable Integer number,
            @Nullable Receipt receipt,
            @Nullable HandoverReason handover,
            @Nullable String refused) {

        BotReply {
            inReplyTo = List.copyOf(inReplyTo);
        }

        /** As what the message is counted: once, whatever is said to it. */
        String countedAs(Message first) {
            return handover == null || handover == HandoverReason.FALLBACK ? first.kind() : Message.HANDOVER;
        }
    }

    BotReply to(Held held, Admission admission, IncomingMessage incoming, @Nullable Object page, OffsetDateTime now) {
        return switch (admission) {
            case NotYet() -> fallback(held.conversation(), List.of(Objects.requireNonNull(incoming.id())));
            case Admitted admitted -> answer(held, admitted.release(), incoming, page, now);
        };
    }

    /** What pressing the button for a person comes to; nothing was said. */
    BotReply toButton(Conversation conversation, Admission admission) {
        return switch (admission) {
            case NotYet() -> fallback(conversation, List.of());
            case Admitted admitted ->
                asked(
                        conversation,
                        releases.loaded(conversation.bot(), admitted.release()),
                        admitted.release(),
                        List.of());
        };
    }

    private static BotReply asked(
            Conversation conversation, CompiledRelease release, int number, List<String> inReplyTo) {
        return new BotReply(
                null, inReplyTo, conversation.focus(), release, number, null, HandoverReason.ASKED_FOR, null);
    }

    /** What a shopper is told whom the bot does not serve. */
    Reply.Fallback fallback(BotId bot) {
        return FallbackReplies.of(bots.get(bot).fallback(), shops.current().locale());
    }

    private BotReply fallback(Conversation conversation, List<String> inReplyTo) {
        Fallback fallback = bots.get(conversation.bot()).fallback();
        return new BotReply(
                FallbackReplies.of(fallback, shops.current().locale()),
                inReplyTo,
                conversation.focus(),
                null,
                null,
                null,
                fallback.kind() == Fallback.Kind.PERSON ? HandoverReason.FALLBACK : null,
                null);
    }

    private BotReply answer(
            Held held, int number, IncomingMessage incoming, @Nullable Object page, OffsetDateTime now) {
        Conversation conversation = held.conversation();
        String messageId = Objects.requireNonNull(incoming.id());
        String text = incoming.said();
        CompiledRelease release = releases.loaded(conversation.bot(), number);
        if (HandoverPolicy.asksForPerson(text)) {
            return asked(conversation, release, number, List.of(messageId));
        }
        List<Message> earlier = rows.last(TenantScope.required(), conversation.id(), HISTORY);
        List<Message> asked = asked(earlier);
        Situations.Known known = situations.of(conversation.shopper(), page);
        Worded worded = text.isEmpty() && incoming.choiceId() == null
                ? engine.pictureOnly(release, conversation.focus(), now.toInstant())
                : engine.answer(
                        release,
                        new Utterance(
                                history(earlier, asked),
                                conversation.focus(),
                                known.records().goods(),
                                text,
                                incoming.choiceId()),
                        plan -> situations.duringTurn(known, plan, now.toInstant()),
                        now.toInstant());
        Receipt receipt = worded.receipt();
        List<String> inReplyTo = new ArrayList<>();
        receipt.readTogether().forEach(index -> inReplyTo.add(asked.get(index).id()));
        inReplyTo.add(messageId);
        String before = conversation.desk().refused();
        HandoverReason handover = HandoverPolicy.after(
                        new HandoverPolicy.Said(text, now, worded.reply(), receipt),
                        HandoverPolicy.Before.of(earlier, before),
                        held.keywords(),
                        held.automatic())
                .orElse(null);
        boolean said = receipt.outcome() == Outcome.ANSWERED;
        return new BotReply(
                worded.reply(),
                inReplyTo,
                worded.focus(),
                release,
                number,
                receipt,
                handover,
                said ? Refusal.of(receipt).orElse(null) : before);
    }

    /** What the shopper wrote; pictures without a word say nothing. */
    static List<Message> asked(List<Message> earlier) {
        return earlier.stream()
                .filter(message ->
                        message.author() == Author.SHOPPER && !message.text().isEmpty())
                .toList();
    }

    /** What was asked before and what came of it. */
    static History history(List<Message> earlier, List<Message> asked) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Message reply : earlier) {
            if (!reply.inReplyTo().isEmpty()) {
                // the bot's own reply comes before what hands over
                outcomes.putIfAbsent(reply.inReplyTo().getLast(), outcome(reply.kind()));
            }
        }
        return new History(asked.stream()
                .map(message -> new History.Turn(
                        message.text(), message.at().toInstant(), outcomes.getOrDefault(message.id(), Outcome.UNKNOWN)))
                .toList());
    }

    private static Outcome outcome(String kind) {
        return switch (kind) {
            case "answer", "declined", Message.HANDOVER, Message.PERSON -> Outcome.ANSWERED;
            case "choices" -> Outcome.CHOICES;
            default -> Outcome.UNKNOWN;
        };
    }
}
