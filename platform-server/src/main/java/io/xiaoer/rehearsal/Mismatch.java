package io.xiaoer.rehearsal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something in a reply that is not as it must be.
 *
 * @param expected what must be, or must not be, there
 * @param actual what there is instead: keys of entries, or a kind; empty for none
 */
public record Mismatch(What what, String expected, String actual) {

    /** Stands between several keys. */
    private static final String OR = " | ";

    /** None of the entries answered that should. */
    public static Mismatch entries(List<String> expected, List<String> actual) {
        return new Mismatch(What.ENTRY, String.join(OR, expected), String.join(OR, actual));
    }

    /** Keys of the entries that answered, or were offered, instead. */
    public List<String> actuals() {
        return what != What.ENTRY || actual.isEmpty() ? List.of() : List.of(actual.split(Pattern.quote(OR)));
    }

    /** In what a reply differs. */
    public enum What {
        ENTRY,
        KIND,
        CONTAINS,
        LACKS,
        /** It could not be asked. */
        ERROR
    }
}
