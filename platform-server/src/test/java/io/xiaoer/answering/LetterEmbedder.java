package io.xiaoer.answering;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes characters and pairs of characters into a vector; counts what it embeds. */
public final class LetterEmbedder implements Embedder {

    private static final int DIMENSIONS = 64;

    private final AtomicInteger embedded = new AtomicInteger();

    /** How many texts were embedded so far. */
    public int embedded() {
        return embedded.get();
    }

    @Override
    public float[] embed(String text) {
        embedded.incrementAndGet();
        float[] vector = new float[DIMENSIONS];
        vector[0] = 0.1f;
        for (int i = 0; i < text.length(); i++) {
            vector[Math.floorMod(text.charAt(i) * 31, DIMENSIONS)] += 1;
            if (i > 0) {
                vector[Math.floorMod(text.charAt(i - 1) * 7 + text.charAt(i) * 13, DIMENSIONS)] += 1;
            }
        }
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }
}
