package io.xiaoer.onboarding.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;

/** Questions, some asked more often than others. */
final class DemoQuestions {

    private static final String FILE = "io/xiaoer/onboarding/demo/beauty-questions.txt";

    private final List<String> texts;
    private final int[] upTo;

    private DemoQuestions(List<String> lines) {
        texts = lines.stream()
                .map(line -> line.substring(line.indexOf(' ') + 1).strip())
                .toList();
        upTo = lines.stream()
                .mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
                .toArray();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
    }

    /** @param section {@code always} or {@code rush} */
    static DemoQuestions read(String section) {
        try {
            List<String> lines = new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            int begin = lines.indexOf("[" + section + "]") + 1;
            return new DemoQuestions(lines.subList(begin, lines.size()).stream()
                    .takeWhile(line -> !line.startsWith("["))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> all() {
        return texts;
    }

    String pick(Random random) {
        int at = random.nextInt(upTo[upTo.length - 1]);
        int i = 0;
        while (upTo[i] <= at) {
            i++;
        }
        return texts.get(i);
    }
}
