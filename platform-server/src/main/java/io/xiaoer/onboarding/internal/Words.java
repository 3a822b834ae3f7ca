package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.releases.ReleasedEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That part of an entry which a pack can bring. */
record Words(
        String key, String question, List<String> similar, List<String> keywords, String answer, List<String> needs) {

    static Words of(Entry entry) {
        return new Words(
                entry.key(), entry.question(), entry.similar(), entry.keywords(), entry.answer(), entry.needs());
    }

    static Words of(EntryDraft draft) {
        return new Words(
                Objects.requireNonNull(draft.key()),
                Objects.requireNonNullElse(draft.question(), ""),
                listed(draft.similar()),
                listed(draft.keywords()),
                Objects.requireNonNullElse(draft.answer(), ""),
                listed(draft.needs()));
    }

    static EntryDraft draft(ReleasedEntry entry) {
        return new EntryDraft(
                entry.key(),
                entry.question(),
                entry.similar(),
                entry.keywords(),
                entry.answer(),
                entry.needs(),
                null,
                null,
                null,
                null);
    }

    private static List<String> listed(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    /** An answer and what it needs belong together. */
    boolean answersLike(Words other) {
        return answer.strip().equals(other.answer.strip()) && Same.sets(needs, other.needs);
    }

    boolean isLike(Words other) {
        return question.strip().equals(other.question.strip())
                && answersLike(other)
                && Same.sets(similar, other.similar)
                && Same.sets(keywords, other.keywords);
    }
}
