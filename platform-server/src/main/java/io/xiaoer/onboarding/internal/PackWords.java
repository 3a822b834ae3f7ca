package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a pack brings to a bot.
 *
 * @param cases null where they are not known
 * @param rules null where they are not known
 */
public record PackWords(
        int version,
        List<EntryDraft> entries,
        List<List<String>> synonyms,
        List<String> words,
        ToneProfile tone,
        @Nullable List<TestCase.Draft> cases,
        @Nullable List<Pack.Rule> rules) {

    public static PackWords of(Pack pack) {
        return new PackWords(
                pack.version(),
                pack.entries(),
                pack.synonyms(),
                pack.words(),
                pack.tone(),
                pack.testCases(),
                pack.rules());
    }

    /** What a bot had from it in its first release. */
    static PackWords of(int version, ReleaseContent first) {
        return new PackWords(
                version,
                first.entries().stream().map(Words::draft).toList(),
                first.synonyms(),
                first.words(),
                first.tone(),
                null,
                null);
    }
}
