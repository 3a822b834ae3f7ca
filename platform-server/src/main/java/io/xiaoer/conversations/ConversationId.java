package io.xiaoer.conversations;

import java.util.UUID;

/** One conversation of a shopper with a shop. */
public record ConversationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
