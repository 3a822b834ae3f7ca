package io.xiaoer.rehearsal;

import io.xiaoer.shared.FieldErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply must be like; all that is said of it must hold.
 *
 * @param entryKey the entry that must answer, or be among the choices; null for any
 * @param alsoAccept entries that are as good
 * @param kind one of {@link #KINDS}; null for any
 * @param contains what the reply must say
 * @param lacks what it must not say
 */
public record Expectation(
        @Nullable String entryKey,
        List<String> alsoAccept,
        @Nullable String kind,
        List<String> contains,
        List<String> lacks) {

    /** The reply brings a person, whatever else is said. */
    public static final String HANDOVER = "handover";

    /** Kinds of replies that can be asked for. */
    public static final List<String> KINDS = List.of("answer", "choices", "unknown", "declined", HANDOVER);

    public static final int MAX_KEY = 64;
    public static final int MOST_TEXTS = 20;
    public static final int MAX_TEXT = 200;

    private static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";

    @SuppressWarnings("NullAway") // a form may leave a list out, and may hold nothing in it until it is validated
    public Expectation {
        entryKey = blankToNull(entryKey);
        kind = blankToNull(kind);
        alsoAccept = listed(alsoAccept);
        contains = listed(contains);
        lacks = listed(lacks);
    }

    /** An entry must answer, or be among the choices. */
    public static Expectation entry(String key) {
        return new Expectation(key, List.of(), null, List.of(), List.of());
    }

    public static Expectation kind(String kind) {
        return new Expectation(null, List.of(), kind, List.of(), List.of());
    }

    /**
     * What a reply like this one meets.
     *
     * @param kind of the reply
     * @param entry the entry that answered; null if none did
     */
    public static Expectation likeReply(String kind, @Nullable String entry) {
        return entry != null && (kind.equals("answer") || kind.equals("declined")) ? entry(entry) : kind(kind);
    }

    /** Entries that are right. */
    public List<String> accepted() {
        List<String> accepted = new ArrayList<>(alsoAccept);
        if (entryKey != null) {
            accepted.addFirst(entryKey);
        }
        return accepted;
    }

    /** Says what is wrong in it. */
    void validate(FieldErrors errors) {
        errors.rejectIf(
                        entryKey != null && (entryKey.length() > MAX_KEY || !entryKey.matches(KEY)),
                        "expect.entryKey",
                        "must be an entry's key")
                .rejectIf(kind != null && !KINDS.contains(kind), "expect.kind", "must be one of " + KINDS)
                .texts("expect.alsoAccept", alsoAccept, MOST_TEXTS, MAX_KEY)
                .texts("expect.contains", contains, MOST_TEXTS, MAX_TEXT)
                .texts("expect.lacks", lacks, MOST_TEXTS, MAX_TEXT)
                .rejectIf(
                        kind == null && accepted().isEmpty() && contains.isEmpty() && lacks.isEmpty(),
                        "expect",
                        "must say something: entryKey, kind, contains or lacks");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> listed(@Nullable List<String> texts) {
        return texts == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(texts));
    }
}
