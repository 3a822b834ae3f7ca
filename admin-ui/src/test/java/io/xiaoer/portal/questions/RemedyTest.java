package io.xiaoer.portal.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.tenancy.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

    @ParameterizedTest
    @CsvSource({
        "order:down, DATA",
        "order:stale, DATA",
        "logistics:down, DATA",
        "order:sign-in, IDENTITY",
        "coupon:sign-in, IDENTITY",
        "coupon:nothing, NONE",
        "shipping-fee:not-set, RULES",
        "presale:not-set, RULES",
        "promotion:down, RULES",
        "order:something-new, DATA",
        "return:something-new, RULES",
        "order, DATA"
    })
    void leadsToWhereTheDataIsToBeHad(String missing, Remedy remedy) {
        assertThat(Remedy.of(missing)).isEqualTo(remedy);
    }

    @Test
    void leadsSomewhereWhateverIsMissing() {
        for (Need need : Need.values()) {
            for (Fact.State state : Fact.State.values()) {
                String missing = need.key() + ":" + state.key();
                assertThat(Remedy.of(missing).path()).startsWith("/");
                assertThat(Remedy.need(missing)).contains(need);
            }
        }
        assertThat(Remedy.need("moon-phase:down")).isEmpty();
        assertThat(Remedy.of("moon-phase:down")).isEqualTo(Remedy.DATA);
    }

    @Test
    void sendsNobodyToWhereOnlyOwnersMayGo() {
        assertThat(Remedy.DATA.permission()).isEqualTo(Permission.ADMINISTER);
        assertThat(Remedy.RULES.permission()).isEqualTo(Permission.VIEW);
    }
}
