package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.rehearsal.RuleImpact;
import io.xiaoer.rehearsal.RuleImpact.Contradiction;
import io.xiaoer.rehearsal.RuleImpact.How;
import io.xiaoer.rehearsal.RuleImpact.Touched;
import io.xiaoer.rehearsal.RuleImpact.Unit;
import io.xiaoer.rules.AllergyReturn;
import io.xiaoer.rules.CouponStacking;
import io.xiaoer.rules.Dispatch;
import io.xiaoer.rules.FreshClaim;
import io.xiaoer.rules.NewCustomerGift;
import io.xiaoer.rules.Presale;
import io.xiaoer.rules.PriceProtection;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.SendBack;
import io.xiaoer.rules.ShippingFee;
import io.xiaoer.rules.ThresholdPromotion;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactFinderTest {

    private static final BotId BOT = new BotId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private static final Map<RuleType, RuleParams> RULES = Map.of(
            RuleType.EXCHANGE, sendBack(15),
            RuleType.RETURN, sendBack(7),
            RuleType.PRICE_PROTECTION, new PriceProtection(15, null),
            RuleType.SHIPPING_FEE, new ShippingFee(Money.of("8"), Money.of("99"), List.of(), Money.of("15")),
            RuleType.DISPATCH, new Dispatch(48, null),
            RuleType.PRESALE, new Presale(15),
            RuleType.FRESH_CLAIM, new FreshClaim(24, null),
            RuleType.ALLERGY_RETURN, new AllergyReturn(30, List.of()),
            RuleType.COUPON_STACKING, new CouponStacking(false, 1));

    @ParameterizedTest
    @CsvSource({
        "EXCHANGE, 签收后7天内可以换货哦～, 7天",
        "EXCHANGE, 七天内没拆封都能换, 七天",
        "EXCHANGE, 支持7天无理由退换货, 7天",
        "EXCHANGE, 支持７天换货, 7天",
        "EXCHANGE, 一周内包换, 一周",
        "RETURN, 十五天内无理由退货，运费自理, 十五天",
        "RETURN, 15天内可以换货，10天内可以退货, 10天",
        "PRICE_PROTECTION, 下单后7日内降价可以补差价, 7日",
        "SHIPPING_FEE, 满88元包邮, 88元",
        "SHIPPING_FEE, 满88包邮哦, 满88",
        "SHIPPING_FEE, 不满99元的订单运费10元, 10元",
        "DISPATCH, 拍下后24小时内发货, 24小时",
        "DISPATCH, 一般3天内发出, 3天",
        "PRESALE, 预售商品付款后20天内发货, 20天",
        "PRESALE, 现货48小时发货，预售的20天内发货, 20天",
        "FRESH_CLAIM, 收到坏果请在48小时内拍照联系我们, 48小时",
        "ALLERGY_RETURN, 过敏了15天内可以退, 15天",
        "COUPON_STACKING, 优惠券每单最多用2张, 2张"
    })
    void findsANumberThatTheRuleDoesNotHave(RuleType type, String answer, String written) {
        assertThat(contradictions(type, answer))
                .extracting(Contradiction::written)
                .containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({
        "EXCHANGE, 签收后15天内可以换货",
        "EXCHANGE, 半个月内可以换货",
        "EXCHANGE, 48小时发货，支持换货",
        "EXCHANGE, 7天无理由退货，15天内可以换货",
        "EXCHANGE, 换货寄回后3天内审核",
        "EXCHANGE, 签收后{{ exchange.window_days }}天内可以换货",
        "RETURN, 退款1-3天到账",
        "RETURN, 过敏了30天内可以退",
        "RETURN, 11月11日起可以退货",
        "DISPATCH, 两天内发货",
        "DISPATCH, 1-2天发货",
        "DISPATCH, 预售商品15天内发货",
        "DISPATCH, 3个工作日内发货",
        "DISPATCH, 发货后3天送达",
        "SHIPPING_FEE, 满99元包邮，不满的运费8元，偏远地区运费15元",
        "SHIPPING_FEE, 换货的运费10元由您承担",
        "PRESALE, 现货48小时内发货",
        "FRESH_CLAIM, 坏果24小时内拍照联系，赔付3天内到账",
        "ALLERGY_RETURN, 7天无理由退货",
        "COUPON_STACKING, 一单只能用一张券",
        "COUPON_STACKING, 新人送3张券"
    })
    void leavesOtherNumbersAlone(RuleType type, String answer) {
        assertThat(contradictions(type, answer)).isEmpty();
    }

    @Test
    void saysWhatTheRuleHasInstead() {
        assertThat(contradictions(RuleType.EXCHANGE, "您好。签收后7天内可以换货哦！谢谢"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.sentence()).isEqualTo("签收后7天内可以换货哦");
                    assertThat(found.ruled().unit()).isEqualTo(Unit.DAYS);
                    assertThat(found.ruled().values())
                            .singleElement()
                            .satisfies(days -> assertThat(days).isEqualByComparingTo("15"));
                });
    }

    @Test
    void comparesPromotionsPairByPair() {
        ThresholdPromotion shop = promotion("200", "20");
        ThresholdPromotion festival = promotion("300", "40");
        Entry entry = entry("满200减20，满300减50，满三百减四十；领券满100减10券", List.of());
        assertThat(new ImpactFinder(RuleType.THRESHOLD_PROMOTION, List.of(shop, festival))
                        .find(BOT, List.of(entry))
                        .contradictions())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.written()).isEqualTo("满300减50");
                    assertThat(found.ruled().tiers()).hasSize(2);
                });
    }

    @Test
    void tellsEntriesThatUseTheRuleFromThoseThatMentionIt() {
        Entry mentions = new Entry("a", "能换货吗", List.of(), List.of(), "可以的", List.of(), null, null, true, 1);
        Entry uses = new Entry("b", "尺码不对", List.of(), List.of(), "好的", List.of("exchange"), null, null, true, 1);
        Entry neither = new Entry("c", "在吗", List.of(), List.of(), "在的", List.of("order"), null, null, true, 1);
        RuleImpact impact =
                new ImpactFinder(RuleType.EXCHANGE, List.of(sendBack(15))).find(BOT, List.of(mentions, uses, neither));
        assertThat(impact.touched())
                .containsExactly(new Touched(BOT, "b", "尺码不对", How.USES), new Touched(BOT, "a", "能换货吗", How.MENTIONS));
        assertThat(impact.isUnused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"好的", "买二送一"})
    void saysThatNobodyCanAskAboutANewRule(String answer) {
        assertThat(new ImpactFinder(RuleType.NEW_CUSTOMER_GIFT, List.of(new NewCustomerGift("小样", "随单寄出")))
                        .find(BOT, List.of(entry(answer, List.of("order"))))
                        .isUnused())
                .isTrue();
    }

    @Test
    void holdsNoNumberAgainstARuleThatIsWithdrawn() {
        RuleImpact impact =
                new ImpactFinder(RuleType.EXCHANGE, List.of()).find(BOT, List.of(entry("7天内可以换货", List.of())));
        assertThat(impact.contradictions()).isEmpty();
        assertThat(impact.mentioning()).hasSize(1);
    }

    private static List<Contradiction> contradictions(RuleType type, String answer) {
        return new ImpactFinder(type, List.of(RULES.get(type)))
                .find(BOT, List.of(entry(answer, List.of())))
                .contradictions();
    }

    private static Entry entry(String answer, List<String> needs) {
        return new Entry("e", "问一下", List.of(), List.of(), answer, needs, null, null, true, 1);
    }

    private static SendBack sendBack(int days) {
        return new SendBack(days, false, List.of(), SendBack.FreightPaidBy.BUYER, false, null);
    }

    private static ThresholdPromotion promotion(String over, String off) {
        return new ThresholdPromotion(List.of(new Tier(Money.of(over), Money.of(off))), List.of(), false);
    }
}
