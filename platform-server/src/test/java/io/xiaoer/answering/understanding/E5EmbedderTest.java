package io.xiaoer.answering.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class E5EmbedderTest {

    private static final E5Embedder MODEL = new E5Embedder(1);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void bringsTogetherWhatMeansTheSame() {
        float[] asked = MODEL.embed("where is my parcel");

        double alike = cosine(asked, MODEL.embed("i want to track my package"));
        double unlike = cosine(asked, MODEL.embed("do you have this in blue"));

        assertThat(alike).isGreaterThan(unlike + 0.2);
        assertThat(unlike).isLessThan(0.2);
    }

    @Test
    void givesVectorsOfLengthOne() {
        float[] vector = MODEL.embed("is it see-through?");

        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void embedsATextTheSameAloneAndInAList() {
        assertThat(MODEL.embedAll(List.of("hello", "is it in stock", "thanks")).get(1))
                .isEqualTo(MODEL.embed("is it in stock"));
    }

    @Test
    void readsAccentsAsTheModelDoes() {
        assertThat(MODEL.embed("café au lait")).isEqualTo(MODEL.embed("cafe au lait"));
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        for (int d = 0; d < one.length; d++) {
            dot += one[d] * other[d];
        }
        return dot;
    }
}
