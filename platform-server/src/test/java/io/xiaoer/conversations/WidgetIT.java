package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a browser may do with a public widget key. */
class WidgetIT extends IntegrationTest {

    @Autowired
    private Rollouts rollouts;

    @Test
    void theStaffLinkMarksABrowserForGood() {
        TestShop shop = api().signUp();
        String code = staffCode(shop);

        assertThat(mode(session(shop, "{\"visitorId\": \"v-1\"}"))).isEqualTo("fallback");
        assertThat(mode(session(shop, "{\"visitorId\": \"v-1\", \"staffCode\": \"" + code + "\"}")))
                .isEqualTo("bot");
        assertThat(mode(session(shop, "{\"visitorId\": \"v-1\"}"))).isEqualTo("bot");
        assertThat(mode(session(shop, "{\"visitorId\": \"v-2\"}"))).isEqualTo("fallback");
        assertThat(session(shop, "{\"visitorId\": \"v-2\", \"staffCode\": \"guessed\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRenewedStaffLinkEndsTheOneBeforeAndWhomItMarked() {
        TestShop shop = api().signUp();
        String rollout = "/api/v1/bots/" + shop.botId() + "/rollout";
        shop.api().put(rollout, "{\"staff\": [\"boss\"]}");
        String old = staffCode(shop);
        assertThat(mode(session(shop, "{\"visitorId\": \"v-1\", \"staffCode\": \"" + old + "\"}")))
                .isEqualTo("bot");

        TenantScope.run(
                new TenantId(UUID.fromString(shop.tenantId())),
                new Actor(Actor.Kind.MEMBER, shop.email(), Role.EDITOR.permissions()),
                () -> rollouts.renewStaffLink(new BotId(UUID.fromString(shop.botId()))));

        assertThat(mode(session(shop, "{\"visitorId\": \"v-1\"}"))).isEqualTo("fallback");
        assertThat(session(shop, "{\"visitorId\": \"v-1\", \"staffCode\": \"" + old + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(mode(session(shop, "{\"visitorId\": \"v-1\", \"staffCode\": \"" + staffCode(shop) + "\"}")))
                .isEqualTo("bot");
        assertThat(shop.api().get(rollout).json().at("/staff/0").asString()).isEqualTo("boss");
    }

    @Test
    void aVisitorCannotClaimToBeAStaffCustomer() {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"staff\": [\"boss\"]}");
        assertThat(mode(session(shop, "{\"visitorId\": \"boss\"}"))).isEqualTo("fallback");
    }

    @Test
    void anotherVisitorsConversationIsAMissingOne() {
        TestShop shop = api().signUp();
        Api one = visitor(shop, "v-1");
        Api other = visitor(shop, "v-2");
        String base = "/widget/v1/" + shop.widgetKey() + "/conversations";
        Answer opened = one.post(base, "{\"page\": {\"kind\": \"other\"}}");
        assertThat(opened.status()).isEqualTo(201);
        String messages = base + "/" + opened.json().get("conversationId").asString() + "/messages";

        assertThat(one.get(messages).status()).isEqualTo(200);
        assertThat(other.get(messages).status()).isEqualTo(404);
        assertThat(other.post(messages, "{\"id\": \"m\", \"text\": \"在吗\"}").status())
                .isEqualTo(404);
    }

    @Test
    void goesOnAfterTheEventItHasAndSaysHowTheConversationStands() {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        Api visitor = visitor(shop, "v-1");
        String base = "/widget/v1/" + shop.widgetKey() + "/conversations";
        String conversation = base + "/"
                + visitor.post(base, "{}").json().get("conversationId").asString();
        String messages = conversation + "/messages";
        visitor.post(messages, "{\"id\": \"m\", \"text\": \"在吗\"}");

        Answer all = visitor.get(messages + "?after=0");
        int last = all.json().get("items").size();
        assertThat(last).isGreaterThan(1);
        assertThat(all.json().at("/items/0/id").asString()).isEqualTo("m");
        assertThat(all.json().at("/mode/mode").asString()).isEqualTo("bot");
        assertThat(visitor.get(messages + "?after=1").json().at("/items/0/id").asString())
                .isEqualTo(all.json().at("/items/1/id").asString());
        assertThat(visitor.get(messages + "?after=" + last).json().get("items")).isEmpty();

        visitor.post(conversation + "/handover", "{}");
        Answer waiting = visitor.get(messages + "?after=" + last);
        assertThat(waiting.json().at("/mode/mode").asString()).isEqualTo("waiting");
        assertThat(waiting.json().at("/mode/reason").asString()).isEqualTo("asked-for");
        assertThat(waiting.json().at("/mode/place").asInt()).isEqualTo(1);

        assertThat(visitor.get(messages + "?after=1&cursor=MQ").status()).isEqualTo(400);
        assertThat(visitor.get(messages + "?after=last").status()).isEqualTo(400);
    }

    @Test
    void theShopperComesFromTheTokenOnly() {
        TestShop shop = api().signUp();
        Answer answer = visitor(shop, "v-1")
                .post("/widget/v1/" + shop.widgetKey() + "/conversations", "{\"shopper\": {\"id\": \"boss\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("shopper");
    }

    @Test
    void anUnknownKeyIsMissing() {
        assertThat(api().post("/widget/v1/w_nothing/session", "{\"visitorId\": \"v\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyPagesThatTheShopAllowsMayCall() {
        TestShop shop = api().signUp();
        String session = "/widget/v1/" + shop.widgetKey() + "/session";
        String body = "{\"visitorId\": \"v\"}";
        Api page = api().with("Origin", "https://shop.example");
        Answer foreign = page.post(session, body);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.json().get("code").asString()).isEqualTo("forbidden");
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

        Answer allowed = shop.api()
                .send(
                        "PATCH",
                        "/api/v1/bots/" + shop.botId(),
                        "{\"allowedOrigins\": [\"https://shop.example\"], \"version\": 1}");
        assertThat(allowed.status()).as(allowed.text()).isEqualTo(200);
        Answer welcome = page.post(session, body);
        assertThat(welcome.status()).as(welcome.text()).isEqualTo(200);
        assertThat(welcome.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
        assertThat(welcome.headers().allValues("Vary")).anyMatch(value -> value.contains("Origin"));

        Answer ahead = page.with("Access-Control-Request-Method", "POST").send("OPTIONS", session, null);
        assertThat(ahead.status()).isEqualTo(204);
        assertThat(ahead.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization");
        for (String other : new String[] {"https://shop.example.evil", "http://shop.example", "null"}) {
            assertThat(api().with("Origin", other).post(session, body).status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void aVisitorWhoCallsTooOftenIsToldWhenToComeAgainAndOthersGoOn() {
        TestShop shop = api().signUp();
        Api busy = visitor(shop, "v-busy");
        String missing = "/widget/v1/" + shop.widgetKey() + "/conversations/none/messages";
        Answer last = busy.get(missing);
        for (int calls = 1; calls < 1_000 && last.status() != 429; calls++) {
            last = busy.get(missing);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().get("code").asString()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElse("")))
                .isBetween(1, 60);
        assertThat(last.headers().firstValue("RateLimit").orElse("")).startsWith("\"visitor\";r=0");
        assertThat(visitor(shop, "v-quiet").get(missing).status()).isEqualTo(404);
    }

    @Test
    void servesTheHostedChatPage() {
        TestShop shop = api().signUp();
        Answer page = api().get("/chat/" + shop.widgetKey());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("/sdk/xiaoer-chat.js");
    }

    private Answer session(TestShop shop, String body) {
        return api().post("/widget/v1/" + shop.widgetKey() + "/session", body);
    }

    private Api visitor(TestShop shop, String visitorId) {
        Answer session = session(shop, "{\"visitorId\": \"" + visitorId + "\"}");
        return api().withToken(session.json().get("token").asString());
    }

    private static String mode(Answer session) {
        return session.json().get("mode").asString();
    }

    private static String staffCode(TestShop shop) {
        String link = shop.api()
                .get("/api/v1/bots/" + shop.botId() + "/rollout")
                .json()
                .get("staffLink")
                .asString();
        return link.substring(link.indexOf("#staff=") + "#staff=".length());
    }
}
