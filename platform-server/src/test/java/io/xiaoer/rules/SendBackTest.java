package io.xiaoer.rules;

import static io.xiaoer.rules.RulesFixtures.SHANGHAI;
import static io.xiaoer.rules.RulesFixtures.at;
import static io.xiaoer.rules.RulesFixtures.inShop;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.Decision.Detail;
import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import io.xiaoer.rules.Decision.Unsure;
import io.xiaoer.rules.SendBack.FreightPaidBy;
import io.xiaoer.rules.SendBack.Item;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendBackTest {
    private final SendBack sevenDays = new SendBack(7, false, List.of("内衣"), FreightPaidBy.BUYER, false, null);
    private final SendBack unopened = new SendBack(7, true, List.of("内衣"), FreightPaidBy.BUYER, false, null);
    private final Item delivered = new Item(inShop("2026-11-01T23:59:59"), null, null);

    @Test
    void allowsTheWholeLastDay() {
        Decision decision = sevenDays.decide(delivered, at("2026-11-08T23:59:59"), SHANGHAI);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.lastDay()).isEqualTo(LocalDate.of(2026, 11, 8)));
    }

    @Test
    void refusesOnDayEight() {
        assertThat(sevenDays.decide(delivered, at("2026-11-09T00:00:00"), SHANGHAI))
                .isEqualTo(new Refused(
                        Reason.TOO_LATE, inShop("2026-11-09T00:00:00").atZoneSameInstant(SHANGHAI)));
    }

    @Test
    void countsFromTheNextDayWhenDeliveredAtMidnight() {
        Item midnight = new Item(inShop("2026-11-02T00:00:00"), null, null);
        assertThat(sevenDays.decide(midnight, at("2026-11-09T23:59:59"), SHANGHAI))
                .isInstanceOf(Allowed.class);
        assertThat(sevenDays.decide(midnight, at("2026-11-10T00:00:00"), SHANGHAI))
                .isInstanceOf(Refused.class);
    }

    @Test
    void allowsOnlyTheDayOfDeliveryWithoutAnyDays() {
        SendBack noDays = new SendBack(0, false, List.of(), FreightPaidBy.SELLER, false, null);
        Item noon = new Item(inShop("2026-11-01T12:00:00"), null, null);
        assertThat(noDays.decide(noon, at("2026-11-01T23:59:59"), SHANGHAI)).isInstanceOf(Allowed.class);
        assertThat(noDays.decide(noon, at("2026-11-02T00:00:00"), SHANGHAI)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesWhatHasNotArrived() {
        Refused notDelivered = new Refused(Reason.NOT_DELIVERED, null);
        assertThat(unopened.decide(new Item(null, true, "内衣"), at("2026-11-08T12:00:00"), SHANGHAI))
                .isEqualTo(notDelivered);
        assertThat(unopened.decide(delivered, at("2026-11-01T23:59:58"), SHANGHAI))
                .isEqualTo(notDelivered);
    }

    @Test
    void refusesAnExcludedCategoryBeforeItLooksAtTime() {
        Item underwear = new Item(inShop("2026-01-01T12:00:00"), null, " 内衣 ");
        assertThat(unopened.decide(underwear, at("2026-11-08T12:00:00"), SHANGHAI))
                .isEqualTo(new Refused(Reason.EXCLUDED, null));
        assertThat(unopened.decide(
                        new Item(inShop("2026-11-01T12:00:00"), false, "外套"), at("2026-11-08T12:00:00"), SHANGHAI))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void asksWhetherItWasOpenedOnlyWhenThatDecides() {
        assertThat(unopened.decide(delivered, at("2026-11-08T12:00:00"), SHANGHAI))
                .isEqualTo(new Unsure(Detail.OPENED));
        assertThat(unopened.decide(delivered, at("2026-11-09T00:00:00"), SHANGHAI))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LATE));
        assertThat(sevenDays.decide(delivered, at("2026-11-08T12:00:00"), SHANGHAI))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void refusesWhatWasOpenedOnlyIfItMustNotBe() {
        Item opened = new Item(inShop("2026-11-01T12:00:00"), true, null);
        assertThat(unopened.decide(opened, at("2026-11-08T12:00:00"), SHANGHAI))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.OPENED));
        assertThat(sevenDays.decide(opened, at("2026-11-08T12:00:00"), SHANGHAI))
                .isInstanceOf(Allowed.class);
    }
}
