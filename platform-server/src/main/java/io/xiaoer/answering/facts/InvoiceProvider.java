package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.Invoice;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import java.util.List;
import java.util.Optional;

/** Which invoices the shop gives, and how to ask for one. */
final class InvoiceProvider implements Provider {

    record InvoiceFields(String kindsText, List<String> kinds, String how) {}

    @Override
    public Class<? extends Record> fields() {
        return InvoiceFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<Invoice>> found = in.situation.rules().one(RuleType.INVOICE, Invoice.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        Invoice rule = found.get().params();
        var fields = new InvoiceFields(in.spoken.list(rule.kinds()), rule.kinds(), rule.how());
        String say = in.say(
                "可以开" + fields.kindsText() + "。" + rule.how(), "We give " + fields.kindsText() + ". " + rule.how());
        return in.known(fields, Sentences.ended(say, in.english))
                .withSource(Inquiry.source(found.get().ref()));
    }
}
