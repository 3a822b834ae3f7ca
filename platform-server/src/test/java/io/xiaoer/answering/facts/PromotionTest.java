package io.xiaoer.answering.facts;

import static io.xiaoer.answering.facts.FactsFixtures.NOW;
import static io.xiaoer.answering.facts.FactsFixtures.entry;
import static io.xiaoer.answering.facts.FactsFixtures.fresh;
import static io.xiaoer.answering.facts.FactsFixtures.line;
import static io.xiaoer.answering.facts.FactsFixtures.order;
import static io.xiaoer.answering.facts.FactsFixtures.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Reply;
import io.xiaoer.answering.ShopPage;
import io.xiaoer.answering.facts.FactsFixtures.Shopper;
import io.xiaoer.answering.facts.FactsFixtures.Talk;
import io.xiaoer.rules.CouponStacking;
import io.xiaoer.rules.DeliveryPromise;
import io.xiaoer.rules.Invoice;
import io.xiaoer.rules.NewCustomerGift;
import io.xiaoer.rules.Presale;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Coupon;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Status;
import io.xiaoer.shopdata.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the shop's rules and the page's cart come to. */
class PromotionTest {

    private static Shopper withCart(String price, int quantity) {
        Shopper shopper = shopper()
                .rule(
                        RuleType.THRESHOLD_PROMOTION,
                        new ThresholdPromotion(
                                List.of(new Tier(Money.of("200"), Money.of("30"))), List.of("福袋"), true));
        shopper.page = new ShopPage("cart", null, List.of(new ShopPage.Item("serum", quantity, Money.of(price))));
        return shopper;
    }

    private static String ask(Shopper shopper, String need) {
        var talk = new Talk(shopper, entry("it", "这个怎么算", "{{ " + need.replace('-', '_') + ".say }}"));
        return talk.say("这个怎么算").text();
    }

    @Test
    void saysWhatTheCartLacks() {
        assertThat(ask(withCart("90.00", 2), "promotion")).contains("满200减30").contains("再买20元就能满200减30");
    }

    @Test
    void takesOffAtExactlyTheThreshold() {
        assertThat(ask(withCart("100.00", 2), "promotion")).contains("已经可以减30元").doesNotContain("再买");
    }

    @Test
    void leavesOutWhatDoesNotCount() {
        Shopper shopper = withCart("100.00", 2).product("serum", "福袋", "福袋", "100");

        assertThat(ask(shopper, "promotion"))
                .contains("参加活动的有0元")
                .contains("再买200元")
                .contains("福袋不参加");
    }

    @Test
    void knowsPromotionsWithoutACartAndWithoutSigningIn() {
        Shopper stranger = withCart("1", 1);
        stranger.signedIn = false;
        stranger.page = ShopPage.none();

        assertThat(ask(stranger, "promotion")).contains("满200减30").doesNotContain("购物车");
    }

    private static Coupon coupon(String id, String name, String value, String threshold, boolean excludePresale) {
        return new Coupon(
                id,
                "c1",
                name,
                Coupon.Kind.AMOUNT,
                new BigDecimal(value),
                Money.of(threshold),
                null,
                NOW.plusDays(5),
                null,
                new Coupon.Scope(List.of(), List.of(), excludePresale),
                Coupon.Status.UNUSED,
                fresh(NOW));
    }

    @Test
    void offersTheCouponThatTakesMostOff() {
        Shopper shopper = withCart("100.00", 2).rule(RuleType.COUPON_STACKING, new CouponStacking(false, 1));
        shopper.coupons.add(coupon("k1", "小额券", "5", "50", false));
        shopper.coupons.add(coupon("k2", "大额券", "25", "199", false));
        shopper.coupons.add(coupon("k3", "够不着的券", "99", "500", false));

        assertThat(ask(shopper, "coupon"))
                .contains("3张")
                .contains("大额券")
                .contains("可以减25元")
                .contains("每单只能用一张");
    }

    @Test
    void saysThatACouponIsNotForPresale() {
        Shopper shopper = shopper();
        shopper.products.put(
                "early",
                new Product("early", "预售礼盒", "礼盒", Money.of("300"), Map.of(), NOW.plusDays(10), 5, null, fresh(NOW)));
        shopper.page = new ShopPage("product", "early", List.of());
        shopper.coupons.add(coupon("k1", "新人券", "10", "99", true));

        assertThat(ask(shopper, "coupon")).contains("不能用在预售商品上");
    }

    @Test
    void leavesOutCouponsThatHaveEnded() {
        Shopper shopper = shopper();
        shopper.coupons.add(new Coupon(
                "k",
                "c1",
                "过期券",
                Coupon.Kind.AMOUNT,
                BigDecimal.TEN,
                null,
                null,
                NOW,
                null,
                Coupon.Scope.EVERYTHING,
                Coupon.Status.UNUSED,
                fresh(NOW)));

        assertThat(ask(shopper, "coupon")).contains("没有能用的优惠券");
    }

