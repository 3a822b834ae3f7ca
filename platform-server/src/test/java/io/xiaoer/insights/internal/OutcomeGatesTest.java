package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xiaoer.conversations.Beacons.BrowserErrors;
import io.xiaoer.conversations.Beacons.OfMembers;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.Shares;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.Targets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutcomeGatesTest {

    private static final InsightTexts TEXTS = new InsightTexts("zh-CN");
    private static final OfMembers QUIET = new OfMembers(0, List.of());

    @Test
    void withoutAnythingNothingIsMet() {
        List<Gate> gates = gates(Shares.NOTHING, QUIET);

        assertThat(gates)
                .extracting(Gate::name)
                .containsExactly(
                        "conversations",
                        "resolved",
                        "unknown",
                        "handover",
                        "thumbs-down",
                        "widget-errors",
                        "reply-time");
        assertThat(gates).noneMatch(Gate::holds).allMatch(gate -> gate.met() == null);
        assertThat(gates).allMatch(gate -> gate.note().startsWith("还不够"));
        assertThat(gate(gates, "resolved").measured()).isNull();
    }

    @Test
    void aGoodPilotMeetsAll() {
        List<Gate> gates = gates(shares(150, 110, 300, 36, 20, 60, 3), QUIET);

        assertThat(gates).as(gates.toString()).allMatch(Gate::holds);
        Gate resolved = gate(gates, "resolved");
        assertThat(Objects.requireNonNull(resolved.interval()).low()).isCloseTo(0.657, within(0.005));
        assertThat(gate(gates, "conversations").note()).contains("±7");
        assertThat(gate(gates, "widget-errors").note()).contains("不代表一定没有问题");
    }

    @Test
    void whatSoFewCannotTellIsNotMet() {
        // 70 of 100 is between 60.4 % and 78.1 %: above 60 % for sure, but not above 65 %
        Targets strict = new Targets(0.65, 0.25, 0.3, 0.2, 0.05, 0.02, 50);
        Shares seventy = shares(100, 70, 200, 20, 10, 40, 2);

        assertThat(gate(gates(seventy, QUIET), "resolved").met()).isTrue();
        Gate unsure = gate(OutcomeGates.gates(seventy, seventy, QUIET, strict, TEXTS), "resolved");
        assertThat(unsure.met()).isNull();
        assertThat(unsure.note()).contains("60%").contains("78%");
    }

    @Test
    void fewConversationsMeetNothingButMayMissTheMark() {
        List<Gate> fewAndGood = gates(shares(20, 20, 40, 0, 0, 40, 0), QUIET);
        assertThat(gate(fewAndGood, "resolved").met()).isNull();
        assertThat(gate(fewAndGood, "unknown").met()).isNull();
        assertThat(gate(fewAndGood, "resolved").note()).contains("目前看着行");
        assertThat(gate(fewAndGood, "conversations").note()).contains("20").contains("50");

        List<Gate> fewAndBad = gates(shares(20, 1, 40, 30, 15, 40, 30), QUIET);
        assertThat(gate(fewAndBad, "resolved").met()).isFalse();
        assertThat(gate(fewAndBad, "unknown").met()).isFalse();
        assertThat(gate(fewAndBad, "handover").met()).isFalse();
        assertThat(gate(fewAndBad, "thumbs-down").met()).isFalse();
    }

    @Test
    void saysWhyShoppersWereHandedOver() {
        assertThat(gate(gates(shares(150, 110, 300, 36, 20, 60, 3), QUIET), "handover")
                        .note())
                .contains("顾客要找人工 12")
                .contains("连续两次没听懂 8");
    }

    @Test
    void namesTheBrowsersWithTheirErrors() {
        OfMembers told = new OfMembers(
                40,
                List.of(
                        new BrowserErrors("Safari 15", "cart", 9, InsightFixtures.NOON),
                        new BrowserErrors("Chrome 128", "product", 4, InsightFixtures.NOON),
                        new BrowserErrors("Chrome 128", "cart", 7, InsightFixtures.NOON)));
        List<Gate> gates = gates(shares(150, 110, 300, 36, 20, 60, 3), told);

        Gate errors = gate(gates, "widget-errors");
        assertThat(errors.met()).isFalse();
        assertThat(errors.measured()).isCloseTo(20 / 150.0, within(1e-9));
        assertThat(errors.note()).contains("Chrome 128 11、Safari 15 9");
        Gate slow = gate(gates, "reply-time");
        assertThat(slow.met()).isFalse();
        assertThat(slow.note()).contains("40").contains("90 毫秒");
    }

    @Test
    void moreErrorsThanConversationsAreMeasuredAsTheyAre() {
        OfMembers told = new OfMembers(900, List.of(new BrowserErrors("Edge 120", null, 300, InsightFixtures.NOON)));
        List<Gate> gates = gates(shares(100, 80, 200, 10, 5, 40, 1), told);

        assertThat(gate(gates, "widget-errors").measured()).isEqualTo(3);
        assertThat(gate(gates, "widget-errors").met()).isFalse();
        assertThat(gate(gates, "reply-time").measured()).isEqualTo(1);
    }

    private static Shares shares(
            int conversations, int resolved, int questions, int unknown, int handedOver, int marked, int unhelpful) {
        return new Shares(
                conversations,
                resolved,
                questions,
                questions - unknown,
                0,
                unknown,
                0,
                handedOver,
                0,
                marked - unhelpful,
                unhelpful,
                0,
                Map.of(HandoverReason.ASKED_FOR, 12, HandoverReason.UNKNOWN_TWICE, 8),
                30.0,
                90.0);
    }

    private static List<Gate> gates(Shares shares, OfMembers told) {
        return OutcomeGates.gates(shares, shares, told, Targets.DEFAULT, TEXTS);
    }

    private static Gate gate(List<Gate> gates, String name) {
        return gates.stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
