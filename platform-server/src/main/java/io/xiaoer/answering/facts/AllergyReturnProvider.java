package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.AllergyReturn;
import io.xiaoer.rules.Decision;
import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether something can be returned after an allergic reaction, opened or not. */
final class AllergyReturnProvider implements Provider {

    record AllergyReturnFields(
            @Nullable String item,
            @Nullable Boolean allowed,
            @Nullable String reasonText,
            int windowDays,
            @Nullable String lastDay,
            String proofText,
            List<String> proof) {}

    @Override
    public Class<? extends Record> fields() {
        return AllergyReturnFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<AllergyReturn>> found = in.situation.rules().one(RuleType.ALLERGY_RETURN, AllergyReturn.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        AllergyReturn rule = found.get().params();
        AllergyReturnFields general = fields(in, rule, null, null, null, null);
        Fact fact;
        if (!in.situation.signedIn()) {
            String generally = in.say(
                    "签收后" + rule.windowDays() + "天内过敏可以退，请准备好" + general.proofText(),
                    "After an allergic reaction you can return it within " + rule.windowDays()
                            + " days of delivery with " + general.proofText());
            fact = in.signIn(general, generally);
        } else {
            fact = new AboutGoods(in, general)
                    .decide(
                            OrderWords::hasArrived,
                            goods -> rule.decide(AboutGoods.deliveredAt(goods), in.now, in.zone()),
                            (goods, decision) -> told(in, rule, goods, decision));
        }
        return fact.withSource(Inquiry.source(found.get().ref()));
    }

    private static AllergyReturnFields fields(
            Inquiry in,
            AllergyReturn rule,
            @Nullable String item,
            @Nullable Boolean allowed,
            @Nullable String reason,
            @Nullable String lastDay) {
        return new AllergyReturnFields(
                item, allowed, reason, rule.windowDays(), lastDay, in.spoken.list(rule.proof()), rule.proof());
    }

    private static Fact told(Inquiry in, AllergyReturn rule, Goods goods, Decision decision) {
        String item = goods.name(in.english);
        if (decision instanceof Allowed allowed) {
            String lastDay = in.spoken.day(allowed.lastDay());
            AllergyReturnFields fields = fields(in, rule, item, true, null, lastDay);
            return in.about(
                    in.known(
                            fields,
                            in.say(
                                    "先停用。" + item + "过敏可以退，拆了也可以，" + lastDay + "前（含当天）把" + fields.proofText()
                                            + "发给我们就行。",
                                    "Please stop using it. You can return " + item + ", opened or not, until " + lastDay
                                            + " (that day included): send us " + fields.proofText() + ".")),
                    goods);
        }
        boolean late = decision instanceof Refused refused && refused.reason() == Reason.TOO_LATE;
        String reason = late
                ? in.say(
                        item + "已经过了" + rule.windowDays() + "天的过敏包退时间",
                        "the " + rule.windowDays() + " days for returning " + item
                                + " after an allergic reaction are over")
                : in.say(item + "还没有签收", item + " has not arrived yet");
        return in.about(
                in.known(fields(in, rule, item, false, reason, null), reason + in.say("。", "."))
                        .refusing(),
                goods);
    }
}
