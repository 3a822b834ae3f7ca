package io.xiaoer.answering;

import java.util.List;
import java.util.Map;

/**
 * Why a message was understood as it was; plain values, so that it can be kept as JSON.
 *
 * @param path {@code instant-exact}, {@code instant-keyword}, {@code match}, {@code chosen}, {@code picture}, {@code empty} or {@code no-entries}
 * @param text the normalised text that decided
 * @param joined whether the earlier pieces were read together with the message
 * @param best the five best entries, best first
 * @param probability chance that the first of them is right
 * @param amongThree chance that one of the first three is right
 * @param answerAt probability from which the engine answers
 * @param choicesAt chance among three from which it offers choices
 * @param margin score of the first minus score of the second
 * @param offTopic similarity to the nearest off-topic message
 * @param mentioned names of the shopper's goods that the message says; enough to read it again without knowing whose goods they are
 * @param micros microseconds per step
 */
public record Trace(
        String path,
        String text,
        boolean joined,
        List<Match> best,
        double probability,
        double amongThree,
        double answerAt,
        double choicesAt,
        double margin,
        double offTopic,
        List<String> mentioned,
        Map<String, Long> micros) {

    /**
     * One entry's score and its parts.
     *
     * @param dense cosine to the nearest of the entry's texts
     * @param centroid cosine to the middle of the entry's texts
     * @param lexical shared characters, pairs and shop words, 0 to 1
     * @param keyword share of the bonus for a contained keyword, 0 to 1
     */
    public record Match(String entryKey, double score, double dense, double centroid, double lexical, double keyword) {}

    /** Nothing was matched: the shopper said what is meant, by a choice or by an answer to the clerk's question. */
    public static Trace chosen(double probability, double answerAt, double choicesAt) {
        return new Trace(
                "chosen",
                "",
                false,
                List.of(),
                probability,
                probability,
                answerAt,
                choicesAt,
                0,
                -1,
                List.of(),
                Map.of());
    }

    /** There is no text to match. */
    static Trace pictureOnly() {
        return new Trace("picture", "", false, List.of(), 0, 0, 0, 0, 0, -1, List.of(), Map.of());
    }

    @SuppressWarnings("NullAway") // traces from before do not say what was mentioned
    public Trace {
        best = List.copyOf(best);
        mentioned = mentioned == null ? List.of() : List.copyOf(mentioned);
        micros = Map.copyOf(micros);
    }
}
