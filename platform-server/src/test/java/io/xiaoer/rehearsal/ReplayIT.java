package io.xiaoer.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What shoppers really asked is asked again, and told from nothing but what was kept of it. */
class ReplayIT extends IntegrationTest {

    private static final OffsetDateTime NOW =
            OffsetDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.SECONDS);
    private static final String CAT = "你们店里能摸到小猫吗";

    @Autowired
    private Effects effects;

    @Autowired
    private Replays replays;

    @Autowired
    private KnowledgeDrafts drafts;

    private TestShop shop;
    private Api api;
    private String bot;

    @BeforeEach
    void openShop() {
        shop = api().signUp();
        api = shop.api();
        bot = "/api/v1/bots/" + shop.botId();
        ok(api.put("/api/v1/rules/exchange/default", """
                {"params": {"windowDays": 7, "requireUnopened": true, "freightPaidBy": "buyer"}}"""));
        ok(api.put(bot + "/entries/exchange-mine", """
                {"question": "我买的东西能换吗", "answer": "{{ exchange.say }}"}"""));
        ok(api.put(bot + "/entries/track-mine", """
                {"question": "我的快递现在走到哪里了", "answer": "{{ logistics.say }}"}"""));
        ok(api.post(bot + "/releases", "{\"note\": \"facts\"}"));
        ok(api.put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}"));
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private void push(String kind, String id, String data) {
        ok(api.put(
                "/api/v1/shop/" + kind + "/" + id,
                data.strip().replaceFirst("\\{", "{\"updatedAt\": \"" + NOW + "\", ")));
    }

    private void order(String id, String goods) {
        push("orders", id, """
                {"customerId": "c1", "status": "delivered", "placedAt": "%s", "total": "59.80",
                 "lines": [{"sku": "mask", "name": "%s", "quantity": 1, "price": "59.80"}],
                 "shipments": [{"carrier": "顺丰", "trackingNo": "SF%s", "deliveredAt": "%s"}]}""".formatted(NOW.minusDays(2), goods, id, NOW.minusHours(20)));
    }

    /** A conversation with facts, a choice, a follow-up, pieces and something that is not known. */
    private void talk() {
        push("customers", "c1", "{\"name\": \"林女士\"}");
        order("O1", "玻尿酸面膜");
        String conversation = api.converse(shop.botId(), "c1");
        api.say(conversation, "我买的面膜能换吗");
        JsonNode asked = api.say(conversation, "我买的东西能换吗").at("/replies/0");
        assertThat(asked.get("kind").asString()).isEqualTo("choices");
        ok(api.post(
                "/api/v1/conversations/" + conversation + "/messages",
                "{\"id\": \"" + UUID.randomUUID() + "\", \"text\": \""
                        + asked.at("/choices/0/label").asString() + "\", \"choiceId\": \""
                        + asked.at("/choices/0/id").asString() + "\"}"));
        api.say(conversation, "我的快递现在走到哪里了");
        api.say(conversation, "我的电话是13812341234，" + CAT);
        api.say(conversation, "用了过敏可以退吗");
    }

    private JsonNode replay(String release) {
        Answer answer = api.post(bot + "/replay", "{\"release\": \"" + release + "\", \"days\": 7}");
        ok(answer);
        return answer.json();
    }

    @Test
    void saysAgainWhatWasSaidHoweverTheShopHasChangedSince() throws SQLException {
        talk();
        // live facts that would make other answers
        ok(api.put(
                "/api/v1/rules/exchange/default",
                "{\"params\": {\"windowDays\": 0, \"requireUnopened\": true, \"freightPaidBy\": \"seller\"}}"));
        sql("delete from shopdata.shop_order where tenant_id = '" + shop.tenantId() + "'");

        JsonNode again = replay("2");
        assertThat(again.get("state").asString()).as(again.toString()).isEqualTo("done");
        assertThat(again.get("samples").size()).as(again.toString()).isZero();
        assertThat(again.get("same").asInt()).isEqualTo(6);
        assertThat(again.get("total").asInt()).isEqualTo(6);
        assertThat(again.get("factsMissing").asInt()).isZero();
        assertThat(api.get(bot + "/replay/" + again.get("id").asString()).json())
                .isEqualTo(again);

        // the staff's questions are nobody's
        sql("update conversations.receipt set staff = true where tenant_id = '" + shop.tenantId() + "'");
        assertThat(replay("2").get("done").asInt()).isZero();
    }

    @Test
    void groupsWhatTheDraftWouldSayAndForgetsItWithTheShopper() {
        talk();
        ok(api.post(bot + "/entries", "{\"key\": \"cat\", \"question\": \"" + CAT + "\", \"answer\": \"有一只猫。\"}"));
        ok(api.put(bot + "/entries/track-mine", """
                {"question": "我的快递现在走到哪里了", "answer": "包裹：{{ logistics.say }}"}"""));
        api.send("DELETE", bot + "/entries/exchange-mine", null);

        JsonNode draft = replay("draft");
        assertThat(draft.get("newlyAnswered").asInt()).as(draft.toString()).isEqualTo(1);
        assertThat(draft.get("changed").asInt()).isPositive();
        assertThat(draft.get("lost").asInt()).isPositive();
        assertThat(draft.get("done").asInt()).isEqualTo(6);
        JsonNode fresh = sample(draft, "newly-answered");
        assertThat(fresh.get("asked").asString()).contains("[手机号]").doesNotContain("1381234");
        assertThat(fresh.at("/before/kind").asString()).isNotEqualTo("answer");
        assertThat(fresh.at("/after/text").asString()).contains("有一只猫");
        JsonNode changed = sample(draft, "changed");
        assertThat(changed.toString()).contains("包裹：");
        assertThat(sample(draft, "lost").at("/before/entryKey").asString()).isEqualTo("exchange-mine");

        // page by page, and of one group
        List<Difference> all = new ArrayList<>();
        Replay replay = as(() -> replays.get(botId(), draft.get("id").asString()));
        String cursor = null;
        do {
            String next = cursor;
            Page<Difference> page = as(() -> replays.differences(replay, null, next, 1));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(all)
                .hasSize(replay.newlyAnswered() + replay.changed() + replay.lost())
                .extracting(Difference::seq)
                .doesNotHaveDuplicates();
        String path = bot + "/replay/" + replay.id() + "/differences";
        assertThat(api.get(path + "?group=lost").json().get("items").size()).isEqualTo(replay.lost());
        assertThat(api.get(path + "?group=loud").status()).isEqualTo(400);
        assertThat(api.get(path + "?cursor=loud").status()).isEqualTo(400);

        api.send("DELETE", "/api/v1/shop/customers/c1", null);
        assertThat(as(() -> replays.differences(replay, Group.LOST, null, 10)).items())
                .isEmpty();
        assertThat(as(() -> replays.get(botId(), replay.id().toString())).lost())
                .isEqualTo(replay.lost());
    }

    @Test
    void refusesWhatCannotBeReplayed() {
        assertThat(api.post(bot + "/replay", "{\"days\": 0}").status()).isEqualTo(400);
        assertThat(api.post(bot + "/replay", "{\"days\": 91}").status()).isEqualTo(400);
        assertThat(api.post(bot + "/replay", "{\"release\": \"newest\"}").status())
                .isEqualTo(400);
        assertThat(api.post(bot + "/replay", "{\"release\": \"99\"}").status()).isEqualTo(404);
        assertThat(api.get(bot + "/replay/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void foreseesWhatAChangeWouldDo() {
        // each by itself: who is not understood twice is handed over to a person
        List.of("小猫能摸吗", "小猫能摸吗？", "有小猫可以摸吗")
                .forEach(text ->
                        api.say(api.converse(shop.botId(), UUID.randomUUID().toString()), text));
        EntryDraft cat = new EntryDraft(
                "cat", CAT, List.of("小猫能摸吗", "有小猫可以摸吗"), List.of(), "有一只猫。", null, null, null, null, null);
        Effect effect = as(() -> effects.of(botId(), List.of(cat)));
        assertThat(effect.asked()).isEqualTo(3);
        assertThat(effect.newlyAnswered() + effect.changed()).isEqualTo(3);
        assertThat(effect.lost()).isZero();
        assertThat(effect.samples().getFirst().times()).isEqualTo(2);
        assertThat(effect.samples().getFirst().after().entryKey()).isEqualTo("cat");
        assertThat(effect.breaksRequired()).isFalse();

        // an entry that leaves breaks the pack's cases about it
        EntryDraft gone = as(() -> drafts.get(botId(), "shipping-fee")).toDraft();
        Effect without = as(() -> effects.of(
                botId(),
                List.of(new EntryDraft(
                        gone.key(), gone.question(), null, null, gone.answer(), null, null, null, false, null))));
        assertThat(without.broken()).isNotEmpty().allSatisfy(flip -> {
            assertThat(flip.passes()).isFalse();
            assertThat(flip.mismatches()).isNotEmpty();
        });
        assertThat(as(() -> effects.of(botId(), content -> content)).isNothing())
                .isTrue();
    }

    private static JsonNode sample(JsonNode replay, String group) {
        return StreamSupport.stream(replay.get("samples").spliterator(), false)
                .filter(one -> one.get("group").asString().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private BotId botId() {
        return new BotId(UUID.fromString(shop.botId()));
    }

    private <T> T as(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), Actor.platform(), work);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                Statement run = superuser.createStatement()) {
            run.execute(statement);
        }
    }
}
