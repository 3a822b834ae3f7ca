package io.xiaoer.answering;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the reply is what it is; plain values, so that it can be kept as JSON.
 *
 * @param kind the kind of reply, for example {@code answer}
 * @param facts that were told, with their freshness and the versions of rules: enough to word the reply again
 * @param problem why the answer could not be worded; null when it could
 * @param micros microseconds the wording took
 */
public record Receipt(
        String kind,
        Outcome outcome,
        List<Plan.Candidate> candidates,
        List<Integer> readTogether,
        Trace understanding,
        List<Fact> facts,
        @Nullable String problem,
        Map<String, Long> micros) {

    public Receipt {
        candidates = List.copyOf(candidates);
        readTogether = List.copyOf(readTogether);
        facts = List.copyOf(facts);
        micros = Map.copyOf(micros);
    }
}
