package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is taken out of a set of made-up messages in which what is personal is marked, and of such in which nothing is. */
class RedactionQualityTest {

    private static final Pattern TAKEN_OUT = Pattern.compile("\\[(?:链接|邮箱|账号|地址|证件号|手机号|电话|车牌|单号|号码|姓名)]");

    /**
     * A message.
     *
     * @param spans what is personal in it, from and to
     */
    private record Marked(String text, List<int[]> spans) {

        static Marked of(String line) {
            StringBuilder text = new StringBuilder();
            List<int[]> spans = new ArrayList<>();
            int from = 0;
            for (char c : line.toCharArray()) {
                switch (c) {
                    case '{' -> from = text.length();
                    case '}' -> spans.add(new int[] {from, text.length()});
                    default -> text.append(c);
                }
            }
            return new Marked(text.toString(), spans);
        }
    }

    /** Of spans that are personal, those that are gone; of stretches that are taken out, those that were personal. */
    private static final class Score {
        private int spans;
        private int gone;
        private int stretches;
        private int right;
        private final List<String> wrong = new ArrayList<>();

        double recall() {
            return (double) gone / spans;
        }

        double precision() {
            return (double) right / stretches;
        }

        void add(Marked marked) {
            List<int[]> taken = taken(marked.text());
            BitSet covered = new BitSet();
            taken.forEach(stretch -> covered.set(stretch[0], stretch[1]));
            long missed = marked.spans().stream()
                    .filter(span -> covered.nextClearBit(span[0]) < span[1])
                    .count();
            long tooMuch = taken.stream()
                    .filter(stretch ->
                            marked.spans().stream().noneMatch(span -> span[0] < stretch[1] && stretch[0] < span[1]))
                    .count();
            spans += marked.spans().size();
            gone += marked.spans().size() - (int) missed;
            stretches += taken.size();
            right += taken.size() - (int) tooMuch;
            if (missed + tooMuch > 0) {
                wrong.add(marked.text() + " -> " + Redaction.of(marked.text()));
            }
        }
    }

    @Test
    void takesOutWhatIsPersonalAndLittleElse() throws IOException {
        List<Marked> all = set("redaction.txt");
        Score score = score(all);

        assertThat(all).hasSizeGreaterThan(150);
        assertThat(score.recall()).as("wrong: %s", score.wrong).isGreaterThanOrEqualTo(0.97);
        assertThat(score.precision()).as("wrong: %s", score.wrong).isGreaterThanOrEqualTo(0.97);
    }

    /** Free and hard ones: what a rule that nobody wrote for them does. */
    @Test
    void doesFairlyWithWhatItWasNotWrittenFor() throws IOException {
        Score score = score(set("redaction-unseen.txt"));

        assertThat(score.recall()).as("wrong: %s", score.wrong).isGreaterThanOrEqualTo(0.7);
        assertThat(score.precision()).as("wrong: %s", score.wrong).isGreaterThanOrEqualTo(0.8);
    }

    private static Score score(List<Marked> all) {
        Score score = new Score();
        all.forEach(score::add);
        System.out.printf(
                Locale.ROOT,
                "Redaction of %d messages: recall %.3f of %d, precision %.3f of %d%n",
                all.size(),
                score.recall(),
                score.spans,
                score.precision(),
                score.stretches);
        return score;
    }

    private static List<Marked> set(String name) throws IOException {
        try (InputStream in = RedactionQualityTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Marked::of)
                    .toList();
        }
    }

    /** Which stretches of the text are not there any more, found by what is left between. */
    private static List<int[]> taken(String text) {
        String plain = text.codePoints()
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        List<int[]> taken = new ArrayList<>();
        String[] left = TAKEN_OUT.split(Redaction.of(text), -1);
        int at = left[0].length();
        for (int i = 1; i < left.length; i++) {
            boolean last = i == left.length - 1;
            int next = last ? plain.length() - left[i].length() : plain.indexOf(left[i], at + 1);
            taken.add(new int[] {at, next});
            at = next + left[i].length();
        }
        return taken;
    }
}
