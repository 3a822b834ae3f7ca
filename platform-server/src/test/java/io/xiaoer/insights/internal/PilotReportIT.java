package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.PilotShop.KNOWN;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN;
import static io.xiaoer.insights.internal.PilotShop.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What shops' systems and gates are told of a pilot. */
class PilotReportIT extends IntegrationTest {

    private PilotShop shop;

    @BeforeEach
    void openAPilot() {
        shop = PilotShop.open(api());
    }

    @Test
    void reportsAPilot() {
        shop.converse("c1", KNOWN, UNKNOWN);
        shop.converse("c2", KNOWN);
        Api visitor = visitor("v-1");
        visitor.post("/widget/v1/" + shop.shop.widgetKey() + "/conversations", "{}");
        assertThat(beacon(visitor, "error", "\"message\": \"t is undefined\"").status())
                .isEqualTo(204);
        assertThat(beacon(visitor, "slow-reply", "\"millis\": 5000").status()).isEqualTo(204);
        // not in the pilot as long as nothing was opened
        assertThat(beacon(visitor("v-2"), "error", "\"message\": \"other\"").status())
                .isEqualTo(204);

        JsonNode report = shop.report();

        assertThat(report.get("pilot").asInt()).isEqualTo(1);
        assertThat(report.get("release").asInt()).isEqualTo(1);
        assertThat(report.at("/members/conversations").asInt()).isEqualTo(2);
        assertThat(report.at("/members/resolved").asInt()).isEqualTo(1);
        assertThat(report.at("/members/resolvedShare").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/members/questions").asInt()).isEqualTo(3);
        assertThat(report.at("/rest/conversations").asInt()).isZero();
        assertThat(report.at("/rest/unknownShare").isNull()).isTrue();
        assertThat(report.get("daily")).hasSize(14);
        assertThat(report.at("/daily/13/members/unknown").asInt()).isEqualTo(1);
        assertThat(report.get("failed")).hasSize(1);
        assertThat(report.at("/failed/0/cause").asString()).isEqualTo("not-understood");
        assertThat(report.at("/failed/0/text").asString()).isEqualTo(UNKNOWN);
        assertThat(report.get("widgetErrors")).hasSize(1);
        assertThat(report.at("/widgetErrors/0/browser").asString()).isEqualTo("Chrome 128");
        assertThat(report.at("/widgetErrors/0/count").asInt()).isEqualTo(1);
        assertThat(report.get("slowReplies").asInt()).isEqualTo(1);
    }

    @Test
    void gatesAreMeasuredOnThePilotsMembers() {
        shop.converse("c1", KNOWN, UNKNOWN);
        shop.converse(PilotShop.STAFF, KNOWN);

        assertThat(gate("conversations").get("measured").asInt()).isEqualTo(1);
        assertThat(gate("unknown").get("measured").asDouble()).isEqualTo(0.5);
        assertThat(gate("unknown").get("met").isNull()).isTrue();
        assertThat(gate("unknown").get("note").asString()).startsWith("还不够");
        assertThat(gate("resolved").get("measured").asDouble()).isZero();
        assertThat(gate("thumbs-down").get("measured").isNull()).isTrue();
        assertThat(gate("widget-errors").get("measured").asDouble()).isZero();
        assertThat(gate("reply-time").get("note").asString()).contains("95");
    }

    @Test
    void asksForAConnectionOnlyWhereThereIsOne() {
        assertThat(shop.api
                        .get("/api/v1/bots/" + shop.shop.botId() + "/rollout")
                        .text())
                .doesNotContain("\"connector\"");

        shop.push("customers", "c1", "{\"name\": \"王小明\"");

        assertThat(gate("connector").get("met").asBoolean()).isTrue();
        assertThat(gate("connector").get("measured").asDouble()).isEqualTo(1);
    }

    @Test
    void aBotWithoutAPilotHasAnEmptyReport() {
        PilotShop fresh = shop;
        Answer answer = api().signUp().api().get("/api/v1/bots/none/rollout/report");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(fresh.report().at("/members/resolvedShare").isNull()).isTrue();
    }

    @Test
    void refusesDaysOutOfRange() {
        for (String days : new String[] {"0", "91"}) {
            Answer answer = shop.api.get("/api/v1/bots/" + shop.shop.botId() + "/rollout/report?days=" + days);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("days");
        }
        assertThat(ok(shop.api.get("/api/v1/bots/" + shop.shop.botId() + "/rollout/report?days=90"))
                        .get("daily"))
                .hasSize(90);
    }

    private JsonNode gate(String name) {
        JsonNode rollout = ok(shop.api.get("/api/v1/bots/" + shop.shop.botId() + "/rollout"));
        return rollout.get("gates")
                .valueStream()
                .filter(gate -> gate.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rollout.toString()));
    }

    private Api visitor(String id) {
        Answer session =
                api().post("/widget/v1/" + shop.shop.widgetKey() + "/session", "{\"visitorId\": \"" + id + "\"}");
        return api().withToken(session.json().get("token").asString());
    }

    private Answer beacon(Api visitor, String kind, String more) {
        return visitor.post(
                "/widget/v1/" + shop.shop.widgetKey() + "/beacons",
                "{\"kind\": \"" + kind + "\", \"browser\": \"Chrome 128\", \"version\": \"1.0.0\", " + more + "}");
    }
}
