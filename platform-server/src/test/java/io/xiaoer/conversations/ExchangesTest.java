package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions.Exchange;
import io.xiaoer.conversations.Message.Author;
import io.xiaoer.conversations.internal.AskedRows.Line;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExchangesTest {

    private static final ConversationId TALK = new ConversationId(new UUID(1, 1));
    private static final Place ASKED = new Place(TALK, 3);

    @Test
    void findsWhatTheBotSaidAndWhatAPersonSaidFirstAfterIt() {
        List<Line> said = List.of(
                line(4, Author.BOT, "没听懂"),
                line(5, Author.BOT, "帮你转人工"),
                line(6, Author.SHOPPER, "快点"),
                line(7, Author.BOT, "正在排队"),
                line(8, Author.PERSON, "可以叠加"),
                line(9, Author.PERSON, "有事打13812345678"),
                line(10, Author.SHOPPER, "好"),
                line(11, Author.PERSON, "不客气"));

        assertThat(Exchanges.of(List.of(ASKED), said))
                .isEqualTo(Map.of(ASKED, new Exchange("没听懂\n帮你转人工", "可以叠加\n有事打[手机号]")));
    }

    @Test
    void tellsQuestionsOfOneConversationApart() {
        Place later = new Place(TALK, 5);
        List<Line> said = List.of(line(4, Author.BOT, "答一"), line(5, Author.SHOPPER, "问二"), line(6, Author.BOT, "答二"));

        assertThat(Exchanges.of(List.of(ASKED, later), said))
                .containsEntry(ASKED, new Exchange("答一", null))
                .containsEntry(later, new Exchange("答二", null));
    }

    @Test
    void nothingIsLeftOfAConversationThatIsGone() {
        assertThat(Exchanges.of(List.of(ASKED), List.of())).containsEntry(ASKED, new Exchange("", null));
    }

    private static Line line(int seq, Author author, String text) {
        return new Line(TALK, seq, author, text);
    }
}
