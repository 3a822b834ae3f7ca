package io.xiaoer.onboarding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a bot's owners have come in making it ready.
 *
 * @param skipped steps left for later; never done ones
 * @param connection null until one is chosen
 * @param confirmedRules rules of which an owner said that the bot's answers are right, by {@link HouseRule#name()}
 * @param rightQuestions questions to which an owner found the answer right, by the key of their entry
 * @param dismissed whether the owners no longer want to be reminded
 * @param version 0 when nothing was ever done
 */
public record Progress(
        Set<Step> done,
        Set<Step> skipped,
        @Nullable Connection connection,
        Set<String> confirmedRules,
        Set<String> rightQuestions,
        boolean dismissed,
        int version) {

    public Progress {
        done = Set.copyOf(done);
        skipped = Set.copyOf(skipped);
        confirmedRules = Set.copyOf(confirmedRules);
        rightQuestions = Set.copyOf(rightQuestions);
    }

    public static Progress none() {
        return new Progress(Set.of(), Set.of(), null, Set.of(), Set.of(), false, 0);
    }

    public boolean isComplete() {
        return done.size() == Step.values().length;
    }

    /** Steps that are not done, in order. */
    public List<Step> left() {
        return Arrays.stream(Step.values()).filter(step -> !done.contains(step)).toList();
    }

    /** Where to go on: the first step that was neither done nor skipped, else the first that was skipped, else the last. */
    public Step next() {
        return left().stream()
                .filter(step -> !skipped.contains(step))
                .findFirst()
                .or(() -> left().stream().findFirst())
                .orElse(Step.STAFF);
    }

    Progress withDone(Step step) {
        return withSteps(with(done, step, true), with(skipped, step, false));
    }

    Progress withSkipped(Step step) {
        return done.contains(step) ? this : withSteps(done, with(skipped, step, true));
    }

    private Progress withSteps(Set<Step> nowDone, Set<Step> nowSkipped) {
        return new Progress(nowDone, nowSkipped, connection, confirmedRules, rightQuestions, dismissed, version);
    }

    Progress withConnection(Connection chosen) {
        return new Progress(done, skipped, chosen, confirmedRules, rightQuestions, dismissed, version);
    }

    Progress withRule(String rule, boolean confirmed) {
        Set<String> rules = new LinkedHashSet<>(confirmedRules);
        boolean changed = confirmed ? rules.add(rule) : rules.remove(rule);
        return changed ? new Progress(done, skipped, connection, rules, rightQuestions, dismissed, version) : this;
    }

    Progress withQuestions(Set<String> entries, boolean right) {
        Set<String> questions = new LinkedHashSet<>(rightQuestions);
        boolean changed = right ? questions.addAll(entries) : questions.removeAll(entries);
        return changed ? new Progress(done, skipped, connection, confirmedRules, questions, dismissed, version) : this;
    }

    Progress withDismissed(boolean now) {
        return new Progress(done, skipped, connection, confirmedRules, rightQuestions, now, version);
    }

    private static Set<Step> with(Set<Step> steps, Step step, boolean in) {
        EnumSet<Step> changed = EnumSet.noneOf(Step.class);
        changed.addAll(steps);
        if (in) {
            changed.add(step);
        } else {
            changed.remove(step);
        }
        return changed;
    }
}
