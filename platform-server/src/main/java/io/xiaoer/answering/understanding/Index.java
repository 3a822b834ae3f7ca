package io.xiaoer.answering.understanding;

import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A release's texts, searchable by meaning, by terms and by equality. Immutable. */
public final class Index {

    /** How much each part counts; measured on three sets of shop questions, see the bench. */
    record Weights(double nearest, double centroid, double lexical, double answer, double keyword) {
        static final Weights MEASURED = new Weights(0.5, 0.5, 0.2, 0.1, 0.06);
    }

    /** One entry's score and its parts. */
    record Scored(
            int entry, double score, double nearest, double centroid, double lexical, double answer, double keyword) {}

    /** Nothing is left out. */
    static final int NONE = -1;

    private static final int SIZE_OF_TEXT = 120;
    private static final int LONGEST_KEYWORD = 20;
    /** What comes later in a message is not read; the model sees no more than a quarter of this anyway. */
    private static final int MOST_CHARACTERS = 500;

    private final List<ReleasedEntry> entries;
    private final List<IndexedText> texts;
    private final Vectors vectors;
    private final Terms terms;
    private final Overlap overlap;
    private final int[] askedText;
    private final int[] vectorOf;
    private final int[] answerVector;
    private final int[] askedFrom;
    private final float[] centroidNorm;
    private final Map<String, List<Integer>> questions = new HashMap<>();
    private final Map<String, List<Integer>> keywords = new HashMap<>();
    private final Weights weights;

    /** @param vectors of the texts that have one, in the order of the texts */
    public Index(ReleaseContent content, List<IndexedText> texts, Vectors vectors) {
        this(content, texts, vectors, Weights.MEASURED);
    }

    Index(ReleaseContent content, List<IndexedText> texts, Vectors vectors, Weights weights) {
        this.weights = weights;
        this.entries = content.entries();
        this.texts = texts;
        this.vectors = vectors;
        this.terms = new Terms(content.words(), content.synonyms());
        this.askedText = IntStream.range(0, texts.size())
                .filter(i -> texts.get(i).kind() == IndexedText.Kind.ASKED)
                .toArray();
        this.vectorOf = new int[askedText.length];
        this.answerVector = new int[entries.size()];
        this.askedFrom = new int[entries.size() + 1];
        this.centroidNorm = new float[entries.size()];
        Arrays.fill(answerVector, NONE);
        placeTexts();
        this.overlap = new Overlap(Arrays.stream(askedText)
                .mapToObj(i -> terms.of(texts.get(i).text()))
                .toList());
    }

    private void placeTexts() {
        int vector = 0;
        int asked = 0;
        int entry = 0;
        for (IndexedText text : texts) {
            while (entry < text.entry()) {
                askedFrom[++entry] = asked;
            }
            switch (text.kind()) {
                case ASKED -> {
                    vectorOf[asked++] = vector++;
                    put(questions, text);
                }
                case WHOLE -> put(questions, text);
                case ANSWER -> answerVector[text.entry()] = vector++;
                case KEYWORD -> put(keywords, text);
            }
        }
        while (entry < entries.size()) {
            askedFrom[++entry] = asked;
        }
        if (vector != vectors.size()) {
            throw new IllegalArgumentException("as many vectors as texts that have one");
        }
        for (int e = 0; e < entries.size(); e++) {
            centroidNorm[e] = norm(sum(e));
        }
    }

    private static void put(Map<String, List<Integer>> map, IndexedText text) {
        String bare = Normalizer.bare(text.text());
        if (!bare.isEmpty()) {
            List<Integer> owners = map.computeIfAbsent(bare, b -> new ArrayList<>());
            if (!owners.contains(text.entry())) {
                owners.add(text.entry());
            }
        }
    }

    private float[] sum(int entry) {
        float[] sum = new float[vectors.dimensions()];
        for (int a = askedFrom[entry]; a < askedFrom[entry + 1]; a++) {
            float[] vector = vectors.get(vectorOf[a]);
            for (int d = 0; d < sum.length; d++) {
                sum[d] += vector[d];
            }
        }
        return sum;
    }

