package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.RuleImpact.Unit;
import io.xiaoer.rules.AllergyReturn;
import io.xiaoer.rules.CouponStacking;
import io.xiaoer.rules.DeliveryPromise;
import io.xiaoer.rules.Dispatch;
import io.xiaoer.rules.FreshClaim;
import io.xiaoer.rules.Presale;
import io.xiaoer.rules.PriceProtection;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.SendBack;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a number in an answer may be about: the words beside it, and what a rule says of it. */
enum Topic {
    EXCHANGE_WINDOW(
            RuleType.EXCHANGE,
            Unit.DAYS,
            List.of("换货", "退换", "无理由退换", "可以换", "能换", "可换", "包换", "调换", "换新", "exchange"),
            List.of(),
            List.of()),
    RETURN_WINDOW(
            RuleType.RETURN,
            Unit.DAYS,
            List.of("退货", "退换", "无理由", "可以退", "能退", "可退", "包退", "return"),
            List.of(),
            List.of("过敏")),
    PRICE_DAYS(
            RuleType.PRICE_PROTECTION,
            Unit.DAYS,
            List.of("价保", "保价", "差价", "降价", "price protection"),
            List.of(),
            List.of()),
    FREE_OVER(
            RuleType.SHIPPING_FEE,
            Unit.MONEY,
            List.of("包邮", "免邮", "免运费", "免费配送", "free shipping"),
            List.of(),
            List.of()),
    SHIPPING_FEE(
            RuleType.SHIPPING_FEE,
            Unit.MONEY,
            List.of("运费", "邮费", "快递费", "配送费", "shipping fee"),
            List.of(),
            List.of("退", "换")),
    DISPATCH_HOURS(
            RuleType.DISPATCH,
            Unit.HOURS,
            List.of("发货", "发出", "寄出", "出库", "ship", "dispatch"),
            List.of(),
            List.of("预售", "定制", "换货", "补发")),
    DELIVERY_HOURS(
            RuleType.DELIVERY_PROMISE,
            Unit.HOURS,
            List.of("送达", "送到", "到货", "到手", "能到", "deliver"),
            List.of(),
            List.of()),
    PRESALE_DAYS(
            RuleType.PRESALE,
            Unit.DAYS,
            List.of("预售", "发货", "发出", "寄出", "pre-order", "pre-sale"),
            List.of("预售", "pre-order", "pre-sale"),
            List.of()),
    CLAIM_HOURS(
            RuleType.FRESH_CLAIM,
            Unit.HOURS,
            List.of("坏果", "坏单", "包赔", "赔付", "理赔", "报损", "反馈", "联系", "拍照", "申请"),
            List.of("坏", "烂", "损", "赔", "化冻", "不新鲜"),
            List.of()),
    ALLERGY_DAYS(
            RuleType.ALLERGY_RETURN,
            Unit.DAYS,
            List.of("过敏", "退货", "可以退", "能退", "可退", "包退", "退款"),
            List.of("过敏"),
            List.of()),
    COUPONS_PER_ORDER(
            RuleType.COUPON_STACKING,
            Unit.COUPONS,
            List.of("叠加", "同时用", "一起用", "最多用", "只能用", "最多可用", "每单", "一单", "每笔"),
            List.of("券"),
            List.of()),
    /** Numbers that no rule has. */
    ELSEWHERE(
            null,
            null,
            List.of(
                    "到账", "审核", "处理", "回复", "退款", "原路", "保质期", "有效期", "过期", "保修", "质保", "见效", "起效", "使用期", "自动确认", "签到",
                    "开票", "开具"),
            List.of(),
            List.of());

    private final @Nullable RuleType type;
    private final @Nullable Unit unit;
    private final List<String> words;
    private final List<String> requires;
    private final List<String> forbids;

    Topic(
            @Nullable RuleType type,
            @Nullable Unit unit,
            List<String> words,
            List<String> requires,
            List<String> forbids) {
        this.type = type;
        this.unit = unit;
        this.words = words;
        this.requires = requires;
        this.forbids = forbids;
    }

    @Nullable
    RuleType type() {
        return type;
    }

    @Nullable
    Unit unit() {
        return unit;
    }

    List<String> words() {
        return words;
    }

    /** Whether a part of a sentence may be about this at all. */
    boolean mayBeAbout(String clause, String question) {
        String context = clause + "\n" + question;
        return (requires.isEmpty() || requires.stream().anyMatch(context::contains))
                && forbids.stream().noneMatch(context::contains);
    }

    /** The numbers that the rule has in the place of one about this. */
    List<BigDecimal> saidBy(RuleParams params) {
        return switch (params) {
            case SendBack it -> whole(it.windowDays());
            case PriceProtection it -> whole(it.days());
            case ShippingFee it -> this == FREE_OVER ? amounts(it.freeOver()) : amounts(it.fee(), it.remoteFee());
            case Dispatch it -> whole(it.withinHours());
            case DeliveryPromise it -> whole(it.hours());
            case Presale it -> whole(it.shipWithinDays());
            case FreshClaim it -> whole(it.withinHours());
            case AllergyReturn it -> whole(it.windowDays());
            case CouponStacking it -> whole(it.allowed() ? it.maxPerOrder() : 1);
            default -> List.of();
        };
    }

    private static List<BigDecimal> whole(int number) {
        return List.of(BigDecimal.valueOf(number));
    }

    private static List<BigDecimal> amounts(@Nullable Money... amounts) {
        List<BigDecimal> all = new ArrayList<>();
        for (Money amount : amounts) {
            if (amount != null) {
                all.add(amount.amount());
            }
        }
        return all;
    }
}
