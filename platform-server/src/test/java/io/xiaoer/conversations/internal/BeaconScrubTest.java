package io.xiaoer.conversations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeaconScrubTest {

    private static final int PLENTY = 4_000;

    @Test
    void keepsWhereInTheWidgetItWentWrong() {
        assertThat(BeaconScrub.text(
                        "TypeError: t is undefined\n    at send (https://chat.example/sdk/xiaoer-widget.js?v=1f:1:12345)",
                        PLENTY))
                .isEqualTo("TypeError: t is undefined\n    at send (xiaoer-widget.js:1:12345)");
        assertThat(BeaconScrub.text("send@https://chat.example/sdk/xiaoer-widget.js:1:12345", PLENTY))
                .isEqualTo("send xiaoer-widget.js:1:12345");
    }

    @Test
    void takesOutWhatMayTellOfAShopper() {
        String scrubbed = BeaconScrub.text(
                "SyntaxError: \"我的电话是13812341234\" at https://shop.example/order/20260131123456/li.lei?phone=13812341234#x"
                        + " for li.lei@mail.example 订单还没到 data:image/png;base64,AAAA `过敏了` 'secret words'",
                PLENTY);
        assertThat(scrubbed)
                .startsWith("SyntaxError: … at li.lei for ")
                .doesNotContain(
                        "138", "2026", "phone", "mail.example", "订单还没到", "AAAA", "过敏", "secret", "shop.example");
    }

    @Test
    void cutsWhatIsLongBetweenCharacters() {
        assertThat(BeaconScrub.text("ab😀cd", 3)).isEqualTo("ab");
        assertThat(BeaconScrub.text("ab😀cd", 4)).isEqualTo("ab😀");
        assertThat(BeaconScrub.text("x".repeat(20_000), PLENTY)).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void knowsTheSameErrorElsewhereInTheFile() {
        String one = BeaconScrub.likeness("boom", "at t (x.js:1:10)");
        assertThat(BeaconScrub.likeness("boom", "at t (x.js:1:99)")).isEqualTo(one);
        assertThat(BeaconScrub.likeness("boom", "at u (x.js:1:10)")).isNotEqualTo(one);
        assertThat(BeaconScrub.likeness(null, null)).isNull();
    }
}
