package io.xiaoer.bench;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Embedder;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Language;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.answering.understanding.E5Embedder;
import io.xiaoer.answering.understanding.Ranking;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.tone.ToneProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures understanding on evaluation sets and on a vertical pack: {@code --sets DIR}, {@code --pack DIR}, or both. Prints shares with
 * 95 % intervals. Thresholds are the engine's own, learnt from each release's own texts, never from the questions reported here; baselines
 * are computed in the same run.
 */
public final class UnderstandingBench {

    private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");

    private final Language chinese;
    private final Language english;
    private final Engine engine;

    private UnderstandingBench(Embedder chinese, Embedder english) throws IOException {
        this.chinese = Language.of(chinese, outOfScope("zh"));
        this.english = Language.of(english, outOfScope("en"));
        this.engine = new Engine(this.chinese, this.english);
    }

    public static void main(String[] args) throws IOException {
        Map<String, Path> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], Path.of(args[i + 1]));
        }
        try (var chinese = new BgeEmbedder();
                var english = new E5Embedder()) {
            var bench = new UnderstandingBench(new Remembering(chinese), new Remembering(english));
            Path sets = options.get("--sets");
            if (sets != null) {
                bench.smoke(sets.resolve("shop_faq_smoke"));
                bench.intents(sets.resolve("shop_intents"));
                bench.bank(sets.resolve("bank_faq"));
            }
            Path pack = options.get("--pack");
            if (pack != null) {
                bench.pack(pack);
            }
            if (sets == null && pack == null) {
                System.err.println("usage: UnderstandingBench [--sets DIR] [--pack DIR]");
            }
        }
    }

    static List<String> outOfScope() throws IOException {
        return outOfScope("zh");
    }

    private static List<String> outOfScope(String language) throws IOException {
        try (InputStream in = UnderstandingBench.class.getResourceAsStream(
                "/io/xiaoer/answering/out-of-scope-" + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the off-topic messages are not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    // --- the three sets

    private void smoke(Path dir) throws IOException {
        Map<String, String> questions = new LinkedHashMap<>();
        Map<String, List<String>> similar = new LinkedHashMap<>();
        for (String[] row : rows(dir.resolve("similar.tsv"), false)) {
            questions.put(row[1], row[0]);
            similar.computeIfAbsent(row[1], k -> new ArrayList<>()).add(row[2]);
        }
        List<Asked> asked = new ArrayList<>();
        for (String[] row : rows(dir.resolve("paraphrases.tsv"), false)) {
            asked.add(new Asked(row[2], Set.of(row[1])));
        }
        for (String[] row : rows(dir.resolve("oos.tsv"), false)) {
            asked.add(new Asked(row[1], Set.of()));
        }
        for (boolean with : new boolean[] {false, true}) {
            List<ReleasedEntry> entries = questions.entrySet().stream()
                    .map(e -> entry(
                            e.getKey(), e.getValue(), with ? similar.getOrDefault(e.getKey(), List.of()) : List.of()))
                    .toList();
            var results = ask(content(entries), asked);
            title("shop_faq_smoke, " + (with ? "with three similar questions each" : "without similar questions"));
            ranking(results, 3);
            refusal(results);
            decisions(results);
        }
    }

    private void intents(Path dir) throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String[] row : rows(dir.resolve("intents.tsv"), true)) {
            if (row[2].equals("1")) {
                titles.put(row[0], row[1]);
            }
        }
        Map<String, List<String>> byIntent = new TreeMap<>();
        for (String[] row : rows(dir.resolve("dev.tsv"), true)) {
            byIntent.computeIfAbsent(row[1], k -> new ArrayList<>()).add(row[2]);
        }
        var random = new Random(11);
        byIntent.values().forEach(list -> Collections.shuffle(list, random));
        int folds = 5;
        List<Result> all = new ArrayList<>();
        Map<String, List<Result>> foreign = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            List<ReleasedEntry> entries = new ArrayList<>();
            List<Asked> asked = new ArrayList<>();
            List<String> intents = new ArrayList<>();
            int dealt = 0;
            for (var intent : byIntent.entrySet()) {
                List<String> training = new ArrayList<>();
                String title = titles.get(intent.getKey());
                for (String utterance : intent.getValue()) {
                    if (dealt++ % folds == fold) {
                        asked.add(new Asked(utterance, title == null ? Set.of() : Set.of(intent.getKey())));
                        intents.add(intent.getKey());
                    } else {
                        training.add(utterance);
                    }
                }
                if (title != null) {
                    entries.add(entry(intent.getKey(), title, training));
                }
            }
            for (var title : titles.entrySet()) {
                if (!byIntent.containsKey(title.getKey())) {
                    entries.add(entry(title.getKey(), title.getValue(), List.of()));
                }
            }
            List<Result> results = ask(content(entries), asked);
            all.addAll(results);
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).asked().right().isEmpty()) {
                    foreign.computeIfAbsent(intents.get(i), k -> new ArrayList<>())
                            .add(results.get(i));
                }
            }
        }
        title("shop_intents, five folds");
        ranking(all, 3);
        refusal(all);
        decisions(all);
        foreign.forEach((intent, results) -> share(
                "  " + intent + ": no answer (choices are none)",
                results,
                result -> result.plan().outcome() == Outcome.ANSWERED ? 0 : 1));
    }

    private void bank(Path dir) throws IOException {
        List<ReleasedEntry> entries = new ArrayList<>();
        for (String[] row : rows(dir.resolve("kb.tsv"), true)) {
            List<String> similar = row[2].isBlank() ? List.of() : List.of(row[2].split("\\|+"));
            entries.add(entry(row[0], row[1], similar));
        }
        List<Asked> asked = new ArrayList<>();
        for (String[] row : rows(dir.resolve("queries.tsv"), true)) {
            if (row[4].equals("in")) {
                var gold = new HashSet<String>(List.of(row[2]));
                Stream.of(row[3].split("[,;|]")).filter(id -> !id.isBlank()).forEach(gold::add);
                asked.add(new Asked(row[1], gold));
            } else if (row[4].equals("oos_far")) {
                asked.add(new Asked(row[1], Set.of()));
            }
        }
        var results = ask(content(entries), asked);
        title("bank_faq");
        ranking(results, 10);
        refusal(results);
        decisions(results);
    }

    /** The release a pack's files make. */
    static ReleaseContent packContent(Path dir) throws IOException {
        var json = new JsonMapper();
        List<ReleasedEntry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(dir.resolve("entries"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode node : json.readTree(Files.readString(file)).path("entries")) {
                    entries.add(new ReleasedEntry(
                            node.path("key").stringValue(),
                            node.path("question").stringValue(),
                            strings(node.path("similar")),
                            strings(node.path("keywords")),
                            node.path("answer").stringValue(),
                            List.of(),
                            null,
                            null));
                }
            }
        }
        List<List<String>> synonyms = new ArrayList<>();
        for (JsonNode group :
                json.readTree(Files.readString(dir.resolve("synonyms.json"))).path("groups")) {
            synonyms.add(strings(group));
        }
        List<String> words = strings(
                json.readTree(Files.readString(dir.resolve("words.json"))).path("words"));
        String locale = json.readTree(Files.readString(dir.resolve("pack.json")))
                .path("locale")
                .stringValue();
        return new ReleaseContent("小店", locale, entries, synonyms, words, ToneProfile.plain());
    }

    private void pack(Path dir) throws IOException {
        var json = new JsonMapper();
        var content = packContent(dir);
        List<Asked> asked = new ArrayList<>();
        for (JsonNode test :
                json.readTree(Files.readString(dir.resolve("tests.json"))).path("tests")) {
            JsonNode expect = test.path("expect");
            var right = new HashSet<>(strings(expect.path("alsoAccept")));
            if (expect.has("entryKey")) {
                right.add(expect.path("entryKey").stringValue());
            }
            asked.add(new Asked(test.path("question").stringValue(), right));
        }
        var results = ask(content, asked);
        title("pack " + dir.getFileName());
        ranking(results, 3);
        refusal(results);
        decisions(results);
        results.forEach(UnderstandingBench::printMiss);
    }

    private static void printMiss(Result result) {
        Plan plan = result.plan();
        String first =
                plan.candidates().isEmpty() ? "-" : plan.candidates().getFirst().entryKey();
        boolean right = result.inScope() ? result.offered() : plan.outcome() == Outcome.UNKNOWN;
        if (!right) {
            System.out.printf(
                    Locale.ROOT,
                    "  miss: %s  expected %s  got %s %s (p %.2f, among %.2f, off-topic %.2f); engine rank %d of %s%n",
                    result.asked().text(),
                    result.asked().right(),
                    plan.outcome(),
                    first,
                    plan.trace().probability(),
                    plan.trace().amongThree(),
                    plan.trace().offTopic(),
                    result.rank(result.engine()) + 1,
                    result.engine().keys().stream().limit(3).toList());
        }
    }

    // --- asking

    /** @param right keys of the entries that answer it; empty when none should */
    private record Asked(String text, Set<String> right) {}

    private record Result(Asked asked, Plan plan, Ranking.Ranked engine, Ranking.Ranked nearest) {

        boolean inScope() {
            return !asked.right().isEmpty();
        }

        int rank(Ranking.Ranked ranked) {
            return asked.right().stream()
                    .mapToInt(ranked::rankOf)
                    .filter(rank -> rank >= 0)
                    .min()
                    .orElse(Integer.MAX_VALUE - 1);
        }

        boolean offered() {
            return plan.candidates().stream()
                    .anyMatch(candidate -> asked.right().contains(candidate.entryKey()));
        }
    }

    private List<Result> ask(ReleaseContent content, List<Asked> questions) {
        CompiledRelease release = engine.compile(content, null);
        System.out.println("    calibration: " + release.calibration());
        var language = content.locale().startsWith("en") ? english : chinese;
        var ranking = new Ranking(language.embedder(), content);
        return questions.stream()
                .map(asked -> new Result(
                        asked,
                        engine.understand(release, History.none(), asked.text(), NOW),
                        ranking.engine(asked.text()),
                        ranking.nearest(asked.text())))
                .toList();
    }

    // --- reporting

    private static void title(String text) {
        System.out.printf("%n## %s%n", text);
    }

    private static void ranking(List<Result> results, int k) {
        List<Result> in = results.stream().filter(Result::inScope).toList();
        share("engine: right first", in, r -> r.rank(r.engine()) == 0 ? 1 : 0);
        share("engine: right among " + k, in, r -> r.rank(r.engine()) < k ? 1 : 0);
        share("baseline nearest, dense: right first", in, r -> r.rank(r.nearest()) == 0 ? 1 : 0);
        share("baseline nearest, dense: right among " + k, in, r -> r.rank(r.nearest()) < k ? 1 : 0);
    }

    private static void refusal(List<Result> results) {
        auc("engine: refusal AUC (probability)", results, r -> r.plan().trace().probability());
        auc("engine: refusal AUC (among three)", results, r -> r.plan().trace().amongThree());
        auc("baseline nearest, dense: refusal AUC", results, UnderstandingBench::nearestScore);
        atTenPercent(
                "engine: answered and right at 10 % false answers",
                results, r -> r.plan().trace().probability(), r -> r.rank(r.engine()) == 0);
        atTenPercent(
                "baseline nearest, dense: the same",
                results,
                UnderstandingBench::nearestScore,
                r -> r.rank(r.nearest()) == 0);
    }

    private static double nearestScore(Result result) {
        return result.nearest().scores().getFirst();
    }

    private static void decisions(List<Result> results) {
        List<Result> in = results.stream().filter(Result::inScope).toList();
        List<Result> out = results.stream().filter(r -> !r.inScope()).toList();
        share("own decision, in scope: answered right", in, r -> is(r, Outcome.ANSWERED) && r.offered() ? 1 : 0);
        share("own decision, in scope: answered wrong", in, r -> is(r, Outcome.ANSWERED) && !r.offered() ? 1 : 0);
        share("own decision, in scope: choices with it", in, r -> is(r, Outcome.CHOICES) && r.offered() ? 1 : 0);
        share("own decision, in scope: choices without", in, r -> is(r, Outcome.CHOICES) && !r.offered() ? 1 : 0);
        share("own decision, in scope: unknown", in, r -> is(r, Outcome.UNKNOWN) ? 1 : 0);
        share("own decision, out of scope: refused", out, r -> is(r, Outcome.UNKNOWN) ? 1 : 0);
        share("own decision, out of scope: choices", out, r -> is(r, Outcome.CHOICES) ? 1 : 0);
        share("own decision, out of scope: answered", out, r -> is(r, Outcome.ANSWERED) ? 1 : 0);
    }

    private static boolean is(Result result, Outcome outcome) {
        return result.plan().outcome() == outcome;
    }

    private static void share(String name, List<Result> results, ToDoubleFunction<Result> hit) {
        int n = results.size();
        if (n == 0) {
            return;
        }
        double p = results.stream().mapToDouble(hit).sum() / n;
        double z = 1.96;
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
        print(name, 100 * p, 100 * (middle - half), 100 * (middle + half), n);
    }

    private static void auc(String name, List<Result> results, ToDoubleFunction<Result> score) {
        double[] in =
                results.stream().filter(Result::inScope).mapToDouble(score).toArray();
        double[] out =
                results.stream().filter(r -> !r.inScope()).mapToDouble(score).toArray();
        var random = new Random(5);
        double[] resampled = new double[200];
        for (int i = 0; i < resampled.length; i++) {
            resampled[i] = auc(resample(in, random), resample(out, random));
        }
        Arrays.sort(resampled);
        print(name, 100 * auc(in, out), 100 * resampled[5], 100 * resampled[194], in.length + out.length);
    }

    private static double[] resample(double[] values, Random random) {
        return random.ints(values.length, 0, values.length)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static double auc(double[] in, double[] out) {
        double[] sorted = out.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double value : in) {
            int below = lowerBound(sorted, value);
            int equal = lowerBound(sorted, Math.nextUp(value)) - below;
            wins += below + equal / 2.0;
        }
        return wins / ((double) in.length * out.length);
    }

    private static int lowerBound(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static void atTenPercent(
            String name, List<Result> results, ToDoubleFunction<Result> score, Predicate<Result> right) {
        double[] out = results.stream()
                .filter(r -> !r.inScope())
                .mapToDouble(score)
                .sorted()
                .toArray();
        double threshold = out[(int) Math.ceil(0.9 * out.length) - 1];
        List<Result> in = results.stream().filter(Result::inScope).toList();
        share(name, in, r -> score.applyAsDouble(r) > threshold && right.test(r) ? 1 : 0);
    }

    private static void print(String name, double value, double low, double high, int n) {
        System.out.printf(Locale.ROOT, "%-56s %5.1f  [%5.1f, %5.1f]  n=%d%n", name, value, low, high, n);
    }

    // --- reading

    private static ReleasedEntry entry(String key, String question, List<String> similar) {
        return new ReleasedEntry(key, question, similar, List.of(), "", List.of(), null, null);
    }

    private static ReleaseContent content(List<ReleasedEntry> entries) {
        return new ReleaseContent("小店", "zh-CN", entries, List.of(), List.of(), ToneProfile.plain());
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.stringValue()));
        return strings;
    }

    private static List<String[]> rows(Path file, boolean header) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(header ? 1 : 0)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Folds share most of their texts. */
    private record Remembering(Embedder inner, Map<String, float[]> known) implements Embedder {

        Remembering(Embedder inner) {
            this(inner, new ConcurrentHashMap<>());
        }

        @Override
        public float[] embed(String text) {
            float[] vector = known.get(text);
            if (vector == null) {
                vector = inner.embed(text);
                known.put(text, vector);
            }
            return vector;
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            List<String> unknown = texts.stream()
                    .distinct()
                    .filter(text -> !known.containsKey(text))
                    .toList();
            List<float[]> vectors = inner.embedAll(unknown);
            for (int i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), vectors.get(i));
            }
            return texts.stream().map(this::embed).toList();
        }

        @Override
        public String model() {
            return inner.model();
        }
    }
}
