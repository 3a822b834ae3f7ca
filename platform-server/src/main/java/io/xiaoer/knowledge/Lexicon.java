package io.xiaoer.knowledge;

import io.xiaoer.shared.FieldErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A bot's own language.
 *
 * @param synonyms groups of words that can replace each other; the first is canonical
 * @param words words kept whole when text is cut into words
 */
public record Lexicon(List<List<String>> synonyms, List<String> words) {

    public static Lexicon empty() {
        return new Lexicon(List.of(), List.of());
    }

    void validate() {
        FieldErrors errors = new FieldErrors();
        errors.rejectIf(synonyms.size() > 2000, "groups", "must not have more than 2000 items");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < synonyms.size(); i++) {
            String field = "groups[" + i + "]";
            List<String> group = synonyms.get(i);
            errors.rejectIf(group == null || group.size() < 2, field, "must have at least two words");
            errors.texts(field, group, 50, 30);
            for (String word : group == null ? List.<String>of() : group) {
                errors.rejectIf(!seen.add(word), field, "repeats the word " + word);
            }
        }
        errors.texts("words", words, 5000, 30);
        errors.throwIfAny();
    }
}
