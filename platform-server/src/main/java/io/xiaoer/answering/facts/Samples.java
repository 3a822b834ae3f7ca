package io.xiaoer.answering.facts;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Focus;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.Plan.Picked;
import io.xiaoer.answering.SampleCase;
import io.xiaoer.answering.ShopPage;
import io.xiaoer.answering.Situation;
import io.xiaoer.rules.AllergyReturn;
import io.xiaoer.rules.CouponStacking;
import io.xiaoer.rules.DeliveryPromise;
import io.xiaoer.rules.Dispatch;
import io.xiaoer.rules.FreshClaim;
import io.xiaoer.rules.Invoice;
import io.xiaoer.rules.MemberBenefits;
import io.xiaoer.rules.NewCustomerGift;
import io.xiaoer.rules.Presale;
import io.xiaoer.rules.PriceProtection;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.rules.SendBack;
import io.xiaoer.rules.SendBack.FreightPaidBy;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.AfterSale;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Customer;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Line;
import io.xiaoer.shopdata.Order.ShipTo;
import io.xiaoer.shopdata.Order.Shipment;
import io.xiaoer.shopdata.Order.Status;
import io.xiaoer.shopdata.Product;
import io.xiaoer.shopdata.ShopperRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts of a made-up shopper, told by the very providers, so that an answer can be heard and checked before anybody asks. */
public final class Samples {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZoneOffset.ofHours(8));
    private static final Freshness FRESH = new Freshness("sample", NOW, NOW);

    private Samples() {}

    /** Of a shop with made-up rules. */
    public static Fact of(Need need, SampleCase kind, boolean english) {
        return of(need, kind, english, rules(english));
    }

    /** @param rules that the shop has */
    public static Fact of(Need need, SampleCase kind, boolean english, RulesInForce rules) {
        boolean signedIn = kind != SampleCase.SIGNED_OUT;
        Instant now = kind == SampleCase.REFUSED ? NOW.plusDays(90).toInstant() : NOW.toInstant();
        var situation = new Situation(
                signedIn,
                kind == SampleCase.NOTHING || !signedIn
                        ? ShopperRecords.nobody(kind == SampleCase.NOTHING ? Map.of() : products(english))
                        : records(need, english, kind == SampleCase.REFUSED),
                kind == SampleCase.NOTHING ? RulesInForce.none() : rules,
                Looked.NONE,
                kind == SampleCase.NOTHING ? ShopPage.none() : page(need),
                ZONE);
        var plan = new io.xiaoer.answering.Plan(
                io.xiaoer.answering.Outcome.UNKNOWN,
                List.of(),
                List.of(need),
                List.of(),
                Picked.NOTHING,
                io.xiaoer.answering.Trace.chosen(0, 0, 0));
        return Providers.tell(plan, "sample", situation, Focus.none(), "", now, english)
                .facts()
                .getFirst();
    }

    private static ShopPage page(Need need) {
        return switch (need) {
            case PRODUCT -> new ShopPage("product", "mask", List.of());
            case PROMOTION, COUPON, SHIPPING_FEE ->
                new ShopPage("cart", null, List.of(new ShopPage.Item("mask", 2, new Money(new BigDecimal("90")))));
            default -> ShopPage.none();
        };
    }

    private static ShopperRecords records(Need need, boolean english, boolean refused) {
        var customer = new Customer(
                "sample", english ? "Lin" : "林女士", null, english ? "Silver" : "银卡会员", NOW.minusYears(1), FRESH);
        List<AfterSale> afterSales = need == Need.REFUND
                ? List.of(new AfterSale(
                        "A1",
                        "S1001",
                        AfterSale.Kind.REFUND,
                        AfterSale.Status.REFUNDING,
                        money("59.80"),
                        null,
                        NOW.minusDays(1),
                        FRESH))
                : List.of();
        List<Order> orders =
                need == Need.NEW_CUSTOMER_GIFT && !refused ? List.of() : List.of(order(need, english, refused));
        return new ShopperRecords(customer, orders, afterSales, coupons(english, refused), products(english));
    }

    private static Order order(Need need, boolean english, boolean refused) {
        Status status = switch (need) {
            case CANCEL, ADDRESS_CHANGE -> refused ? Status.DELIVERED : Status.TO_SHIP;
            case ORDER, PRESALE -> Status.TO_SHIP;
            case LOGISTICS, DELIVERY_PROMISE -> Status.SHIPPED;
            default -> Status.DELIVERED;
        };
        boolean delivered = status == Status.DELIVERED;
        List<Shipment> parcels = status == Status.TO_SHIP
                ? List.of()
                : List.of(new Shipment(
                        english ? "SF Express" : "顺丰",
                        "SF1234567890",
                        english ? "Wang" : "王师傅",
                        "13800001234",
                        null,
                        NOW.minusDays(1),
                        NOW.plusHours(5),
                        delivered ? NOW.minusHours(3) : null,
                        List.of(new Order.Event(NOW.minusHours(2), english ? "Out for delivery" : "快件正在派送中"))));
        Freshness fresh = refused ? new Freshness("sample", NOW.plusDays(90), NOW.plusDays(90)) : FRESH;
        return new Order(
                "S1001",
                "sample",
                status,
                NOW.minusDays(2),
                NOW.minusDays(2).plusMinutes(3),
                List.of(new Line(
                        "mask", english ? "Hydrating mask" : "补水面膜", 2, money("29.90"), false, need == Need.PRESALE)),
                money("59.80"),
                List.of(),
                new ShipTo(null, null, english ? "Shanghai" : "上海市", null),
                parcels,
                fresh);
    }

    private static Map<String, Product> products(boolean english) {
        return Map.of(
                "mask",
                new Product(
                        "mask",
                        english ? "Hydrating mask" : "补水面膜",
                        english ? "Masks" : "面膜",
                        money("29.90"),
                        english ? Map.of("Size", "25 ml × 5") : Map.of("规格", "25ml×5片"),
                        null,
                        36,
                        "https://shop.example/p/mask",
                        FRESH));
    }

    private static List<Coupon> coupons(boolean english, boolean refused) {
        return List.of(new Coupon(
                "C1",
                "sample",
                english ? "Welcome coupon" : "新人券",
                Coupon.Kind.AMOUNT,
                new BigDecimal("10"),
                money(refused ? "500" : "99"),
                null,
                NOW.plusDays(100),
                null,
                new Coupon.Scope(List.of(), List.of(), true),
                Coupon.Status.UNUSED,
                FRESH));
    }

    private static RulesInForce rules(boolean english) {
        List<Rule> rules = new ArrayList<>();
        SendBack sendBack = new SendBack(7, true, List.of(), FreightPaidBy.BUYER, true, "https://shop.example/apply");
        String gift = english ? "a sample set" : "护肤小样一套";
        add(
                rules,
                RuleType.THRESHOLD_PROMOTION,
                new ThresholdPromotion(
                        List.of(new ThresholdPromotion.Tier(money("200"), money("30"))), List.of(), true));
        add(rules, RuleType.COUPON_STACKING, new CouponStacking(false, 1));
        add(rules, RuleType.EXCHANGE, sendBack);
        add(rules, RuleType.RETURN, sendBack);
        add(rules, RuleType.PRICE_PROTECTION, new PriceProtection(15, "https://shop.example/price"));
        add(
                rules,
                RuleType.SHIPPING_FEE,
                new ShippingFee(money("10"), money("99"), List.of(english ? "Tibet" : "西藏"), money("20")));
        add(rules, RuleType.DISPATCH, new Dispatch(48, LocalTime.of(16, 0)));
        add(rules, RuleType.DELIVERY_PROMISE, new DeliveryPromise(List.of(english ? "Shanghai" : "上海"), 24, true));
        add(rules, RuleType.PRESALE, new Presale(15));
        add(rules, RuleType.FRESH_CLAIM, new FreshClaim(24, "https://shop.example/claim"));
        add(rules, RuleType.ALLERGY_RETURN, new AllergyReturn(30, List.of(english ? "photos" : "过敏部位照片")));
        add(
                rules,
                RuleType.NEW_CUSTOMER_GIFT,
                new NewCustomerGift(gift, english ? "It comes with the first parcel." : "首单随包裹寄出。"));
        add(
                rules,
                RuleType.MEMBER_BENEFITS,
                new MemberBenefits(
                        Map.of(english ? "Silver" : "银卡会员", List.of(english ? "a birthday coupon" : "生日券一张"))));
        add(
                rules,
                RuleType.INVOICE,
                new Invoice(
                        List.of(english ? "an electronic invoice" : "电子发票"),
                        english ? "Ask for it under \"My orders\"." : "在「我的订单」里申请。"));
        return new RulesInForce(rules);
    }

    private static void add(List<Rule> rules, RuleType type, @Nullable RuleParams params) {
        rules.add(new Rule(type, "default", params, null, null, 1));
    }

    private static Money money(String amount) {
        return Money.of(amount);
    }
}
