package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.PilotShop.KNOWN;
import static io.xiaoer.insights.internal.PilotShop.STAFF;
import static io.xiaoer.insights.internal.PilotShop.UNKNOWN;
import static io.xiaoer.insights.internal.PilotShop.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From what shoppers say over the API to what reports tell of it. */
class ReportsIT extends IntegrationTest {

    private static final String ENTRY = "gift-wrap";
    private static final String QUESTION = "能不能包装成礼物";
    private static final String OTHER_WORDS = "送人的话帮忙包漂亮一点行不";

    private PilotShop shop;

    @BeforeEach
    void openAPilot() {
        shop = PilotShop.open(api());
    }

    @Test
    void countsADayWithTheHoursOfItsEntries() {
        shop.teach(ENTRY, QUESTION, "可以的，下单时备注一下。");
        shop.converse("c1", QUESTION, UNKNOWN);
        shop.converse("c2", "请问" + QUESTION + "？");
        shop.converse(STAFF, QUESTION, QUESTION);

        JsonNode summary = ok(shop.api.get(path("/reports/summary")));

        assertThat(summary.at("/total/conversations").asInt()).isEqualTo(2);
        assertThat(summary.at("/total/questions").asInt()).isEqualTo(3);
        assertThat(summary.at("/total/unknown").asInt()).isEqualTo(1);
        assertThat(summary.at("/total/resolved").asInt()).isEqualTo(1);
        assertThat(summary.at("/before/questions").asInt()).isZero();
        assertThat(summary.get("daily")).hasSize(7);
        assertThat(summary.at("/daily/6/date").asString())
                .isEqualTo(summary.get("to").asString());
        assertThat(summary.at("/daily/6/shares/questions").asInt()).isEqualTo(3);
        assertThat(summary.at("/daily/5/shares/questions").asInt()).isZero();
        assertThat(summary.at("/instant/questions").asInt()).isEqualTo(2);
        assertThat(summary.at("/pilot/members/conversations").asInt()).isEqualTo(2);
        assertThat(summary.at("/pilot/rest/conversations").asInt()).isZero();
        assertThat(hours(summary, ENTRY)).isEqualTo(2);
        assertThat(summary.get("hours")
                        .valueStream()
                        .mapToInt(one -> one.get("questions").asInt())
                        .sum())
                .isEqualTo(3);
        assertThat(summary.get("unused")
                        .valueStream()
                        .map(one -> one.get("entryKey").asString()))
                .isNotEmpty()
                .doesNotContain(ENTRY);
    }

    @Test
    void aMarkedQuestionIsAnsweredAtOnceAfterTheNextRelease() {
        shop.teach(ENTRY, QUESTION, "可以的，下单时备注一下。");
        shop.converse("c1", OTHER_WORDS, KNOWN);
        shop.converse("c2", "你好，" + OTHER_WORDS + "？", "我自己才这么问的一句话");
        assertThat(state(OTHER_WORDS)).isIn("searched", "unanswered");
        assertThat(texts()).doesNotContain(KNOWN, "我自己才这么问的一句话");

        Answer marked = mark(OTHER_WORDS, ENTRY);

        assertThat(marked.status()).as(marked.text()).isEqualTo(201);
        assertThat(similar()).containsExactly(OTHER_WORDS);
        assertThat(state(OTHER_WORDS)).isEqualTo("waiting");
        assertThat(mark(OTHER_WORDS, ENTRY).status()).isEqualTo(400);
        JsonNode summary = ok(shop.api.get(path("/reports/summary")));
        assertThat(summary.at("/instant/waiting").asInt()).isEqualTo(1);

        publish();

        assertThat(state(OTHER_WORDS)).isEqualTo("instant");
        shop.converse("c3", OTHER_WORDS);
        assertThat(ok(shop.api.get(path("/reports/summary")))
                        .at("/instant/questions")
                        .asInt())
                .isEqualTo(1 + summary.at("/instant/questions").asInt());

        JsonNode all = ok(shop.api.get(path("/instant-replies")));
        assertThat(all).hasSize(1);
        String id = all.at("/0/id").asString();
        assertThat(shop.api.send("DELETE", path("/instant-replies/" + id), null).status())
                .isEqualTo(204);
        assertThat(similar()).isEmpty();
        assertThat(shop.api.send("DELETE", path("/instant-replies/" + id), null).status())
                .isEqualTo(404);
        publish();
        assertThat(state(OTHER_WORDS)).isNotEqualTo("instant");
    }

