package io.xiaoer.rules;

import io.xiaoer.rules.SendBack.FreightPaidBy;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.FieldErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parameters of rules as they travel and are kept. */
public final class RuleForm {

    private static final int MAX_DAYS = 3650;
    private static final int MAX_HOURS = 8760;
    private static final int MAX_TIERS = 20;
    private static final int MAX_COUPONS = 100;
    private static final int MAX_LEVELS = 30;
    private static final int MAX_NAMES = 200;
    private static final int MAX_NAME = 60;
    private static final int MAX_TEXT = 500;

    private RuleForm() {}

    /** @throws io.xiaoer.shared.Problem naming each field that is wrong */
    public static RuleParams read(RuleType type, @Nullable JsonNode params) {
        return read(type, params, new FieldErrors());
    }

    /** @throws io.xiaoer.shared.Problem naming each field that is wrong, those found before included */
    static RuleParams read(RuleType type, @Nullable JsonNode params, FieldErrors errors) {
        RuleFields fields = new RuleFields("params", params, errors);
        RuleParams read = switch (type) {
            case THRESHOLD_PROMOTION -> promotion(fields);
            case COUPON_STACKING -> stacking(fields);
            case EXCHANGE, RETURN -> sendBack(fields);
            case PRICE_PROTECTION -> new PriceProtection(fields.number("days", 0, MAX_DAYS), fields.url("applyUrl"));
            case SHIPPING_FEE ->
                new ShippingFee(
                        fields.money("fee"),
                        fields.optionalMoney("freeOver"),
                        fields.texts("remoteRegions", 0, MAX_NAMES, MAX_NAME),
                        fields.optionalMoney("remoteFee"));
            case DISPATCH -> new Dispatch(fields.number("withinHours", 1, MAX_HOURS), fields.time("cutOff"));
            case DELIVERY_PROMISE ->
                new DeliveryPromise(
                        fields.texts("regions", 0, MAX_NAMES, MAX_NAME),
                        fields.number("hours", 1, MAX_HOURS),
                        fields.flag("coldChain", false));
            case PRESALE -> new Presale(fields.number("shipWithinDays", 0, MAX_DAYS));
            case FRESH_CLAIM -> new FreshClaim(fields.number("withinHours", 1, MAX_HOURS), fields.url("applyUrl"));
            case ALLERGY_RETURN ->
                new AllergyReturn(fields.number("windowDays", 0, MAX_DAYS), fields.texts("proof", 0, 50, MAX_TEXT));
            case NEW_CUSTOMER_GIFT -> new NewCustomerGift(fields.text("gift", MAX_TEXT), fields.text("how", MAX_TEXT));
            case MEMBER_BENEFITS -> new MemberBenefits(fields.levels("levels", MAX_LEVELS, MAX_NAME, MAX_TEXT));
            case INVOICE -> new Invoice(fields.texts("kinds", 1, 20, MAX_NAME), fields.text("how", MAX_TEXT));
        };
        fields.rejectOthers();
        errors.throwIfAny();
        return read;
    }

    /** What {@link #read(RuleType, JsonNode)} reads; only what is there. */
    public static Map<String, Object> write(RuleParams params) {
        Map<String, Object> form = new LinkedHashMap<>();
        switch (params) {
            case ThresholdPromotion it -> {
                form.put("tiers", it.tiers().stream().map(RuleForm::write).toList());
                form.put("excludeCategories", it.excludeCategories());
                form.put("stackWithCoupons", it.stackWithCoupons());
            }
            case CouponStacking it -> {
                form.put("allowed", it.allowed());
                form.put("maxPerOrder", it.maxPerOrder());
            }
            case SendBack it -> {
                form.put("windowDays", it.windowDays());
                form.put("requireUnopened", it.requireUnopened());
                form.put("excludeCategories", it.excludeCategories());
                form.put("freightPaidBy", it.freightPaidBy().name().toLowerCase(Locale.ROOT));
                form.put("packagingRequired", it.packagingRequired());
                put(form, "applyUrl", it.applyUrl());
            }
            case PriceProtection it -> {
                form.put("days", it.days());
                put(form, "applyUrl", it.applyUrl());
            }
            case ShippingFee it -> {
                form.put("fee", it.fee().toString());
                put(form, "freeOver", it.freeOver());
                form.put("remoteRegions", it.remoteRegions());
                put(form, "remoteFee", it.remoteFee());
            }
            case Dispatch it -> {
                form.put("withinHours", it.withinHours());
                put(form, "cutOff", it.cutOff());
            }
            case DeliveryPromise it -> {
                form.put("regions", it.regions());
                form.put("hours", it.hours());
                form.put("coldChain", it.coldChain());
            }
            case Presale it -> form.put("shipWithinDays", it.shipWithinDays());
            case FreshClaim it -> {
                form.put("withinHours", it.withinHours());
                put(form, "applyUrl", it.applyUrl());
            }
            case AllergyReturn it -> {
                form.put("windowDays", it.windowDays());
                form.put("proof", it.proof());
            }
            case NewCustomerGift it -> {
                form.put("gift", it.gift());
                form.put("how", it.how());
            }
            case MemberBenefits it -> form.put("levels", it.levels());
            case Invoice it -> {
                form.put("kinds", it.kinds());
                form.put("how", it.how());
            }
        }
        return form;
    }

    private static Map<String, Object> write(Tier tier) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("over", tier.over().toString());
        form.put("off", tier.off().toString());
        return form;
    }

    private static void put(Map<String, Object> form, String name, @Nullable Object value) {
        if (value != null) {
            form.put(name, value.toString());
        }
    }

    private static ThresholdPromotion promotion(RuleFields fields) {
        List<Tier> tiers = new ArrayList<>();
        List<RuleFields> rows = fields.rows("tiers", 1, MAX_TIERS);
        Tier before = null;
        for (RuleFields row : rows) {
            Tier tier = new Tier(row.money("over"), row.money("off"));
            row.rejectOthers();
            if (row.isSound()) {
                row.rejectIf(tier.over().isZero(), "over", "must be more than 0");
                row.rejectIf(tier.off().isZero(), "off", "must be more than 0");
                row.rejectIf(tier.off().isAtLeast(tier.over()), "off", "must be less than over");
                if (before != null) {
                    row.rejectIf(
                            before.over().isAtLeast(tier.over()), "over", "must be more than the tier before it has");
                    row.rejectIf(
                            before.off().isAtLeast(tier.off()),
                            "off",
                            "must be more than the tier before it takes off");
                }
                before = tier;
            }
            tiers.add(tier);
        }
        return new ThresholdPromotion(
                tiers,
                fields.texts("excludeCategories", 0, MAX_NAMES, MAX_NAME),
                fields.flag("stackWithCoupons", false));
    }

    private static CouponStacking stacking(RuleFields fields) {
        boolean allowed = fields.flag("allowed");
        if (!allowed && fields.isMissing("maxPerOrder")) {
            return new CouponStacking(false, 1);
        }
        return new CouponStacking(allowed, fields.number("maxPerOrder", allowed ? 1 : 0, MAX_COUPONS));
    }

    private static SendBack sendBack(RuleFields fields) {
        return new SendBack(
                fields.number("windowDays", 0, MAX_DAYS),
                fields.flag("requireUnopened", false),
                fields.texts("excludeCategories", 0, MAX_NAMES, MAX_NAME),
                fields.choice("freightPaidBy", FreightPaidBy.class, FreightPaidBy.BUYER),
                fields.flag("packagingRequired", false),
                fields.url("applyUrl"));
    }
}
