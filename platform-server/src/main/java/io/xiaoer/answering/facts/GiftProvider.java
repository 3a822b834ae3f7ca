package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.NewCustomerGift;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new customer gets, and whether this shopper is one. */
final class GiftProvider implements Provider {

    record GiftFields(
            String gift,
            String how,
            @Nullable Boolean eligible,
            @Nullable String reasonText) {}

    @Override
    public Class<? extends Record> fields() {
        return GiftFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<NewCustomerGift>> found =
                in.situation.rules().one(RuleType.NEW_CUSTOMER_GIFT, NewCustomerGift.class);
        if (found.isEmpty()) {
            return in.unknown(
                    Fact.State.NOT_SET,
                    null,
                    in.say("店里现在没有新人礼。", "There is no gift for new customers at the moment."));
        }
        NewCustomerGift rule = found.get().params();
        long paid = in.situation.records().orders().stream()
                .filter(OrderWords::isPaid)
                .count();
        Boolean eligible = in.situation.signedIn() ? paid == 0 : null;
        String reason = Boolean.FALSE.equals(eligible) ? in.say("您之前已经下过单了", "you have ordered here before") : null;
        var fields = new GiftFields(rule.gift(), rule.how(), eligible, reason);
        String gift = in.say("新客礼是" + rule.gift() + "。", "The gift for new customers: " + rule.gift() + ". ");
        String say = reason == null
                ? gift + Sentences.ended(rule.how(), in.english)
                : gift + in.say("不过" + reason + "，这次领不了。", "But " + reason + ", so it does not apply this time.");
        Fact fact = in.known(fields, say).withSource(Inquiry.source(found.get().ref()));
        return reason == null ? fact : fact.refusing();
    }
}
