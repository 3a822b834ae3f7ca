package io.xiaoer.answering;

import static io.xiaoer.answering.AnsweringFixtures.NOW;
import static io.xiaoer.answering.AnsweringFixtures.answering;
import static io.xiaoer.answering.AnsweringFixtures.content;
import static io.xiaoer.answering.AnsweringFixtures.entry;
import static io.xiaoer.answering.AnsweringFixtures.plainEngine;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.facts.Samples;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.shared.Money;
import io.xiaoer.shopdata.Freshness;
import io.xiaoer.shopdata.LiveLookup.Looked;
import io.xiaoer.shopdata.Order;
import io.xiaoer.shopdata.Order.Line;
import io.xiaoer.shopdata.ShopperRecords;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A conversation told again from receipts stands where it stood, and what was said is said again without what it was told from. */
class RecallTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Engine engine = plainEngine();
    private final CompiledRelease release = engine.compile(
            content(
                    answering("track", "我的订单到哪里了", "{{ order.say }}"),
                    entry("invoice", "怎么开发票"),
                    entry("freight", "运费是多少钱呢")),
            null);

    private Focus focus = Focus.none();
    private Focus recalled = Focus.none();
    private final List<String> said = new ArrayList<>();

    /** Says something, keeps the receipt as the database does, and asks it again over nothing but that. */
    private Worded say(String text, @Nullable String choiceId) {
        Situation situation = new Situation(true, records(), RulesInForce.none(), Looked.NONE, ShopPage.none(), ZONE);
        Worded worded = engine.answer(
                release,
                new Utterance(History.none(), focus, records().goods(), text, choiceId),
                plan -> situation,
                NOW);
        Receipt kept = JSON.readValue(JSON.writeValueAsString(worded.receipt()), Receipt.class);
        Retold again = engine.answerAgain(
                release,
                new Utterance(
                        History.none(),
                        recalled,
                        kept.understanding().mentioned(),
                        text,
                        Recall.pressed(recalled, text, kept)),
                new Facts(kept.facts()),
                NOW);
        assertThat(again.missing()).isEmpty();
        assertThat(again.worded().reply()).isEqualTo(worded.reply());
        recalled = Recall.after(recalled, text, kept);
        focus = worded.focus();
        assertThat(recalled).isEqualTo(focus);
        said.add(worded.reply().text());
        return worded;
    }

    private static ShopperRecords records() {
        return new ShopperRecords(
                null, List.of(order("A1", "玻尿酸面膜"), order("A2", "哑光口红")), List.of(), List.of(), Map.of());
    }

    private static Order order(String id, String goods) {
        OffsetDateTime placed = NOW.atOffset(ZoneOffset.ofHours(8)).minusDays(2);
        return new Order(
                id,
                "c1",
                Order.Status.TO_SHIP,
                placed,
                placed.plusMinutes(3),
                List.of(new Line("sku-" + id, goods, 1, Money.of("29.90"), false, false)),
                Money.of("29.90"),
                List.of(),
                null,
                List.of(),
                new Freshness("push", placed, NOW.atOffset(ZoneOffset.ofHours(8))));
    }

    @Test
    void standsWhereItStoodAfterQuestionsChoicesAndAnswers() {
        Worded asked = say("我的订单到哪里了", null);
        assertThat(asked.reply()).isInstanceOf(Reply.Choices.class);
        Reply.Choice pressed = ((Reply.Choices) asked.reply()).choices().get(1);
        assertThat(say(pressed.label(), pressed.id()).reply()).isInstanceOf(Reply.Answer.class);
        assertThat(focus.about()).isNotNull();
        say("股票明天会涨吗", null);
        say("怎么开发票", null);
        assertThat(focus.entryKey()).isEqualTo("invoice");
        say("我的订单到哪里了", null);
        say("第二个", null);
        say("那口红呢", null);
        assertThat(said).hasSize(7).doesNotContainNull();
    }

    @Test
    void saysWhichFactsAReceiptDoesNotHold() {
        Retold again = engine.answerAgain(release, Utterance.of("我的订单到哪里了"), Facts.none(), NOW);
        assertThat(again.missing()).containsExactly(Need.ORDER);
        assertThat(again.worded().receipt().candidates())
                .extracting(Plan.Candidate::entryKey)
                .containsExactly("track");
        Facts other = Facts.of(Samples.of(Need.COUPON, SampleCase.KNOWN, false));
        assertThat(engine.answerAgain(release, Utterance.of("怎么开发票"), other, NOW)
                        .worded()
                        .receipt()
                        .facts())
                .isEmpty();
    }

    @Test
    void rehearsesOverMadeUpFacts() {
        Retold heard = engine.rehearse(release, "我的订单到哪里了", NOW);
        assertThat(heard.missing()).containsExactly(Need.ORDER);
        assertThat(heard.worded().reply()).isInstanceOf(Reply.Answer.class);
        assertThat(heard.worded().reply().text()).contains("补水面膜");
    }

    @Test
    void readsTracesFromBeforeThatDoNotSayWhatWasMentioned() {
        Trace trace = JSON.readValue("""
                {"path": "match", "text": "t", "joined": false, "best": [], "probability": 0, "amongThree": 0, "answerAt": 0,
                 "choicesAt": 0, "margin": 0, "offTopic": 0, "micros": {}}""", Trace.class);
        assertThat(trace.mentioned()).isEmpty();
    }
}
