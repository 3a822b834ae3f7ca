package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Facts;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.NeedFields.Field;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Situation;
import io.xiaoer.rules.RuleType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells the facts that a plan needs from what is known. */
public final class Providers {

    private Providers() {}

    private static Provider of(Need need) {
        return switch (need) {
            case ORDER -> new OrderProvider();
            case LOGISTICS -> new LogisticsProvider();
            case EXCHANGE -> new SendBackProvider(RuleType.EXCHANGE);
            case RETURN -> new SendBackProvider(RuleType.RETURN);
            case REFUND -> new RefundProvider();
            case CANCEL, ADDRESS_CHANGE -> new ChangeProvider();
            case COUPON -> new CouponProvider();
            case PROMOTION -> new PromotionProvider();
            case MEMBER -> new MemberProvider();
            case PRESALE -> new PresaleProvider();
            case SHIPPING_FEE -> new ShippingFeeProvider();
            case DELIVERY_PROMISE -> new DeliveryPromiseProvider();
            case PRODUCT -> new ProductProvider();
            case PRICE_PROTECTION -> new PriceProtectionProvider();
            case FRESH_CLAIM -> new FreshClaimProvider();
            case ALLERGY_RETURN -> new AllergyReturnProvider();
            case INVOICE -> new InvoiceProvider();
            case NEW_CUSTOMER_GIFT -> new GiftProvider();
        };
    }

    /**
     * One fact a need of the plan, in its order.
     *
     * @param topic key of the entry that is to be answered
     * @param message what the shopper said, with the earlier pieces that belong to it
     */
    public static Facts tell(
            Plan plan, String topic, Situation situation, Focus focus, String message, Instant now, boolean english) {
        List<Fact> facts = plan.needs().stream()
                .map(need -> told(new Inquiry(need, topic, situation, focus, plan.picked(), message, now, english)))
                .toList();
        return new Facts(facts);
    }

    /** Data of a form that nobody thought of must not silence the clerk: such a fact is not told, and its source says why. */
    private static Fact told(Inquiry in) {
        try {
            return of(in.need).tell(in);
        } catch (RuntimeException e) {
            String say =
                    in.say("这一项我这边暂时查不到，不敢随便答您。", "I cannot look this up right now, and I would rather not guess.");
            return in.unknown(Fact.State.DOWN, null, say)
                    .withSource(new Fact.Source("problem", e.toString(), null, null, null, null));
        }
    }

    /** The fields of a need that templates may use. */
    public static Set<String> fields(Need need) {
        Set<String> fields = new LinkedHashSet<>(List.of("known", "why", "say"));
        fields.addAll(Fields.names(of(need).fields()));
        return fields;
    }

    /** The fields that each fact of the need has of its own, with their shapes, and without examples. */
    public static List<Field> described(Need need) {
        return Fields.described(need, of(need).fields());
    }
}
