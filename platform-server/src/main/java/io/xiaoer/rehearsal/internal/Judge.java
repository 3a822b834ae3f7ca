package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.Mismatch;
import io.xiaoer.rehearsal.Mismatch.What;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Holds what was said against what must be. Width, case and blanks of letters make no difference. */
final class Judge {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Judge() {}

    /** What is not as it must be; nothing if the case passes. */
    static List<Mismatch> judge(Expectation expect, Heard heard) {
        List<Mismatch> wrong = new ArrayList<>();
        List<String> accepted = expect.accepted();
        if (!accepted.isEmpty() && heard.entryKeys().stream().noneMatch(accepted::contains)) {
            wrong.add(Mismatch.entries(accepted, heard.entryKeys()));
        }
        String kind = expect.kind();
        if (kind != null && !heard.isOf(kind)) {
            wrong.add(new Mismatch(What.KIND, kind, heard.kind()));
        }
        String said = bare(heard.said());
        expect.contains().stream()
                .filter(text -> !said.contains(bare(text)))
                .forEach(text -> wrong.add(new Mismatch(What.CONTAINS, text, "")));
        expect.lacks().stream()
                .filter(text -> said.contains(bare(text)))
                .forEach(text -> wrong.add(new Mismatch(What.LACKS, text, "")));
        return wrong;
    }

    private static String bare(String text) {
        return BLANKS.matcher(folded(text)).replaceAll("");
    }

    /** Nothing but the letters and digits of a text, of one width and case. */
    static String letters(String text) {
        return MARKS.matcher(folded(text)).replaceAll("");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
