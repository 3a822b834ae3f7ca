package io.xiaoer.knowledge.internal.twins;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the questions of an entry mean.
 *
 * @param texts its question and the similar ones
 * @param vectors of the texts, one after the other: a scale as four bytes, then one byte a dimension
 * @param compared whether its twins are known
 */
public record Meaning(String key, List<String> texts, byte[] vectors, boolean compared) {

    /** Packs vectors of length 1; a quarter of their size, the same neighbours. */
    public static byte[] pack(List<float[]> vectors) {
        int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        ByteBuffer packed = ByteBuffer.allocate(vectors.size() * (Float.BYTES + dimensions));
        for (float[] vector : vectors) {
            float largest = Float.MIN_NORMAL;
            for (float value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
            float scale = largest / Byte.MAX_VALUE;
            packed.putFloat(scale);
            for (float value : vector) {
                packed.put((byte) Math.round(value / scale));
            }
        }
        return packed.array();
    }

    int dimensions() {
        return texts.isEmpty() ? 0 : vectors.length / texts.size() - Float.BYTES;
    }

    /** The scale of the vector of a text. */
    float scale(int text) {
        return ByteBuffer.wrap(vectors).getFloat(text * (dimensions() + Float.BYTES));
    }

    /** Where the dimensions of the vector of a text begin. */
    int offset(int text) {
        return text * (dimensions() + Float.BYTES) + Float.BYTES;
    }
}
