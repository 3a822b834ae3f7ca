package io.xiaoer.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void namesBrowsersThatPretendToBeOthers() {
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                                + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0")
                        .text())
                .isEqualTo("Edge · Windows");
        assertThat(Device.of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                                + " Version/26.0 Safari/605.1.15")
                        .text())
                .isEqualTo("Safari · macOS");
    }

    @Test
    void knowsPhones() {
        Device phone = Device.of("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15"
                + " (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60");
        assertThat(phone.text()).isEqualTo("WeChat · iPhone");
        assertThat(phone.isPhone()).isTrue();
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537")
                        .isPhone())
                .isFalse();
    }

    @Test
    void saysNothingOfTheUnknown() {
        assertThat(Device.of("curl/8").isKnown()).isFalse();
        assertThat(Device.of("").text()).isEmpty();
    }
}
