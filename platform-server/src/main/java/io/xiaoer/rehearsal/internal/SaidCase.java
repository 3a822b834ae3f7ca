package io.xiaoer.rehearsal.internal;

import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.Redaction;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.shared.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what was asked and answered in a conversation a case, without what is personal in it. */
public final class SaidCase {

    /** What of a page tells nobody who was on it. */
    private static final Set<String> IMPERSONAL = Set.of("kind", "sku", "cart");

    private static final int EARLIER = 3;

    private SaidCase() {}

    /**
     * @param said up to the reply, oldest first
     * @param seq of the bot's reply
     * @param customer whom the shop knows; null for anybody else
     * @throws Problem if the bot said no such thing, or to nothing
     */
    public static Draft of(List<Message> said, int seq, @Nullable String customer, @Nullable Object page) {
        Message reply = said.stream()
                .filter(message -> message.seq() == seq && message.author() == Author.BOT)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("reply of the bot"));
        List<Message> asked = said.stream()
                .filter(message -> message.seq() < seq
                        && message.author() == Author.SHOPPER
                        && !message.text().isBlank())
                .toList();
        List<String> pieces = asked.stream()
                .filter(message -> reply.inReplyTo().contains(message.id()))
                .map(message -> Redaction.of(message.text()).strip())
                .toList();
        if (pieces.isEmpty()) {
            throw Problem.invalid("seq", "must be a reply to something that the shopper wrote");
        }
        boolean together = pieces.size() > 1;
        List<String> history =
                new ArrayList<>(together ? pieces.subList(0, pieces.size() - 1) : earlier(asked, reply.inReplyTo()));
        int most = TestCase.MOST_HISTORY;
        return new Draft(
                pieces.getLast(),
                null,
                history.subList(Math.max(0, history.size() - most), history.size()),
                !together,
                customer,
                impersonal(page),
                null,
                expectation(reply),
                false,
                null);
    }

    /** What a follow-up is read in the light of. */
    private static List<String> earlier(List<Message> asked, List<String> inReplyTo) {
        List<String> before = asked.stream()
                .takeWhile(message -> !inReplyTo.contains(message.id()))
                .map(message -> Redaction.of(message.text()).strip())
                .toList();
        return before.subList(Math.max(0, before.size() - EARLIER), before.size());
    }

    private static Expectation expectation(Message reply) {
        if (!Expectation.KINDS.contains(reply.kind())) {
            throw Problem.invalid("seq", "must be a reply that the bot thought of itself");
        }
        return Expectation.likeReply(reply.kind(), reply.entryKey());
    }

    private static @Nullable Map<String, Object> impersonal(@Nullable Object page) {
        if (!(page instanceof Map<?, ?> described)) {
            return null;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        described.forEach((name, value) -> {
            if (name instanceof String known && IMPERSONAL.contains(known) && value != null) {
                kept.put(known, value);
            }
        });
        return kept.isEmpty() ? null : kept;
    }
}
