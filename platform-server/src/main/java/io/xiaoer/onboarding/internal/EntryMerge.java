package io.xiaoer.onboarding.internal;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.PackUpgrade.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a pack's entries into a bot's, entry by entry and field by field. Pure. */
final class EntryMerge {

    private final Map<String, Words> old = new LinkedHashMap<>();
    private final Map<String, Words> fresh = new LinkedHashMap<>();
    private final Map<String, Entry> mine = new LinkedHashMap<>();
    private final Map<String, MergingEntry> merging = new LinkedHashMap<>();
    private final Claims questions = new Claims();
    private final Claims keywords = new Claims();
    private final List<Item> items = new ArrayList<>();
    private final List<EntryDraft> put = new ArrayList<>();
    private final List<Entry> withdrawn = new ArrayList<>();

    private EntryMerge(List<EntryDraft> old, List<Entry> mine, List<EntryDraft> fresh) {
        old.stream().map(Words::of).forEach(words -> this.old.put(words.key(), words));
        fresh.stream().map(Words::of).forEach(words -> this.fresh.put(words.key(), words));
        mine.forEach(entry -> this.mine.put(entry.key(), entry));
    }

    /**
     * What comes of it.
     *
     * @param put new and changed ones, these with the version they were made on
     * @param withdrawn those that leave
     */
    record Merged(List<Item> items, List<EntryDraft> put, List<Entry> withdrawn) {}

    static Merged of(List<EntryDraft> old, List<Entry> mine, List<EntryDraft> fresh) {
        return new EntryMerge(old, mine, fresh).merge();
    }

    /** Words that one entry of a bot has; another must not have them too. */
    static final class Claims {
        private final Map<String, String> owners = new HashMap<>();

        /** False if another entry has it. */
        boolean take(String text, String key) {
            String owner = owners.putIfAbsent(Same.fold(text), key);
            return owner == null || owner.equals(key);
        }

        boolean isFree(String text, String key) {
            String owner = owner(text);
            return owner == null || owner.equals(key);
        }

        @Nullable
        String owner(String text) {
            return owners.get(Same.fold(text));
        }
    }

    private Merged merge() {
        Set<String> keys = new LinkedHashSet<>(fresh.keySet());
        keys.addAll(old.keySet());
        keys.forEach(this::compare);
        claimWhatStays();
        decideQuestions();
        for (MergingEntry entry : merging.values()) {
            if (entry.isNew() && !entry.hasItsQuestion()) {
                String owner = questions.owner(entry.words().question());
                items.add(keptNew(entry.words(), owner == null ? "" : title(owner)));
                continue;
            }
            entry.decideLists(questions, keywords, this::title);
            entry.toItem().ifPresent(items::add);
            entry.toDraft().ifPresent(put::add);
        }
        return new Merged(List.copyOf(items), List.copyOf(put), List.copyOf(withdrawn));
    }

    private void compare(String key) {
        Words before = old.get(key);
        Words after = fresh.get(key);
        Entry own = mine.get(key);
        if (after == null) {
            leave(before, own);
        } else if (own == null) {
            if (before == null) {
                merging.put(key, MergingEntry.fresh(after));
            } else if (!before.isLike(after)) {
                items.add(kept(after, new Change("entry", List.of(), List.of(after.answer()), Kept.DELETED)));
            }
        } else if (before == null) {
            if (!Words.of(own).isLike(after)) {
                items.add(
                        kept(after, new Change("entry", List.of(own.answer()), List.of(after.answer()), Kept.EDITED)));
            }
        } else {
            merging.put(key, MergingEntry.of(before, own, after));
        }
    }

    private void leave(@Nullable Words before, @Nullable Entry own) {
        if (before == null || own == null) {
            return;
        }
        Words words = Words.of(own);
        if (words.isLike(before)) {
            withdrawn.add(own);
            items.add(new Item(
                    What.ENTRY,
                    Fate.WITHDRAWN,
                    own.key(),
                    own.question(),
                    List.of(new Change("entry", List.of(own.answer()), List.of(), null))));
        } else {
            items.add(kept(words, new Change("entry", List.of(own.answer()), List.of(), Kept.EDITED)));
        }
    }

    private void claimWhatStays() {
        for (Entry entry : mine.values()) {
            MergingEntry changing = merging.get(entry.key());
            if (changing != null) {
                changing.claimWhatStays(questions, keywords);
            } else if (!withdrawn.contains(entry)) {
                questions.take(entry.question(), entry.key());
                entry.similar().forEach(text -> questions.take(text, entry.key()));
                entry.keywords().forEach(word -> keywords.take(word, entry.key()));
            }
        }
    }

    /** Questions come before similar ones. One that is not given its new question keeps its own, which then is not to be had for another. */
    private void decideQuestions() {
        List<MergingEntry> wanting = new ArrayList<>(
                merging.values().stream().filter(MergingEntry::wantsQuestion).toList());
        while (true) {
            Optional<MergingEntry> refused = wanting.stream()
                    .filter(entry -> !questions.isFree(
                            entry.words().question(), entry.words().key()))
                    .findFirst();
            if (refused.isEmpty()) {
                break;
            }
            wanting.remove(refused.get());
            refused.get().keepQuestion(questions);
        }
        wanting.forEach(entry -> entry.takeQuestion(questions));
    }

    private String title(String key) {
        Entry entry = mine.get(key);
        if (entry != null) {
            return entry.question();
        }
        Words words = fresh.get(key);
        return words == null ? key : words.question();
    }

    private static Item keptNew(Words words, String owner) {
        return kept(words, new Change("question", List.of(owner), List.of(words.question()), Kept.ELSEWHERE));
    }

    private static Item kept(Words words, Change change) {
        return new Item(What.ENTRY, Fate.KEPT, words.key(), words.question(), List.of(change));
    }
}
