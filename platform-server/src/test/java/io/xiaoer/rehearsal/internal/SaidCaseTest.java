package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.conversations.Message;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase.Draft;
import io.xiaoer.shared.Problem;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SaidCaseTest {

    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 6, 18, 20, 0, 0, 0, ZoneOffset.UTC);

    @Test
    void expectsTheEntryThatAnsweredAndTakesOutWhatIsPersonal() {
        Draft draft = SaidCase.of(
                List.of(shopper(1, "我电话13812341234，买多少包邮"), bot(2, "answer", "shipping-fee", "m1")),
                2,
                "c1",
                Map.of("kind", "product", "sku", "mask", "url", "https://shop.example/?user=4711"));
        assertThat(draft.question()).isEqualTo("我电话[手机号]，买多少包邮");
        assertThat(draft.expect()).isEqualTo(Expectation.entry("shipping-fee"));
        assertThat(draft.shopperId()).isEqualTo("c1");
        assertThat(draft.page()).isEqualTo(Map.of("kind", "product", "sku", "mask"));
        assertThat(draft.history()).isEmpty();
    }

    @Test
    void readsPiecesOfOneMessageTogetherAsTheBotDid() {
        Draft draft = SaidCase.of(
                List.of(
                        shopper(1, "在吗"),
                        bot(2, "answer", "greeting", "m1"),
                        shopper(3, "我买的"),
                        bot(4, "unknown", null, "m3"),
                        shopper(5, "面膜什么时候发"),
                        bot(6, "answer", "ship-time", "m3", "m5")),
                6,
                null,
                null);
        assertThat(draft.question()).isEqualTo("面膜什么时候发");
        assertThat(draft.history()).containsExactly("我买的");
        assertThat(draft.apart()).isFalse();
    }

    @Test
    void keepsWhatAFollowUpIsReadInTheLightOf() {
        Draft draft = SaidCase.of(
                List.of(
                        shopper(1, "能退货吗"),
                        bot(2, "answer", "return-policy", "m1"),
                        shopper(3, "那能换吗"),
                        bot(4, "choices", null, "m3")),
                4,
                null,
                null);
        assertThat(draft.history()).containsExactly("能退货吗");
        assertThat(draft.apart()).isTrue();
        assertThat(draft.expect()).isEqualTo(Expectation.kind("choices"));
    }

    @Test
    void refusesWhatIsNoReplyOfTheBot() {
        List<Message> said = List.of(shopper(1, "在吗"), bot(2, "fallback", null, "m1"));
        assertThatThrownBy(() -> SaidCase.of(said, 1, null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> SaidCase.of(said, 2, null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> SaidCase.of(List.of(bot(2, "answer", "x", "gone")), 2, null, null))
                .isInstanceOf(Problem.class);
    }

    private static Message shopper(int seq, String text) {
        return new Message(
                seq,
                "m" + seq,
                Author.SHOPPER,
                "text",
                text,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NOW);
    }

    private static Message bot(int seq, String kind, @Nullable String entry, String... inReplyTo) {
        return new Message(
                seq,
                "b" + seq,
                Author.BOT,
                kind,
                "好的",
                entry,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(inReplyTo),
                NOW);
    }
}
