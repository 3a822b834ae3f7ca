package io.xiaoer.insights;

import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.shared.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which questions to list.
 *
 * @param states none for those that are not done with
 * @param cause null for any
 * @param days how far back failures count, today included
 */
public record ClusterFilter(Set<State> states, @Nullable Cause cause, int days) {

    public static final int DEFAULT_DAYS = 30;
    public static final int MOST_DAYS = 90;

    private static final Set<State> NOT_DONE_WITH = Set.of(State.OPEN, State.DRAFTED, State.WATCHED);

    public static final ClusterFilter OPEN = new ClusterFilter(Set.of(), null, DEFAULT_DAYS);

    public ClusterFilter {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("days", "must be between 1 and " + MOST_DAYS);
        }
        states = states.isEmpty() ? NOT_DONE_WITH : Set.copyOf(states);
    }
}
