package io.xiaoer.releases;

import io.xiaoer.tone.ToneProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the words of two releases. A pure comparison: entries by their keys, groups of synonyms as sets of words, lists whose
 * order means nothing without their order.
 *
 * @param added entries that only the second has; an entry that was switched on is one of them
 * @param removed entries that only the first has; an entry that was switched off is one of them
 * @param changed entries that both have, with what is different
 * @param shop the shop's own name and language
 */
public record ReleaseDiff(
        List<ReleasedEntry> added,
        List<ReleasedEntry> removed,
        List<ChangedEntry> changed,
        Groups synonyms,
        Words words,
        List<FieldChange> tone,
        List<FieldChange> shop) {

    /** An entry before and after; {@code question} as it is after. */
    public record ChangedEntry(String key, String question, List<FieldChange> fields) {}

    /**
     * @param field as the HTTP API calls it
     * @param before a text, a list of texts, a time or null
     */
    public record FieldChange(
            String field, @Nullable Object before, @Nullable Object after) {}

    public record Groups(List<List<String>> added, List<List<String>> removed) {}

    public record Words(List<String> added, List<String> removed) {}

    public static ReleaseDiff between(ReleaseContent before, ReleaseContent after) {
        Map<String, ReleasedEntry> old = byKey(before);
        Map<String, ReleasedEntry> fresh = byKey(after);
        List<ReleasedEntry> added = fresh.values().stream()
                .filter(entry -> !old.containsKey(entry.key()))
                .toList();
        List<ReleasedEntry> removed = old.values().stream()
                .filter(entry -> !fresh.containsKey(entry.key()))
                .toList();
        List<ChangedEntry> changed = new ArrayList<>();
        for (ReleasedEntry entry : fresh.values()) {
            ReleasedEntry was = old.get(entry.key());
            if (was != null && !was.equals(entry)) {
                List<FieldChange> fields = fields(was, entry);
                if (!fields.isEmpty()) {
                    changed.add(new ChangedEntry(entry.key(), entry.question(), fields));
                }
            }
        }
        return new ReleaseDiff(
                added,
                removed,
                List.copyOf(changed),
                groups(before.synonyms(), after.synonyms()),
                new Words(without(after.words(), before.words()), without(before.words(), after.words())),
                tone(before.tone(), after.tone()),
                shop(before, after));
    }

    /** Whether the two say the same. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many things differ; an entry, a group of synonyms, a word and a field of the tone count one each. */
    public int size() {
        return added.size()
                + removed.size()
                + changed.size()
                + synonyms.added().size()
                + synonyms.removed().size()
                + words.added().size()
                + words.removed().size()
                + tone.size()
                + shop.size();
    }

    private static Map<String, ReleasedEntry> byKey(ReleaseContent content) {
        Map<String, ReleasedEntry> entries = new LinkedHashMap<>();
        content.entries().forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    private static List<FieldChange> fields(ReleasedEntry was, ReleasedEntry is) {
        var changes = new Changes<>(was, is);
        changes.compare("question", ReleasedEntry::question);
        changes.compareLists("similar", ReleasedEntry::similar);
        changes.compareLists("keywords", ReleasedEntry::keywords);
        changes.compare("answer", ReleasedEntry::answer);
        changes.compareLists("needs", ReleasedEntry::needs);
        changes.compare("validFrom", ReleasedEntry::validFrom);
        changes.compare("validTo", ReleasedEntry::validTo);
        return changes.found();
    }

    private static List<FieldChange> tone(ToneProfile was, ToneProfile is) {
        var changes = new Changes<>(was, is);
        changes.compare("selfName", ToneProfile::selfName);
        changes.compareLists("address", ToneProfile::address);
        changes.compareLists("particles", ToneProfile::particles);
        changes.compare("emoji", ToneProfile::emoji);
        changes.compareLists("banned", ToneProfile::banned);
        changes.compare("greeting", ToneProfile::greeting);
        changes.compare("signOff", ToneProfile::signOff);
        return changes.found();
    }

    private static List<FieldChange> shop(ReleaseContent was, ReleaseContent is) {
        var changes = new Changes<>(was, is);
        changes.compare("shopName", ReleaseContent::shopName);
        changes.compare("locale", ReleaseContent::locale);
        return changes.found();
    }

    private static Groups groups(List<List<String>> was, List<List<String>> is) {
        return new Groups(unlike(is, was), unlike(was, is));
    }

    /** The groups that are not among {@code others}; which word is canonical counts. */
    private static List<List<String>> unlike(List<List<String>> groups, List<List<String>> others) {
        Set<List<String>> known = new LinkedHashSet<>();
        others.forEach(group -> known.add(canonical(group)));
        return groups.stream()
                .filter(group -> !known.contains(canonical(group)))
                .toList();
    }

    private static List<String> canonical(List<String> group) {
        if (group.isEmpty()) {
            return group;
        }
        List<String> ordered = new ArrayList<>(List.of(group.getFirst()));
        ordered.addAll(new TreeSet<>(group.subList(1, group.size())));
        return ordered;
    }

    private static List<String> without(List<String> words, List<String> others) {
        Set<String> known = Set.copyOf(others);
        return words.stream().filter(word -> !known.contains(word)).toList();
    }

    /** Collects what differs between two of a kind. */
    private record Changes<T>(T was, T is, List<FieldChange> found) {

        Changes(T was, T is) {
            this(was, is, new ArrayList<>());
        }

        void compare(String field, Function<T, ? extends @Nullable Object> part) {
            Object before = part.apply(was);
            Object after = part.apply(is);
            if (!Objects.equals(before, after)) {
                found.add(new FieldChange(field, before, after));
            }
        }

        void compareLists(String field, Function<T, List<String>> part) {
            List<String> before = part.apply(was);
            List<String> after = part.apply(is);
            if (!Set.copyOf(before).equals(Set.copyOf(after))) {
                found.add(new FieldChange(field, before, after));
            }
        }
    }
}
