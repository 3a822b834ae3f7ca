package io.xiaoer.answering.understanding;

import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The e5-small-v2 model, for English: the mean of all tokens stands for the text. Its vectors all point much the same way, so that
 * unrelated texts still have a cosine of 0.8; what they have in common is taken away, and they differ as widely as those of the model for
 * Chinese, for which the engine's weights were measured.
 */
public final class E5Embedder extends BertEmbedder {

    public static final String MODEL = "e5-small-v2-q/centred";

    private static final String FILES = "e5-small-v2-q";

    /** Questions and entries alike: the model was trained to compare equals with it. */
    private static final String PREFIX = "query: ";

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    private final float[] centre = centre();

    public E5Embedder() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** @param cores how many texts may be embedded at the same time */
    public E5Embedder(int cores) {
        super(FILES, cores);
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    String asked(String text) {
        return PREFIX + ACCENTS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("");
    }

    @Override
    float[] pooled(FloatBuffer hidden, int tokens) {
        float[] mean = new float[hidden.remaining() / tokens];
        for (int token = 0; token < tokens; token++) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += hidden.get();
            }
        }
        normalise(mean);
        for (int d = 0; d < mean.length; d++) {
            mean[d] -= centre[d];
        }
        return mean;
    }

    private static float[] centre() {
        String numbers = new String(resource("io/xiaoer/answering/" + FILES + "-centre.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .reduce("", (all, line) -> all + " " + line);
        double[] values = Arrays.stream(numbers.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        float[] centre = new float[values.length];
        for (int d = 0; d < centre.length; d++) {
            centre[d] = (float) values[d];
        }
        return centre;
    }
}
