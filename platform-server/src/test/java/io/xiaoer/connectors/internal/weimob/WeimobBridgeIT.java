package io.xiaoer.connectors.internal.weimob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xiaoer.connectors.internal.bridges.BridgeContract;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.platforms.PlatformSimulator;
import io.xiaoer.testing.platforms.WeimobSimulator;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Weimob keeps the contract of all bridges. */
@Tag("long")
class WeimobBridgeIT extends BridgeContract {

    private static final String PATH = "/api/v1/connectors/bridges/weimob";

    @Override
    protected PlatformSimulator platform() {
        return WeimobSimulator.running();
    }

    @Test
    void aShopWithAnAppOfItsOwnTypesItsKeysIn() {
        TestShop shop = api().signUp();
        String account = platform().openShop(Clock.systemUTC());
        platform().sell(account, 3);

        Answer wrong = shop.api().put(PATH, keys(account, "guessed"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("keys");
        Answer connected = shop.api().put(PATH, keys(account, WeimobSimulator.CLIENT_SECRET));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        assertThat(connected.json().path("account").asString()).isEqualTo(account);
        assertThat(connected.text()).doesNotContain(WeimobSimulator.CLIENT_SECRET);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode reading = shop.api().get(PATH).json().path("reading");
            assertThat(reading.path("running").asBoolean()).isFalse();
            assertThat(reading.path("rejected").asInt()).isZero();
        });
    }

    private static String keys(String account, String secret) {
        return """
                {"keys": {"client_id": "%s", "client_secret": "%s", "shop_id": "%s",
                          "shop_type": "business_operation_system_id"}}
                """.formatted(WeimobSimulator.CLIENT_ID, secret, account);
    }
}
