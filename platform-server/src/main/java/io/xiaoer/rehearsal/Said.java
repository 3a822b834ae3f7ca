package io.xiaoer.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * What a question is told, as far as it is compared.
 *
 * @param kind of the reply: {@code answer}, {@code choices}, {@code unknown}, {@code declined}, {@code handover} or {@code fallback}
 * @param entryKey the entry that answers; null if none does, or several are offered
 * @param question of that entry, where it is known
 * @param text the words, without what may tell who is spoken to
 * @param factsMissing whether the answer is over facts that are not known any more, so that only its entry can be compared
 */
public record Said(
        String kind, @Nullable String entryKey, @Nullable String question, String text, boolean factsMissing) {

    public static final String ANSWER = "answer";
    public static final String CHOICES = "choices";
    public static final String DECLINED = "declined";
    public static final String UNKNOWN = "unknown";

    /** Whether an entry was found for it, whatever could be said then. */
    public boolean isAnswered() {
        return kind.equals(ANSWER) || kind.equals(DECLINED) || (kind.equals(CHOICES) && entryKey != null);
    }
}
