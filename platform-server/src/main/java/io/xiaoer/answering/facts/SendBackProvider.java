package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.rules.Decision;
import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.Decision.Refused;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce.Held;
import io.xiaoer.rules.SendBack;
import io.xiaoer.rules.SendBack.FreightPaidBy;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Order;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether goods can be exchanged or returned. */
final class SendBackProvider implements Provider {

    private static final Set<AfterSale.Status> OVER =
            Set.of(AfterSale.Status.REJECTED, AfterSale.Status.CANCELLED, AfterSale.Status.DONE);

    private final RuleType type;

    SendBackProvider(RuleType type) {
        this.type = type;
    }

    record SendBackFields(
            @Nullable String item,
            @Nullable Boolean allowed,
            @Nullable String reason,
            @Nullable String reasonText,
            int windowDays,
            @Nullable String lastDay,
            @Nullable String deliveredOn,
            boolean requireUnopened,
            boolean packagingRequired,
            FreightPaidBy freightPaidBy,
            String freightText,
            @Nullable String excludedText,
            @Nullable String applyUrl) {}

    @Override
    public Class<? extends Record> fields() {
        return SendBackFields.class;
    }

    @Override
    public Fact tell(Inquiry in) {
        Optional<Held<SendBack>> found = in.situation.rules().one(type, SendBack.class);
        if (found.isEmpty()) {
            return in.notSet();
        }
        Held<SendBack> rule = found.get();
        SendBackFields general = fields(in, rule.params(), null, null, null);
        if (!in.situation.signedIn()) {
            Fact signIn = in.signIn(general, generally(in, rule.params()));
            return signIn.withSource(Inquiry.source(rule.ref()))
                    .withLink(applyLabel(in), rule.params().applyUrl());
        }
        Fact fact = new AboutGoods(in, general)
                .decide(
                        OrderWords::hasArrived,
                        goods -> rule.params()
                                .decide(
                                        new SendBack.Item(
                                                AboutGoods.deliveredAt(goods),
                                                in.opened(goods),
                                                AboutGoods.category(in, goods)),
                                        in.now,
                                        in.zone()),
                        (goods, decision) -> told(in, rule.params(), goods, decision));
        return fact.withSource(Inquiry.source(rule.ref()));
    }

    private Fact told(Inquiry in, SendBack rule, Goods goods, Decision decision) {
        Optional<AfterSale> already = in.situation.records().afterSales().stream()
                .filter(request -> request.orderId().equals(goods.order().id()) && !OVER.contains(request.status()))
                .findFirst();
        if (already.isPresent()) {
            AfterSale request = already.get();
            String text = in.say(
                    "这单已经有一个" + OrderWords.kind(request.kind(), false) + "申请，"
                            + OrderWords.status(request.status(), false),
                    "There is already a request for this order (" + OrderWords.kind(request.kind(), true) + "): "
                            + OrderWords.status(request.status(), true));
            SendBackFields fields = refused(fields(in, rule, goods, decision, null), "already", text);
            Fact fact = in.about(
                    in.known(fields, text + in.say("，不用重复提交。", "; there is no need to ask again."))
                            .refusing(),
                    goods);
            return fact.withSource(Inquiry.source("aftersale", request.id(), request.freshness()));
        }
        SendBackFields fields = fields(in, rule, goods, decision, reasonText(in, rule, goods, decision));
        if (decision instanceof Allowed) {
            Fact fact = in.known(fields, allowed(in, rule, fields));
            return in.about(fact.withLink(applyLabel(in), rule.applyUrl()), goods);
        }
        String say = fields.reasonText() + in.say("。", ".");
        return in.about(in.known(fields, say).refusing(), goods);
    }

    private String applyLabel(Inquiry in) {
        return in.need == Need.EXCHANGE ? in.say("申请换货", "Ask for an exchange") : in.say("申请退货", "Ask for a return");
    }

    private String verb(Inquiry in) {
        return in.need == Need.EXCHANGE ? in.say("换货", "exchange") : in.say("退货", "return");
    }

    private String done(Inquiry in) {
        return in.need == Need.EXCHANGE ? "exchanged" : "returned";
    }

