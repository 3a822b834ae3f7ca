package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.knowledge.VersionedLexicon;
import io.xiaoer.onboarding.internal.EntryMerge.Merged;
import io.xiaoer.tone.Tone;
import io.xiaoer.tone.ToneProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Entries of a pack and of a shop, made short. */
final class MergeFixtures {

    private MergeFixtures() {}

    static EntryDraft pack(String key, String question, String answer, List<String> similar, List<String> keywords) {
        return new EntryDraft(key, question, similar, keywords, answer, List.of(), null, null, null, null);
    }

    static EntryDraft pack(String key, String question, String answer, String... similar) {
        return pack(key, question, answer, List.of(similar), List.of());
    }

    /** As the shop has it: at first what the pack brought. */
    static Entry shop(EntryDraft draft, int version) {
        Words words = Words.of(draft);
        return new Entry(
                words.key(),
                words.question(),
                words.similar(),
                words.keywords(),
                words.answer(),
                words.needs(),
                null,
                null,
                !Boolean.FALSE.equals(draft.enabled()),
                version);
    }

    static Entry shop(EntryDraft draft) {
        return shop(draft, 1);
    }

    static PackWords words(List<EntryDraft> entries) {
        return new PackWords(1, entries, List.of(), List.of(), ToneProfile.plain(), List.of(), List.of());
    }

    static ShopWords shopWords(List<Entry> entries) {
        return new ShopWords(
                entries, new VersionedLexicon(Lexicon.empty(), 1), new Tone(ToneProfile.plain(), 1), List.of());
    }

    /** @throws NullPointerException if there is none */
    static Entry at(Map<String, Entry> entries, String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /** What the shop has once it took what came of it. */
    static Map<String, Entry> after(List<Entry> mine, Merged merged) {
        Map<String, Entry> after = new LinkedHashMap<>();
        mine.forEach(entry -> after.put(entry.key(), entry));
        merged.withdrawn().forEach(entry -> after.remove(entry.key()));
        merged.put().forEach(draft -> {
            Entry entry = shop(draft, draft.version() == null ? 1 : draft.version() + 1);
            after.put(entry.key(), entry);
        });
        return after;
    }
}
