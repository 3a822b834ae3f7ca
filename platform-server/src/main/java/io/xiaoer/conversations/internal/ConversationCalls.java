package io.xiaoer.conversations.internal;

import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.ReleaseNotLoaded;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.Conversations.Welcome;
import io.xiaoer.conversations.Feedback;
import io.xiaoer.conversations.IncomingMessage;
import io.xiaoer.conversations.LookupWanted;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Mode;
import io.xiaoer.conversations.Opinions;
import io.xiaoer.conversations.ShopperProfile;
import io.xiaoer.conversations.TurnFailed;
import io.xiaoer.conversations.internal.Wire.ConversationResource;
import io.xiaoer.conversations.internal.Wire.FeedbackRequest;
import io.xiaoer.conversations.internal.Wire.HandedOverResource;
import io.xiaoer.conversations.internal.Wire.MessageResource;
import io.xiaoer.conversations.internal.Wire.MessagesResource;
import io.xiaoer.conversations.internal.Wire.ModeResource;
import io.xiaoer.conversations.internal.Wire.OpenedResource;
import io.xiaoer.conversations.internal.Wire.RatingRequest;
import io.xiaoer.conversations.internal.Wire.TurnResource;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shopdata.LiveLookup;
import io.xiaoer.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What a call of the chat API and one of the widget have in common, once it is known for whom they ask: a null bot or
 * shopper stands for any of the shop's.
 */
@Component
class ConversationCalls {

    private static final int ATTEMPTS = 3;

    private final Conversations conversations;
    private final Opinions opinions;
    private final CompiledReleases releases;
    private final EventStreams streams;
    private final Turns turns;
    private final ObjectProvider<LiveLookup> lookup;
    private final ApplicationEventPublisher events;

    ConversationCalls(
            Conversations conversations,
            Opinions opinions,
            CompiledReleases releases,
            EventStreams streams,
            Turns turns,
            ObjectProvider<LiveLookup> lookup,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.opinions = opinions;
        this.releases = releases;
        this.streams = streams;
        this.turns = turns;
        this.lookup = lookup;
        this.events = events;
    }

    Welcome welcome(BotId bot, ShopperRef shopper, ShopperProfile profile) {
        return whenLoaded(() -> conversations.welcome(bot, shopper, profile));
    }

    Optional<ConversationResource> newest(BotId bot, ShopperRef shopper) {
        return conversations.newest(bot, shopper).map(ConversationResource::of);
    }

    OpenedResource open(BotId bot, ShopperRef shopper, ShopperProfile profile, @Nullable Object page) {
        return OpenedResource.of(whenLoaded(() -> conversations.open(bot, shopper, profile, page)));
    }

    TurnResource send(String id, @Nullable BotId bot, @Nullable ShopperRef shopper, IncomingMessage message) {
        return toldOfFailure(
                id,
                () -> TurnResource.of(
                        whenLoaded(() -> turns.take(id, () -> conversations.take(id, bot, shopper, message)))));
    }

    /** Tells of a turn that ended in a way that nobody foresaw; whoever listens keeps no shopper waiting. */
    private <T> T toldOfFailure(String conversation, Supplier<T> turn) {
        try {
            return turn.get();
        } catch (Problem foreseen) {
            throw foreseen;
        } catch (RuntimeException e) {
            Ids.parse(conversation)
                    .ifPresent(
                            id -> events.publishEvent(new TurnFailed(TenantScope.required(), new ConversationId(id))));
            throw e;
        }
    }

    /** @param after number of the event after which to begin, in place of a cursor */
    MessagesResource messages(
            String id,
            @Nullable BotId bot,
            @Nullable ShopperRef shopper,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable Integer after) {
        Conversation conversation = conversations.get(id, bot, shopper);
        int size = Page.limit(limit);
        if (after != null && cursor != null) {
            throw Problem.invalid("after", "cannot be combined with cursor");
        }
        int seq = after == null ? Page.afterNumber(cursor, 0) : after;
        List<Message> messages = conversations.after(conversation.id(), seq, size + 1);
        Page<Message> page = Page.of(messages, size, message -> Integer.toString(message.seq()));
        Map<Integer, Feedback> feedback = opinions.of(conversation.id(), page.items());
        return new MessagesResource(
                page.items().stream()
                        .filter(message -> message.author() != Message.Author.SYSTEM)
                        .map(message -> MessageResource.of(message, feedback.get(message.seq())))
                        .toList(),
                page.nextCursor(),
                standing(conversation));
    }

    private ModeResource standing(Conversation conversation) {
        Message change = conversations.modeChange(conversation).orElse(null);
        Integer place = conversation.mode() == Mode.WAITING
                ? conversations.place(conversation.id()).orElse(null)
                : null;
        return ModeResource.of(conversation, change, place);
    }

    HandedOverResource handOver(String id, @Nullable BotId bot, @Nullable ShopperRef shopper) {
        return HandedOverResource.of(whenLoaded(() -> turns.take(id, () -> conversations.handOver(id, bot, shopper))));
    }

    void helped(String id, @Nullable BotId bot, @Nullable ShopperRef shopper, String replyId, FeedbackRequest request) {
        opinions.helped(id, bot, shopper, replyId, request.helpful(), request.comment());
    }

    void rate(String id, @Nullable BotId bot, @Nullable ShopperRef shopper, RatingRequest request) {
        opinions.rate(id, bot, shopper, request.score(), request.comment());
    }

    void typing(String id, @Nullable BotId bot, @Nullable ShopperRef shopper) {
        conversations.typing(id, bot, shopper);
    }

    SseEmitter events(String id, @Nullable BotId bot, @Nullable ShopperRef shopper, @Nullable String lastEventId) {
        return streams.open(conversations.get(id, bot, shopper), lastEventId);
    }

    /** Has a release that is missing loaded, and the shop's system asked, while neither a turn nor a transaction is held, and begins again. */
    private <T> T whenLoaded(Supplier<T> work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (ReleaseNotLoaded missing) {
                releases.get(missing.bot(), missing.number());
            } catch (LookupWanted wanted) {
                lookup.ifAvailable(live -> live.refresh(wanted.customerId()));
            }
        }
        // more is live than the memory for it holds
        throw new Problem(Code.UNAVAILABLE, "Very many shops are being served. Try again in a moment.");
    }
}
