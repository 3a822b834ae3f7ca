package io.xiaoer.answering;

import java.util.List;

/**
 * How this release's scores become probabilities, and from which probability the engine speaks.
 *
 * @param right weights of the chance that the first entry is right
 * @param among weights of the chance that one of the first three is right
 * @param answerAt probability from which the engine answers
 * @param choicesAt chance among three from which it offers choices
 * @param samples how many of the release's own texts it was learnt from
 */
public record Calibration(List<Double> right, List<Double> among, double answerAt, double choicesAt, int samples) {

    public Calibration {
        right = List.copyOf(right);
        among = List.copyOf(among);
    }
}
