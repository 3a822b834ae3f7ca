package io.xiaoer.connectors.internal.youzan;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.connectors.internal.bridges.BridgeContract;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.platforms.PlatformSimulator;
import io.xiaoer.testing.platforms.YouzanSimulator;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Youzan keeps the contract of all bridges. */
class YouzanBridgeIT extends BridgeContract {

    private static final String PATH = "/api/v1/connectors/bridges/youzan";

    @Override
    protected PlatformSimulator platform() {
        return YouzanSimulator.running();
    }

    /** As after a purchase: no page of ours was left for it, so there is no state, but the platform says who has bought. */
    @Test
    void whoComesStraightFromThePlatformIsKnownByTheMessage() {
        YouzanSimulator youzan = YouzanSimulator.running();
        String account = youzan.openShop(Clock.systemUTC());
        String other = youzan.openShop(Clock.systemUTC());
        Api shop = api().signUp().api();

        assertRefused(connect(shop, youzan.code(account), "bm90aGluZw%3D%3D"));
        assertRefused(connect(shop, youzan.code(account), youzan.message(other, "别人的店")));
        assertThat(shop.get(PATH).json().path("state").asString()).isEqualTo("none");

        Answer connected = connect(shop, youzan.code(account), youzan.message(account, "小明的店"));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        JsonNode status = shop.get(PATH).json();
        assertThat(status.path("state").asString()).isEqualTo("connected");
        assertThat(status.path("account").asString()).isEqualTo(account);
        assertThat(status.path("accountName").asString()).isEqualTo("小明的店");
        assertThat(shop.send("DELETE", PATH, null).status()).isEqualTo(204);
    }

    private static Answer connect(Api shop, String code, String message) {
        return shop.put(PATH, "{\"code\": \"" + code + "\", \"message\": \"" + message + "\"}");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("code");
    }
}
