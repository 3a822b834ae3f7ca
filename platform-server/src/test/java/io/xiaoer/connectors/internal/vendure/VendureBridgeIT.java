package io.xiaoer.connectors.internal.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.BridgeContract;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.platforms.PlatformSimulator;
import io.xiaoer.testing.platforms.VendureSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vendure keeps the contract of all bridges. */
@Tag("long")
class VendureBridgeIT extends BridgeContract {

    @Override
    protected PlatformSimulator platform() {
        return VendureSimulator.running();
    }

    @Test
    void saysWhichOfTheKeysCannotBeRight() {
        Api api = api().signUp().api();
        String good = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assertThat(field(api, "https://192.168.1.1/admin-api", good)).isEqualTo("address");
        assertThat(field(api, "http://shop.example.com", good)).isEqualTo("address");
        assertThat(field(api, "https://shop.example.com/?a=b", good)).isEqualTo("address");
        assertThat(field(api, "https://shop.example.com", "guess")).isEqualTo("webhook_secret");
        assertThat(field(api, "https://shop.example.com", "whsec_dG9vIHNob3J0")).isEqualTo("webhook_secret");
        assertThat(field(api, "", good)).isEqualTo("address");
        String shop = platform().openShop(java.time.Clock.systemUTC());
        assertThat(field(api, String.valueOf(platform().keys(shop).get("address")), good))
                .as("a key that the server does not know")
                .isEqualTo("keys");
    }

    private static String field(Api api, String address, String secret) {
        Answer answer = api.put("/api/v1/connectors/bridges/vendure", """
                {"keys": {"address": "%s", "api_key": "abc:def", "webhook_secret": "%s"}}""".formatted(address, secret));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asString();
    }
}
