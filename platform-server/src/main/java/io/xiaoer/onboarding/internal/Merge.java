package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.tone.ToneProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Three ways of a bot's words: as its pack was, as the shop has made them, as the pack is now. The shop's edits win. Pure. */
public final class Merge {

    private static final int MOST_WORDS = 5_000;

    private Merge() {}

    /**
     * What comes of it.
     *
     * @param put entries that are new or changed, these with the version they were made on
     * @param withdrawn entries that leave
     * @param lexicon null if it stays as it is
     * @param tone null if it stays as it is
     */
    public record Merged(
            List<Item> items,
            List<EntryDraft> put,
            List<Entry> withdrawn,
            @Nullable Lexicon lexicon,
            @Nullable ToneProfile tone,
            CaseMerge.Merged cases) {}

    public static Merged of(PackWords old, ShopWords mine, PackWords fresh) {
        EntryMerge.Merged entries = EntryMerge.of(old.entries(), mine.entries(), fresh.entries());
        List<Item> items = new ArrayList<>(entries.items());
        Lexicon lexicon = lexicon(old, mine.lexicon().lexicon(), fresh, items);
        Map<String, EntryDraft> now = now(mine.entries(), entries);
        List<String> answers = now.values().stream()
                .filter(draft -> !Boolean.FALSE.equals(draft.enabled()))
                .map(draft -> Objects.requireNonNullElse(draft.answer(), ""))
                .toList();
        ToneMerge.Merged tone = ToneMerge.of(old.tone(), mine.tone().profile(), fresh.tone(), answers);
        add(items, What.TONE, "tone", tone.changes());
        CaseMerge.Merged cases = CaseMerge.of(
                old.cases(),
                mine.cases(),
                Objects.requireNonNullElse(fresh.cases(), List.of()),
                standing(old, now, fresh));
        items.addAll(cases.items());
        items.addAll(rules(old, fresh));
        return new Merged(
                List.copyOf(items),
                entries.put(),
                entries.withdrawn(),
                lexicon.equals(mine.lexicon().lexicon()) ? null : lexicon,
                tone.tone().equals(mine.tone().profile()) ? null : tone.tone(),
                cases);
    }

    private static Lexicon lexicon(PackWords old, Lexicon mine, PackWords fresh, List<Item> items) {
        GroupMerge.Merged groups = GroupMerge.of(old.synonyms(), mine.synonyms(), fresh.synonyms());
        add(items, What.SYNONYMS, "synonyms", groups.changes());
        ListMerge words = ListMerge.of(old.words(), mine.words(), fresh.words());
        List<String> admitted = words.added().stream()
                .limit(Math.max(0, MOST_WORDS - words.kept().size()))
                .toList();
        if (!words.removed().isEmpty() || !admitted.isEmpty()) {
            add(items, What.WORDS, "words", List.of(new Change("words", words.removed(), admitted, null)));
        }
        return new Lexicon(groups.groups(), words.isNothing() ? mine.words() : words.with(admitted));
    }

    private static void add(List<Item> items, What what, String subject, List<Change> changes) {
        if (!changes.isEmpty()) {
            boolean takes = changes.stream().anyMatch(change -> change.kept() == null);
            items.add(new Item(what, takes ? Fate.IMPROVED : Fate.KEPT, subject, "", changes));
        }
    }

    /** The entries as they would be. */
    private static Map<String, EntryDraft> now(List<Entry> mine, EntryMerge.Merged merged) {
        Map<String, EntryDraft> now = new LinkedHashMap<>();
        mine.forEach(entry -> now.put(entry.key(), entry.toDraft()));
        merged.withdrawn().forEach(entry -> now.remove(entry.key()));
        merged.put().forEach(draft -> now.put(Objects.requireNonNull(draft.key()), draft));
        return now;
    }

    private static CaseMerge.Standing standing(PackWords old, Map<String, EntryDraft> now, PackWords fresh) {
        Set<String> before = old.entries().stream().map(EntryDraft::key).collect(Collectors.toSet());
        Set<String> answering = new HashSet<>();
        Set<String> pure = new HashSet<>();
        Set<String> added = new HashSet<>();
        for (EntryDraft draft : fresh.entries()) {
            String key = Objects.requireNonNull(draft.key());
            EntryDraft merged = now.get(key);
            if (merged != null && !Boolean.FALSE.equals(merged.enabled())) {
                answering.add(key);
                if (Words.of(merged).isLike(Words.of(draft))) {
                    pure.add(key);
                }
                if (!before.contains(key)) {
                    added.add(key);
                }
            }
        }
        return new CaseMerge.Standing(answering, pure, added);
    }

    private static List<Item> rules(PackWords old, PackWords fresh) {
        if (old.rules() == null || fresh.rules() == null) {
            return List.of();
        }
        Map<String, Pack.Rule> before = new HashMap<>();
        old.rules().forEach(rule -> before.put(name(rule), rule));
        List<Item> named = new ArrayList<>();
        for (Pack.Rule rule : fresh.rules()) {
            Pack.Rule was = before.remove(name(rule));
            if (was == null || !was.params().equals(rule.params())) {
                named.add(named(was, rule));
            }
        }
        before.values().forEach(gone -> named.add(named(gone, null)));
        return named;
    }

    private static String name(Pack.Rule rule) {
        return rule.type() + "/" + rule.key();
    }

    private static Item named(Pack.@Nullable Rule was, Pack.@Nullable Rule now) {
        Pack.Rule rule = Objects.requireNonNull(now == null ? was : now);
        Change change = new Change(
                rule.type(),
                was == null ? List.of() : List.of(was.params().toString()),
                now == null ? List.of() : List.of(now.params().toString()),
                Kept.RULE);
        return new Item(What.RULE, Fate.KEPT, name(rule), "", List.of(change));
    }
}
