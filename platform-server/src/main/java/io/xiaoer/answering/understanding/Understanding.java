package io.xiaoer.answering.understanding;

import io.xiaoer.answering.Calibration;
import io.xiaoer.answering.Embedder;
import io.xiaoer.answering.History;
import io.xiaoer.answering.Need;
import io.xiaoer.answering.Outcome;
import io.xiaoer.answering.Plan;
import io.xiaoer.answering.Trace;
import io.xiaoer.releases.ReleasedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands one message against one release, alone and together with the pieces that came just before. */
public final class Understanding {

    /** Pieces of one thought arrive within this time. */
    static final Duration PIECES_WITHIN = Duration.ofSeconds(8);

    private static final int MOST_PIECES = 4;
    private static final int MOST_CHOICES = 3;
    /** In log-odds: twice the odds. */
    private static final double CLEARLY_BETTER = Math.log(2);
    /** A match that is as near and says more is the better one. */
    private static final double AS_NEAR = 0.03;
    /** In log-odds: what another piece about the same thing may cost. */
    private static final double STILL_THE_SAME = 1;
    /** Longer messages that are understood by themselves are no pieces. */
    private static final int SHORT = 8;
    /** What a reading may be less probable than another and still count as clear. */
    private static final double AS_SURE = 0.05;
    /** Below this chance among three, being nearer to the off-topic messages is believed. */
    private static final double HARDLY = 0.15;

    private final Embedder embedder;
    private final OffTopic offTopic;
    private final Index index;
    private final Calibration calibration;
    private final Instant now;
    private final Map<String, Long> micros = new HashMap<>();
    private List<String> mentioned = List.of();

    public Understanding(Embedder embedder, OffTopic offTopic, Index index, Calibration calibration, Instant now) {
        this.embedder = embedder;
        this.offTopic = offTopic;
        this.index = index;
        this.calibration = calibration;
        this.now = now;
    }

    /** One reading of a text. */
    private record Reading(
            String path,
            String text,
            Outcome outcome,
            List<Plan.Candidate> candidates,
            List<Index.Scored> best,
            double probability,
            double among,
            double offTopic) {

        double margin() {
            return best.size() < 2 ? 0 : best.get(0).score() - best.get(1).score();
        }

        double score() {
            return best.isEmpty() ? probability : best.getFirst().score();
        }

        /** Whether the text is more like off-topic messages than like anything this shop answers. */
        boolean isOffTopic() {
            return best.isEmpty()
                    || (among < HARDLY && offTopic > best.getFirst().nearest());
        }

        boolean isInstant() {
            return path.startsWith("instant");
        }
    }

    /** @param goods names of goods that the message may mention, for example of the shopper's orders */
    public Plan understand(History history, String message, List<String> goods) {
        List<Integer> pieces = piecesJustBefore(history);
        Reading alone = alone(message, goods);
        Reading joined = pieces.isEmpty() ? null : together(history, pieces, message, alone);
        return joined == null ? plan(alone, pieces, false) : plan(joined, pieces, true);
    }

    /** The message as it is, or without the goods it mentions where that is as clear. */
    private Reading alone(String message, List<String> goods) {
        Reading whole = read(message);
        if (whole.isInstant()) {
            return whole;
        }
        mentioned = Mentions.named(message, goods);
        return Mentions.without(message, goods)
                .map(this::read)
                .filter(bare -> bare.isInstant()
                        || bare.probability() >= whole.probability() - AS_SURE
                        || (whole.outcome() == Outcome.UNKNOWN && bare.outcome() != Outcome.UNKNOWN))
                .filter(bare -> bare.outcome() != Outcome.UNKNOWN)
                .orElse(whole);
    }

    private List<Integer> piecesJustBefore(History history) {
        List<History.Turn> turns = history.turns();
        int first = turns.size();
        while (first > 0
                && turns.size() - first < MOST_PIECES
                && Duration.between(turns.get(first - 1).at(), now).compareTo(PIECES_WITHIN) <= 0) {
            first--;
        }
        return IntStream.range(first, turns.size()).boxed().toList();
    }

    /**
     * The pieces and the message as one text, if that makes clearer what is meant: clearer than the message alone, and not less clear than
     * the pieces, or one of them, without it, for then the message is about something else.
     */
    private @Nullable Reading together(History history, List<Integer> pieces, String message, Reading alone) {
        boolean sure = alone.outcome() == Outcome.ANSWERED;
        if (alone.path().equals("empty")
                || alone.isInstant()
                || (sure && alone.text().length() > SHORT)
                || (!sure && alone.isOffTopic())) {
            return null;
        }
        List<String> said = pieces.stream()
                .map(i -> history.turns().get(i).text())
                .filter(text -> !Normalizer.isGreeting(Normalizer.normalise(text)))
                .toList();
        if (said.isEmpty()) {
            return null;
        }
        String before = join(said);
        Reading joined = read(join(List.of(before, message)));
        if (joined.outcome() == Outcome.UNKNOWN || joined.outcome().compareTo(alone.outcome()) > 0) {
            return null;
        }
        boolean clearer = logOdds(joined) >= logOdds(alone) + CLEARLY_BETTER
                || joined.score() >= alone.score() - AS_NEAR
                || (joined.outcome() != alone.outcome() && joined.probability() >= alone.probability());
        if (!clearer) {
            return null;
        }
        Stream<String> earlier = Stream.concat(Stream.of(before), said.size() > 1 ? said.stream() : Stream.empty());
        boolean elsewhere = earlier.map(this::read)
                .anyMatch(reading -> sameBest(joined, reading) && logOdds(joined) < logOdds(reading) - STILL_THE_SAME);
        return elsewhere ? null : joined;
    }

