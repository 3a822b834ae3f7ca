package io.xiaoer.insights;

import io.xiaoer.knowledge.EntryDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a question that the bot fails.
 *
 * @param entryKey the entry that the texts go to; null for a new one
 * @param texts keywords or similar questions; empty otherwise
 * @param entry the new entry; null otherwise
 */
public record Mend(
        As as,
        @Nullable String entryKey,
        List<String> texts,
        @Nullable EntryDraft entry) {

    public Mend {
        texts = List.copyOf(texts);
    }

    /** In which way. */
    public enum As {
        /** The texts become keywords of an entry, and similar questions of it. */
        KEYWORD,
        /** The texts become similar questions of an entry. */
        SIMILAR,
        /** A new entry answers it. */
        ENTRY,
        /** The data that was missing is connected, or was missing for a reason that passed; nothing in the draft changes. */
        CONNECT,
        /** It needs no answer. */
        IGNORE;

        /** As the table and the API name it, for example {@code similar}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static As of(String key) {
            return Arrays.stream(values())
                    .filter(as -> as.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no way of mending: " + key));
        }
    }

    public static Mend keyword(String entryKey, List<String> texts) {
        return new Mend(As.KEYWORD, entryKey, texts, null);
    }

    public static Mend similar(String entryKey, List<String> texts) {
        return new Mend(As.SIMILAR, entryKey, texts, null);
    }

    public static Mend entry(EntryDraft entry) {
        return new Mend(As.ENTRY, null, List.of(), entry);
    }

    public static Mend connect() {
        return new Mend(As.CONNECT, null, List.of(), null);
    }

    public static Mend ignore() {
        return new Mend(As.IGNORE, null, List.of(), null);
    }
}
