package io.xiaoer.conversations;

import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Recall;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Utterance;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.PastRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks a conversation as it was kept, and knows at each question what a turn knew then. Pure. */
final class PastTalk {

    private final PastRows.Talk talk;
    private final List<Message> said = new ArrayList<>();
    private Focus focus = Focus.none();

    private PastTalk(PastRows.Talk talk) {
        this.talk = talk;
    }

    /** The questions that a release answered, in their order; not those without a word, and not the staff's. */
    static List<PastQuestion> questions(PastRows.Talk talk) {
        return new PastTalk(talk).walked();
    }

    private List<PastQuestion> walked() {
        Map<Integer, PastRows.Kept> receipts = receipts();
        Map<Integer, Message> messages = new HashMap<>();
        talk.messages().forEach(message -> messages.put(message.seq(), message));
        List<PastQuestion> questions = new ArrayList<>();
        for (Message message : talk.messages()) {
            PastRows.Kept kept = receipts.get(message.seq());
            Receipt receipt = kept == null ? null : kept.receipt();
            if (kept != null && receipt != null) {
                PastQuestion question = question(message, kept, receipt, messages.get(kept.seq()));
                if (question != null) {
                    questions.add(question);
                }
                focus = Recall.after(focus, message.text(), receipt);
            }
            said.add(message);
        }
        return questions;
    }

    /** By the shopper's message that they are about; receipts from before do not name theirs. */
    private Map<Integer, PastRows.Kept> receipts() {
        Map<Integer, PastRows.Kept> receipts = new HashMap<>();
        for (PastRows.Kept kept : talk.receipts()) {
            Integer question = kept.question() == null ? lastSaid(kept.seq()) : kept.question();
            if (question != null) {
                receipts.put(question, kept);
            }
        }
        return receipts;
    }

    private @Nullable Integer lastSaid(int before) {
        return talk.messages().stream()
                .filter(message -> message.author() == Author.SHOPPER && message.seq() < before)
                .map(Message::seq)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private @Nullable PastQuestion question(
            Message message, PastRows.Kept kept, Receipt receipt, @Nullable Message replied) {
        if (replied == null
                || kept.staff()
                || message.author() != Author.SHOPPER
                || message.text().isBlank()) {
            return null;
        }
        List<Message> earlier = said.subList(Math.max(0, said.size() - BotReplies.HISTORY), said.size());
        Utterance heard = new Utterance(
                BotReplies.history(earlier, BotReplies.asked(earlier)),
                focus,
                receipt.understanding().mentioned(),
                message.text(),
                Recall.pressed(focus, message.text(), receipt));
        return new PastQuestion(
                talk.id(),
                message.seq(),
                talk.shopper(),
                message.at(),
                heard,
                Objects.requireNonNull(replied),
                receipt);
    }
}
