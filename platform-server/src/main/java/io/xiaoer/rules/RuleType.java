package io.xiaoer.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule is about, and the form of its parameters. */
public enum RuleType {
    THRESHOLD_PROMOTION(ThresholdPromotion.class),
    COUPON_STACKING(CouponStacking.class),
    EXCHANGE(SendBack.class),
    RETURN(SendBack.class),
    PRICE_PROTECTION(PriceProtection.class),
    SHIPPING_FEE(ShippingFee.class),
    DISPATCH(Dispatch.class),
    DELIVERY_PROMISE(DeliveryPromise.class),
    PRESALE(Presale.class),
    FRESH_CLAIM(FreshClaim.class),
    ALLERGY_RETURN(AllergyReturn.class),
    NEW_CUSTOMER_GIFT(NewCustomerGift.class),
    MEMBER_BENEFITS(MemberBenefits.class),
    INVOICE(Invoice.class);

    private final Class<? extends RuleParams> params;

    RuleType(Class<? extends RuleParams> params) {
        this.params = params;
    }

    public Class<? extends RuleParams> params() {
        return params;
    }

    /** As the API names it, for example {@code threshold-promotion}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RuleType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
