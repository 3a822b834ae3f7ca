package io.xiaoer.knowledge.internal.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.knowledge.internal.twins.Twins.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of thousands of questions, those that mean nearly the same are found, and no others. */
class TwinsTest {

    private static final int DIMENSIONS = 512;
    private static final int PAGE = 7;

    private final Random random = new Random(7);

    @Test
    void findsTheTwoThatAreNear() {
        float[] one = vector();
        List<Meaning> meanings = List.of(
                meaning("b", false, "怎么还没发货", one),
                meaning("a", false, "为什么还没发货", near(one, 0.97)),
                meaning("c", false, "有猫吗", vector()),
                meaning("d", false, "有点像", near(one, 0.85)));

        List<Twin> twins = twins(meanings);

        assertThat(twins).hasSize(1);
        Twin twin = twins.getFirst();
        assertThat(twin.keyA()).isEqualTo("a");
        assertThat(twin.keyB()).isEqualTo("b");
        assertThat(twin.textA()).isEqualTo("为什么还没发货");
        assertThat(twin.similarity()).isBetween(0.96f, 0.98f);
    }

    @Test
    void missesNoPairThatIsNearEnough() {
        List<Meaning> meanings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] one = vector();
            meanings.add(meaning("a" + i, false, "问", one));
            meanings.add(meaning("b" + i, false, "问", near(one, 0.89)));
        }

        assertThat(twins(meanings)).hasSize(200);
    }

    @Test
    void tellsNumbersAndModelsApart() {
        float[] one = vector();

        assertThat(twins(List.of(meaning("a", false, "iPhone 15 有货吗", one), meaning("b", false, "iPhone 16 有货吗", one))))
                .isEmpty();
        assertThat(twins(List.of(meaning("a", false, "iPhone 15 有货吗", one), meaning("b", false, "有货吗 iphone 15", one))))
                .hasSize(1);
    }

    @Test
    void comparesOnlyWhatIsNew() {
        float[] one = vector();
        List<Meaning> meanings =
                List.of(meaning("a", true, "问一", one), meaning("b", true, "问二", one), meaning("c", false, "问三", one));

        assertThat(twins(meanings))
                .extracting(twin -> twin.keyA() + twin.keyB())
                .containsExactlyInAnyOrder("ac", "bc");
    }

    @Test
    void keepsTheNearestOfMany() {
        float[] one = vector();
        List<Meaning> meanings = new ArrayList<>();
        meanings.add(meaning("a", false, "问", one));
        for (int i = 0; i < 40; i++) {
            meanings.add(meaning("b" + i, true, "问", near(one, 0.95 + i / 1000.0)));
        }

        assertThat(twins(meanings).stream().filter(twin -> twin.keyA().equals("a")))
                .anyMatch(twin -> twin.keyB().equals("b39"))
                .anyMatch(twin -> twin.keyB().equals("b38"));
    }

    @Test
    void givesNoEntryMoreThanItsNearestHoweverManyPagesThereAre() {
        float[] one = vector();
        List<Meaning> meanings = new ArrayList<>();
        meanings.add(meaning("a", false, "问", one));
        for (int i = 0; i < 40; i++) {
            meanings.add(meaning("b" + i, true, "问", one));
        }

        assertThat(twins(meanings)).hasSize(Twins.MOST);
    }

    /** The twins of those that were not compared, among each other and with the others, which come in pages. */
    private static List<Twin> twins(List<Meaning> meanings) {
        Twins twins = new Twins(
                meanings.stream().filter(meaning -> !meaning.compared()).toList());
        List<Meaning> compared = meanings.stream().filter(Meaning::compared).toList();
        for (int from = 0; from < compared.size(); from += PAGE) {
            twins.compareWith(compared.subList(from, Math.min(compared.size(), from + PAGE)));
        }
        return twins.found();
    }

    private float[] vector() {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return normalised(vector);
    }

    /** A vector at a cosine from another. */
    private float[] near(float[] one, double cosine) {
        float[] other = vector();
        double dot = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            dot += one[i] * other[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            other[i] -= (float) (dot * one[i]);
        }
        other = normalised(other);
        for (int i = 0; i < DIMENSIONS; i++) {
            other[i] = (float) (cosine * one[i] + Math.sqrt(1 - cosine * cosine) * other[i]);
        }
        return other;
    }

    private static float[] normalised(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }

    private static Meaning meaning(String key, boolean compared, String text, float[] vector) {
        return new Meaning(key, List.of(text), Meaning.pack(List.of(vector)), compared);
    }
}