    private static double logOdds(Reading reading) {
        double p = Math.min(0.99, Math.max(0.01, reading.probability()));
        return Math.log(p / (1 - p));
    }

    private static boolean sameBest(Reading one, Reading other) {
        return !one.candidates().isEmpty()
                && !other.candidates().isEmpty()
                && one.candidates()
                        .getFirst()
                        .entryKey()
                        .equals(other.candidates().getFirst().entryKey());
    }

    private static String join(List<String> pieces) {
        var joined = new StringBuilder();
        for (String piece : pieces) {
            String text = piece.strip();
            boolean touches = !joined.isEmpty()
                    && !text.isEmpty()
                    && Characters.isHan(joined.charAt(joined.length() - 1))
                    && Characters.isHan(text.charAt(0));
            if (!joined.isEmpty() && !touches) {
                joined.append(' ');
            }
            joined.append(text);
        }
        return joined.toString();
    }

    private Reading read(String message) {
        long start = System.nanoTime();
        String text = index.normalise(message);
        String bare = Normalizer.bare(text);
        step("normalise", start);
        if (bare.isEmpty()) {
            return unmatched("empty", text);
        }
        if (!index.hasAnyValid(now)) {
            return unmatched("no-entries", text);
        }
        start = System.nanoTime();
        Reading instant = instant(text, bare);
        step("instant", start);
        return instant != null ? instant : match(text);
    }

    private @Nullable Reading instant(String text, String bare) {
        List<Integer> same = index.sameQuestion(bare, now);
        if (!same.isEmpty() && same.size() <= MOST_CHOICES) {
            return certain("instant-exact", text, same);
        }
        List<Integer> named = index.sameKeyword(bare, now);
        if (!named.isEmpty() && named.size() <= MOST_CHOICES) {
            return certain("instant-keyword", text, named);
        }
        return null;
    }

    private Reading certain(String path, String text, List<Integer> entries) {
        double probability = 1.0 / entries.size();
        List<Plan.Candidate> candidates = entries.stream()
                .map(index::entry)
                .map(entry -> new Plan.Candidate(entry.key(), entry.question(), probability, 1))
                .toList();
        Outcome outcome = entries.size() == 1 ? Outcome.ANSWERED : Outcome.CHOICES;
        return new Reading(path, text, outcome, candidates, List.of(), probability, 1, -1);
    }

    private Reading match(String text) {
        long start = System.nanoTime();
        float[] query = embedder.embed(text);
        step("embed", start);
        start = System.nanoTime();
        List<Index.Scored> best = index.search(text, query, now, 5);
        double nearestOffTopic = offTopic.nearest(query);
        step("search", start);
        if (best.isEmpty()) {
            return unmatched("match", text);
        }
        Evidence evidence = Evidence.of(best, nearestOffTopic);
        double probability = evidence.probability(calibration.right());
        double among = Math.max(probability, evidence.probability(calibration.among()));
        Outcome outcome = decide(probability, among, best.size());
        int size = switch (outcome) {
            case ANSWERED -> 1;
            case CHOICES -> Math.min(MOST_CHOICES, best.size());
            case UNKNOWN -> 0;
        };
        List<Plan.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ReleasedEntry entry = index.entry(best.get(i).entry());
            double share = i == 0 ? probability : (among - probability) / (i + 1);
            candidates.add(new Plan.Candidate(
                    entry.key(), entry.question(), share, best.get(i).score()));
        }
        return new Reading("match", text, outcome, candidates, best, probability, among, nearestOffTopic);
    }

    private Outcome decide(double probability, double among, int entries) {
        if (probability >= calibration.answerAt()) {
            return Outcome.ANSWERED;
        }
        return among >= calibration.choicesAt() && entries > 1 ? Outcome.CHOICES : Outcome.UNKNOWN;
    }

    private static Reading unmatched(String path, String text) {
        return new Reading(path, text, Outcome.UNKNOWN, List.of(), List.of(), 0, 0, -1);
    }

    private void step(String name, long start) {
        micros.merge(name, (System.nanoTime() - start) / 1_000, Long::sum);
    }

    private Plan plan(Reading reading, List<Integer> pieces, boolean joined) {
        var needs = new LinkedHashSet<Need>();
        if (reading.outcome() == Outcome.ANSWERED) {
            String key = reading.candidates().getFirst().entryKey();
            index.entryWith(key).needs().forEach(need -> Need.of(need).ifPresent(needs::add));
        }
        List<Trace.Match> best = reading.best().stream()
                .map(scored -> new Trace.Match(
                        index.entry(scored.entry()).key(),
                        scored.score(),
                        scored.nearest(),
                        scored.centroid(),
                        scored.lexical(),
                        scored.keyword()))
                .toList();
        var trace = new Trace(
                reading.path(),
                reading.text(),
                joined,
                best,
                reading.probability(),
                reading.among(),
                calibration.answerAt(),
                calibration.choicesAt(),
                reading.margin(),
                reading.offTopic(),
                mentioned,
                micros);
        return new Plan(reading.outcome(), reading.candidates(), List.copyOf(needs), pieces, trace);
    }
}
