package io.xiaoer.connectors.internal.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.xiaoer.bots.BotId;
import io.xiaoer.connectors.WebhookEvent;
import io.xiaoer.connectors.internal.hooks.Happening.Change;
import io.xiaoer.connectors.internal.hooks.Happening.Talk;
import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.Message;
import io.xiaoer.rollout.Alarm;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is told of an event: ids, and the words of a message. Read when it is told, so that nothing is told of what was erased. */
@Component
public class HookPayloads {

    private final Conversations conversations;
    private final Rollouts rollouts;
    private final JsonMapper json;

    HookPayloads(Conversations conversations, Rollouts rollouts, JsonMapper json) {
        this.conversations = conversations;
        this.rollouts = rollouts;
        this.json = json;
    }

    record Payload(String type, String timestamp, Object data) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String conversationId,
            String botId,
            Shopper shopper,
            @Nullable String reason,
            @Nullable Said message) {}

    record Shopper(String kind, String id) {}

    /**
     * A bot that went back by itself.
     *
     * @param release the one that got worse
     * @param stage the bot's since
     * @param liveRelease the bot's since
     */
    record Halt(
            String botId,
            int release,
            String measure,
            double baseline,
            double measured,
            int observed,
            String stage,
            int liveRelease) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            String id,
            int seq,
            String author,
            String kind,
            @Nullable String text,
            @Nullable List<Picture> images,
            @Nullable String entryKey,
            @Nullable List<String> inReplyTo) {}

    record Picture(String id, int width, int height) {}

    /** As JSON, the same each time; empty if it was erased. Not for use in a transaction, which what is missing would end. */
    public Optional<byte[]> of(WebhookDeliveryRow delivery) {
        Happening happening = delivery.happening();
        return switch (happening.about()) {
            case Talk talk -> of(happening, talk);
            case Change change -> of(happening, change);
        };
    }

    private Optional<byte[]> of(Happening happening, Change about) {
        return rollouts.change(about.bot(), about.change())
                .map(change -> written(happening.event().key(), happening.at(), halt(about.bot(), change)));
    }

    private static Halt halt(BotId bot, RolloutChange change) {
        Alarm alarm = Objects.requireNonNull(change.alarm());
        return new Halt(
                bot.toString(),
                alarm.release(),
                alarm.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                alarm.baseline(),
                alarm.measured(),
                alarm.observed(),
                change.stage().name().toLowerCase(Locale.ROOT),
                change.liveRelease());
    }

    private Optional<byte[]> of(Happening happening, Talk about) {
        try {
            Conversation conversation = conversations.get(about.conversation().toString(), null, null);
            Integer seq = about.seq();
            Said said = null;
            if (seq != null) {
                said = conversations.after(conversation.id(), seq - 1, 1).stream()
                        .filter(message -> message.seq() == seq)
                        .findFirst()
                        .map(message -> said(happening, message))
                        .orElse(null);
                if (said == null) {
                    return Optional.empty();
                }
            }
            return Optional.of(written(
                    happening.event().key(),
                    happening.at(),
                    new Data(
                            conversation.id().toString(),
                            conversation.bot().toString(),
                            new Shopper(
                                    conversation.shopper().kind().name().toLowerCase(Locale.ROOT),
                                    conversation.shopper().id()),
                            about.reason(),
                            said)));
        } catch (Problem missing) {
            return Optional.empty();
        }
    }

    /** An event that nothing has caused. */
    byte[] trial(String endpointId, OffsetDateTime at) {
        return written("webhook.test", at, Map.of("webhookId", endpointId));
    }

    private byte[] written(String type, OffsetDateTime at, Object data) {
        return json.writeValueAsString(new Payload(type, at.toInstant().toString(), data))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Said said(Happening happening, Message message) {
        boolean words = happening.event() == WebhookEvent.MESSAGE_CREATED;
        return new Said(
                message.id(),
                message.seq(),
                message.author().name().toLowerCase(Locale.ROOT),
                message.kind(),
                words ? message.text() : null,
                message.images().isEmpty()
                        ? null
                        : message.images().stream()
                                .map(image -> new Picture(image.id().toString(), image.width(), image.height()))
                                .toList(),
                message.entryKey(),
                message.inReplyTo().isEmpty() ? null : message.inReplyTo());
    }
}
