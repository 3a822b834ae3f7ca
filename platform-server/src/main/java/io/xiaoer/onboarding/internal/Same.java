package io.xiaoer.onboarding.internal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts that differ in width, case, spaces and marks only are the same. */
final class Same {

    private Same() {}

    static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String letters = folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return letters.isEmpty() ? folded.strip() : letters;
    }

    static Set<String> folds(Collection<String> texts) {
        return texts.stream().map(Same::fold).collect(Collectors.toSet());
    }

    static boolean sets(Collection<String> one, Collection<String> other) {
        return folds(one).equals(folds(other));
    }
}
