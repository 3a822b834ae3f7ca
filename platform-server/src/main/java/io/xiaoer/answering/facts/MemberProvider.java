package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Fact.State;
import io.xiaoer.rules.MemberBenefits;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.shopdata.Customer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shopper's member level and what it brings. */
final class MemberProvider implements Provider {

    record MemberFields(
            @Nullable String level,
            @Nullable String benefitsText,
            List<String> benefits,
            String levelsText,
            @Nullable String since) {}

    @Override
    public Class<? extends Record> fields() {
        return MemberFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<MemberBenefits>> found = in.situation.rules().one(RuleType.MEMBER_BENEFITS, MemberBenefits.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        MemberBenefits rule = found.get().params();
        String levels = levels(in, rule);
        MemberFields general = new MemberFields(null, null, List.of(), levels, null);
        String generally = in.say("店里的会员等级有：" + levels, "Our member levels: " + levels);
        Customer customer = in.situation.records().customer();
        Fact fact;
        if (!in.situation.signedIn()) {
            fact = in.signIn(general, generally);
        } else if (customer == null || customer.memberLevel() == null) {
            fact = in.unknown(
                    State.NOTHING,
                    general,
                    in.say(
                            "我这边还没有查到您的会员等级。" + generally + "。",
                            "I cannot see your member level yet. " + generally + "."));
        } else {
            fact = told(in, rule, customer, customer.memberLevel(), levels)
                    .withSource(Inquiry.source("customer", customer.id(), customer.freshness()));
        }
        return fact.withSource(Inquiry.source(found.get().ref()));
    }

    private static Fact told(Inquiry in, MemberBenefits rule, Customer customer, String level, String levels) {
        List<String> benefits = rule.levels().getOrDefault(level, List.of());
        String text = in.spoken.list(benefits);
        var fields = new MemberFields(
                level,
                benefits.isEmpty() ? null : text,
                benefits,
                levels,
                customer.registeredAt() == null ? null : in.spoken.day(customer.registeredAt()));
        return in.known(
                fields,
                benefits.isEmpty()
                        ? in.say("您现在是" + level + "。", "Your member level is " + level + ".")
                        : in.say(
                                "您现在是" + level + "，可以享受" + text + "。",
                                "You are " + level + ", which brings " + text + "."));
    }

    private static String levels(Inquiry in, MemberBenefits rule) {
        List<String> levels = rule.levels().entrySet().stream()
                .map(level -> level.getValue().isEmpty()
                        ? level.getKey()
                        : level.getKey() + in.say("（", " (") + in.spoken.list(level.getValue()) + in.say("）", ")"))
                .toList();
        return String.join(in.say("；", "; "), levels);
    }
}
