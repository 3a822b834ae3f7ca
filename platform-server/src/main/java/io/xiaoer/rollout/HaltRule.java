package io.xiaoer.rollout;

import io.xiaoer.rollout.Alarm.Measure;
import io.xiaoer.rollout.Baseline.Share;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whether a release does so much worse than was to be expected that it must not wait for a person.
 *
 * <p>A window-limited CUSUM (Page, <i>Continuous inspection schemes</i>, Biometrika 1954; Lai, <i>Sequential changepoint detection</i>,
 * JRSS B 1995) over e-values (Shin, Ramdas and Rinaldo, <i>E-detectors</i>, NEJSDS 2024): see {@link Evidence}. The unit is the
 * conversation, not the question: what one shopper asks in a row fails for one reason. A conversation counts once, with the part of its
 * questions that a measure is true of, so that no single shopper halts a bot by asking much; whether it was handed over counts as a whole.
 *
 * <p>Each measure has a bound of its own, so that all of them together raise less than one false alarm in a hundred windows of 150
 * conversations; {@code docs/guide/halting.md} has the curves.
 */
public final class HaltRule {

    /** The newest conversations that are looked at. */
    public static final int WINDOW = 200;

    private HaltRule() {}

    /** A measure as it is judged. */
    enum Criterion {
        UNKNOWN(Measure.UNKNOWN, 1_450, Baseline::unknown) {
            @Override
            OptionalDouble of(Talk talk) {
                return OptionalDouble.of((double) talk.unknown / talk.questions);
            }
        },
        HANDOVER(Measure.HANDOVER, 5_000, Baseline::handover) {
            @Override
            OptionalDouble of(Talk talk) {
                return OptionalDouble.of(talk.handedOver ? 1 : 0);
            }
        },
        THUMBS_DOWN(Measure.THUMBS_DOWN, 2_000, Baseline::thumbsDown) {
            @Override
            OptionalDouble of(Talk talk) {
                return talk.opinions == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) talk.unhelpful / talk.opinions);
            }
        },
        ERROR(Measure.ERROR, 10_000, Baseline::error) {
            @Override
            OptionalDouble of(Talk talk) {
                return OptionalDouble.of((double) talk.errors / talk.questions);
            }
        };

        final Measure measure;

        /** How many times likelier the newest conversations must be if it has become worse. */
        final double bound;

        final Function<Baseline, Share> expected;

        Criterion(Measure measure, double bound, Function<Baseline, Share> expected) {
            this.measure = measure;
            this.bound = bound;
            this.expected = expected;
        }

        /** The part of a conversation that it is true of; empty if the conversation says nothing about it. */
        abstract OptionalDouble of(Talk talk);
    }

    /** A conversation so far. */
    static final class Talk {
        int questions;
        int unknown;
        int errors;
        int opinions;
        int unhelpful;
        boolean handedOver;

        void add(Observation observation) {
            questions++;
            unknown += observation.unknown() ? 1 : 0;
            errors += observation.error() ? 1 : 0;
            handedOver |= observation.handedOver();
            Boolean helpful = observation.helpful();
            if (helpful != null) {
                opinions++;
                unhelpful += helpful ? 0 : 1;
            }
        }
    }

    /**
     * @param since when that release began to be watched
     * @param observations of that release since then, oldest first
     */
    public static Optional<Alarm> judge(
            int release, OffsetDateTime since, List<Observation> observations, Baseline baseline) {
        List<Talk> all = talks(observations);
        List<Talk> newest = all.subList(Math.max(0, all.size() - WINDOW), all.size());
        List<Evidence> against = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Evidence evidence = new Evidence(criterion.expected.apply(baseline));
            newest.forEach(talk -> criterion.of(talk).ifPresent(evidence::add));
            against.add(evidence);
        }
        return alarm(release, since, against);
    }

    /** What observations of another release lead to expect, each conversation counted once. */
    public static Baseline baseline(List<Observation> observations) {
        List<Talk> talks = talks(observations);
        return new Baseline(
                share(talks, Criterion.UNKNOWN),
                share(talks, Criterion.HANDOVER),
                share(talks, Criterion.THUMBS_DOWN),
                share(talks, Criterion.ERROR));
    }

    private static Share share(List<Talk> talks, Criterion criterion) {
        double[] parts = talks.stream()
                .map(criterion::of)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return new Share(Math.min(Arrays.stream(parts).sum(), parts.length), parts.length);
    }

    private static List<Talk> talks(List<Observation> observations) {
        Map<UUID, Talk> talks = new LinkedHashMap<>();
        for (Observation observation : observations) {
            talks.computeIfAbsent(observation.conversation(), id -> new Talk()).add(observation);
        }
        return List.copyOf(talks.values());
    }

    /** @param against by criterion; of several that are over their bounds, the one that is furthest over is named */
    static Optional<Alarm> alarm(int release, OffsetDateTime since, List<Evidence> against) {
        Criterion worst = null;
        double furthest = 1;
        for (Criterion criterion : Criterion.values()) {
            double over = against.get(criterion.ordinal()).most() / criterion.bound;
            if (over >= furthest) {
                worst = criterion;
                furthest = over;
            }
        }
        if (worst == null) {
            return Optional.empty();
        }
        Evidence evidence = against.get(worst.ordinal());
        return Optional.of(
                new Alarm(release, since, worst.measure, evidence.expected(), evidence.since(), evidence.observed()));
    }
}
