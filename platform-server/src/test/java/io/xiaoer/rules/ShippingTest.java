package io.xiaoer.rules;

import static io.xiaoer.rules.RulesFixtures.SHANGHAI;
import static io.xiaoer.rules.RulesFixtures.inShop;
import static io.xiaoer.rules.RulesFixtures.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rules.ShippingFee.Quote;
import io.xiaoer.shared.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shipping costs, when it leaves and when it arrives. */
class ShippingTest {
    private final ShippingFee shipping = new ShippingFee(money("8"), money("99"), List.of("新疆", "西藏自治区"), money("25"));

    @Test
    void isFreeFromExactlyTheThreshold() {
        assertThat(shipping.quote(money("99"), "浙江杭州")).isEqualTo(new Quote(Money.ZERO, true, false, null));
        assertThat(shipping.quote(money("98.99"), null)).isEqualTo(new Quote(money("8"), false, false, money("0.01")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"新疆维吾尔自治区乌鲁木齐市", "新疆", "西藏拉萨", "西藏自治区"})
    void chargesRemoteRegionsWhateverTheAmount(String region) {
        assertThat(shipping.quote(money("500"), region)).isEqualTo(new Quote(money("25"), false, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "浙江省", "市"})
    void takesOtherPlacesAsNear(String region) {
        assertThat(shipping.quote(money("50"), region).remote()).isFalse();
    }

    @Test
    void treatsRemoteRegionsAlikeWithoutAFeeOfTheirOwn() {
        ShippingFee alike = new ShippingFee(money("8"), money("99"), List.of("新疆"), null);
        assertThat(alike.quote(money("99"), "新疆伊犁")).isEqualTo(new Quote(Money.ZERO, true, true, null));
        assertThat(alike.quote(money("59"), "新疆伊犁")).isEqualTo(new Quote(money("8"), false, true, money("40")));
    }

    @Test
    void seesRemoteInARegionThatOneOfThemLiesIn() {
        ShippingFee urumqi = new ShippingFee(money("8"), null, List.of("新疆乌鲁木齐"), money("25"));
        assertThat(urumqi.quote(money("50"), "新疆").remote()).isTrue();
    }

    @Test
    void hasNoGapIfNoAmountMakesItFree() {
        ShippingFee always = new ShippingFee(money("8"), null, List.of(), null);
        assertThat(always.quote(money("5000"), "浙江")).isEqualTo(new Quote(money("8"), false, false, null));
        ShippingFee never = new ShippingFee(Money.ZERO, money("99"), List.of(), null);
        assertThat(never.quote(money("1"), "浙江")).isEqualTo(new Quote(Money.ZERO, true, false, null));
    }

    @Test
    void countsAPaymentAtTheCutOffAsToday() {
        Dispatch dispatch = new Dispatch(24, LocalTime.of(16, 0));
        assertThat(dispatch.dueBy(inShop("2026-11-01T16:00:00"), SHANGHAI)).isEqualTo(shopTime("2026-11-02T16:00:00"));
        assertThat(dispatch.dueBy(inShop("2026-11-01T16:00:01"), SHANGHAI)).isEqualTo(shopTime("2026-11-03T00:00:00"));
        assertThat(dispatch.dueBy(inShop("2026-11-01T23:59:59"), SHANGHAI)).isEqualTo(shopTime("2026-11-03T00:00:00"));
    }

    @Test
    void countsFromThePaymentWithoutACutOff() {
        assertThat(new Dispatch(48, null).dueBy(inShop("2026-11-01T23:59:59"), SHANGHAI))
                .isEqualTo(shopTime("2026-11-03T23:59:59"));
    }

    @Test
    void shipsAPresaleByTheShopsCalendar() {
        assertThat(new Presale(15).dueBy(inShop("2026-11-01T00:00:00"), SHANGHAI))
                .isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(new Presale(15).dueBy(inShop("2026-11-01T23:59:59"), SHANGHAI))
                .isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void promisesOnlyWhereItIsSure() {
        DeliveryPromise promise = new DeliveryPromise(List.of("上海市", "浙江杭州"), 24, true);
        assertThat(promise.covers("上海浦东新区")).isTrue();
        assertThat(promise.covers("北京")).isFalse();
        assertThat(promise.covers("浙江")).isNull();
        assertThat(promise.covers(null)).isNull();
        assertThat(new DeliveryPromise(List.of(), 24, false).covers(null)).isTrue();
    }

    @Test
    void arrivesSoManyHoursAfterDispatch() {
        assertThat(new DeliveryPromise(List.of(), 24, true).arrivesBy(inShop("2026-11-01T10:00:00")))
                .isEqualTo(inShop("2026-11-02T10:00:00"));
    }

    private static ZonedDateTime shopTime(String local) {
        return inShop(local).atZoneSameInstant(SHANGHAI);
    }
}
