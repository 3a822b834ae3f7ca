package io.xiaoer.conversations.internal;

import io.xiaoer.conversations.Conversation;
import io.xiaoer.conversations.Conversations;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.internal.Wire.MessageResource;
import io.xiaoer.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages through what was said. */
@Component
class History {

    private final Conversations conversations;

    History(Conversations conversations) {
        this.conversations = conversations;
    }

    Page<MessageResource> page(Conversation conversation, @Nullable Integer limit, @Nullable String cursor) {
        int size = Page.limit(limit);
        int seq = Page.afterNumber(cursor, 0);
        List<Message> messages = conversations.after(conversation.id(), seq, size + 1);
        Page<Message> page = Page.of(messages, size, message -> Integer.toString(message.seq()));
        return new Page<>(
                page.items().stream()
                        .filter(message -> message.author() != Message.Author.SYSTEM)
                        .map(MessageResource::of)
                        .toList(),
                page.nextCursor());
    }
}
