package io.xiaoer.rules;

import io.xiaoer.rules.Rule.Ref;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which versions held, hold and will hold when. A version holds from when it was saved at the earliest; what will come is what is known now.
 *
 * @param lanes in the order of type and key
 */
public record RuleCalendar(List<Lane> lanes) {

    public RuleCalendar {
        lanes = List.copyOf(lanes);
    }

    /**
     * The time in which a version holds without a break.
     *
     * @param to exclusive; null means for good
     */
    public record Span(
            RuleVersion version, Instant from, @Nullable Instant to) {

        public boolean covers(Instant at) {
            return !from.isAfter(at) && (to == null || to.isAfter(at));
        }
    }

    /** Whether a rule holds. */
    public enum State {
        IN_FORCE,
        PLANNED,
        ENDED
    }

    /**
     * One rule's time.
     *
     * @param newest the version a change is made on
     * @param spans oldest first; none overlaps another
     */
    public record Lane(RuleType type, String key, RuleVersion newest, List<Span> spans) {

        public Lane {
            spans = List.copyOf(spans);
        }

        public Optional<Span> at(Instant now) {
            return spans.stream().filter(span -> span.covers(now)).findFirst();
        }

        /** What holds next. */
        public Optional<Span> after(Instant now) {
            return spans.stream().filter(span -> span.from().isAfter(now)).findFirst();
        }

        public State state(Instant now) {
            if (at(now).isPresent()) {
                return State.IN_FORCE;
            }
            return after(now).isPresent() ? State.PLANNED : State.ENDED;
        }

        /** What there is to say of the rule: what holds, else what comes, else what held last. */
        public Optional<Span> telling(Instant now) {
            return at(now).or(() -> after(now))
                    .or(() -> spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast()));
        }
    }

    /** @param versions of any number of rules */
    public static RuleCalendar of(List<RuleVersion> versions) {
        Map<Ref, List<RuleVersion>> byRule = new LinkedHashMap<>();
        versions.stream()
                .sorted(Comparator.comparing(
                                (RuleVersion version) -> version.rule().type())
                        .thenComparing(version -> version.rule().key())
                        .thenComparing(version -> version.rule().version()))
                .forEach(version -> byRule.computeIfAbsent(
                                new Ref(version.rule().type(), version.rule().key(), 0), rule -> new ArrayList<>())
                        .add(version));
        return new RuleCalendar(byRule.entrySet().stream()
                .map(rule -> new Lane(
                        rule.getKey().type(),
                        rule.getKey().key(),
                        rule.getValue().getLast(),
                        spans(rule.getValue())))
                .toList());
    }

    public Optional<Lane> lane(RuleType type, String key) {
        return lanes.stream()
                .filter(lane -> lane.type() == type && lane.key().equals(key))
                .findFirst();
    }

    private static List<Span> spans(List<RuleVersion> versions) {
        List<Span> spans = new ArrayList<>();
        RuleVersion holding = null;
        Instant since = Instant.MIN;
        for (Instant change : changes(versions)) {
            RuleVersion next = holding(versions, change);
            if (!Objects.equals(next, holding)) {
                add(spans, holding, since, change);
                holding = next;
                since = change;
            }
        }
        add(spans, holding, since, null);
        return spans;
    }

    private static SequencedCollection<Instant> changes(List<RuleVersion> versions) {
        TreeSet<Instant> changes = new TreeSet<>();
        for (RuleVersion version : versions) {
            changes.add(version.at().toInstant());
            OffsetDateTime from = version.rule().validFrom();
            if (from != null) {
                changes.add(from.toInstant());
            }
            OffsetDateTime to = version.rule().validTo();
            if (to != null) {
                changes.add(to.toInstant());
            }
        }
        return changes;
    }

    private static void add(List<Span> spans, @Nullable RuleVersion holding, Instant from, @Nullable Instant to) {
        if (holding != null && holding.rule().params() != null) {
            spans.add(new Span(holding, from, to));
        }
    }

    private static @Nullable RuleVersion holding(List<RuleVersion> versions, Instant at) {
        return versions.reversed().stream()
                .filter(version ->
                        !version.at().toInstant().isAfter(at) && version.rule().covers(at))
                .findFirst()
                .orElse(null);
    }
}
