package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.InsightFixtures.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.Fact;
import io.xiaoer.answering.Need;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final InsightTexts CHINESE = new InsightTexts("zh-CN");
    private static final InsightTexts ENGLISH = new InsightTexts("en");

    @Test
    void nothingFailedWhereTheShopperIsServed() {
        assertThat(Failures.cause(outcome(OutcomeKind.ANSWERED))).isEmpty();
        assertThat(Failures.cause(outcome(OutcomeKind.ANSWERED, null, null, true, false)))
                .isEmpty();
        assertThat(Failures.cause(outcome(OutcomeKind.CHOICES))).isEmpty();
        assertThat(Failures.cause(outcome(OutcomeKind.HANDED_OVER, HandoverReason.ASKED_FOR, null, null, false)))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotUnderstoodWhateverFollows() {
        assertThat(Failures.cause(outcome(OutcomeKind.UNKNOWN))).contains(Cause.NOT_UNDERSTOOD);
        assertThat(Failures.cause(outcome(OutcomeKind.UNKNOWN, HandoverReason.UNKNOWN_TWICE, null, false, true)))
                .contains(Cause.NOT_UNDERSTOOD);
    }

    @Test
    void namesTheDataThatCouldNotBeHad() {
        Outcome stale = outcome(OutcomeKind.DECLINED, HandoverReason.DATA_MISSING, "logistics:stale", null, false);

        assertThat(Failures.cause(stale)).contains(Cause.DATA_MISSING);
        assertThat(Failures.why(stale, Cause.DATA_MISSING, CHINESE))
                .contains("物流")
                .contains("太久没更新");
        assertThat(Failures.why(stale, Cause.DATA_MISSING, ENGLISH)).contains("parcel tracking");
        assertThat(Failures.cause(
                        outcome(OutcomeKind.ANSWERED, HandoverReason.DATA_MISSING, "order:down", null, false)))
                .contains(Cause.DATA_MISSING);
        assertThat(Failures.why(outcome(OutcomeKind.DECLINED), Cause.DATA_MISSING, CHINESE))
                .contains("没有乱答");
    }

    @Test
    void tellsEveryDataAndStateApart() {
        for (InsightTexts texts : Set.of(CHINESE, ENGLISH)) {
            Set<String> told = new HashSet<>();
            for (Need need : Need.values()) {
                told.add(texts.dataMissing(need.key() + ":" + Fact.State.DOWN.key()));
            }
            assertThat(told).hasSize(Need.values().length);
            Set<String> states = new HashSet<>();
            for (Fact.State state : Set.of(
                    Fact.State.SIGN_IN, Fact.State.NOTHING, Fact.State.NOT_SET, Fact.State.STALE, Fact.State.DOWN)) {
                states.add(texts.dataMissing("order:" + state.key()));
            }
            assertThat(states).hasSize(5);
        }
    }

    @Test
    void wrongIsWhatShoppersSayOrShow() {
        Outcome down = outcome(OutcomeKind.ANSWERED, null, null, false, false);
        Outcome again = outcome(OutcomeKind.CHOICES, null, null, null, true);
        Outcome both = outcome(OutcomeKind.ANSWERED, null, null, false, true);

        assertThat(Failures.cause(down)).contains(Cause.WRONG);
        assertThat(Failures.cause(again)).contains(Cause.WRONG);
        assertThat(Failures.why(down, Cause.WRONG, CHINESE)).isEqualTo("顾客点了踩。");
        assertThat(Failures.why(again, Cause.WRONG, CHINESE)).isEqualTo("顾客换了个说法又问了一遍。");
        assertThat(Failures.why(both, Cause.WRONG, CHINESE)).contains("踩").contains("换了个说法");
    }
}
