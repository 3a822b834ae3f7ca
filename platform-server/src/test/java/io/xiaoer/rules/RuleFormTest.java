package io.xiaoer.rules;

import static io.xiaoer.rules.RulesFixtures.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.rules.SendBack.FreightPaidBy;
import io.xiaoer.rules.ThresholdPromotion.Tier;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.FieldError;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RuleFormTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void fillsInWhatIsUsual() {
        assertThat(read("exchange", "{'windowDays': 15}"))
                .isEqualTo(new SendBack(15, false, List.of(), FreightPaidBy.BUYER, false, null));
        assertThat(read("threshold-promotion", "{'tiers': [{'over': '200', 'off': 20}]}"))
                .isEqualTo(new ThresholdPromotion(List.of(new Tier(money("200"), money("20"))), List.of(), false));
        assertThat(read("coupon-stacking", "{'allowed': false}")).isEqualTo(new CouponStacking(false, 1));
        assertThat(read("shipping-fee", "{'fee': 8.5, 'remoteRegions': null}"))
                .isEqualTo(new ShippingFee(money("8.50"), null, List.of(), null));
        assertThat(read("delivery-promise", "{'hours': 24}")).isEqualTo(new DeliveryPromise(List.of(), 24, false));
    }

    @Test
    void readsATimeOfDayAndAnAddress() {
        assertThat(read("dispatch", "{'withinHours': 48, 'cutOff': '16:00'}"))
                .isEqualTo(new Dispatch(48, LocalTime.of(16, 0)));
        assertThat(read("price-protection", "{'days': 15, 'applyUrl': 'https://shop.example/a?b=1'}"))
                .isEqualTo(new PriceProtection(15, "https://shop.example/a?b=1"));
    }

    @Test
    void takesBenefitsInThreeForms() {
        assertThat(read(
                        "member-benefits",
                        "{'levels': {'银卡': '积分1.2倍', '金卡': ['积分1.5倍', '生日礼'], '黑卡': {'折扣': 0.9, '包邮': true}}}"))
                .isEqualTo(new MemberBenefits(Map.of(
                        "银卡",
                        List.of("积分1.2倍"),
                        "金卡",
                        List.of("积分1.5倍", "生日礼"),
                        "黑卡",
                        List.of("折扣: 0.9", "包邮: true"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        exchange | {} | params.windowDays
        exchange | {'windowDays': -1} | params.windowDays
        exchange | {'windowDays': 3651} | params.windowDays
        exchange | {'windowDays': 7.5} | params.windowDays
        exchange | {'windowDays': '7'} | params.windowDays
        exchange | {'windowDays': 99999999999999999999} | params.windowDays
        exchange | {'windowDays': 7, 'days': 7} | params.days
        exchange | {'windowDays': 7, 'requireUnopened': 'yes'} | params.requireUnopened
        exchange | {'windowDays': 7, 'freightPaidBy': 'nobody'} | params.freightPaidBy
        exchange | {'windowDays': 7, 'excludeCategories': '内衣'} | params.excludeCategories
        exchange | {'windowDays': 7, 'excludeCategories': ['内衣', ' ']} | params.excludeCategories[1]
        exchange | {'windowDays': 7, 'applyUrl': 'javascript:alert(1)'} | params.applyUrl
        exchange | {'windowDays': 7, 'applyUrl': 'shop.example/a'} | params.applyUrl
        exchange | {'windowDays': 7, 'applyUrl': 7} | params.applyUrl
        threshold-promotion | {} | params.tiers
        threshold-promotion | {'tiers': []} | params.tiers
        threshold-promotion | {'tiers': {}} | params.tiers
        threshold-promotion | {'tiers': [7]} | params.tiers[0]
        threshold-promotion | {'tiers': [{'over': '200'}]} | params.tiers[0].off
        threshold-promotion | {'tiers': [{'over': '200', 'off': '-20'}]} | params.tiers[0].off
        threshold-promotion | {'tiers': [{'over': '200', 'off': -20}]} | params.tiers[0].off
        threshold-promotion | {'tiers': [{'over': '200', 'off': '200'}]} | params.tiers[0].off
        threshold-promotion | {'tiers': [{'over': '200', 'off': 1e400}]} | params.tiers[0].off
        threshold-promotion | {'tiers': [{'over': 200, 'off': 0}]} | params.tiers[0].off
        threshold-promotion | {'tiers': [{'over': 200, 'off': 20}, {'over': 300, 'off': 400}]} | params.tiers[1].off
        threshold-promotion | {'tiers': [{'over': 200, 'off': 20}, {'over': 200, 'off': 30}]} | params.tiers[1].over
        threshold-promotion | {'tiers': [{'over': 200, 'off': 20}, {'over': 100, 'off': 30}]} | params.tiers[1].over
        threshold-promotion | {'tiers': [{'over': 200, 'off': 20}, {'over': 300, 'off': 20}]} | params.tiers[1].off
        threshold-promotion | {'tiers': [{'over': 200, 'off': 20, 'of': 2}]} | params.tiers[0].of
        coupon-stacking | {} | params.allowed
        coupon-stacking | {'allowed': true} | params.maxPerOrder
        coupon-stacking | {'allowed': true, 'maxPerOrder': 0} | params.maxPerOrder
        shipping-fee | {'freeOver': '99'} | params.fee
        shipping-fee | {'fee': '8.123'} | params.fee
        shipping-fee | {'fee': true} | params.fee
        dispatch | {'withinHours': 0} | params.withinHours
        dispatch | {'withinHours': 48, 'cutOff': '25:00'} | params.cutOff
        dispatch | {'withinHours': 48, 'cutOff': 16} | params.cutOff
        delivery-promise | {'hours': 0} | params.hours
        presale | {} | params.shipWithinDays
        fresh-claim | {'withinHours': 0} | params.withinHours
        allergy-return | {'windowDays': 30, 'proof': '照片'} | params.proof
        new-customer-gift | {'gift': '小样'} | params.how
        new-customer-gift | {'gift': ' ', 'how': '下单'} | params.gift
        member-benefits | {'levels': {}} | params.levels
        member-benefits | {'levels': ['金卡']} | params.levels
        member-benefits | {'levels': {'金卡': []}} | params.levels.金卡
        member-benefits | {'levels': {'金卡': 7}} | params.levels.金卡
        member-benefits | {'levels': {'金卡': {'券': [1]}}} | params.levels.金卡.券
        invoice | {'kinds': [], 'how': '联系客服'} | params.kinds
        invoice | {'how': '联系客服'} | params.kinds
        """)
    void namesWhatIsWrong(String type, String params, String field) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(type, params))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("exchange", "{'windowDays': -1, 'applyUrl': 'x', 'y': 1}"))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field)
                        .containsExactly("params.windowDays", "params.applyUrl", "params.y"));
    }

    @Test
    void refusesParametersThatAreNoObject() {
        for (String params : List.of("[]", "7", "null")) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> read("presale", params))
                    .satisfies(problem ->
                            assertThat(problem.errors().getFirst().field()).isEqualTo("params"));
        }
    }

    @Test
    void readsWhatItWrote() {
        for (RuleType type : RuleType.values()) {
            RuleParams params = example(type);
            JsonNode written = JSON.readTree(JSON.writeValueAsString(RuleForm.write(params)));
            assertThat(RuleForm.read(type, written)).as(type.key()).isEqualTo(params);
            assertThat(params).isInstanceOf(type.params());
        }
    }

    private static RuleParams example(RuleType type) {
        return switch (type) {
            case THRESHOLD_PROMOTION ->
                new ThresholdPromotion(
                        List.of(new Tier(money("200"), money("20")), new Tier(money("300.50"), money("40"))),
                        List.of("黄金"),
                        true);
            case COUPON_STACKING -> new CouponStacking(true, 3);
            case EXCHANGE -> new SendBack(15, true, List.of("内衣"), FreightPaidBy.SELLER, true, "https://shop.example");
            case RETURN -> new SendBack(7, false, List.of(), FreightPaidBy.BUYER, false, null);
            case PRICE_PROTECTION -> new PriceProtection(15, "https://shop.example");
            case SHIPPING_FEE -> new ShippingFee(money("8"), money("99"), List.of("新疆"), money("25"));
            case DISPATCH -> new Dispatch(48, LocalTime.of(16, 30));
            case DELIVERY_PROMISE -> new DeliveryPromise(List.of("上海"), 24, true);
            case PRESALE -> new Presale(15);
            case FRESH_CLAIM -> new FreshClaim(24, "https://shop.example");
            case ALLERGY_RETURN -> new AllergyReturn(30, List.of("照片"));
            case NEW_CUSTOMER_GIFT -> new NewCustomerGift("小样", "随单寄出");
            case MEMBER_BENEFITS -> new MemberBenefits(Map.of("金卡", List.of("生日礼")));
            case INVOICE -> new Invoice(List.of("电子发票"), "联系客服");
        };
    }

    private static RuleParams read(String type, String params) {
        return RuleForm.read(RuleType.of(type).orElseThrow(), JSON.readTree(params.replace('\'', '"')));
    }
}
