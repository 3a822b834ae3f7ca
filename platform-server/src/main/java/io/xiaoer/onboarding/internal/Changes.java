package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an upgrade changed, each with what there was before and the version there was after it, so that it can be taken back. */
public record Changes(
        List<OfEntry> entries,
        @Nullable OfLexicon lexicon,
        @Nullable OfTone tone,
        List<OfCase> cases) {

    /**
     * An entry.
     *
     * @param before version there was; null if the entry is new
     * @param after version there was then; null if the entry left
     */
    public record OfEntry(
            String key,
            String question,
            @Nullable Integer before,
            @Nullable Integer after) {}

    /** The lexicon. */
    public record OfLexicon(Lexicon before, int after) {}

    /** The voice. */
    public record OfTone(ToneProfile before, int after) {}

    /**
     * A test case.
     *
     * @param id of the case; null if it left
     * @param before null if it is new
     * @param after version there was then; 0 if it left
     */
    public record OfCase(@Nullable UUID id, TestCase.@Nullable Draft before, String question, int after) {}
}
