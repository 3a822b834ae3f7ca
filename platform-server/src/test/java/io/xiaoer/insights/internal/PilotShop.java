package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A shop with a pilot into which everybody new is taken; somebody is staff, and everybody else is served by the live release. */
final class PilotShop {

    static final String STAFF = "staff-1";

    /**
     * A question that the pack answers, the same in other words, and two that no pack answers. The other words are too many to be taken for a
     * piece of the question before.
     */
    static final String KNOWN = "用了过敏可以退吗";

    static final String KNOWN_AGAIN = "用完以后过敏了还能不能退货呢";
    static final String UNKNOWN = "今天天气怎么样";
    static final String UNKNOWN_TOO = "股票明天会涨吗";

    final TestShop shop;
    final Api api;

    private PilotShop(TestShop shop) {
        this.shop = shop;
        this.api = shop.api();
    }

    static PilotShop open(Api api) {
        PilotShop opened = new PilotShop(api.signUp());
        opened.rollout("{\"stage\": \"pilot\", \"reason\": \"test\", \"staff\": [\"" + STAFF
                + "\"], \"pilot\": {\"size\": 150, \"sampleRate\": 1.0}}");
        return opened;
    }

    void rollout(String body) {
        ok(api.put("/api/v1/bots/" + shop.botId() + "/rollout", body));
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204);
        return answer.json();
    }

    TenantId tenant() {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    BotId bot() {
        return new BotId(UUID.fromString(shop.botId()));
    }

    String converse(String shopper) {
        return api.converse(shop.botId(), shopper);
    }

    /** A conversation in which all of this is said, one after the other. */
    String converse(String shopper, String... texts) {
        String conversation = converse(shopper);
        for (String text : texts) {
            api.say(conversation, text);
        }
        return conversation;
    }

    /** The id of the first reply of a turn. */
    static String reply(JsonNode turn) {
        return turn.at("/replies/0/id").asString();
    }

    void feedback(String conversation, String reply, boolean helpful) {
        ok(api.post(
                "/api/v1/conversations/" + conversation + "/messages/" + reply + "/feedback",
                "{\"helpful\": " + helpful + "}"));
    }

    void push(String kind, String id, String data) {
        ok(api.put("/api/v1/shop/" + kind + "/" + id, data + ", \"updatedAt\": \"" + OffsetDateTime.now() + "\"}"));
    }

    void teach(String key, String question, String answer) {
        ok(api.put(
                "/api/v1/bots/" + shop.botId() + "/entries/" + key,
                "{\"question\": \"" + question + "\", \"answer\": \"" + answer + "\"}"));
        ok(api.post("/api/v1/bots/" + shop.botId() + "/releases", "{\"note\": \"test\"}"));
    }

    JsonNode report() {
        return ok(api.get("/api/v1/bots/" + shop.botId() + "/rollout/report"));
    }

    <T> T platform(Supplier<T> work) {
        return TenantScope.<T, RuntimeException>call(tenant(), Actor.platform(), work::get);
    }
}
