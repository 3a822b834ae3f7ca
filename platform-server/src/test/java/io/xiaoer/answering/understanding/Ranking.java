package io.xiaoer.answering.understanding;

import io.xiaoer.answering.Embedder;
import io.xiaoer.releases.ReleaseContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All entries of a release ordered for a message, by the engine's score and by two plain baselines; for the bench. */
public final class Ranking {

    /** Entry keys, best first, with their scores. */
    public record Ranked(List<String> keys, List<Double> scores) {
        public int rankOf(String key) {
            return keys.indexOf(key);
        }
    }

    private final Embedder embedder;
    private final ReleaseContent content;
    private final Index index;
    private final List<String> rawTexts = new ArrayList<>();
    private final List<String> rawOwners = new ArrayList<>();
    private final List<float[]> rawVectors;

    public Ranking(Embedder embedder, ReleaseContent content) {
        this(embedder, content, Index.Weights.MEASURED);
    }

    Ranking(Embedder embedder, ReleaseContent content, Index.Weights weights) {
        this.embedder = embedder;
        this.content = content;
        List<IndexedText> texts = IndexedText.of(content);
        List<String> embedded = texts.stream()
                .filter(IndexedText::hasVector)
                .map(IndexedText::text)
                .toList();
        this.index = new Index(content, texts, Vectors.of(embedder.embedAll(embedded)), weights);
        content.entries().forEach(entry -> {
            rawTexts.add(entry.question());
            rawOwners.add(entry.key());
            entry.similar().forEach(similar -> {
                rawTexts.add(similar);
                rawOwners.add(entry.key());
            });
        });
        this.rawVectors = embedder.embedAll(rawTexts);
    }

    /** By the engine's score. */
    public Ranked engine(String message) {
        String text = index.normalise(message);
        var found = index.search(
                text,
                embedder.embed(text),
                e -> true,
                Index.NONE,
                content.entries().size());
        return new Ranked(
                found.stream().map(s -> index.entry(s.entry()).key()).toList(),
                found.stream().map(Index.Scored::score).toList());
    }

    /** Baseline: the nearest of question and similar questions, nothing normalised but case. */
    public Ranked nearest(String message) {
        float[] query = embedder.embed(message.toLowerCase(Locale.ROOT));
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < rawOwners.size(); i++) {
            double dot = 0;
            float[] vector = rawVectors.get(i);
            for (int d = 0; d < query.length; d++) {
                dot += query[d] * vector[d];
            }
            best.merge(rawOwners.get(i), dot, Math::max);
        }
        Map<String, Double> sorted = new LinkedHashMap<>();
        best.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new Ranked(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }
}