    private SendBackFields fields(
            Inquiry in,
            SendBack rule,
            @Nullable Goods goods,
            @Nullable Decision decision,
            @Nullable String reasonText) {
        OffsetDateTime deliveredAt = goods == null ? null : AboutGoods.deliveredAt(goods);
        return new SendBackFields(
                goods == null ? null : goods.name(in.english),
                decision == null ? null : decision instanceof Allowed,
                decision instanceof Refused refused ? reason(refused.reason()) : null,
                reasonText,
                rule.windowDays(),
                switch (decision) {
                    case Allowed allowed -> in.spoken.day(allowed.lastDay());
                    case null, default -> null;
                },
                deliveredAt == null ? null : in.spoken.day(deliveredAt),
                rule.requireUnopened(),
                rule.packagingRequired(),
                rule.freightPaidBy(),
                rule.freightPaidBy() == FreightPaidBy.SELLER
                        ? in.say("来回运费店里承担", "the shop pays for sending it back")
                        : in.say("寄回的运费需要您承担", "sending it back is at your cost"),
                rule.excludeCategories().isEmpty() ? null : in.spoken.list(rule.excludeCategories()),
                rule.applyUrl());
    }

    private static SendBackFields refused(SendBackFields of, String reason, String text) {
        return new SendBackFields(
                of.item,
                false,
                reason,
                text,
                of.windowDays,
                of.lastDay,
                of.deliveredOn,
                of.requireUnopened,
                of.packagingRequired,
                of.freightPaidBy,
                of.freightText,
                of.excludedText,
                of.applyUrl);
    }

    private static String reason(Decision.Reason reason) {
        return switch (reason) {
            case NOT_DELIVERED, NOT_PAID -> "not-delivered";
            case EXCLUDED -> "excluded";
            case TOO_LATE -> "too-late";
            case OPENED -> "opened";
        };
    }

    private @Nullable String reasonText(Inquiry in, SendBack rule, Goods goods, Decision decision) {
        if (!(decision instanceof Refused refused)) {
            return null;
        }
        String item = goods.name(in.english);
        OffsetDateTime deliveredAt = AboutGoods.deliveredAt(goods);
        return switch (refused.reason()) {
            case NOT_DELIVERED, NOT_PAID ->
                goods.order().status() == Order.Status.CANCELLED
                        ? in.say(item + "这单已经取消了", "The order with " + item + " is cancelled")
                        : in.say(
                                item + "还没有签收，收到后" + rule.windowDays() + "天内" + (rule.requireUnopened() ? "没拆封" : "")
                                        + "都可以" + verb(in),
                                item + " has not arrived yet; within " + rule.windowDays()
                                        + " days of its arrival you can " + verb(in) + " it"
                                        + (rule.requireUnopened() ? " unopened" : ""));
            case EXCLUDED ->
                in.say(
                        item + "属于" + AboutGoods.category(in, goods) + "，这一类不支持" + verb(in),
                        item + " belongs to " + AboutGoods.category(in, goods) + ", which cannot be " + done(in));
            case TOO_LATE ->
                in.say(
                        item + (deliveredAt == null ? "" : "是" + in.spoken.day(deliveredAt) + "签收的，") + "已经过了"
                                + rule.windowDays() + "天的" + verb(in) + "时间",
                        item + (deliveredAt == null ? "" : " arrived on " + in.spoken.day(deliveredAt)) + "; the "
                                + rule.windowDays() + " days to " + verb(in) + " it are over");
            case OPENED ->
                in.say(
                        item + "已经拆封了，拆封后不能" + verb(in) + "；如果是质量问题，拍照给我们，另外处理",
                        item + " has been opened, and opened goods cannot be " + done(in)
                                + "; if there is a fault, send us photos and we will sort it out");
        };
    }

    private String allowed(Inquiry in, SendBack rule, SendBackFields fields) {
        String unopened = rule.requireUnopened() ? in.say("没拆封，", "") : "";
        String packaging =
                rule.packagingRequired() ? in.say("，包装要留好一起寄回", "; keep the packaging and send it back too") : "";
        String apply = rule.applyUrl() == null
                ? in.say("在「我的订单」里申请" + verb(in) + "就行", "ask for it under \"My orders\"")
                : in.say("点下面的链接提交申请就行", "use the link below");
        return in.say(
                fields.item() + unopened + "可以" + verb(in) + "，" + fields.lastDay() + "前（含当天）" + apply + "，"
                        + fields.freightText() + packaging + "。",
                "Yes, you can " + verb(in) + " " + fields.item() + " until " + fields.lastDay()
                        + " (that day included): " + apply + "; " + fields.freightText() + packaging + ".");
    }

    private String generally(Inquiry in, SendBack rule) {
        return in.say(
                "签收后" + rule.windowDays() + "天内" + (rule.requireUnopened() ? "没拆封的" : "") + "可以" + verb(in),
                "You can " + verb(in) + " " + (rule.requireUnopened() ? "unopened goods" : "goods") + " within "
                        + rule.windowDays() + " days of delivery");
    }
}
