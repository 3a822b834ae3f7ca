package io.xiaoer.rehearsal;

/**
 * Something in a reply that is not as it must be.
 *
 * @param expected what must be, or must not be, there
 * @param actual what there is instead: keys of entries, or a kind; empty for none
 */
public record Mismatch(What what, String expected, String actual) {

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
