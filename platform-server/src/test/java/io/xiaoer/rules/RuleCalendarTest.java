package io.xiaoer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.xiaoer.rules.RuleCalendar.Lane;
import io.xiaoer.rules.RuleCalendar.Span;
import io.xiaoer.rules.RuleCalendar.State;
import io.xiaoer.tenancy.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleCalendarTest {

    @Test
    void holdsFromWhenItWasSaved() {
        Lane lane = lane(version(1, 10, null, null, 7));
        assertThat(spans(lane)).containsExactly(tuple(1, day(10), null));
        assertThat(lane.state(day(10))).isEqualTo(State.IN_FORCE);
        assertThat(lane.state(day(9))).isEqualTo(State.PLANNED);
    }

    @Test
    void givesWayToALaterVersionAndComesBackAfterIt() {
        Lane lane = lane(version(1, 1, null, null, 7), version(2, 3, 10, 20, 15));
        assertThat(spans(lane))
                .containsExactly(tuple(1, day(1), day(10)), tuple(2, day(10), day(20)), tuple(1, day(20), null));
        assertThat(lane.after(day(5)).map(Span::from)).contains(day(10));
        assertThat(lane.at(day(10)).map(span -> span.version().rule().version()))
                .contains(2);
        assertThat(lane.newest().rule().version()).isEqualTo(2);
    }

    @Test
    void endsWhenItIsWithdrawnAndBringsNothingBack() {
        Lane lane = lane(version(1, 1, null, null, 7), version(2, 2, 20, null, 15), version(3, 5, 5, null, null));
        assertThat(spans(lane)).containsExactly(tuple(1, day(1), day(5)));
        assertThat(lane.state(day(6))).isEqualTo(State.ENDED);
        assertThat(lane.telling(day(6)).map(span -> span.version().rule().version()))
                .contains(1);
    }

    @Test
    void waitsForItsFirstDay() {
        Lane lane = lane(version(1, 1, 10, 12, 7));
        assertThat(spans(lane)).containsExactly(tuple(1, day(10), day(12)));
        assertThat(lane.state(day(9))).isEqualTo(State.PLANNED);
        assertThat(lane.state(day(11))).isEqualTo(State.IN_FORCE);
        assertThat(lane.state(day(12))).isEqualTo(State.ENDED);
    }

    @Test
    void neverHoldsWhatWasReplacedBeforeItBegan() {
        Lane lane = lane(version(1, 1, 10, null, 7), version(2, 2, null, null, 15));
        assertThat(spans(lane)).containsExactly(tuple(2, day(2), null));
    }

    @Test
    void keepsRulesInLanesOfTheirOwn() {
        RuleVersion other = new RuleVersion(
                new Rule(RuleType.PRESALE, "default", new Presale(15), null, null, 1),
                Actor.Kind.MEMBER,
                "owner",
                time(1));
        RuleCalendar calendar = RuleCalendar.of(List.of(other, version(1, 1, null, null, 7)));
        assertThat(calendar.lanes()).extracting(Lane::type).containsExactly(RuleType.EXCHANGE, RuleType.PRESALE);
        assertThat(calendar.lane(RuleType.EXCHANGE, "other")).isEmpty();
    }

    private static List<Tuple> spans(Lane lane) {
        return lane.spans().stream()
                .map(span -> tuple(span.version().rule().version(), span.from(), span.to()))
                .toList();
    }

    private static Lane lane(RuleVersion... versions) {
        return RuleCalendar.of(List.of(versions)).lanes().getFirst();
    }

    private static RuleVersion version(
            int number, int saved, @Nullable Integer from, @Nullable Integer to, @Nullable Integer days) {
        RuleParams params =
                days == null ? null : new SendBack(days, false, List.of(), SendBack.FreightPaidBy.BUYER, false, null);
        return new RuleVersion(
                new Rule(
                        RuleType.EXCHANGE,
                        "default",
                        params,
                        from == null ? null : time(from),
                        to == null ? null : time(to),
                        number),
                Actor.Kind.MEMBER,
                "owner",
                time(saved));
    }

    private static OffsetDateTime time(int day) {
        return OffsetDateTime.of(2026, 11, day, 0, 0, 0, 0, ZoneOffset.UTC);
    }

    private static Instant day(int day) {
        return time(day).toInstant();
    }
}
