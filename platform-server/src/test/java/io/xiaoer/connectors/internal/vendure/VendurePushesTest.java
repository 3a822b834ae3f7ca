package io.xiaoer.connectors.internal.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.connectors.internal.Signatures;
import io.xiaoer.connectors.internal.bridges.BridgeFailed;
import io.xiaoer.connectors.internal.bridges.Grant;
import io.xiaoer.connectors.internal.bridges.Inbound;
import io.xiaoer.connectors.internal.bridges.Push;
import io.xiaoer.connectors.internal.bridges.Ref;
import io.xiaoer.connectors.internal.outward.AllowedHosts;
import io.xiaoer.shared.Problem;
import io.xiaoer.shopdata.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the plugin told on a real server, and the addresses of servers. */
class VendurePushesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant SENT = Instant.ofEpochSecond(1_795_705_115);
    private static final String BODY =
            "{\"type\":\"order.changed\",\"timestamp\":\"2026-11-26T14:58:35.040Z\",\"data\":{\"id\":\"JAALTQVEPM67MH4W\"}}";
    private static final Map<String, String> HEADERS = Map.of(
            "webhook-id", "msg_0e0a2a26-4fcd-4580-bf56-52a7dd0298b9",
            "webhook-timestamp", "1795705115",
            "webhook-signature", "v1,/p4KGSWJfLc+tOAI+xOdWYgbb1tAcdODCXKTVA24HyA=");

    private static Grant grant(String secret) {
        return new VendureShop("https://shop.example.com/admin-api", "shop.example.com", "a:b", secret, true)
                .grant(null);
    }

    private static Inbound push(String body) {
        return new Inbound(HEADERS, body.getBytes(StandardCharsets.UTF_8), "shop.example.com");
    }

    @Test
    void thePluginSignsAsWeDo() {
        assertThat(Signatures.sign(
                        List.of(SECRET),
                        "msg_0e0a2a26-4fcd-4580-bf56-52a7dd0298b9",
                        SENT,
                        BODY.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(HEADERS);
    }

    @Test
    void isGenuineIfSignedWithTheShopsSecretAMomentAgo() {
        Instant now = Instant.now();
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        Map<String, String> signed = Signatures.sign(List.of(SECRET), "msg_1", now, body);
        Inbound push = new Inbound(signed, body, null);
        assertThat(VendurePushes.isGenuine(push, grant(SECRET), now)).isTrue();
        assertThat(VendurePushes.isGenuine(
                        new Inbound(signed, "{}".getBytes(StandardCharsets.UTF_8), null), grant(SECRET), now))
                .isFalse();
        assertThat(VendurePushes.isGenuine(push, grant(SECRET.replace("Mf", "Mg")), now))
                .isFalse();
        assertThat(VendurePushes.isGenuine(push, null, now)).isFalse();
        assertThat(VendurePushes.isGenuine(push, grant(SECRET), now.plusSeconds(301)))
                .as("sent again by somebody else")
                .isFalse();
        assertThat(VendurePushes.isGenuine(push(BODY), grant(SECRET), now)).isFalse();
        assertThat(VendurePushes.isGenuine(new Inbound(Map.of(), body, null), grant(SECRET), now))
                .isFalse();
    }

    @Test
    void saysWhatToReadAtOnce() throws BridgeFailed {
        Push read = VendurePushes.read(push(BODY), SENT);
        assertThat(read.deliveryId()).isEqualTo("msg_0e0a2a26-4fcd-4580-bf56-52a7dd0298b9");
        assertThat(read.subject()).isEqualTo(new Ref(RecordKind.ORDERS, "JAALTQVEPM67MH4W"));
        assertThat(read.version()).isEqualTo(1_795_705_115_040L);
        assertThat(read.notBefore()).isEqualTo(SENT);

        assertThat(VendurePushes.read(push("{\"type\":\"customer.changed\",\"data\":{\"id\":\"2\"}}"), SENT)
                        .subject())
                .isEqualTo(new Ref(RecordKind.CUSTOMERS, "2"));
        assertThat(VendurePushes.read(push("{\"type\":\"product.changed\",\"data\":{\"id\":\"2\"}}"), SENT)
                        .subject())
                .isNull();
        assertThatThrownBy(() -> VendurePushes.read(push("junk"), SENT)).isInstanceOf(BridgeFailed.class);
        assertThatThrownBy(() -> VendurePushes.read(push("{}"), SENT)).isInstanceOf(BridgeFailed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, https://shop.example.com/admin-api, shop.example.com",
        "shop.example.com/, https://shop.example.com/admin-api, shop.example.com",
        "https://SHOP.example.com/admin-api/, https://shop.example.com/admin-api, shop.example.com",
        "https://shop.example.com:8443, https://shop.example.com:8443/admin-api, shop.example.com:8443",
        "https://example.com/cn/admin-api, https://example.com/cn/admin-api, example.com~cn~admin-api"
    })
    void knowsAServerByItsAddress(String typed, String api, String account) {
        VendureShop shop = typedIn(typed);
        assertThat(shop.api()).isEqualTo(api);
        assertThat(shop.account()).isEqualTo(account);
        assertThat(VendureShop.of(shop.grant(null))).isEqualTo(shop);
        assertThat(shop.toString() + shop.grant(null)).doesNotContain(SECRET).doesNotContain("a:b");
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example.com",
        "https://10.0.0.1",
        "https://localhost",
        "https://a:b@shop.example.com",
        "ftp://x.y"
    })
    void callsNobodyInside(String typed) {
        assertThatThrownBy(() -> typedIn(typed)).isInstanceOf(Problem.class);
    }

    private static VendureShop typedIn(String address) {
        return VendureShop.typedIn(
                Map.of("address", address, "api_key", "a:b", "webhook_secret", SECRET), AllowedHosts.NONE);
    }
}
