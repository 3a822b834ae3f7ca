package io.xiaoer.connectors.internal.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.connectors.internal.outward.GuardedHttp.Answer;
import io.xiaoer.connectors.internal.outward.Unanswered.Reason;
import io.xiaoer.testing.ShopSystem;
import io.xiaoer.testing.ShopSystem.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the other side does, a call ends in time and takes no more than it may. */
class GuardedHttpTest {

    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final int MOST = 1024 * 1024;

    private final ShopSystem system = ShopSystem.running();
    private final AllowedHosts allowed = AllowedHosts.parse(system.hostAndPort());
    private final GuardedHttp http = new GuardedHttp(new LoopbackNames(), allowed);

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    @Test
    void postsAndReadsTheAnswer() throws Exception {
        String address = system.at(ShopSystem.json("{\"items\": []}"));

        Answer answer = post(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"items\": []}");
        ShopSystem.Call call = system.calls(address).getFirst();
        assertThat(call.body()).isEqualTo("{}");
        assertThat(call.headers())
                .containsEntry("x-test", "1")
                .containsEntry("host", system.hostAndPort())
                .containsEntry("content-type", "application/json; charset=UTF-8")
                .doesNotContainKeys("accept-encoding", "upgrade", "cookie");
    }

    @Test
    void endsInTimeHoweverTheOtherSideSpendsIt() {
        for (Behaviour behaviour : new Behaviour[] {ShopSystem.hanging(), ShopSystem.dripping()}) {
            long begun = System.nanoTime();
            refused(system.at(behaviour), Reason.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WITHIN.multipliedBy(2));
        }
    }

    @Test
    void takesNoMoreThanItMay() {
        refused(system.at(ShopSystem.large(10 * MOST, true)), Reason.TOO_LARGE);
        refused(system.at(ShopSystem.large(10 * MOST, false)), Reason.TOO_LARGE);
        refused(system.at(ShopSystem.bomb()), Reason.COMPRESSED);
    }

    @Test
    void tellsAndLearnsTheStatusWhateverFollowsIt() throws Exception {
        assertThat(tell(system.at(ShopSystem.status(204, "text/plain", "")))).isEqualTo(204);
        assertThat(tell(system.at(ShopSystem.large(10 * MOST, true)))).isEqualTo(200);
        assertThat(tell(system.at(ShopSystem.bomb()))).isEqualTo(200);
        long begun = System.nanoTime();
        assertThat(tell(system.at(ShopSystem.dripping()))).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WITHIN);
        assertThatExceptionOfType(Unanswered.class)
                .isThrownBy(() -> tell(system.at(ShopSystem.hanging())))
                .satisfies(unanswered -> assertThat(unanswered.reason()).isEqualTo(Reason.TIMEOUT));
    }

    @Test
    void followsNoRedirect() throws Exception {
        String secret = system.at(ShopSystem.json("{}"));
        String redirecting = system.at(ShopSystem.status(307, "text/plain", "", "Location: " + secret));

        assertThat(post(redirecting).status()).isEqualTo(307);
        assertThat(system.calls(secret)).isEmpty();
    }

    @Test
    void asksOnce() {
        String address = system.at(ShopSystem.junk());
        refused(address, Reason.NOT_REACHED);
        assertThat(system.calls(address)).hasSize(1);
    }

    @Test
    void saysWhatKeptItFromAsking() throws Exception {
        AllowedHosts none = AllowedHosts.NONE;
        assertThat(reason("https://unknown.shop.example/", none)).isEqualTo(Reason.UNKNOWN_NAME);
        assertThat(reason("https://rebound.shop.example/", none)).isEqualTo(Reason.REFUSED);
        // the guard's exemption is for one port of one host
        assertThat(reason("https://rebound.shop.example:8443/", allowed)).isEqualTo(Reason.REFUSED);
    }

    private Reason reason(String address, AllowedHosts hosts) throws AddressRefused {
        GuardedAddress guarded = GuardedAddress.parse(address, hosts);
        try {
            http.post(guarded, Map.of(), new byte[0], WITHIN, MOST);
        } catch (Unanswered e) {
            return e.reason();
        }
        throw new AssertionError("an answer");
    }

    private void refused(String address, Reason reason) {
        assertThatExceptionOfType(Unanswered.class)
                .isThrownBy(() -> post(address))
                .satisfies(unanswered -> assertThat(unanswered.reason()).isEqualTo(reason));
    }

    private int tell(String address) throws AddressRefused, Unanswered {
        return http.tell(
                GuardedAddress.parse(address, allowed), Map.of(), "{}".getBytes(StandardCharsets.UTF_8), WITHIN);
    }

    private Answer post(String address) throws AddressRefused, Unanswered {
        return http.post(
                GuardedAddress.parse(address, allowed),
                Map.of("X-Test", "1"),
                "{}".getBytes(StandardCharsets.UTF_8),
                WITHIN,
                MOST);
    }

    /** A name server in the hand of somebody who wants us to call ourselves. */
    private static final class LoopbackNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.startsWith("unknown")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
