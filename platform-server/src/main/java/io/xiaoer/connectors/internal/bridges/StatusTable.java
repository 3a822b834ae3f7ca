package io.xiaoer.connectors.internal.bridges;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of our statuses a platform's one is. One that the platform has invented since is passed on as it is: the store rejects the record
 * and says so, which is better than a guess.
 */
public final class StatusTable<S extends Enum<S>> {

    private final Map<String, S> table;

    private StatusTable(Map<String, S> table) {
        this.table = Map.copyOf(table);
    }

    /** @param theirs what each of ours is called there */
    public static <S extends Enum<S>> StatusTable<S> of(Map<S, List<String>> theirs) {
        Map<String, S> table = new TreeMap<>();
        theirs.forEach((ours, names) -> names.forEach(name -> {
            if (table.put(name, ours) != null) {
                throw new IllegalArgumentException(name + " stands in the table twice");
            }
        }));
        return new StatusTable<>(table);
    }

    /** As records spell it. */
    public String ours(String theirs) {
        S known = table.get(theirs);
        return known == null ? theirs : known.name().toLowerCase(Locale.ROOT);
    }

    /** All that the platform says, for tests. */
    public Map<String, S> all() {
        return table;
    }
}
