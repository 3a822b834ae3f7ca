package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.rules.Decision;
import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import io.xiaoer.rules.FreshClaim;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether spoilt goods can still be claimed. */
final class FreshClaimProvider implements Provider {

    record FreshClaimFields(
            @Nullable String item,
            @Nullable Boolean allowed,
            @Nullable String reason,
            @Nullable String reasonText,
            int withinHours,
            @Nullable String until,
            @Nullable String deliveredOn,
            @Nullable String applyUrl) {}

    @Override
    public Class<? extends Record> fields() {
        return FreshClaimFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<FreshClaim>> found = in.situation.rules().one(RuleType.FRESH_CLAIM, FreshClaim.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        FreshClaim rule = found.get().params();
        var general = new FreshClaimFields(null, null, null, null, rule.withinHours(), null, null, rule.applyUrl());
        Fact fact;
        if (!in.situation.signedIn()) {
            String generally = in.say(
                    "签收后" + rule.withinHours() + "小时内拍照申请，坏了我们包赔",
                    "Spoilt goods are made good if you claim them with photos within " + rule.withinHours()
                            + " hours of delivery");
            fact = in.signIn(general, generally).withLink(label(in), rule.applyUrl());
        } else {
            fact = new AboutGoods(in, general)
                    .decide(
                            OrderWords::hasArrived,
                            goods -> rule.decide(AboutGoods.deliveredAt(goods), in.now, in.zone()),
                            (goods, decision) -> told(in, rule, goods, decision));
        }
        return fact.withSource(Inquiry.source(found.get().ref()));
    }

    private static String label(Inquiry in) {
        return in.say("申请包赔", "Claim spoilt goods");
    }

    private static Fact told(Inquiry in, FreshClaim rule, Goods goods, Decision decision) {
        String item = goods.name(in.english);
        OffsetDateTime deliveredAt = AboutGoods.deliveredAt(goods);
        String deliveredOn = deliveredAt == null ? null : in.spoken.day(deliveredAt);
        if (decision instanceof Allowed allowed) {
            String until = in.spoken.before(allowed.until().toOffsetDateTime());
            var fields = new FreshClaimFields(
                    item, true, null, null, rule.withinHours(), until, deliveredOn, rule.applyUrl());
            String how = rule.applyUrl() == null
                    ? in.say("把坏的部分和快递单拍照发来", "send photos of what is spoilt and of the parcel label")
                    : in.say("点下面的链接拍照提交", "use the link below with photos");
            Fact fact = in.known(
                    fields,
                    in.say(
                            item + "坏了我们包赔，" + until + how + "就行。",
                            "We make it good: " + until + ", " + how + " (" + item + ")."));
            return in.about(fact.withLink(label(in), rule.applyUrl()), goods);
        }
        boolean late = decision instanceof Refused refused && refused.reason() == Reason.TOO_LATE;
        String reason = late
                ? in.say(
                        item + (deliveredAt == null ? "" : "是" + in.spoken.moment(deliveredAt) + "签收的，") + "已经过了"
                                + rule.withinHours() + "小时的包赔时间",
                        item + (deliveredAt == null ? "" : " arrived " + in.spoken.moment(deliveredAt)) + "; the "
                                + rule.withinHours() + " hours for a claim are over")
                : in.say(
                        item + "还没有签收，收到后" + rule.withinHours() + "小时内发现坏了，拍照给我们就包赔",
                        item + " has not arrived yet; if it is spoilt, send photos within " + rule.withinHours()
                                + " hours of its arrival");
        var fields = new FreshClaimFields(
                item,
                false,
                late ? "too-late" : "not-delivered",
                reason,
                rule.withinHours(),
                null,
                deliveredOn,
                rule.applyUrl());
        return in.about(in.known(fields, reason + in.say("。", ".")).refusing(), goods);
    }
}
