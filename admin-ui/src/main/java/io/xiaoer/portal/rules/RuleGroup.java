package io.xiaoer.portal.rules;

import static io.xiaoer.rules.RuleType.ALLERGY_RETURN;
import static io.xiaoer.rules.RuleType.COUPON_STACKING;
import static io.xiaoer.rules.RuleType.DELIVERY_PROMISE;
import static io.xiaoer.rules.RuleType.DISPATCH;
import static io.xiaoer.rules.RuleType.EXCHANGE;
import static io.xiaoer.rules.RuleType.FRESH_CLAIM;
import static io.xiaoer.rules.RuleType.INVOICE;
import static io.xiaoer.rules.RuleType.MEMBER_BENEFITS;
import static io.xiaoer.rules.RuleType.NEW_CUSTOMER_GIFT;
import static io.xiaoer.rules.RuleType.PRESALE;
import static io.xiaoer.rules.RuleType.PRICE_PROTECTION;
import static io.xiaoer.rules.RuleType.RETURN;
import static io.xiaoer.rules.RuleType.SHIPPING_FEE;
import static io.xiaoer.rules.RuleType.THRESHOLD_PROMOTION;

import io.xiaoer.rules.RuleType;
import java.util.List;
import java.util.Locale;

/** What rules are about, as a shop's owner would sort them. */
enum RuleGroup {
    OFFERS(THRESHOLD_PROMOTION, COUPON_STACKING, NEW_CUSTOMER_GIFT, MEMBER_BENEFITS),
    AFTER_SALES(EXCHANGE, RETURN, PRICE_PROTECTION, ALLERGY_RETURN, FRESH_CLAIM),
    SHIPPING(SHIPPING_FEE, DISPATCH, DELIVERY_PROMISE, PRESALE),
    PAPERS(INVOICE);

    private final List<RuleType> types;

    RuleGroup(RuleType... types) {
        this.types = List.of(types);
    }

    List<RuleType> types() {
        return types;
    }

    /** The text's key. */
    String text() {
        return "rules.group." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a shop may well have several rules of the type at once. */
    static boolean isPlural(RuleType type) {
        return type == THRESHOLD_PROMOTION || type == DELIVERY_PROMISE;
    }
}
