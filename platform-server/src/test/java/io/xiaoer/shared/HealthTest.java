package io.xiaoer.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.Health.Halt;
import io.xiaoer.shared.Health.Trial;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOON = Instant.parse("2026-03-18T04:00:00Z");

    @Test
    void addsUpWhatSeveralModulesKnow() {
        Figures traffic = new Figures(2, 5, 3, 1, 0, 1, 40.0, 0);
        Health all = Health.together(
                List.of(
                        Health.ofStage("full", new Trial(87, 150), List.of(new Halt(NOON, "unknown"))),
                        Health.ofFigures(NOON, List.of(traffic, Figures.NOTHING)),
                        Health.ofLastRelease(NOON.minusSeconds(60)),
                        Health.ofFigures(null, List.of(Figures.ofErrors(4), Figures.ofErrors(1)))),
                2);
        assertThat(all.stage()).isEqualTo("full");
        assertThat(all.trial()).isEqualTo(new Trial(87, 150));
        assertThat(all.halts()).containsExactly(new Halt(NOON, "unknown"));
        assertThat(all.lastSeen()).isEqualTo(NOON);
        assertThat(all.lastRelease()).isEqualTo(NOON.minusSeconds(60));
        assertThat(all.figures())
                .containsExactly(new Figures(2, 5, 3, 1, 0, 1, 40.0, 4), new Figures(0, 0, 0, 0, 0, 0, null, 1));
    }

    @Test
    void hasNothingForEachTimeWhenNobodyCounts() {
        assertThat(Health.together(List.of(Health.ofStage(null, null, List.of())), 3)
                        .figures())
                .containsExactly(Figures.NOTHING, Figures.NOTHING, Figures.NOTHING);
    }

    @Test
    void refusesFiguresOfDifferentTimes() {
        Health one = Health.ofFigures(null, List.of(Figures.NOTHING));
        Health two = Health.ofFigures(null, List.of(Figures.NOTHING, Figures.NOTHING));
        assertThatThrownBy(() -> Health.together(List.of(one, two), 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weighsReplyTimesByTheirMessages() {
        Figures few = new Figures(1, 1, 1, 0, 0, 0, 100.0, 0);
        Figures many = new Figures(3, 9, 9, 0, 0, 0, 50.0, 0);
        assertThat(few.plus(many).p95Millis()).isEqualTo(55.0);
        assertThat(few.plus(Figures.ofErrors(2)).p95Millis()).isEqualTo(100.0);
        assertThat(Figures.NOTHING.plus(Figures.NOTHING).p95Millis()).isNull();
    }

    @Test
    void countsTheUnknownAmongWhatTheBotServed() {
        assertThat(new Figures(1, 6, 3, 1, 0, 2, null, 0).unknownShare()).hasValue(0.25);
        assertThat(new Figures(1, 2, 0, 0, 0, 2, null, 0).unknownShare()).isEmpty();
    }
}
