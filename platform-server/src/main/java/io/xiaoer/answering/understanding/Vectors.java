package io.xiaoer.answering.understanding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of length 1 kept as one byte a dimension with a scale each; a quarter of the memory, the same nearest neighbours. */
public final class Vectors {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;

    private final int dimensions;
    private final byte[] values;
    private final float[] scales;

    public Vectors(int dimensions, byte[] values, float[] scales) {
        if (values.length != dimensions * scales.length) {
            throw new IllegalArgumentException("as many scales as vectors");
        }
        this.dimensions = dimensions;
        this.values = values;
        this.scales = scales;
    }

    public static Vectors of(List<float[]> vectors) {
        int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        byte[] values = new byte[dimensions * vectors.size()];
        float[] scales = new float[vectors.size()];
        for (int i = 0; i < vectors.size(); i++) {
            float[] vector = vectors.get(i);
            float largest = 0;
            for (float value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
            scales[i] = largest == 0 ? 1 : largest / 127;
            for (int d = 0; d < dimensions; d++) {
                values[i * dimensions + d] = (byte) Math.round(vector[d] / scales[i]);
            }
        }
        return new Vectors(dimensions, values, scales);
    }

    public int size() {
        return scales.length;
    }

    public int dimensions() {
        return dimensions;
    }

    public void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(dimensions);
        out.writeInt(scales.length);
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        out.write(values);
    }

    public static Vectors readFrom(DataInputStream in) throws IOException {
        int dimensions = in.readInt();
        float[] scales = new float[in.readInt()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = in.readFloat();
        }
        return new Vectors(dimensions, in.readNBytes(dimensions * scales.length), scales);
    }

    public float[] get(int i) {
        float[] vector = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = values[i * dimensions + d] * scales[i];
        }
        return vector;
    }

    public float dot(float[] query, int i) {
        int offset = i * dimensions;
        int d = 0;
        var sum = FloatVector.zero(FLOATS);
        for (; d + FLOATS.length() <= dimensions; d += FLOATS.length()) {
            var stored = (FloatVector)
                    ByteVector.fromArray(BYTES, values, offset + d).convertShape(VectorOperators.B2F, FLOATS, 0);
            sum = FloatVector.fromArray(FLOATS, query, d).fma(stored, sum);
        }
        float dot = sum.reduceLanes(VectorOperators.ADD);
        for (; d < dimensions; d++) {
            dot += query[d] * values[offset + d];
        }
        return dot * scales[i];
    }

    public static float dot(float[] one, float[] other) {
        var sum = FloatVector.zero(FLOATS);
        int d = 0;
        for (; d + FLOATS.length() <= one.length; d += FLOATS.length()) {
            sum = FloatVector.fromArray(FLOATS, one, d).fma(FloatVector.fromArray(FLOATS, other, d), sum);
        }
        float dot = sum.reduceLanes(VectorOperators.ADD);
        for (; d < one.length; d++) {
            dot += one[d] * other[d];
        }
        return dot;
    }

    /** Similarity to the nearest vector, −1 when there is none; {@code except} is left out. */
    public float nearest(float[] query, int except) {
        float best = -1;
        for (int i = 0; i < size(); i++) {
            if (i != except) {
                best = Math.max(best, dot(query, i));
            }
        }
        return best;
    }

    long weight() {
        return values.length + 4L * scales.length;
    }
}
