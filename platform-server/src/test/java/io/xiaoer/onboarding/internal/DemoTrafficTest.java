package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.conversations.ConversationHistoryImport.PastConversation;
import io.xiaoer.conversations.ConversationHistoryImport.PastMessage;
import io.xiaoer.onboarding.internal.DemoTraffic.Script;
import io.xiaoer.rollout.ShopperRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTrafficTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
    private static final LocalDate RUSH = TODAY.minusDays(9);
    private static final Instant BEGIN = TODAY.minusDays(30).atStartOfDay(ZONE).toInstant();
    private static final Instant OPENED = TODAY.minusDays(24).atStartOfDay(ZONE).toInstant();
    private static final Instant END = TODAY.atTime(12, 0).atZone(ZONE).toInstant();

    private static final List<PastConversation> PAST = DemoTraffic.of(script());

    private static Script script() {
        return new Script(
                7, 60, ZONE, BEGIN, END, new TreeMap<>(Map.of(BEGIN, 1, OPENED, 2)), OPENED, List.of("boss"), RUSH, 1);
    }

    @Test
    void makesTheSamePastEachTime() {
        assertThat(DemoTraffic.of(script())).isEqualTo(PAST);
    }

    @Test
    void staysWithinItsTimeAndIsInOrder() {
        assertThat(PAST)
                .extracting(conversation -> conversation.said().getFirst().at())
                .isSorted();
        assertThat(messages()).extracting(PastMessage::at).allMatch(at -> !at.isBefore(BEGIN) && at.isBefore(END));
    }

    @Test
    void servesOnlyStaffBeforeItOpens() {
        assertThat(PAST)
                .filteredOn(conversation -> conversation.said().getFirst().at().isBefore(OPENED))
                .isNotEmpty()
                .allMatch(conversation -> conversation.shopper().equals(ShopperRef.customer("boss"))
                        ? Objects.equals(conversation.said().getFirst().release(), 1)
                        : conversation.said().getFirst().release() == null);
        assertThat(PAST)
                .filteredOn(conversation -> conversation.said().getFirst().at().isAfter(OPENED))
                .allMatch(conversation ->
                        conversation.said().stream().allMatch(said -> Objects.equals(said.release(), 2)));
    }

    @Test
    void isBusierInTheEveningAndGrowsAndHasADayTooBusy() {
        assertThat(count(at -> at.atZone(ZONE).getHour() == 21))
                .isGreaterThan(3 * count(at -> at.atZone(ZONE).getHour() == 4));
        Map<LocalDate, Long> days = messages().stream()
                .collect(Collectors.groupingBy(said -> said.at().atZone(ZONE).toLocalDate(), Collectors.counting()));
        assertThat(days).hasSize(31);
        assertThat(days.get(RUSH))
                .isEqualTo(days.values().stream().max(Long::compare).orElseThrow());
        Instant middle = TODAY.minusDays(12).atStartOfDay(ZONE).toInstant();
        Duration twelveDays = Duration.ofDays(12);
        assertThat(count(at -> at.isAfter(middle) && at.isBefore(middle.plus(twelveDays))))
                .isGreaterThan(count(at -> at.isBefore(middle) && at.isAfter(middle.minus(twelveDays))));
    }

    @Test
    void asksFarMoreThanAHundredQuestionsAndOnlyKnownOnes() {
        List<String> known = DemoQuestions.read("always").all();
        assertThat(known).hasSizeGreaterThan(200).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(messages().stream()
                        .map(PastMessage::text)
                        .filter(known::contains)
                        .distinct())
                .hasSizeGreaterThan(150);
    }

    private static List<PastMessage> messages() {
        return PAST.stream()
                .flatMap(conversation -> conversation.said().stream())
                .toList();
    }

    private static long count(Predicate<Instant> when) {
        return messages().stream().filter(said -> when.test(said.at())).count();
    }
}
