package io.xiaoer.conversations;

import io.xiaoer.answering.Focus;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Message.Details;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a conversation grows by within one transaction: its new events in order, and how it stands after them. */
final class Growth {

    private final Conversation before;
    private final OffsetDateTime now;
    private final List<Message> fresh = new ArrayList<>();
    private int seq;
    private Mode mode;
    private DeskState desk;

    Growth(Conversation before, OffsetDateTime now) {
        this.before = before;
        this.now = now;
        this.seq = before.lastSeq();
        this.mode = before.mode();
        this.desk = before.desk();
    }

    OffsetDateTime now() {
        return now;
    }

    /** In order; at least one once something was added. */
    List<Message> fresh() {
        return List.copyOf(fresh);
    }

    Message said(String messageId, String text, List<Image> images) {
        return add(
                number -> Message.plain(number, messageId, Author.SHOPPER, "text", text, List.of(), now, Details.NONE)
                        .with(images));
    }

    Message add(IntFunction<Message> numbered) {
        Message message = numbered.apply(++seq);
        fresh.add(message);
        return message;
    }

    /** Whoever served a shopper before is done where the bot goes on. */
    void meets(Mode now) {
        if (now != mode) {
            mode = now;
            desk = desk.done();
            add(number -> Replies.modeChange(number, now, Details.NONE, this.now));
        }
    }

    void refuses(@Nullable String what) {
        desk = desk.refusing(what);
    }

    int seq() {
        return seq;
    }

    /** Takes over what a hand-over adds. */
    void waits(Handovers.InLine inLine) {
        fresh.addAll(inLine.messages());
        seq = inLine.messages().getLast().seq();
        mode = Mode.WAITING;
        desk = inLine.desk();
    }

    Conversation after(@Nullable Object page, Focus focus) {
        return before.after(mode, page, focus, seq, desk);
    }
}
