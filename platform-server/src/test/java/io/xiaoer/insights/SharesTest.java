package io.xiaoer.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.HandoverReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void sharesWhatThereIs() {
        Shares shares =
                new Shares(10, 7, 20, 12, 3, 4, 1, 2, 0, 3, 1, 2, Map.of(HandoverReason.ASKED_FOR, 2), 40.0, 90.0);

        assertThat(shares.resolvedShare()).hasValue(0.7);
        assertThat(shares.handedOverShare()).hasValue(0.2);
        assertThat(shares.answeredShare()).hasValue(0.6);
        assertThat(shares.choicesShare()).hasValue(0.15);
        assertThat(shares.unknownShare()).hasValue(0.2);
        assertThat(shares.declinedShare()).hasValue(0.05);
        assertThat(shares.errorShare()).hasValue(0);
        assertThat(shares.askedAgainShare()).hasValue(0.1);
        assertThat(shares.feedback()).isEqualTo(4);
        assertThat(shares.thumbsDownShare()).hasValue(0.25);
    }

    @Test
    void aShareOfNothingIsNotZero() {
        assertThat(Shares.NOTHING.resolvedShare()).isEmpty();
        assertThat(Shares.NOTHING.unknownShare()).isEmpty();
        assertThat(Shares.NOTHING.thumbsDownShare()).isEmpty();
    }

    @Test
    void countsAsQuestionsWhatTheBotHadToSaySomethingTo() {
        assertThat(OutcomeKind.values())
                .filteredOn(OutcomeKind::isQuestion)
                .containsExactly(
                        OutcomeKind.ANSWERED,
                        OutcomeKind.CHOICES,
                        OutcomeKind.UNKNOWN,
                        OutcomeKind.DECLINED,
                        OutcomeKind.ERROR);
        assertThat(OutcomeKind.of("handed-over")).isEqualTo(OutcomeKind.HANDED_OVER);
    }
}
