package io.xiaoer.connectors;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a shop's system can be told of. */
public enum WebhookEvent {
    CONVERSATION_CREATED,
    MESSAGE_CREATED,
    HANDOVER_REQUESTED,
    CONVERSATION_CLOSED,
    QUESTION_UNANSWERED,
    BOT_HALTED;

    /** As it is called in public, for example {@code message.created}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public static Optional<WebhookEvent> of(String key) {
        return Arrays.stream(values()).filter(event -> event.key().equals(key)).findFirst();
    }
}
