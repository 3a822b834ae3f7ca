package io.xiaoer.rehearsal.internal;

import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Reply;
import io.xiaoer.conversations.Asks.Asked;
import io.xiaoer.conversations.Message;
import io.xiaoer.rehearsal.Expectation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said to a case's question, as far as it matters.
 *
 * @param handsOver whether a person would come, whatever is said
 * @param entryKeys of the entry that answered, or of those that are offered
 * @param said the words, with what is offered and shown beside them
 */
record Heard(String kind, boolean handsOver, List<String> entryKeys, String said) {

    static Heard of(Asked asked) {
        Message reply = asked.replies().getFirst();
        Stream<String> beside = Stream.concat(
                reply.choices().stream().map(Reply.Choice::label),
                reply.cards().stream()
                        .flatMap(card -> Stream.of(card.title(), card.text(), card.status()))
                        .filter(text -> text != null && !text.isBlank()));
        return new Heard(
                reply.kind(),
                asked.handover() != null,
                asked.receipt().candidates().stream()
                        .map(Plan.Candidate::entryKey)
                        .toList(),
                Stream.concat(
                                Stream.concat(Stream.of(reply.text()), beside),
                                reply.links().stream().map(Reply.Link::label))
                        .collect(Collectors.joining("\n")));
    }

    /** The one entry that answered. */
    @Nullable
    String entryKey() {
        return entryKeys.size() == 1 ? entryKeys.getFirst() : null;
    }

    boolean isOf(String wanted) {
        return wanted.equals(Expectation.HANDOVER) ? handsOver : wanted.equals(kind);
    }
}
