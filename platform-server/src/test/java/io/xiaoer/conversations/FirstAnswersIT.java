package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, over HTTP: sign-up, template, published release, a shopper's question, a right answer. */
class FirstAnswersIT extends IntegrationTest {

    @Test
    void answersStaffFromThePackAndSaysHonestlyWhatItDoesNotKnow() {
        TestShop shop = api().signUp();
        Api api = shop.api();
        assertThat(api.put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"staff\": [\"boss\"]}")
                        .status())
                .isEqualTo(200);
        String conversation = api.converse(shop.botId(), "boss");

        assertThat(entryKey(api.say(conversation, "怎么还没发货呀"))).isEqualTo("order-urge");
        assertThat(entryKey(api.say(conversation, "过敏了能退吗"))).isEqualTo("allergy-return");
        assertThat(entryKey(api.say(conversation, "两张券能一起用不"))).isEqualTo("coupon-stacking");
        assertThat(kind(api.say(conversation, "今天天气怎么样"))).isEqualTo("unknown");
    }

    @Test
    void readsAMessageSentInPiecesTogether() {
        TestShop shop = full();
        String conversation = shop.api().converse(shop.botId(), "c1");
        JsonNode first = shop.api().say(conversation, "两张券");
        JsonNode second = shop.api().say(conversation, "能一起用不");

        assertThat(entryKey(second)).isEqualTo("coupon-stacking");
        assertThat(second.at("/replies/0/inReplyTo").size()).isEqualTo(2);
        assertThat(second.at("/replies/0/inReplyTo/0")).isEqualTo(first.get("messageId"));
    }

    @Test
    void givesOthersTheFallbackWhileOnlyStaffMayTalk() {
        TestShop shop = api().signUp();
        Answer opened = shop.api()
                .post("/api/v1/bots/" + shop.botId() + "/conversations", "{\"shopper\": {\"id\": \"stranger\"}}");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().get("mode").asString()).isEqualTo("fallback");
        String conversation = opened.json().get("conversationId").asString();
        assertThat(kind(shop.api().say(conversation, "过敏了能退吗"))).isEqualTo("fallback");
    }

    @Test
    void storesARepeatedMessageOnceAndAnswersItTheSame() {
        TestShop shop = full();
        String conversation = shop.api().converse(shop.botId(), "c1");
        String body = "{\"id\": \"" + UUID.randomUUID() + "\", \"text\": \"过敏了能退吗\"}";
        String path = "/api/v1/conversations/" + conversation + "/messages";
        Answer once = shop.api().post(path, body);
        Answer twice = shop.api().post(path, body);

        assertThat(twice.json()).isEqualTo(once.json());
        assertThat(shop.api().get(path).json().get("items").size()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoMessageAndStoresNothing() {
        TestShop shop = full();
        String conversation = shop.api().converse(shop.botId(), "c1");
        String path = "/api/v1/conversations/" + conversation + "/messages";
        for (String body : List.of(
                "{\"id\": \"m1\", \"text\": \"\"}",
                "{\"id\": \"m1\", \"text\": \"   \"}",
                "{\"id\": \"m1\"}",
                "{\"text\": \"你好\"}",
                "{\"id\": \"m1\", \"text\": \"a\\u0000b\"}",
                "{\"id\": \"m1\", \"text\": \"" + "长".repeat(2001) + "\"}",
                "{\"id\": \"m1\", \"text\": ",
                "[]")) {
            Answer answer = shop.api().post(path, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("invalid-input");
        }
        Answer huge = shop.api().post(path, "{\"id\": \"m1\", \"text\": \"" + "a".repeat(1_100_000) + "\"}");
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.json().get("code").asString()).isEqualTo("too-large");
        assertThat(shop.api().get(path).json().get("items").size()).isZero();
    }

    @Test
    void answersOnlyEmojiKindly() {
        TestShop shop = full();
        String conversation = shop.api().converse(shop.botId(), "c1");
        assertThat(kind(shop.api().say(conversation, "😂😂😂"))).isEqualTo("unknown");
    }

    @Test
    void streamsWhatIsSaidAndResumesAfterTheLastEvent() throws IOException {
        TestShop shop = full();
        String conversation = shop.api().converse(shop.botId(), "c1");
        String path = "/api/v1/conversations/" + conversation;
        shop.api().say(conversation, "过敏了能退吗");
        try (var stream = reader(shop.api(), path)) {
            assertThat(nextEventId(stream)).isEqualTo("1");
            assertThat(nextEventId(stream)).isEqualTo("2");
            shop.api().say(conversation, "你们家是正品吗");
            assertThat(nextEventId(stream)).isEqualTo("3");
        }
        try (var stream = reader(shop.api().with("Last-Event-ID", "3"), path)) {
            assertThat(nextEventId(stream)).isEqualTo("4");
        }
    }

    private TestShop full() {
        TestShop shop = api().signUp();
        assertThat(shop.api()
                        .put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}")
                        .status())
                .isEqualTo(200);
        return shop;
    }

    private static BufferedReader reader(Api api, String path) {
        return new BufferedReader(new InputStreamReader(api.stream(path + "/events"), StandardCharsets.UTF_8));
    }

    private static String nextEventId(BufferedReader stream) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.startsWith("id:")) {
            line = stream.readLine();
        }
        return line == null ? "the stream ended" : line.substring(3).strip();
    }

    private static String kind(JsonNode turn) {
        return turn.at("/replies/0/kind").asString();
    }

    private static String entryKey(JsonNode turn) {
        return turn.at("/replies/0/entryKey").asString();
    }
}