    @Test
    void refusesAQuestionThatBelongsToAnotherEntryOrToNone() {
        shop.teach(ENTRY, QUESTION, "可以的。");
        shop.teach("gift-card", "能不能写贺卡", "可以的。");

        Answer taken = mark(QUESTION, "gift-card");
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text()).contains(ENTRY);
        assertThat(mark("从来没人问过这个", null).json().at("/errors/0/field").asString())
                .isEqualTo("entryKey");
        assertThat(mark("？", ENTRY).json().at("/errors/0/field").asString()).isEqualTo("question");
        assertThat(mark("什么都行", "no-such-entry").status()).isEqualTo(404);
    }

    @Test
    void listsNoWordsOfWhomIsErased() {
        shop.converse("c1", UNKNOWN);
        shop.converse("c2", UNKNOWN);
        assertThat(texts()).contains(UNKNOWN);

        ok(shop.api.send("DELETE", "/api/v1/shop/customers/c1", null));

        assertThat(texts()).isEmpty();
        assertThat(ok(shop.api.get(path("/reports/summary")))
                        .at("/total/unknown")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void listsWhatGrew() {
        for (int i = 0; i < 3; i++) {
            shop.converse("c" + i, UNKNOWN);
        }

        JsonNode growing = ok(shop.api.get(path("/reports/summary"))).get("growing");

        assertThat(growing).hasSize(1);
        assertThat(growing.at("/0/text").asString()).isEqualTo(UNKNOWN);
        assertThat(growing.at("/0/count").asInt()).isEqualTo(3);
        assertThat(growing.at("/0/before").asInt()).isZero();
        assertThat(growing.at("/0/shoppers").asInt()).isEqualTo(3);
        assertThat(growing.at("/0/entryKey").isNull()).isTrue();
    }

    @Test
    void givesFilesForSpreadsheets() {
        shop.converse("c1", UNKNOWN);
        shop.converse("c2", UNKNOWN);
        LocalDate to = LocalDate.parse(
                ok(shop.api.get(path("/reports/summary"))).get("to").asString());

        List<String> days = lines(path("/reports/summary.csv?from=" + to.minusDays(29) + "&to=" + to));
        List<String> questions = lines(path("/reports/questions.csv"));

        assertThat(days).hasSize(31);
        assertThat(days.getFirst()).startsWith("\uFEFFdate,conversations,resolved");
        assertThat(days.getLast()).startsWith(to + ",2,0,0.0000,2,0,0,2,1.0000");
        assertThat(questions).hasSize(2);
        assertThat(questions.getLast()).isEqualTo(UNKNOWN + ",2,2,unanswered,,");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(refused("?from=2026-11-02&to=2026-11-01")).isEqualTo("to");
        assertThat(refused("?from=2026-01-01&to=2026-11-01")).isEqualTo("from");
        assertThat(refused("?from=yesterday")).isEqualTo("from");
    }

    private String refused(String query) {
        Answer answer = shop.api.get(path("/reports/summary" + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asString();
    }

    private List<String> lines(String path) {
        var answer = shop.api.download(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        return new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
    }

    private Answer mark(String question, @Nullable String entryKey) {
        return shop.api.post(
                path("/instant-replies"),
                "{\"question\": \"" + question + "\"" + (entryKey == null ? "" : ", \"entryKey\": \"" + entryKey + "\"")
                        + "}");
    }

    private void publish() {
        ok(shop.api.post(path("/releases"), "{\"note\": \"test\"}"));
    }

    private List<String> similar() {
        return ok(shop.api.get(path("/entries/" + ENTRY)))
                .get("similar")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> texts() {
        return ok(shop.api.get(path("/reports/questions")))
                .valueStream()
                .map(one -> one.get("text").asString())
                .toList();
    }

    private String state(String text) {
        JsonNode all = ok(shop.api.get(path("/reports/questions")));
        return all.valueStream()
                .filter(one -> one.get("text").asString().equals(text))
                .map(one -> one.get("state").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(all.toString()));
    }

    private static int hours(JsonNode summary, String entry) {
        return summary.get("hours")
                .valueStream()
                .filter(one -> entry.equals(one.get("entryKey").asString()))
                .mapToInt(one ->
                        one.get("hours").valueStream().mapToInt(JsonNode::asInt).sum())
                .sum();
    }

    private String path(String rest) {
        return "/api/v1/bots/" + shop.shop.botId() + rest;
    }
}