    private static float norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        return (float) Math.sqrt(squares);
    }

    int askedTexts() {
        return askedText.length;
    }

    String askedText(int asked) {
        return texts.get(askedText[asked]).text();
    }

    int entryOf(int asked) {
        return texts.get(askedText[asked]).entry();
    }

    int askedOf(int entry) {
        return askedFrom[entry + 1] - askedFrom[entry];
    }

    float[] vectorOf(int asked) {
        return vectors.get(vectorOf[asked]);
    }

    /** The message in the form in which the texts are kept. */
    String normalise(String message) {
        int end = Math.min(MOST_CHARACTERS, message.length());
        return terms.spelledOut(Normalizer.normalise(message.substring(0, end)));
    }

    /** Entries valid now with a question that is the same but for marks, greetings and particles. */
    List<Integer> sameQuestion(String bare, Instant now) {
        return validOwners(questions, bare, now);
    }

    /** Entries valid now with a keyword that is all the message says. */
    List<Integer> sameKeyword(String bare, Instant now) {
        return validOwners(keywords, bare, now);
    }

    /** Keys of the entries valid now that a message names at once: by one of their questions, else by a keyword that is all it says. */
    public List<String> named(String message, Instant now) {
        String bare = Normalizer.bare(normalise(message));
        List<Integer> same = sameQuestion(bare, now);
        return (same.isEmpty() ? sameKeyword(bare, now) : same)
                .stream().map(e -> entries.get(e).key()).toList();
    }

    private List<Integer> validOwners(Map<String, List<Integer>> map, String bare, Instant now) {
        return map.getOrDefault(bare, List.of()).stream()
                .filter(e -> entries.get(e).isValidAt(now))
                .toList();
    }

    boolean hasAnyValid(Instant now) {
        return entries.stream().anyMatch(entry -> entry.isValidAt(now));
    }

    ReleasedEntry entry(int entry) {
        return entries.get(entry);
    }

    ReleasedEntry entryWith(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The best entries, best first, at most {@code limit}. */
    List<Scored> search(String normalised, float[] query, Instant now, int limit) {
        return search(normalised, query, e -> entries.get(e).isValidAt(now), NONE, limit);
    }

    /** @param except an asked text that is searched as if its entry did not have it, or {@link #NONE} */
    List<Scored> search(String normalised, float[] query, IntPredicate counts, int except, int limit) {
        if (entries.isEmpty()) {
            return List.of();
        }
        float[] shares = overlap.of(terms.of(normalised));
        Map<Integer, Double> bonuses = keywordBonuses(normalised);
        var found = new ArrayList<Scored>();
        for (int e = 0; e < entries.size(); e++) {
            if (counts.test(e)) {
                Scored scored = score(e, query, shares, bonuses.getOrDefault(e, 0.0), except);
                if (scored.nearest() > -1) {
                    found.add(scored);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Scored::score).reversed());
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    private Scored score(int entry, float[] query, float[] shares, double keyword, int except) {
        double nearest = -1;
        double lexical = 0;
        double total = 0;
        double left = 0;
        for (int a = askedFrom[entry]; a < askedFrom[entry + 1]; a++) {
            float dot = vectors.dot(query, vectorOf[a]);
            if (a == except) {
                left = dot;
            } else {
                nearest = Math.max(nearest, dot);
                lexical = Math.max(lexical, shares[a]);
            }
            total += dot;
        }
        double answer = answerVector[entry] == NONE ? 0 : vectors.dot(query, answerVector[entry]);
        double centroid = except >= askedFrom[entry] && except < askedFrom[entry + 1]
                ? centroidWithout(entry, except, total - left)
                : total / Math.max(1e-6, centroidNorm[entry]);
        double score = weights.nearest() * nearest
                + weights.centroid() * centroid
                + weights.lexical() * lexical
                + weights.answer() * (answer == 0 ? nearest * 0.8 : answer)
                + weights.keyword() * keyword;
        return new Scored(entry, score, nearest, centroid, lexical, answer, keyword);
    }

    private double centroidWithout(int entry, int except, double dot) {
        float[] sum = sum(entry);
        float[] left = vectorOf(except);
        for (int d = 0; d < sum.length; d++) {
            sum[d] -= left[d];
        }
        return dot / Math.max(1e-6, norm(sum));
    }

    /** A contained keyword counts the more, the longer it is and the fewer entries share it. */
    private Map<Integer, Double> keywordBonuses(String normalised) {
        var bonuses = new HashMap<Integer, Double>();
        var letters = new StringBuilder(normalised.length());
        var insideWord = new BitSet(); // of Latin letters, which are words only from end to end
        for (int i = 0; i < normalised.length(); i++) {
            char c = normalised.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                insideWord.set(letters.length(), i > 0 && isLatin(c) && isLatin(normalised.charAt(i - 1)));
                letters.append(c);
            }
        }
        for (int from = 0; from < letters.length(); from++) {
            int furthest = insideWord.get(from) ? from : Math.min(letters.length(), from + LONGEST_KEYWORD);
            for (int to = from + 2; to <= furthest; to++) {
                List<Integer> owners = insideWord.get(to) ? null : keywords.get(letters.substring(from, to));
                if (owners != null) {
                    double length = to - from;
                    double bonus = Math.min(1, length / (4)) / owners.size();
                    owners.forEach(owner -> bonuses.merge(owner, bonus, Math::max));
                }
            }
        }
        return bonuses;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    public long weight() {
        long bytes = vectors.weight() + overlap.weight() + 8L * askedText.length + 12L * entries.size();
        for (IndexedText text : texts) {
            bytes += SIZE_OF_TEXT + 2L * text.text().length();
        }
        return bytes;
    }
}
