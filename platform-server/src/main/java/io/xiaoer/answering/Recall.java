package io.xiaoer.answering;

import io.xiaoer.answering.Plan.Picked;
import io.xiaoer.answering.facts.FactChoice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a conversation was about when each message came, told from the receipts of those before. Pure. */
public final class Recall {

    private static final String CHOSEN = "chosen";

    private Recall() {}

    /**
     * The choice that a shopper pressed, whose label is all that was kept of it; null if the message was typed.
     *
     * @param focus what the conversation was about before the message
     * @param receipt of the reply to the message
     */
    public static @Nullable String pressed(Focus focus, String message, Receipt receipt) {
        Focus.Pending pending = focus.pending();
        return pending == null || !isChosen(receipt)
                ? null
                : pending.choices().stream()
                        .filter(choice -> choice.label().equals(message))
                        .map(Reply.Choice::id)
                        .findFirst()
                        .orElse(null);
    }

    /** What the conversation was about after the reply that the receipt is of. */
    public static Focus after(Focus focus, String message, Receipt receipt) {
        Plan plan = new Plan(
                receipt.outcome(),
                receipt.candidates(),
                List.of(),
                receipt.readTogether(),
                picked(focus, message, receipt),
                receipt.understanding());
        Facts facts = new Facts(receipt.facts());
        boolean unknown = receipt.kind().equals("unknown");
        boolean offers = receipt.kind().equals("choices");
        Fact question = offers
                ? facts.facts().stream()
                        .filter(fact -> fact.state().isQuestion())
                        .findFirst()
                        .orElse(null)
                : null;
        Reply reply = unknown
                ? new Reply.Unknown("")
                : offers ? new Reply.Choices("", Answering.choices(plan)) : new Reply.Answer("", "", 0);
        return Hearing.after(focus, plan, reply, facts, question);
    }

    private static Picked picked(Focus focus, String message, Receipt receipt) {
        Focus.Pending pending = focus.pending();
        if (pending == null || !isChosen(receipt)) {
            return Picked.NOTHING;
        }
        return Optional.ofNullable(pressed(focus, message, receipt))
                .or(() -> Hearing.choice(pending, message))
                .flatMap(FactChoice::parse)
                .map(FactChoice::picked)
                .orElse(Picked.NOTHING);
    }

    private static boolean isChosen(Receipt receipt) {
        return receipt.understanding().path().equals(CHOSEN);
    }
}
