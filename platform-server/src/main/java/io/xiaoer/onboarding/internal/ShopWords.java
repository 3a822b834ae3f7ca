package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.VersionedLexicon;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.shared.Digests;
import io.xiaoer.tone.Tone;
import java.util.Comparator;
import java.util.List;

/** What a bot knows now: its draft, whole. */
public record ShopWords(List<Entry> entries, VersionedLexicon lexicon, Tone tone, List<TestCase> cases) {

    /** Another one whenever something in it has changed. */
    String digest() {
        StringBuilder versions = new StringBuilder();
        entries.forEach(entry ->
                versions.append(entry.key()).append(':').append(entry.version()).append('\n'));
        versions.append(lexicon.version()).append('/').append(tone.version()).append('\n');
        cases.stream()
                .sorted(Comparator.comparing(TestCase::id))
                .forEach(one -> versions.append(one.id())
                        .append(':')
                        .append(one.version())
                        .append('\n'));
        return Digests.sha256Hex(versions.toString());
    }
}
