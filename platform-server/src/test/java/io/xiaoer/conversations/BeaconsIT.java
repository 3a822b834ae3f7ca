package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Beacons.Day;
import io.xiaoer.conversations.Beacons.ErrorGroup;
import io.xiaoer.conversations.Beacons.Slowness;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What widgets tell of themselves. */
class BeaconsIT extends IntegrationTest {

    @Autowired
    private Beacons beacons;

    private TestShop shop;
    private Api visitor;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
        visitor = visitor("v-1");
    }

    @Test
    void groupsErrorsThatAreAlikeAndKeepsNothingOfAShopper() {
        for (int column : new int[] {10, 20, 30}) {
            assertThat(error(
                                    "t is undefined, not 13812341234",
                                    "at t (https://shop.example/li.lei?p=1:1:" + column + ")")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(error("other", "at u (x.js:1:1)").status()).isEqualTo(204);

        List<ErrorGroup> groups = errors(10);
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().message()).isEqualTo("other");
        ErrorGroup alike = groups.getLast();
        assertThat(alike.count()).isEqualTo(3);
        assertThat(alike.message()).startsWith("t is undefined").doesNotContain("138");
        assertThat(alike.stack()).isEqualTo("at t (li.lei:1:30)");
        assertThat(alike.browsers()).containsExactly("Chrome 128");
        assertThat(alike.first()).isBefore(alike.last());
        assertThat(errors(1)).hasSize(1);
    }

    @Test
    void tellsHowLongSlowRepliesTookByKindOfPage() {
        for (int millis : new int[] {3_000, 4_000, 9_000}) {
            assertThat(slow("\"product\"", millis).status()).isEqualTo(204);
        }
        assertThat(slow("\"checkout\"", 5_000).status()).isEqualTo(204);
        assertThat(slow("null", 6_000).status()).isEqualTo(204);

        List<Slowness> slowness = read(bot -> beacons.slowness(bot, 7));
        assertThat(slowness).extracting(Slowness::pageKind).containsExactly("product", "other", null);
        assertThat(slowness.getFirst().count()).isEqualTo(3);
        assertThat(slowness.getFirst().p95Millis()).isBetween(8_000.0, 9_000.0);
    }

    @Test
    void countsDays() {
        error("boom", "at t (x.js:1:1)");
        slow("\"cart\"", 4_000);
        slow("\"cart\"", 4_000);
        List<Day> days = read(bot -> beacons.days(bot, 30));
        assertThat(days).hasSize(30);
        assertThat(days.getLast()).extracting(Day::errors, Day::slowReplies).containsExactly(1, 2);
        assertThat(days.getFirst()).extracting(Day::errors, Day::slowReplies).containsExactly(0, 0);
    }

    @Test
    void refusesWhatIsNoBeacon() {
        assertInvalid("{\"kind\": \"gossip\", \"browser\": \"b\", \"version\": \"1\"}", "kind");
        assertInvalid("{\"kind\": \"error\", \"version\": \"1\"}", "browser");
        assertInvalid("{\"kind\": \"slow-reply\", \"browser\": \"b\", \"version\": \"1\"}", "millis");
        assertInvalid("{\"kind\": \"slow-reply\", \"browser\": \"b\", \"version\": \"1\", \"millis\": -1}", "millis");
        assertInvalid(
                "{\"kind\": \"error\", \"browser\": \"b\", \"version\": \"1\", \"stack\": \"" + "x".repeat(20_001)
                        + "\"}",
                "stack");
        assertThat(errors(10)).isEmpty();
    }

    @Test
    void takesThirtyAnHourFromOneShopperAndGoesOnWithOthers() {
        Answer last = slow("null", 4_000);
        for (int i = 2; i <= 31; i++) {
            last = slow("null", 4_000);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        visitor = visitor("v-2");
        assertThat(slow("null", 4_000).status()).isEqualTo(204);
    }

    @Test
    void anotherShopSeesNothing() {
        error("boom", "at t (x.js:1:1)");
        TestShop mine = shop;
        shop = api().signUp();
        assertThat(errors(10)).isEmpty();
        assertThat(visitor.post("/widget/v1/" + shop.widgetKey() + "/beacons", "{}")
                        .status())
                .isEqualTo(404);
        shop = mine;
        assertThat(errors(10)).hasSize(1);
    }

    private Api visitor(String id) {
        Answer session = api().post("/widget/v1/" + shop.widgetKey() + "/session", "{\"visitorId\": \"" + id + "\"}");
        return api().withToken(session.json().get("token").asString());
    }

    private Answer tell(String body) {
        return visitor.post("/widget/v1/" + shop.widgetKey() + "/beacons", body);
    }

    private Answer error(String message, String stack) {
        return tell("""
                {"kind": "error", "browser": "Chrome 128", "version": "1.0.0", "pageKind": "product",
                 "message": "%s", "stack": "%s"}
                """.formatted(message, stack));
    }

    private Answer slow(String pageKind, int millis) {
        return tell("""
                {"kind": "slow-reply", "browser": "Safari 17", "version": "1.0.0", "pageKind": %s, "millis": %d}
                """.formatted(pageKind, millis));
    }

    private void assertInvalid(String body, String field) {
        Answer answer = tell(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private List<ErrorGroup> errors(int limit) {
        return read(bot -> beacons.errors(bot, 1, limit));
    }

    private <T> T read(Function<BotId, T> query) {
        return TenantScope.call(
                new TenantId(UUID.fromString(shop.tenantId())),
                Actor.platform(),
                () -> query.apply(new BotId(UUID.fromString(shop.botId()))));
    }
}
