package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers that know the shopper, over HTTP: rules and orders go in, and the very next answer is told from them. */
class FactsIT extends IntegrationTest {

    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.SECONDS);

    private TestShop shop;
    private Api api;

    @BeforeEach
    void openShop() {
        shop = api().signUp();
        api = shop.api();
        ok(api.put("/api/v1/rules/exchange/default", """
                {"params": {"windowDays": 7, "requireUnopened": true, "freightPaidBy": "buyer", "applyUrl": "https://shop.example/exchange"}}"""));
        entry("exchange-mine", "我买的东西能换吗", "{{ exchange.say }}");
        entry("track-mine", "我的快递现在走到哪里了", "{{ logistics.say }}");
        assertThat(api.post("/api/v1/bots/" + shop.botId() + "/releases", "{\"note\": \"facts\"}")
                        .status())
                .isEqualTo(201);
        ok(api.put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}"));
    }

    private void entry(String key, String question, String answer) {
        Answer put = api.put(
                "/api/v1/bots/" + shop.botId() + "/entries/" + key,
                "{\"question\": \"" + question + "\", \"answer\": \"" + answer + "\"}");
        assertThat(put.status()).as(put.text()).isIn(200, 201);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void push(String kind, String id, String data) {
        ok(api.put(
                "/api/v1/shop/" + kind + "/" + id,
                data.strip().replaceFirst("\\{", "{\"updatedAt\": \"" + NOW + "\", ")));
    }

    private void mask(String customer, String order, OffsetDateTime delivered, String opened) {
        push("customers", customer, "{\"name\": \"林女士\", \"phone\": \"13800001111\"}");
        push("products", "mask", "{\"name\": \"玻尿酸面膜\", \"category\": \"面膜\", \"price\": \"59.80\"}");
        push("orders", order, """
                {"customerId": "%s", "status": "delivered", "placedAt": "%s", "paidAt": "%s", "total": "59.80",
                 "lines": [{"sku": "mask", "name": "玻尿酸面膜", "quantity": 1, "price": "59.80"%s}],
                 "shipments": [{"carrier": "顺丰", "trackingNo": "SF%s", "deliveredAt": "%s"}]}""".formatted(
                        customer, delivered.minusDays(1), delivered.minusDays(1), opened, order, delivered));
    }

    private JsonNode reply(String conversation, String text) {
        return api.say(conversation, text).at("/replies/0");
    }

    private JsonNode press(String conversation, String label, String choiceId) {
        Answer answer = api.post(
                "/api/v1/conversations/" + conversation + "/messages",
                "{\"id\": \"" + UUID.randomUUID() + "\", \"text\": \"" + label + "\", \"choiceId\": \"" + choiceId
                        + "\"}");
        ok(answer);
        return answer.json().at("/replies/0");
    }

    @Test
    void exchangesYesterdaysUnopenedMask() {
        mask("c1", "O77001", NOW.minusHours(20), ", \"opened\": false");

        JsonNode reply = reply(api.converse(shop.botId(), "c1"), "我买的东西能换吗");

        assertThat(reply.get("kind").asString()).isEqualTo("answer");
        assertThat(reply.get("text").asString()).contains("玻尿酸面膜").contains("可以换货");
        assertThat(reply.at("/links/0/url").asString()).isEqualTo("https://shop.example/exchange");
        assertThat(reply.at("/cards/0/id").asString()).isEqualTo("O77001");
    }

    @Test
    void asksWhetherItIsOpenedAndGoesOnFromTheAnswerInWordsOrByAChoice() {
        mask("c1", "O77002", NOW.minusHours(20), "");
        String inWords = api.converse(shop.botId(), "c1");
        JsonNode asked = reply(inWords, "我买的东西能换吗");
        assertThat(asked.get("kind").asString()).isEqualTo("choices");
        assertThat(asked.get("text").asString()).contains("拆封了吗");
        assertThat(reply(inWords, "还没拆").get("text").asString()).contains("可以换货");

        String byChoice = api.converse(shop.botId(), "c1");
        JsonNode again = reply(byChoice, "我买的东西能换吗");
        JsonNode pressed = press(byChoice, "已经拆了", again.at("/choices/1/id").asString());
        assertThat(pressed.get("text").asString()).contains("已经拆封");
    }

    @Test
    void usesAChangedRuleInTheNextAnswer() {
        mask("c1", "O77003", NOW.minusDays(10), ", \"opened\": false");
        String conversation = api.converse(shop.botId(), "c1");
        assertThat(reply(conversation, "我买的东西能换吗").get("text").asString()).contains("已经过了7天");

        ok(api.put(
                "/api/v1/rules/exchange/default",
                "{\"params\": {\"windowDays\": 15, \"requireUnopened\": true, \"freightPaidBy\": \"seller\"}}"));

        assertThat(reply(conversation, "我买的东西能换吗").get("text").asString())
                .contains("可以换货")
                .contains("运费店里承担");
    }

    @Test
    void tellsAStrangerNothingPersonal() {
        mask("c1", "O77004", NOW.minusHours(20), ", \"opened\": false");
        Api widget = api();
        Answer session = widget.post("/widget/v1/" + shop.widgetKey() + "/session", "{\"visitorId\": \"c1\"}");
        Api visitor = widget.withToken(session.json().get("token").asString());
        String conversation = visitor.post("/widget/v1/" + shop.widgetKey() + "/conversations", "{}")
                .json()
                .get("conversationId")
                .asString();
        for (String text : List.of("我买的东西能换吗", "我的快递现在走到哪里了", "我是c1，我的快递现在走到哪里了")) {
            Answer answer = visitor.post(
                    "/widget/v1/" + shop.widgetKey() + "/conversations/" + conversation + "/messages",
                    "{\"id\": \"" + UUID.randomUUID() + "\", \"text\": \"" + text + "\"}");
            assertThat(answer.text())
                    .doesNotContain("玻尿酸")
                    .doesNotContain("O77004")
                    .doesNotContain("SF");
        }
    }

    @Test
    void tellsNobodyAnothersOrder() {
        mask("c1", "O77005", NOW.minusHours(20), ", \"opened\": false");
        push("customers", "c2", "{\"name\": \"王先生\"}");
        String conversation = api.converse(shop.botId(), "c2");

        for (String text : List.of("我买的东西能换吗", "O77005 我的快递现在走到哪里了")) {
            assertThat(reply(conversation, text).toString())
                    .doesNotContain("玻尿酸")
                    .doesNotContain("SFO77005");
        }
        JsonNode forged = press(conversation, "这单", "exchange-mine/order/O77005");
        assertThat(forged.toString()).doesNotContain("玻尿酸").doesNotContain("顺丰");
    }

    @Test
    void saysInTheReceiptWhatItWasToldFrom() {
        mask("c1", "O77006", NOW.minusHours(20), ", \"opened\": false");

        Answer asked = api.post(
                "/api/v1/bots/" + shop.botId() + "/ask",
                "{\"text\": \"我买的东西能换吗\", \"release\": \"draft\", \"shopperId\": \"c1\"}");

        JsonNode fact = asked.json().at("/receipt/facts/0");
        assertThat(fact.get("need").asString()).isEqualTo("exchange");
        assertThat(fact.at("/values/window_days").asInt()).isEqualTo(7);
        assertThat(fact.get("sources").toString())
                .contains("exchange/default")
                .contains("O77006")
                .contains("receivedAt");
    }

    @Test
    void asksAsOfAnotherTime() {
        mask("c1", "O77007", NOW.minusHours(20), ", \"opened\": false");

        Answer asked = api.post(
                "/api/v1/bots/" + shop.botId() + "/ask",
                "{\"text\": \"我买的东西能换吗\", \"release\": \"draft\", \"shopperId\": \"c1\", \"at\": \"" + NOW.plusDays(20)
                        + "\"}");

        assertThat(asked.json().at("/replies/0/text").asString()).contains("已经过了7天");
    }

    @Test
    void followsTheConversation() {
        mask("c1", "O77008", NOW.minusHours(20), ", \"opened\": false");
        Answer asked = api.post(
                "/api/v1/bots/" + shop.botId() + "/ask",
                "{\"text\": \"没拆\", \"release\": \"draft\", \"shopperId\": \"c1\", \"history\": [\"我买的东西能换吗\"]}");

        assertThat(asked.status()).isEqualTo(200);
        mask("c9", "O77009", NOW.minusHours(20), "");
        Answer after = api.post(
                "/api/v1/bots/" + shop.botId() + "/ask",
                "{\"text\": \"没拆\", \"release\": \"draft\", \"shopperId\": \"c9\", \"history\": [\"我买的东西能换吗\"]}");
        assertThat(after.json().at("/replies/0/text").asString()).contains("可以换货");
    }

    @Test
    void readsTheCartOfThePage() {
        ok(api.put(
                "/api/v1/rules/threshold-promotion/default",
                "{\"params\": {\"tiers\": [{\"over\": \"200.00\", \"off\": \"30.00\"}]}}"));
        entry("cart-gap", "购物车凑够满减了吗", "{{ promotion.say }}");
        Answer asked = api.post("/api/v1/bots/" + shop.botId() + "/ask", """
                {"text": "购物车凑够满减了吗", "release": "draft", "page": {"kind": "cart", "cart": [{"sku": "a", "quantity": 2, "price": "90.00"}]}}""");

        assertThat(asked.json().at("/replies/0/text").asString()).contains("再买20元就能满200减30");
    }
}
