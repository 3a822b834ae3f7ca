package io.xiaoer.insights.internal;

import io.xiaoer.insights.Mend;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.shared.FieldErrors;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mending makes of an entry, and whether a release has it. Pure. */
public final class Mends {

    private Mends() {}

    /** @throws io.xiaoer.shared.Problem naming what is missing */
    public static void validate(Mend mend) {
        FieldErrors errors = new FieldErrors();
        switch (mend.as()) {
            case KEYWORD, SIMILAR -> {
                boolean keyword = mend.as() == Mend.As.KEYWORD;
                errors.rejectIf(mend.entryKey() == null, "entryKey", "is required: the entry that is meant");
                errors.rejectIf(mend.texts().isEmpty(), "texts", "must name at least one text");
                errors.texts(
                        "texts",
                        mend.texts(),
                        keyword ? EntryDraft.MAX_KEYWORDS : EntryDraft.MAX_SIMILAR,
                        keyword ? EntryDraft.MAX_KEYWORD : EntryDraft.MAX_QUESTION);
            }
            case ENTRY -> errors.rejectIf(mend.entry() == null, "entry", "is required: the new entry");
            case CONNECT, IGNORE -> {}
        }
        errors.throwIfAny();
    }

    /** The entry as it is with the mending's texts. A keyword is a way to ask as well: it is found by its meaning, too, in whatever stands around it. */
    public static EntryDraft changed(Entry entry, Mend mend) {
        boolean keyword = mend.as() == Mend.As.KEYWORD;
        return new EntryDraft(
                entry.key(),
                entry.question(),
                joined(entry.similar(), mend.texts()),
                keyword ? joined(entry.keywords(), mend.texts()) : entry.keywords(),
                entry.answer(),
                entry.needs(),
                entry.validFrom(),
                entry.validTo(),
                entry.enabled(),
                entry.version());
    }

    /** What is written of a new entry. */
    public static EntryDraft fresh(Mend mend) {
        EntryDraft entry = Objects.requireNonNull(mend.entry());
        entry.validate();
        return entry;
    }

    private static List<String> joined(List<String> known, List<String> more) {
        return Stream.concat(known.stream(), more.stream().map(String::strip))
                .distinct()
                .toList();
    }

    /** Whether a release has what the mending made: its entry with at least one of the texts. */
    static boolean isIn(ReleaseContent content, Mend.As as, @Nullable String key, List<String> texts) {
        return content.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .anyMatch(entry -> as == Mend.As.ENTRY || has(entry, texts));
    }

    private static boolean has(ReleasedEntry entry, List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .anyMatch(text ->
                        entry.keywords().contains(text) || entry.similar().contains(text));
    }
}
