package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.PilotShop.KNOWN;
import static io.xiaoer.insights.internal.PilotShop.KNOWN_AGAIN;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN;
import static io.xiaoer.insights.internal.PilotShop.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.insights.Cause;
import io.xiaoer.insights.ClusterFilter;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.insights.QuestionsToFix;
import io.xiaoer.shared.Problem;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From what shoppers ask in vain to a bot that answers it. */
class LearningLoopIT extends IntegrationTest {

    /** The same in ten wordings; the pack knows nothing of it. */
    private static final List<String> WORDINGS = List.of(
            "宠物托运能办吗",
            "你们宠物托运怎么收费",
            "宠物托运要提前多久约",
            "想办宠物托运",
            "宠物托运有没有",
            "可以宠物托运不",
            "宠物托运去外地行吗",
            "做不做宠物托运",
            "宠物托运安全吗",
            "宠物托运的话找谁");

    @Autowired
    private QuestionsToFix questions;

    private PilotShop shop;

    @BeforeEach
    void openAPilot() {
        shop = PilotShop.open(api());
    }

    @Test
    void tenWordingsBecomeOneQuestionAndAnEntryAnswersThemAll() {
        askAll();
        JsonNode asked = only(list(""));
        String path = "/" + asked.get("id").asString();
        assertThat(asked.get("question").asString()).contains("宠物托运");
        assertThat(asked.get("cause").asString()).isEqualTo("not-understood");
        assertThat(asked.get("state").asString()).isEqualTo("open");
        assertThat(asked.get("count").asInt()).isEqualTo(10);
        assertThat(asked.get("shoppers").asInt()).isEqualTo(10);
        assertThat(asked.get("lastWeek").asInt()).isEqualTo(10);
        assertThat(asked.get("weekBefore").asInt()).isZero();
        assertThat(asked.get("samples")).hasSize(3);
        assertThat(asked.at("/samples/0/text").asString()).contains("宠物托运");
        assertThat(asked.at("/samples/0/replied").asString()).isNotEmpty();
        assertThat(asked.at("/nearest/0/likeness").asDouble()).isBetween(0.0, 1.0);

        shop.teach("pet", "寄养服务", "我们提供宠物托运，每单 100 元，请提前三天预约。");
        String keyword = "{\"as\": \"keyword\", \"entryKey\": \"pet\"}";
        JsonNode preview = ok(post(path + "/preview", keyword));
        assertThat(preview.get("newlyAnswered").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(preview.get("lost").asInt()).isZero();
        assertThat(only(list("")).get("state").asString()).isEqualTo("open");

        JsonNode mended = ok(post(path + "/resolve", keyword));
        assertThat(mended.get("state").asString()).isEqualTo("drafted");
        assertThat(mended.at("/mending/texts/0").asString()).isEqualTo("宠物托运");
        assertThat(mended.at("/mending/entryKey").asString()).isEqualTo("pet");
        assertThat(ok(shop.api.get("/api/v1/bots/" + shop.shop.botId() + "/entries/pet"))
                        .at("/keywords/0")
                        .asString())
                .isEqualTo("宠物托运");

        ok(shop.api.post("/api/v1/bots/" + shop.shop.botId() + "/releases", "{\"note\": \"宠物托运\"}"));
        JsonNode closed = ok(get(path));
        assertThat(closed.get("state").asString()).as(closed.toString()).isEqualTo("closed");
        assertThat(closed.at("/mending/of").asInt()).isEqualTo(10);
        assertThat(closed.at("/mending/answered").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(closed.at("/mending/release").asInt()).isEqualTo(3);
        assertThat(closed.at("/mending/since").asInt()).isZero();
        assertThat(list("")).isEmpty();
        assertThat(shop.api
                        .say(shop.converse("again"), WORDINGS.getFirst())
                        .at("/replies/0/text")
                        .asString())
                .contains("100 元");
    }

    @Test
    void tellsCausesApartAndWhatPeopleAnswered() {
        shop.teach("promise-mine", "多久能送到我家门口", "{{ delivery_promise.say }}");
        shop.converse("c1", UNKNOWN);
        shop.converse("c2", "多久能送到我家门口");
        shop.converse("c3", "多久能送到我家门口");
        shop.converse("c4", KNOWN, KNOWN_AGAIN);

        JsonNode all = list("");
        assertThat(causes(all)).containsExactlyInAnyOrder("data-missing", "not-understood", "wrong");
        JsonNode first = all.get(0);
        assertThat(first.get("cause").asString()).isEqualTo("data-missing");
        assertThat(first.get("shoppers").asInt()).isEqualTo(2);
        assertThat(first.get("missing").asString()).startsWith("delivery-promise:");
        assertThat(first.get("why").asString()).contains("送达时效");
        assertThat(causes(list("?cause=wrong"))).containsExactly("wrong");
        assertThat(shop.platform(() -> questions.open(shop.bot())))
                .isEqualTo(Map.of(Cause.DATA_MISSING, 1, Cause.NOT_UNDERSTOOD, 1, Cause.WRONG, 1));
        QuestionCluster one = shop.platform(() ->
                questions.list(shop.bot(), ClusterFilter.OPEN, null, 1).items().getFirst());
        assertThat(one.missing()).isEqualTo(first.get("missing").asString());
    }

    @Test
    void whatIsIgnoredStaysIgnoredUntilItIsOpenedAgain() {
        shop.converse("c1", UNKNOWN);
        String path = "/" + only(list("")).get("id").asString();
        assertThat(ok(post(path + "/resolve", "{\"as\": \"ignore\"}"))
                        .get("state")
                        .asString())
                .isEqualTo("ignored");

        shop.converse("c2", UNKNOWN + "呀");
        assertThat(list("")).isEmpty();
        assertThat(only(list("?state=ignored")).get("shoppers").asInt()).isEqualTo(2);

        assertThat(ok(post(path + "/reopen", "{}")).get("state").asString()).isEqualTo("open");
        assertThat(only(list("")).get("mending").isNull()).isTrue();
    }

    @Test
    void anErasedShoppersWordsAreGone() {
        shop.converse("c1", "我叫王小明，" + UNKNOWN);
        shop.converse("c2", UNKNOWN);
        shop.converse("c3", "火星上有房子卖吗");
        assertThat(list("").toString()).contains("[姓名]").doesNotContain("王小明").contains("火星");

        ok(shop.api.send("DELETE", "/api/v1/shop/customers/c1", null));
        ok(shop.api.send("DELETE", "/api/v1/shop/customers/c3", null));

        JsonNode left = only(list(""));
        assertThat(left.get("question").asString()).isEqualTo(UNKNOWN);
        assertThat(left.get("count").asInt()).isEqualTo(2);
        assertThat(left.get("samples")).hasSize(1);
        assertThat(list("").toString()).doesNotContain("[姓名]").doesNotContain("火星");
    }

    @Test
    void refusesWhatIsNotThereOrNotWhole() {
        shop.converse("c1", UNKNOWN);
        String path = "/" + only(list("")).get("id").asString();

        assertThat(post(path + "/resolve", "{\"as\": \"sing\"}").status()).isEqualTo(400);
        assertThat(post(path + "/resolve", "{\"as\": \"keyword\", \"texts\": [\"天气\"]}")
                        .text())
                .contains("entryKey");
        assertThat(post(path + "/preview", "{\"as\": \"keyword\", \"entryKey\": \"none\"}")
                        .status())
                .isEqualTo(404);
        assertThat(shop.api.get(unanswered() + "?days=0").status()).isEqualTo(400);
        assertThat(shop.api.get(unanswered() + "?state=lost").status()).isEqualTo(400);
        assertThat(shop.api.get(unanswered() + "/none").status()).isEqualTo(404);
        PilotShop other = PilotShop.open(api());
        QuestionCluster mine = shop.platform(() ->
                questions.list(shop.bot(), ClusterFilter.OPEN, null, 5).items().getFirst());
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> other.platform(() -> questions.reopen(shop.bot(), mine.id())));
        assertThat(other.<Integer>platform(
                        () -> questions.samples(shop.bot(), mine.id(), 5).size()))
                .isZero();
    }

    private void askAll() {
        for (int i = 0; i < WORDINGS.size(); i++) {
            shop.converse("shopper-" + i, WORDINGS.get(i));
        }
    }

    private String unanswered() {
        return "/api/v1/bots/" + shop.shop.botId() + "/unanswered";
    }

    private JsonNode list(String query) {
        return ok(shop.api.get(unanswered() + query)).get("items");
    }

    private Answer get(String path) {
        return shop.api.get(unanswered() + path);
    }

    private Answer post(String path, String body) {
        return shop.api.post(unanswered() + path, body);
    }

    private static JsonNode only(JsonNode items) {
        assertThat(items).as(items.toString()).hasSize(1);
        return items.get(0);
    }

    private static List<String> causes(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("cause").asString())
                .toList();
    }
}
