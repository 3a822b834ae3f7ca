package io.xiaoer.rehearsal.internal;

import io.xiaoer.conversations.Redaction;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effect.Flip;
import io.xiaoer.rehearsal.Effect.Traffic;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up what two versions of a bot say to the same questions. Pure. */
final class Weighing {

    /** Differences of a group that are shown. */
    private static final int SAMPLES = 8;

    /** Entries that lose questions and are named. */
    private static final int LOSING = 10;

    private final Map<String, String> questions = new HashMap<>();
    private final Map<Group, Integer> counts = new EnumMap<>(Group.class);
    private final Map<Group, List<Difference>> samples = new EnumMap<>(Group.class);
    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, Integer> after = new HashMap<>();
    private int asked;

    Weighing(ReleaseContent before, ReleaseContent after) {
        for (ReleaseContent content : List.of(after, before)) {
            for (ReleasedEntry entry : content.entries()) {
                questions.put(entry.key(), entry.question());
            }
        }
    }

    /** The most frequent texts come first. */
    void add(Frequent text, Told was, Told is) {
        Group group = was.group(is);
        asked += text.times();
        counts.merge(group, text.times(), Integer::sum);
        count(before, was.entry(), text.times());
        count(after, is.entry(), text.times());
        List<Difference> some = samples.computeIfAbsent(group, none -> new ArrayList<>());
        if (group != Group.SAME && some.size() < SAMPLES) {
            some.add(new Difference(
                    text.last().conversation(),
                    text.last().seq(),
                    text.last().at(),
                    Redaction.of(text.last().text()),
                    text.times(),
                    was.said(),
                    is.said(),
                    group));
        }
    }

    private static void count(Map<String, Integer> counts, @Nullable String entry, int times) {
        if (entry != null) {
            counts.merge(entry, times, Integer::sum);
        }
    }

    Effect effect(int days, List<Flip> fixed, List<Flip> broken) {
        return new Effect(
                asked,
                days,
                counts.getOrDefault(Group.NEWLY_ANSWERED, 0),
                counts.getOrDefault(Group.CHANGED, 0),
                counts.getOrDefault(Group.LOST, 0),
                samples.values().stream().flatMap(List::stream).toList(),
                fixed,
                broken,
                losing());
    }

    private List<Traffic> losing() {
        return new TreeSet<>(before.keySet())
                .stream()
                        .map(key -> new Traffic(
                                key,
                                questions.getOrDefault(key, key),
                                before.getOrDefault(key, 0),
                                after.getOrDefault(key, 0)))
                        .filter(traffic -> traffic.after() < traffic.before())
                        .sorted(Comparator.comparingInt((Traffic traffic) -> traffic.after() - traffic.before()))
                        .limit(LOSING)
                        .toList();
    }
}
