package io.xiaoer.insights.internal;

import io.xiaoer.answering.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What a question means besides what all questions to shops have in common. Questions that have nothing else in common are near each other
 * without it: long ones above all.
 */
@Component
class Usual {

    /** Moves when the usual questions do: what was computed on others cannot be compared. */
    private static final String VERSION = "/1";

    private final Engine engine;
    private final Map<String, float[]> commons = new ConcurrentHashMap<>();

    Usual(Engine engine) {
        this.engine = engine;
    }

    /** Names how meanings are made. */
    String model(String locale) {
        return engine.model(locale) + VERSION;
    }

    /** A vector of length 1. The first one of a language takes a second or two. */
    float[] meaning(String locale, String wording) {
        float[] common = commons.computeIfAbsent(
                locale.startsWith("en") ? "en" : "zh",
                language -> common(questions(language), text -> engine.meaning(locale, text)));
        return besides(common, engine.meaning(locale, wording));
    }

    static List<String> questions(String language) {
        try (InputStream in = Usual.class.getResourceAsStream("/io/xiaoer/insights/usual-" + language + ".txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all of these have in common. */
    static float[] common(List<String> questions, Function<String, float[]> meaning) {
        float[] mean = meaning.apply(Engine.bare(questions.getFirst())).clone();
        for (String question : questions.subList(1, questions.size())) {
            float[] vector = meaning.apply(Engine.bare(question));
            for (int d = 0; d < mean.length; d++) {
                mean[d] += vector[d];
            }
        }
        for (int d = 0; d < mean.length; d++) {
            mean[d] /= questions.size();
        }
        return mean;
    }

    static float[] besides(float[] common, float[] vector) {
        float[] left = vector.clone();
        for (int d = 0; d < left.length; d++) {
            left[d] -= common[d];
        }
        float length = (float) Math.sqrt(Engine.nearness(left, left));
        for (int d = 0; d < left.length && length > 0; d++) {
            left[d] /= length;
        }
        return left;
    }
}