    @Test
    void saysWhenAPresaleIsShipped() {
        Shopper shopper = shopper().rule(RuleType.PRESALE, new Presale(15));
        Order bought =
                order("O1", Status.PAID, NOW.minusDays(2), null, new Order.Line("early", "预售礼盒", 1, null, null, true));

        assertThat(ask(shopper.order(bought), "presale")).contains("预售礼盒").contains("12月8日");
        shopper.products.put(
                "early", new Product("early", "预售礼盒", "礼盒", null, Map.of(), NOW.plusDays(6), 5, null, fresh(NOW)));
        assertThat(ask(shopper, "presale")).as("the product's own day counts").contains("12月1日");
        shopper.signedIn = false;
        assertThat(ask(shopper, "presale")).contains("付款后15天内").doesNotContain("预售礼盒");
    }

    @Test
    void givesTheGiftToNewCustomersOnly() {
        Shopper shopper = shopper().rule(RuleType.NEW_CUSTOMER_GIFT, new NewCustomerGift("小样一份", "随首单寄出。"));
        assertThat(ask(shopper, "new-customer-gift")).contains("小样一份").contains("随首单寄出");

        shopper.order(order("O1", Status.PAID, NOW.minusDays(2), null, line("a", "面膜", null)));
        assertThat(ask(shopper, "new-customer-gift")).contains("已经下过单");
    }

    @Test
    void promisesByColdChainWhereTheShopDelivers() {
        Shopper shopper = shopper().rule(RuleType.DELIVERY_PROMISE, new DeliveryPromise(List.of("上海", "江苏"), 24, true));
        var talk = new Talk(shopper, entry("cold", "冷链多久到", "{{ delivery_promise.say }}"));

        assertThat(talk.say("冷链多久到").text()).contains("全程冷链").contains("24小时内").contains("上海、江苏");
        assertThat(new Talk(shopper, entry("cold", "送到新疆吗", "{{ delivery_promise.say }}"))
                        .say("送到新疆吗")
                        .text())
                .contains("新疆暂时不在配送范围里");
        assertThat(new Talk(shopper, entry("cold", "送到苏州市吗", "{{ delivery_promise.say }}"))
                        .say("送到苏州市吗")
                        .text())
                .as("nobody says which province that is in")
                .doesNotContain("不在配送范围");
    }

    @Test
    void addsUpShipping() {
        Shopper shopper = withCart("40.00", 1)
                .rule(
                        RuleType.SHIPPING_FEE,
                        new ShippingFee(Money.of("8"), Money.of("59"), List.of("西藏"), Money.of("20")));

        assertThat(ask(shopper, "shipping-fee"))
                .contains("满59元包邮")
                .contains("还差19元")
                .contains("西藏的运费是20元");
        assertThat(new Talk(shopper, entry("it", "发西藏运费多少", "{{ shipping_fee.say }}"))
                        .say("发西藏运费多少")
                        .text())
                .contains("运费20元");
    }

    @Test
    void saysHowToGetAnInvoice() {
        assertThat(ask(shopper().rule(RuleType.INVOICE, new Invoice(List.of("电子发票"), "在订单里申请")), "invoice"))
                .isEqualTo("可以开电子发票。在订单里申请。");
    }

    @Test
    void readsAProductsPage() {
        Shopper stranger = shopper();
        stranger.signedIn = false;
        stranger.products.put(
                "tee",
                new Product(
                        "tee",
                        "纯棉短袖",
                        "衣服",
                        Money.of("79"),
                        Map.of("材质", "纯棉"),
                        null,
                        0,
                        "https://shop.example/tee",
                        fresh(NOW)));
        stranger.page = new ShopPage("product", "tee", List.of());
        var talk = new Talk(
                stranger, entry("it", "这款什么材质", "{{ product.name }}是{{ product.attribute['材质'] }}的，{{ product.say }}"));

        Reply.Answer reply = (Reply.Answer) talk.say("这款什么材质");

        assertThat(reply.text()).startsWith("纯棉短袖是纯棉的").contains("79元").contains("缺货");
        assertThat(reply.cards())
                .extracting(Reply.Card::kind, Reply.Card::id)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("product", "tee"));
    }

    @Test
    void saysThatItCannotTellInsteadOfBreaking() {
        Shopper shopper = shopper();
        shopper.coupons.add(new Coupon(
                "k",
                "c1",
                "坏券",
                Coupon.Kind.AMOUNT,
                new BigDecimal("-5"),
                null,
                null,
                null,
                null,
                Coupon.Scope.EVERYTHING,
                Coupon.Status.UNUSED,
                fresh(NOW)));
        var talk = new Talk(shopper, entry("it", "这个怎么算", "{{ coupon.say }}"));

        Reply reply = talk.say("这个怎么算");

        assertThat(reply).isInstanceOf(Reply.Declined.class);
        assertThat(java.util.Objects.requireNonNull(talk.last)
                        .receipt()
                        .facts()
                        .getFirst()
                        .sources())
                .anySatisfy(source -> assertThat(source.kind()).isEqualTo("problem"));
    }
}
