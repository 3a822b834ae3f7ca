package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.InsightFixtures.NOON;
import static io.xiaoer.insights.internal.InsightFixtures.asked;
import static io.xiaoer.insights.internal.InsightFixtures.conversation;
import static io.xiaoer.insights.internal.InsightFixtures.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.insights.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedAgainTest {

    private static final Outcome EARLIER = outcome(conversation(1), 5, NOON.minusMinutes(10));

    @Test
    void looksAtWhatWasAskedBeforeInTheConversationAndInTheOneBefore() {
        Outcome inTheOneBefore = outcome(conversation(2), 1, NOON.minusHours(3));
        Outcome longBefore = outcome(conversation(3), 1, NOON.minusHours(5));

        assertThat(AskedAgain.before(asked(conversation(1), 7, NOON), List.of(EARLIER, inTheOneBefore, longBefore)))
                .containsExactly(EARLIER, inTheOneBefore);
        assertThat(AskedAgain.before(asked(conversation(4), 1, NOON), List.of(EARLIER, inTheOneBefore)))
                .containsExactly(EARLIER);
    }

    @Test
    void leavesOutTheQuestionItselfWhatCameAfterAndWhatIsLongAgo() {
        assertThat(AskedAgain.before(
                        asked(conversation(1), 7, NOON),
                        List.of(
                                outcome(conversation(1), 9, NOON.plusMinutes(1)),
                                outcome(conversation(1), 7, NOON),
                                outcome(conversation(1), 3, NOON.minus(AskedAgain.SOON)))))
                .isEmpty();
    }

    @Test
    void piecesReadTogetherAreNoQuestionAgain() {
        assertThat(AskedAgain.before(asked(conversation(1), 7, NOON, 5), List.of(EARLIER)))
                .isEmpty();
    }

    @Test
    void comparesWithTheLastThreeOnly() {
        List<Outcome> served = List.of(
                outcome(conversation(1), 9, NOON.minusMinutes(1)),
                outcome(conversation(1), 7, NOON.minusMinutes(2)),
                outcome(conversation(1), 5, NOON.minusMinutes(3)),
                outcome(conversation(1), 3, NOON.minusMinutes(4)));

        assertThat(AskedAgain.before(asked(conversation(1), 11, NOON), served))
                .containsExactlyElementsOf(served.subList(0, 3));
    }
}
