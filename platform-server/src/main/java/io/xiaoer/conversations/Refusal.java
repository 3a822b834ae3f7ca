package io.xiaoer.conversations;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Receipt;
import java.util.Optional;

/** What a reply refused, so that it is known again: the rule's need, and the order and goods that it was about. */
final class Refusal {

    private Refusal() {}

    /** For example {@code exchange O1001/mask}; empty if nothing was refused. */
    static Optional<String> of(Receipt receipt) {
        return receipt.facts().stream()
                .filter(fact -> fact.refuses() && fact.isKnown())
                .findFirst()
                .map(Refusal::name);
    }

    private static String name(Fact fact) {
        Fact.About about = fact.about();
        String goods = about == null ? "" : about.sku() == null ? about.orderId() : about.orderId() + "/" + about.sku();
        return (fact.need().key() + " " + goods).strip();
    }
}
