package io.xiaoer.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the desk opens it.
 *
 * @param messages the newest, in order, mode changes included; {@link Desk#before} has the earlier ones
 * @param hasEarlier whether there are any
 * @param others colleagues who have it open too
 * @param shopperIsTyping right now
 */
public record DeskConversation(
        DeskLine line,
        Conversation conversation,
        List<DeskMessage> messages,
        boolean hasEarlier,
        List<DeskNote> notes,
        @Nullable Rating rating,
        List<Agent> others,
        boolean shopperIsTyping) {

    public DeskConversation {
        messages = List.copyOf(messages);
        notes = List.copyOf(notes);
        others = List.copyOf(others);
    }
}
