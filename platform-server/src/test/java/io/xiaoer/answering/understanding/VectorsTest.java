package io.xiaoer.answering.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xiaoer.answering.AnsweringFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorsTest {

    private final Random random = new Random(3);

    @Test
    void keepsSimilaritiesWhenQuantised() {
        List<float[]> originals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            originals.add(unit(509));
        }
        Vectors vectors = Vectors.of(originals);
        float[] query = unit(509);

        for (int i = 0; i < originals.size(); i++) {
            assertThat(vectors.dot(query, i)).isCloseTo(dot(query, originals.get(i)), within(0.01f));
        }
    }

    @Test
    void changesNothingWhenQuantisedAgain() {
        Vectors once = Vectors.of(List.of(unit(512)));
        Vectors twice = Vectors.of(List.of(once.get(0)));

        assertThat(twice.get(0)).containsExactly(once.get(0));
    }

    @Test
    void embedsAListLikeItsSingleTexts() {
        List<String> texts = List.of("什么时候发货", "能开发票吗", "a", "快递", "退款", "尺码", "包邮吗", "在吗", "优惠券");
        List<float[]> listed = AnsweringFixtures.model().embedAll(texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(listed.get(i)).containsExactly(AnsweringFixtures.model().embed(texts.get(i)));
            assertThat(dot(listed.get(i), listed.get(i))).isCloseTo(1, within(1e-4f));
        }
    }

    @Test
    void findsMeaningNearerThanSpelling() {
        var model = AnsweringFixtures.model();
        float[] query = model.embed("啥时候能寄出来");

        assertThat(dot(query, model.embed("什么时候发货"))).isGreaterThan(dot(query, model.embed("什么时候有货")));
    }

    private float[] unit(int dimensions) {
        float[] vector = new float[dimensions];
        double squares = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static float dot(float[] one, float[] other) {
        float dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }
}
