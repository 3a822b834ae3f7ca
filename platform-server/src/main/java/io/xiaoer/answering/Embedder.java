package io.xiaoer.answering;

import java.util.List;

/**
 * Turns normalised text into a vector of length 1. A pure function: equal texts give equal vectors, whether they are embedded alone or in a
 * list.
 */
public interface Embedder {

    float[] embed(String text);

    /** Vectors in the order of the texts; may use several threads. */
    List<float[]> embedAll(List<String> texts);

    /** Names the model; vectors of different models cannot be compared. */
    default String model() {
        return getClass().getSimpleName();
    }
}
