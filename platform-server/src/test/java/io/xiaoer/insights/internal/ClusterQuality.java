package io.xiaoer.insights.internal;

import io.xiaoer.answering.Engine;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How well questions are sorted, against labels that people gave. */
final class ClusterQuality {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T12:00:00+08:00");
    private static final Kind KIND = new Kind(Cause.NOT_UNDERSTOOD, null);

    private ClusterQuality() {}

    /** A question and what it asks for, as a person has it. */
    record Labelled(String label, String text) {}

    /** Of pairs that are together, those that should be; of those that should be, those that are. */
    record Score(double precision, double recall, double purity, int clusters) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** Puts questions together: a number for each. */
    interface Method {
        List<Integer> clusters(List<String> texts, double threshold);
    }

    static List<Labelled> inScope(Path dir) throws IOException {
        Set<String> wanted = Files.readAllLines(dir.resolve("intents.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(row -> row[2].equals("1"))
                .map(row -> row[0])
                .collect(Collectors.toSet());
        return Files.readAllLines(dir.resolve("dev.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(row -> wanted.contains(row[1]))
                .map(row -> new Labelled(row[1], row[2]))
                .toList();
    }

    static Method sorting(Function<String, float[]> meaning) {
        return (texts, threshold) -> {
            Sorting sorting = new Sorting(List.of(), (float) threshold);
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Place place = new Place(new ConversationId(new UUID(1, i)), 1);
                String wording = Engine.bare(texts.get(i));
                places.add(place);
                sorting.add(new Failed(place, KIND, texts.get(i), wording, null, NOW), meaning);
            }
            sorting.merge();
            Map<Place, UUID> sorted = sorting.sorted();
            Map<UUID, Integer> numbers = new HashMap<>();
            return places.stream()
                    .map(place -> numbers.computeIfAbsent(sorted.get(place), id -> numbers.size()))
                    .toList();
        };
    }

    /** One naive method: together are those that share enough characters with any of the others. */
    static Method sharedCharacters() {
        return (texts, threshold) -> {
            List<Set<Integer>> letters = texts.stream()
                    .map(text -> Engine.bare(text).codePoints().boxed().collect(Collectors.toSet()))
                    .toList();
            int[] of = new int[texts.size()];
            for (int i = 0; i < of.length; i++) {
                of[i] = i;
                for (int j = 0; j < i; j++) {
                    if (of[j] != of[i] && jaccard(letters.get(i), letters.get(j)) >= threshold) {
                        int from = of[i];
                        int to = of[j];
                        for (int k = 0; k <= i; k++) {
                            of[k] = of[k] == from ? to : of[k];
                        }
                    }
                }
            }
            List<Integer> clusters = new ArrayList<>();
            for (int cluster : of) {
                clusters.add(cluster);
            }
            return clusters;
        };
    }

    private static double jaccard(Set<Integer> one, Set<Integer> other) {
        Set<Integer> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    static Score score(List<Labelled> set, List<Integer> clusters) {
        long together = 0;
        long should = 0;
        long both = 0;
        for (int i = 0; i < set.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean are = clusters.get(i).equals(clusters.get(j));
                boolean ought = set.get(i).label().equals(set.get(j).label());
                together += are ? 1 : 0;
                should += ought ? 1 : 0;
                both += are && ought ? 1 : 0;
            }
        }
        Map<Integer, Map<String, Integer>> labels = new HashMap<>();
        for (int i = 0; i < set.size(); i++) {
            labels.computeIfAbsent(clusters.get(i), any -> new HashMap<>())
                    .merge(set.get(i).label(), 1, Integer::sum);
        }
        int pure = labels.values().stream()
                .mapToInt(of -> Collections.max(of.values()))
                .sum();
        return new Score(
                together == 0 ? 0 : (double) both / together,
                should == 0 ? 0 : (double) both / should,
                (double) pure / set.size(),
                labels.size());
    }

    /** What came of a method on folds that its threshold was not chosen on. */
    record Held(double threshold, Score score) {}

    /** Each half once: the threshold is the best of the inner folds of the other half. */
    static List<Held> halves(List<Labelled> set, Method method, double[] thresholds, int inner, long seed) {
        List<Labelled> shuffled = new ArrayList<>(set);
        Collections.shuffle(shuffled, new Random(seed));
        int middle = shuffled.size() / 2;
        List<Labelled> first = shuffled.subList(0, middle);
        List<Labelled> second = shuffled.subList(middle, shuffled.size());
        return List.of(held(first, second, method, thresholds, inner), held(second, first, method, thresholds, inner));
    }

    private static Held held(
            List<Labelled> choosing, List<Labelled> held, Method method, double[] thresholds, int inner) {
        double best = thresholds[0];
        double most = -1;
        for (double threshold : thresholds) {
            double sum = 0;
            for (int fold = 0; fold < inner; fold++) {
                List<Labelled> part = new ArrayList<>();
                for (int i = 0; i < choosing.size(); i++) {
                    if (i % inner != fold) {
                        part.add(choosing.get(i));
                    }
                }
                sum += score(part, method.clusters(texts(part), threshold)).f1();
            }
            if (sum > most) {
                most = sum;
                best = threshold;
            }
        }
        return new Held(best, score(held, method.clusters(texts(held), best)));
    }

    static List<String> texts(List<Labelled> set) {
        return set.stream().map(Labelled::text).toList();
    }
}
