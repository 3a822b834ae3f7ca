package io.xiaoer.rehearsal.internal;

import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Reply;
import io.xiaoer.answering.Retold;
import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.PastQuestion;
import io.xiaoer.conversations.Redaction;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a question, word for word, so that it can be compared.
 *
 * @param entries keys of the entry that answers, or of those that are offered
 * @param question of the entry that answers; null if none does
 * @param factsMissing whether the words are over facts that are made up or not known any more
 */
record Told(String kind, List<String> entries, @Nullable String question, String text, boolean factsMissing) {

    private static final int MOST = 4_000;

    Told {
        entries = List.copyOf(entries);
    }

    /** What was really said. */
    static Told then(PastQuestion question) {
        Message replied = question.replied();
        return of(replied.kind(), question.receipt(), text(replied.text(), replied.choices()), false);
    }

    /** What would have been said then; where a fact is not known any more, only by which entry. */
    static Told again(Retold retold) {
        return retold.missing().isEmpty()
                ? now(retold)
                : of(Said.ANSWER, retold.worded().receipt(), "", true);
    }

    /** What is said now; where facts are needed, over made-up ones. */
    static Told now(Retold retold) {
        Reply reply = retold.worded().reply();
        List<Reply.Choice> choices = reply instanceof Reply.Choices offered ? offered.choices() : List.of();
        Receipt receipt = retold.worded().receipt();
        return of(
                receipt.kind(),
                receipt,
                text(reply.text(), choices),
                !retold.missing().isEmpty());
    }

    private static Told of(String kind, Receipt receipt, String text, boolean factsMissing) {
        List<Plan.Candidate> candidates = receipt.candidates();
        return new Told(
                kind,
                candidates.stream().map(Plan.Candidate::entryKey).toList(),
                candidates.size() == 1 ? candidates.getFirst().question() : null,
                text,
                factsMissing);
    }

    private static String text(String said, List<Reply.Choice> choices) {
        return Stream.concat(Stream.of(said), choices.stream().map(choice -> "· " + choice.label()))
                .collect(Collectors.joining("\n"));
    }

    /** Whether an entry was found for the question. */
    boolean isAnswered() {
        return entries.size() == 1;
    }

    /** The entry that answers; null if none does. */
    @Nullable
    String entry() {
        return isAnswered() ? entries.getFirst() : null;
    }

    /** In what way {@code after} differs. */
    Group group(Told after) {
        if (isAnswered() != after.isAnswered()) {
            return after.isAnswered() ? Group.NEWLY_ANSWERED : Group.LOST;
        }
        return isLike(after) ? Group.SAME : Group.CHANGED;
    }

    private boolean isLike(Told after) {
        if (!Set.copyOf(entries).equals(new HashSet<>(after.entries))) {
            return false;
        }
        // the words over a fact that only one of them had say nothing
        return factsMissing != after.factsMissing
                || (kind.equals(after.kind) && (!isAnswered() || text.strip().equals(after.text.strip())));
    }

    /** Without what may tell who is spoken to. */
    Said said() {
        String bare = Redaction.of(text);
        return new Said(kind, entry(), question, bare.length() <= MOST ? bare : bare.substring(0, MOST), factsMissing);
    }
}
