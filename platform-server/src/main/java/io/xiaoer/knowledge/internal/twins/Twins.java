package io.xiaoer.knowledge.internal.twins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries that ask nearly the same as some fresh ones, by comparing every question with every other; the others come
 * page by page. The signs of a vector's dimensions tell most pairs apart at the price of a few instructions; the few that are
 * left are compared in full.
 */
public final class Twins {

    /** From this cosine on two questions are nearly the same; different ones about the same thing stay below 0.84. */
    static final float ALIKE = 0.88f;

    /** The most twins a fresh entry is given, the nearest ones. */
    static final int MOST = 5;

    /** Share of signs that differ at {@link #ALIKE}, an angle of 28.4 degrees of 180, and four deviations more. */
    private static final double SIGNS = 0.222;

    /** Numbers and foreign words: two sizes or two models of a thing are not the same question. */
    private static final Pattern NAMES = Pattern.compile("[0-9a-z]+");

    private final Table fresh;
    private final Map<String, List<Twin>> found = new HashMap<>();

    /** Compares the fresh entries with each other. */
    public Twins(List<Meaning> fresh) {
        this.fresh = new Table(fresh);
        for (int i = 0; i < fresh.size(); i++) {
            for (int j = i + 1; j < fresh.size(); j++) {
                Twin twin = this.fresh.compare(i, this.fresh, j);
                if (twin != null) {
                    keep(twin.keyA(), twin);
                    keep(twin.keyB(), twin);
                }
            }
        }
    }

    /**
     * Two entries.
     *
     * @param keyA sorts before {@code keyB}
     * @param textA the question of the first that is nearest to one of the other's
     */
    public record Twin(String keyA, String keyB, String textA, String textB, float similarity) {}

    /** Compares the fresh entries with some others. */
    public void compareWith(List<Meaning> others) {
        Table page = new Table(others);
        for (int i = 0; i < fresh.meanings.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                Twin twin = fresh.compare(i, page, j);
                if (twin != null) {
                    keep(fresh.meanings.get(i).key(), twin);
                }
            }
        }
    }

    /** The twins of the fresh entries, each pair once. */
    public List<Twin> found() {
        return found.values().stream().flatMap(List::stream).distinct().toList();
    }

    private void keep(String key, Twin twin) {
        List<Twin> twins = found.computeIfAbsent(key, any -> new ArrayList<>());
        twins.add(twin);
        if (twins.size() > MOST) {
            twins.remove(twins.stream()
                    .min(Comparator.comparingDouble(Twin::similarity))
                    .orElseThrow());
        }
    }

    /** Vectors side by side: their signs packed, the rest where it is. */
    private static final class Table {

        private final List<Meaning> meanings;
        private final int dimensions;
        private final int words;
        private final int mostSigns;
        private final long[][] signs;
        private final String[][] names;

        Table(List<Meaning> meanings) {
            this.meanings = meanings;
            this.dimensions =
                    meanings.stream().mapToInt(Meaning::dimensions).max().orElse(0);
            this.words = (dimensions + Long.SIZE - 1) / Long.SIZE;
            this.mostSigns = (int) (dimensions * SIGNS);
            this.signs = new long[meanings.size()][];
            this.names = new String[meanings.size()][];
            for (int i = 0; i < meanings.size(); i++) {
                Meaning meaning = meanings.get(i);
                signs[i] = signs(meaning);
                names[i] = meaning.texts().stream().map(Table::names).toArray(String[]::new);
            }
        }

        private long[] signs(Meaning meaning) {
            long[] packed = new long[meaning.texts().size() * words];
            for (int text = 0; text < meaning.texts().size(); text++) {
                for (int d = 0; d < meaning.dimensions(); d++) {
                    if (meaning.vectors()[meaning.offset(text) + d] < 0) {
                        packed[text * words + d / Long.SIZE] |= 1L << d % Long.SIZE;
                    }
                }
            }
            return packed;
        }

        private static String names(String text) {
            var names = new TreeSet<String>();
            var matcher = NAMES.matcher(text.toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                names.add(matcher.group());
            }
            return String.join(" ", names);
        }

        /** The nearest of the questions of two entries, if they are near enough. */
        @Nullable
        Twin compare(int one, Table page, int other) {
            long[] ones = signs[one];
            long[] others = page.signs[other];
            float best = ALIKE;
            int textOne = -1;
            int textOther = -1;
            for (int a = 0; a < ones.length; a += words) {
                for (int b = 0; b < others.length; b += words) {
                    int differ = 0;
                    for (int w = 0; w < words && differ <= mostSigns; w++) {
                        differ += Long.bitCount(ones[a + w] ^ others[b + w]);
                    }
                    if (differ <= mostSigns) {
                        float cosine = cosine(meanings.get(one), a / words, page.meanings.get(other), b / words);
                        if (cosine >= best && names[one][a / words].equals(page.names[other][b / words])) {
                            best = cosine;
                            textOne = a / words;
                            textOther = b / words;
                        }
                    }
                }
            }
            return textOne < 0
                    ? null
                    : twin(meanings.get(one), textOne, page.meanings.get(other), textOther, Math.min(1, best));
        }

        private float cosine(Meaning a, int textOne, Meaning b, int textOther) {
            int sum = 0;
            int offsetA = a.offset(textOne);
            int offsetB = b.offset(textOther);
            for (int d = 0; d < dimensions; d++) {
                sum += a.vectors()[offsetA + d] * b.vectors()[offsetB + d];
            }
            return sum * a.scale(textOne) * b.scale(textOther);
        }

        private static Twin twin(Meaning a, int textOne, Meaning b, int textOther, float similarity) {
            return a.key().compareTo(b.key()) < 0
                    ? new Twin(
                            a.key(), b.key(), a.texts().get(textOne), b.texts().get(textOther), similarity)
                    : new Twin(
                            b.key(),
                            a.key(),
                            b.texts().get(textOther),
                            a.texts().get(textOne),
                            similarity);
        }
    }
}
