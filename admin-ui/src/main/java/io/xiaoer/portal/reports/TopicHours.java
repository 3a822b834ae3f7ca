package io.xiaoer.portal.reports;

import io.xiaoer.insights.EntryHours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts the hours of entries together under the topics they belong to. Pure. */
final class TopicHours {

    private TopicHours() {}

    /**
     * The most asked topic first; what belongs to none and what came to no entry last.
     *
     * @param names of topics by entry
     * @param own what entries without a topic are called
     * @param none what questions without an entry are called
     */
    static List<EntryHours> of(List<EntryHours> entries, Map<String, String> names, String own, String none) {
        Map<String, EntryHours> topics = new LinkedHashMap<>();
        for (EntryHours entry : entries) {
            String key = entry.entryKey();
            String name = key == null ? none : names.getOrDefault(key, own);
            topics.merge(name, new EntryHours(name, entry.hours()), EntryHours::plus);
        }
        List<EntryHours> last = new ArrayList<>();
        for (String name : List.of(own, none)) {
            EntryHours hours = topics.remove(name);
            if (hours != null) {
                last.add(hours);
            }
        }
        List<EntryHours> all = new ArrayList<>(topics.values());
        all.sort(Comparator.comparingInt(EntryHours::questions)
                .reversed()
                .thenComparing(topic -> Objects.requireNonNullElse(topic.entryKey(), "")));
        all.addAll(last);
        return all;
    }
}
