package io.xiaoer.insights.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Trace;
import io.xiaoer.bots.BotId;
import io.xiaoer.insights.NearEntry;
import io.xiaoer.insights.QuestionCluster;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds entries of the draft that may be what is meant. Not for use in a transaction: the draft may have to be compiled first. */
@Component
public class NearEntries {

    private final CompiledReleases releases;
    private final Engine engine;
    private final Clock clock;

    NearEntries(CompiledReleases releases, Engine engine, Clock clock) {
        this.releases = releases;
        this.engine = engine;
        this.clock = clock;
    }

    /** For each question, nearest first. */
    public Map<String, List<NearEntry>> of(BotId bot, Collection<String> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        CompiledRelease draft = releases.draft(bot);
        Map<String, String> titles = draft.content().entries().stream()
                .collect(Collectors.toMap(ReleasedEntry::key, ReleasedEntry::question));
        Map<String, List<NearEntry>> near = new HashMap<>();
        questions.forEach(question -> near.put(question, nearest(draft, question, titles)));
        return near;
    }

    public Map<UUID, List<NearEntry>> ofClusters(BotId bot, List<QuestionCluster> clusters) {
        Map<String, List<NearEntry>> near =
                of(bot, clusters.stream().map(QuestionCluster::question).collect(Collectors.toSet()));
        return clusters.stream()
                .collect(Collectors.toMap(
                        QuestionCluster::id, cluster -> near.getOrDefault(cluster.question(), List.of())));
    }

    private List<NearEntry> nearest(CompiledRelease draft, String question, Map<String, String> titles) {
        Plan plan = engine.understand(draft, History.none(), question, clock.instant());
        List<Trace.Match> best = plan.trace().best();
        return best.isEmpty()
                ? plan.candidates().stream()
                        .map(candidate -> new NearEntry(candidate.entryKey(), candidate.question(), 1))
                        .toList()
                : best.stream()
                        .map(match -> new NearEntry(
                                match.entryKey(),
                                titles.getOrDefault(match.entryKey(), match.entryKey()),
                                Math.clamp(match.dense(), 0, 1)))
                        .sorted(Comparator.comparingDouble(NearEntry::likeness).reversed())
                        .toList();
    }
}
