package io.xiaoer.conversations;

import static io.xiaoer.conversations.DeskShop.KNOWN;
import static io.xiaoer.conversations.DeskShop.UNKNOWN;
import static io.xiaoer.conversations.DeskShop.UNKNOWN_TOO;
import static io.xiaoer.conversations.DeskShop.id;
import static io.xiaoer.conversations.DeskShop.kinds;
import static io.xiaoer.conversations.DeskShop.ok;
import static io.xiaoer.conversations.DeskShop.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.conversations.Conversations.Turn;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.StatementCounter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The shopper's side: why a person takes over, what the shopper is told, and what they may say of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverIT extends IntegrationTest {

    @Autowired
    private Conversations conversations;

    @Autowired
    private OfficeHours hours;

    @Autowired
    private Desk desk;

    @Autowired
    private Traffic traffic;

    private DeskShop shop;

    @BeforeAll
    void openShop() {
        shop = DeskShop.open(api());
    }

    @BeforeEach
    void clearTheDesk() {
        shop.clear(desk, hours);
    }

    @Test
    void handsOverWhoAsksAndSaysNothingMoreWhileTheyWait() {
        String conversation = shop.converse("c1");
        JsonNode turn = shop.api.say(conversation, "帮我转人工");

        assertThat(kinds(turn)).isEqualTo("handover");
        assertThat(reason(turn)).isEqualTo("asked-for");
        assertThat(turn.at("/replies/0/text").asString()).contains("第 1 位").contains("不用再说一遍");
        assertThat(turn.at("/replies/0/seq").asInt()).isEqualTo(2);
        assertThat(shop.api.say(conversation, KNOWN).get("replies").size()).isZero();
        assertThat(shop.api.say(conversation, UNKNOWN).get("replies").size()).isZero();
        JsonNode handover = shop.messages(conversation).get(1);
        assertThat(handover.at("/handover/reason").asString()).isEqualTo("asked-for");
        assertThat(handover.get("author").asString()).isEqualTo("bot");
    }

    @Test
    void theButtonAsksToo() {
        String conversation = shop.converse("c1");
        JsonNode first = shop.handOver(conversation);
        JsonNode again = shop.handOver(conversation);

        assertThat(first.get("mode").asString()).isEqualTo("waiting");
        assertThat(first.get("place").asInt()).isEqualTo(1);
        assertThat(reason(first)).isEqualTo("asked-for");
        assertThat(again).isEqualTo(first);
        assertThat(shop.messages(conversation).size()).isEqualTo(1);
        assertThat(shop.handOver(shop.converse("c2")).get("place").asInt()).isEqualTo(2);
    }

    @Test
    void handsOverAfterTheSecondThingItDoesNotKnow() {
        String conversation = shop.converse("c1");
        assertThat(kinds(shop.api.say(conversation, UNKNOWN))).isEqualTo("unknown");
        assertThat(kinds(shop.api.say(conversation, KNOWN))).isEqualTo("answer");
        assertThat(kinds(shop.api.say(conversation, UNKNOWN))).isEqualTo("unknown");
        JsonNode second = shop.api.say(conversation, UNKNOWN_TOO);

        assertThat(kinds(second)).isEqualTo("unknown handover");
        assertThat(reason(second)).isEqualTo("unknown-twice");
    }

    @Test
    void handsOverWhoDoesNotAcceptARefusal() {
        OffsetDateTime delivered = OffsetDateTime.now().minusDays(20);
        push("customers", "buyer", "{\"name\": \"林女士\"");
        push("orders", "O1", """
            {"customerId": "buyer", "status": "delivered", "placedAt": "%1$s", "paidAt": "%1$s", "total": "59.80",
             "lines": [{"sku": "mask", "name": "玻尿酸面膜", "quantity": 1, "price": "59.80", "opened": false}],
             "shipments": [{"carrier": "顺丰", "trackingNo": "SF1", "deliveredAt": "%1$s"}]\
            """.formatted(delivered));
        teach("exchange-mine", "我买的东西能换吗", "{{ exchange.say }}");
        String conversation = shop.converse("buyer");
        JsonNode refused = shop.api.say(conversation, "我买的东西能换吗");
        assertThat(refused.at("/replies/0/text").asString()).contains("已经过了");
        assertThat(kinds(refused)).isEqualTo("answer");

        JsonNode insists = shop.api.say(conversation, "我买的东西能换吗");

        assertThat(kinds(insists)).isEqualTo("answer handover");
        assertThat(reason(insists)).isEqualTo("rule-refuses");
    }

    @Test
    void handsOverWhenWhatTheAnswerNeedsIsNotKnown() {
        teach("promise-mine", "多久能送到我家门口", "{{ delivery_promise.say }}");
        JsonNode turn = shop.api.say(shop.converse("c1"), "多久能送到我家门口");

        assertThat(kinds(turn)).as(turn.toString()).isEqualTo("declined handover");
        assertThat(reason(turn)).isEqualTo("data-missing");
    }

    @Test
    void handsOverWhoIsAngryAfterTheBotsOwnAnswer() {
        JsonNode turn = shop.api.say(shop.converse("c1"), "你们就是骗子，我要投诉你们");
        assertThat(kinds(turn)).endsWith(" handover");
        assertThat(reason(turn)).isEqualTo("angry");
        assertThat(turn.get("replies").get(1).get("text").asString()).contains("抱歉");
    }

    @Test
    void handsOverAtTheShopsOwnWordsFromTheNextMessageOn() {
        String conversation = shop.converse("c1");
        assertThat(kinds(shop.api.say(conversation, "过敏了能退吗，我们团购"))).doesNotContain("handover");
        settings(WeeklyHours.ALWAYS, null, List.of("团购"));

        JsonNode turn = shop.api.say(conversation, "过敏了能退吗，我们团购");
        assertThat(reason(turn)).isEqualTo("keyword");
    }

    @Test
    void leavesTheJudgementToTheShopsSystemsToo() {
        String path = "/api/v1/desk";
        assertThat(shop.api.get(path).json().get("automatic").asBoolean()).isTrue();
        Answer put = shop.api.put(path, """
            {"automatic": false, "keywords": ["团购"], "hours": [{"day": "monday", "from": "09:00", "to": "24:00"}]}\
            """);
        ok(put);
        assertThat(put.json().at("/hours/0/to").asString()).isEqualTo("00:00");
        assertThat(shop.api.put(path, "{\"version\": 0}").status()).isEqualTo(409);
        assertThat(shop.api
                        .put(path, "{\"hours\": [{\"day\": \"someday\", \"from\": \"9\", \"to\": \"24:00\"}]}")
                        .json()
                        .get("errors")
                        .size())
                .isEqualTo(2);

        String conversation = shop.converse("c1");
        shop.api.say(conversation, UNKNOWN);
        assertThat(kinds(shop.api.say(conversation, UNKNOWN_TOO))).isEqualTo("unknown");
        assertThat(reason(shop.api.say(conversation, "团购怎么弄"))).isEqualTo("keyword");
    }

    @Test
    void handsOverWhomTheBotDoesNotServeWherePeopleDo() {
        TestShop closed = api().signUp();
        String conversation = closed.api().converse(closed.botId(), "stranger");
        JsonNode turn = closed.api().say(conversation, KNOWN);
        assertThat(kinds(turn)).isEqualTo("fallback handover");
        assertThat(reason(turn)).isEqualTo("fallback");

        ok(closed.api()
                .send(
                        "PATCH",
                        "/api/v1/bots/" + closed.botId(),
                        "{\"fallback\": {\"kind\": \"link\", \"url\": \"https://shop.example/help\"}}"));
        String elsewhere = closed.api().converse(closed.botId(), "another");
        assertThat(kinds(closed.api().say(elsewhere, "转人工"))).isEqualTo("fallback");
        JsonNode pressed = closed.api()
                .post("/api/v1/conversations/" + elsewhere + "/handover", "{}")
                .json();
        assertThat(pressed.get("mode").asString()).isEqualTo("fallback");
        assertThat(kinds(pressed)).isEqualTo("fallback");
    }

    @Test
    void letsTheBotAnswerWhoWaitedForWantOfItOnceItServesThem() {
        TestShop closed = api().signUp();
        String conversation = closed.api().converse(closed.botId(), "stranger");
        assertThat(kinds(closed.api().say(conversation, KNOWN))).isEqualTo("fallback handover");
        assertThat(closed.api().say(conversation, KNOWN).get("replies")).isEmpty();
        ok(closed.api().put("/api/v1/bots/" + closed.botId() + "/rollout", "{\"staff\": [\"stranger\"]}"));
        assertThat(kinds(closed.api().say(conversation, KNOWN))).isEqualTo("answer");
    }

    @Test
    void saysWhenPeopleComeBackAndTakesAMessageOutOfHours() {
        String conversation = shop.converse("c1");
        shop.api.say(conversation, KNOWN);
        settings(
                new WeeklyHours(List.of(
                        new WeeklyHours.Span(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(18, 0)),
                        new WeeklyHours.Span(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(18, 0)))),
                "留下订单号更快。",
                List.of());
        Instant mondayNight = Instant.parse("2026-06-01T20:00:00+08:00");

        Turn turn = shop.sayAt(conversations, mondayNight, conversation, "转人工");

        Message told = turn.replies().getFirst();
        assertThat(told.text()).contains("明天 09:00").contains("留下订单号更快。").doesNotContain("位");
        Turn left = shop.sayAt(conversations, mondayNight.plusSeconds(60), conversation, "订单号 12345");
        assertThat(left.replies()).isEmpty();
        var standing =
                shop.platform(mondayNight.plusSeconds(90), () -> conversations.handOver(conversation, null, null));
        assertThat(standing.mode()).isEqualTo(Mode.WAITING);
        assertThat(standing.place()).isNull();
        assertThat(standing.officeHours()).isNotNull().matches(attendance -> !attendance.open());
        Message change = shop.platform(mondayNight, () -> conversations.after(id(conversation), 0, 50)).stream()
                .filter(message -> message.kind().equals(Message.MODE_CHANGE))
                .findFirst()
                .orElseThrow();
        assertThat(change.details().officeHours()).isNotNull();
        assertThat(shop.platform(
                                Instant.parse("2026-06-02T09:00:00+08:00"),
                                () -> conversations.handOver(conversation, null, null))
                        .place())
                .isEqualTo(1);
    }

    @Test
    void goesOnWithTheBotAfterClosingAndTakesARating() {
        String conversation = shop.waiting("c1");
        assertThat(shop.rate(conversation, "{\"score\": 5}").status()).isEqualTo(400);
        shop.runAsOwner(() -> {
            desk.take(id(conversation));
            desk.reply(id(conversation), "p-1", "给您补发一瓶");
            desk.close(id(conversation));
        });

        assertThat(shop.rate(conversation, "{\"score\": 6}").status()).isEqualTo(400);
        ok(shop.rate(conversation, "{\"score\": 3, \"comment\": \"等久了\"}"));
        ok(shop.rate(conversation, "{\"score\": 5}"));
        DeskConversation seen = shop.owner(() -> desk.open(id(conversation)));
        assertThat(seen.rating()).isNotNull().matches(rating -> rating.score() == 5 && rating.comment() == null);

        assertThat(kinds(shop.api.say(conversation, KNOWN))).isEqualTo("answer");
        assertThat(shop.owner(() -> desk.open(id(conversation))).line().mode()).isEqualTo(Mode.BOT);
    }

    @Test
    void takesThumbsOnceForEachReply() {
        String conversation = shop.converse("c1");
        String reply = shop.api.say(conversation, KNOWN).at("/replies/0/id").asString();

        ok(shop.feedback(conversation, reply, "{\"helpful\": true}"));
        ok(shop.feedback(conversation, reply, "{\"helpful\": false, \"comment\": \"没说清楚\"}"));

        assertThat(shop.messages(conversation).get(1).at("/feedback/helpful").asBoolean())
                .isFalse();
        assertThat(shop.messages(conversation).get(0).get("feedback").isNull()).isTrue();
        Feedback seen =
                shop.owner(() -> desk.open(id(conversation))).messages().get(1).feedback();
        assertThat(seen).isEqualTo(new Feedback(false, "没说清楚"));
        assertThat(shop.feedback(conversation, reply, "{}").status()).isEqualTo(400);
        assertThat(shop.feedback(conversation, "none", "{\"helpful\": true}").status())
                .isEqualTo(404);
    }

    @Test
    void countsEveryMessageOnce() {
        DeskShop counted = DeskShop.open(api());
        String conversation = counted.converse("c1");
        counted.api.say(conversation, KNOWN);
        counted.api.say(conversation, UNKNOWN);
        counted.api.say(conversation, UNKNOWN_TOO); // hands over
        counted.api.say(conversation, "在吗");
        counted.api.say(conversation, "还在吗");
        counted.handOver(counted.converse("c2"));
        Tally now = counted.platform(Instant.now(), () -> traffic.today(counted.bot()))
                .now();

        assertThat(now.messages()).isEqualTo(6);
        assertThat(now.answered()).isEqualTo(1);
        assertThat(now.unknown()).isEqualTo(1);
        assertThat(now.handedOver()).isEqualTo(2);
        assertThat(now.withPerson()).isEqualTo(2);
        assertThat(now.toBot()).isEqualTo(4);
        assertThat(now.answered()
                        + now.choices()
                        + now.unknown()
                        + now.declined()
                        + now.handedOver()
                        + now.fallback()
                        + now.withPerson())
                .isEqualTo(now.messages());
        assertThat(counted.platform(
                        Instant.now(),
                        () -> traffic.unanswered(counted.bot(), Instant.now().minusSeconds(600), 10)))
                .extracting(UnansweredQuestion::text)
                .containsExactlyInAnyOrder(UNKNOWN, UNKNOWN_TOO);
    }

    @Test
    void giveARepeatedMessageTheSameReplies() {
        String conversation = shop.converse("c1");
        shop.api.say(conversation, UNKNOWN);
        String body = "{\"id\": \"m-twice\", \"text\": \"" + UNKNOWN_TOO + "\"}";
        String path = "/api/v1/conversations/" + conversation + "/messages";
        Answer once = shop.api.post(path, body);
        shop.runAsOwner(() -> {
            desk.take(id(conversation));
            desk.reply(id(conversation), "p-1", "我来看看");
        });

        assertThat(shop.api.post(path, body).json()).isEqualTo(once.json());
        assertThat(kinds(once.json())).isEqualTo("unknown handover");
    }

    @Test
    void asksTheDatabaseNothingMoreWhileTheBotAnswers() {
        String conversation = shop.converse("c1");
        shop.api.say(conversation, KNOWN);
        List<String> statements = StatementCounter.ofRequestsDuring(() -> shop.api.say(conversation, KNOWN));

        assertThat(statements.stream().filter(sql -> sql.contains("desk_settings")))
                .hasSize(1)
                .allMatch(sql -> sql.contains("for update"));
        assertThat(statements)
                .noneMatch(
                        sql -> Arrays.asList("presence", "typing", "look", "note", "tag", "feedback", "rating").stream()
                                .anyMatch(table -> sql.contains("\"" + table + "\"")));
    }

    @Test
    void streamsTellOfTheModeAtOnceAndOfWhoIsWriting() throws IOException {
        String conversation = shop.converse("c1");
        shop.handOver(conversation);
        try (var stream = new BufferedReader(new InputStreamReader(
                shop.api.stream("/api/v1/conversations/" + conversation + "/events"), StandardCharsets.UTF_8))) {
            assertThat(next(stream, "message")).contains("asked-for");
            assertThat(next(stream, "mode"))
                    .contains("\"mode\":\"waiting\"")
                    .contains("\"place\":1")
                    .contains("\"reason\":\"asked-for\"");
            shop.runAsOwner(() -> desk.take(id(conversation)));
            assertThat(next(stream, "mode")).contains("\"mode\":\"person\"").contains("\"agent\":{\"name\":\"人工客服\"}");
            shop.runAsOwner(() -> desk.typing(id(conversation)));
            assertThat(next(stream, "typing")).contains("\"author\":\"person\"");
            shop.runAsOwner(() -> desk.reply(id(conversation), "p-1", "您好"));
            assertThat(next(stream, "message"))
                    .contains("\"author\":\"person\"")
                    .contains("人工客服");
        }
    }

    @Test
    void aBrowserDoesTheSameForItsOwnVisitorOnly() {
        String base = "/widget/v1/" + shop.shop.widgetKey();
        Api visitor = visitor("v-1");
        Api other = visitor("v-2");
        String conversation = base + "/conversations/"
                + visitor.post(base + "/conversations", "{}")
                        .json()
                        .get("conversationId")
                        .asString();
        String said = "{\"id\": \"m-1\", \"text\": \"" + KNOWN + "\"}";
        String reply = visitor.post(conversation + "/messages", said)
                .json()
                .at("/replies/0/id")
                .asString();
        for (String call : List.of("/handover", "/typing", "/rating", "/messages/" + reply + "/feedback")) {
            assertThat(other.post(conversation + call, "{\"score\": 5, \"helpful\": true}")
                            .status())
                    .as(call)
                    .isEqualTo(404);
        }

        ok(visitor.post(conversation + "/messages/" + reply + "/feedback", "{\"helpful\": true}"));
        assertThat(visitor.post(conversation + "/handover", "{}")
                        .json()
                        .get("place")
                        .asInt())
                .isEqualTo(1);
        ok(visitor.post(conversation + "/typing", "{}"));
        ConversationId id = id(conversation.substring(conversation.lastIndexOf('/') + 1));
        shop.runAsOwner(() -> desk.close(id));
        ok(visitor.post(conversation + "/rating", "{\"score\": 4}"));
        assertThat(shop.owner(() -> desk.open(id)).line().rating()).isEqualTo(4);
    }

    @Test
    void anotherShopsConversationIsAMissingOne() {
        String conversation = shop.waiting("c1");
        DeskShop other = DeskShop.open(api());
        String path = "/api/v1/conversations/" + conversation;
        for (String call : List.of("/handover", "/typing", "/rating", "/messages/m/feedback")) {
            assertThat(other.api
                            .post(path + call, "{\"score\": 5, \"helpful\": true}")
                            .status())
                    .as(call)
                    .isEqualTo(404);
        }
        ConversationId foreign = id(conversation);
        for (Runnable call : List.<Runnable>of(
                () -> desk.open(foreign),
                () -> desk.take(foreign),
                () -> desk.requeue(foreign),
                () -> desk.backToBot(foreign),
                () -> desk.close(foreign),
                () -> desk.reply(foreign, "m", "嗨"),
                () -> desk.typing(foreign),
                () -> desk.note(foreign, "记"),
                () -> desk.looksAt(foreign),
                () -> desk.suggest(foreign),
                () -> desk.history(foreign),
                () -> desk.draftFrom(foreign, 1))) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> other.runAsOwner(call))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.NOT_FOUND));
        }
        assertThat(other.owner(desk::counts).waiting()).isZero();
    }

    private Api visitor(String name) {
        String token = api().post(
                        "/widget/v1/" + shop.shop.widgetKey() + "/session", "{\"visitorId\": \"" + name + "\"}")
                .json()
                .get("token")
                .asString();
        return api().withToken(token);
    }

    private void settings(WeeklyHours weekly, @Nullable String away, List<String> keywords) {
        shop.owner(() -> DeskShop.save(
                hours,
                new DeskSettings(
                        weekly,
                        away,
                        keywords,
                        true,
                        DeskSettings.USUAL.personIdleMinutes(),
                        DeskSettings.USUAL.waitingIdleMinutes(),
                        0)));
    }

    private void teach(String key, String question, String answer) {
        ok(shop.api.put(
                "/api/v1/bots/" + shop.shop.botId() + "/entries/" + key,
                "{\"question\": \"" + question + "\", \"answer\": \"" + answer + "\"}"));
        ok(shop.api.post("/api/v1/bots/" + shop.shop.botId() + "/releases", "{\"note\": \"test\"}"));
    }

    private void push(String kind, String id, String data) {
        ok(shop.api.put(
                "/api/v1/shop/" + kind + "/" + id, data + ", \"updatedAt\": \"" + OffsetDateTime.now() + "\"}"));
    }

    private static String next(BufferedReader stream, String name) throws IOException {
        boolean named = false;
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("event:")) {
                named = line.substring("event:".length()).strip().equals(name);
            } else if (named && line.startsWith("data:")) {
                return line;
            }
        }
        return "the stream ended";
    }
}
