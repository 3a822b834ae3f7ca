package io.xiaoer.insights.internal;

import io.xiaoer.answering.Engine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What several wordings mean together: the direction of the sum of their vectors. */
final class Middle {

    private final float[] sum;
    private final float[] direction;
    private final int wordings;

    private Middle(float[] sum, int wordings) {
        this.sum = sum;
        this.wordings = wordings;
        this.direction = direction(sum);
    }

    static Middle of(float[] vector) {
        return new Middle(vector, 1);
    }

    static Middle of(byte[] bytes, int wordings) {
        float[] sum = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(sum);
        return new Middle(sum, wordings);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(sum.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(sum);
        return bytes.array();
    }

    Middle plus(float[] vector) {
        return new Middle(sum(sum, vector), wordings + 1);
    }

    Middle plus(Middle other) {
        return new Middle(sum(sum, other.sum), wordings + other.wordings);
    }

    int wordings() {
        return wordings;
    }

    float nearness(float[] vector) {
        return Engine.nearness(direction, vector);
    }

    float nearness(Middle other) {
        return Engine.nearness(direction, other.direction);
    }

    private static float[] sum(float[] one, float[] other) {
        float[] sum = new float[one.length];
        for (int d = 0; d < sum.length; d++) {
            sum[d] = one[d] + other[d];
        }
        return sum;
    }

    private static float[] direction(float[] sum) {
        float length = (float) Math.sqrt(Engine.nearness(sum, sum));
        float[] direction = new float[sum.length];
        for (int d = 0; d < sum.length && length > 0; d++) {
            direction[d] = sum[d] / length;
        }
        return direction;
    }
}
