package io.xiaoer.rules;

import static io.xiaoer.rules.RulesFixtures.SHANGHAI;
import static io.xiaoer.rules.RulesFixtures.at;
import static io.xiaoer.rules.RulesFixtures.inShop;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.rules.Decision.Allowed;
import io.xiaoer.rules.Decision.Reason;
import io.xiaoer.rules.Decision.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Price protection, fresh claims and allergy returns at their edges. */
class WindowsTest {
    private final PriceProtection fifteenDays = new PriceProtection(15, null);
    private final FreshClaim twoDays = new FreshClaim(48, null);
    private final AllergyReturn thirtyDays = new AllergyReturn(30, List.of("医院证明"));

    @Test
    void protectsThePriceToTheEndOfTheLastDay() {
        assertThat(fifteenDays.decide(inShop("2026-11-01T00:00:00"), at("2026-11-16T23:59:59"), SHANGHAI))
                .isInstanceOf(Allowed.class);
        assertThat(fifteenDays.decide(inShop("2026-11-01T23:59:59"), at("2026-11-17T00:00:00"), SHANGHAI))
                .isEqualTo(new Refused(
                        Reason.TOO_LATE, inShop("2026-11-17T00:00:00").atZoneSameInstant(SHANGHAI)));
    }

    @Test
    void protectsNoPriceOfAnUnpaidOrder() {
        Refused notPaid = new Refused(Reason.NOT_PAID, null);
        assertThat(fifteenDays.decide(null, at("2026-11-01T00:00:00"), SHANGHAI))
                .isEqualTo(notPaid);
        assertThat(fifteenDays.decide(inShop("2026-11-01T00:00:01"), at("2026-11-01T00:00:00"), SHANGHAI))
                .isEqualTo(notPaid);
    }

    @Test
    void takesAFreshClaimUpToTheLastSecond() {
        Decision last = twoDays.decide(inShop("2026-11-01T10:00:00"), at("2026-11-03T10:00:00"), SHANGHAI);
        assertThat(last)
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.lastDay()).isEqualTo(LocalDate.of(2026, 11, 3)));
        assertThat(twoDays.decide(inShop("2026-11-01T10:00:00"), at("2026-11-03T10:00:01"), SHANGHAI))
                .isInstanceOf(Refused.class);
    }

    @Test
    void takesAFreshClaimThatEndsAtMidnight() {
        assertThat(twoDays.decide(inShop("2026-11-01T00:00:00"), at("2026-11-03T00:00:00"), SHANGHAI))
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.lastDay()).isEqualTo(LocalDate.of(2026, 11, 3)));
        assertThat(twoDays.decide(inShop("2026-11-01T00:00:00.700"), at("2026-11-03T00:00:00.700"), SHANGHAI))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void takesNoClaimBeforeDelivery() {
        Refused notDelivered = new Refused(Reason.NOT_DELIVERED, null);
        assertThat(twoDays.decide(null, at("2026-11-01T00:00:00"), SHANGHAI)).isEqualTo(notDelivered);
        assertThat(thirtyDays.decide(null, at("2026-11-01T00:00:00"), SHANGHAI)).isEqualTo(notDelivered);
    }

    @Test
    void takesAnAllergyReturnToTheEndOfTheLastDay() {
        assertThat(thirtyDays.decide(inShop("2026-11-01T08:00:00"), at("2026-12-01T23:59:59"), SHANGHAI))
                .isInstanceOf(Allowed.class);
        assertThat(thirtyDays.decide(inShop("2026-11-01T08:00:00"), at("2026-12-02T00:00:00"), SHANGHAI))
                .isInstanceOf(Refused.class);
    }
}
