package io.xiaoer.answering;

import java.util.Map;
import java.util.Set;

/**
 * What is true at the moment of the answer.
 *
 * @param values plain data by the name of the fact: strings, numbers, booleans, lists and maps of these
 * @param missing names of facts that were needed and could not be had
 */
public record Facts(Map<String, Object> values, Set<String> missing) {

    public Facts {
        values = Map.copyOf(values);
        missing = Set.copyOf(missing);
    }

    public static Facts of(Map<String, Object> values) {
        return new Facts(values, Set.of());
    }

    public static Facts none() {
        return new Facts(Map.of(), Set.of());
    }

    /** Whether the fact is known. */
    public boolean has(String name) {
        return values.containsKey(name) && !missing.contains(name);
    }
}
