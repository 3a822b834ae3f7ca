package io.xiaoer.answering.understanding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The terms by which texts overlap: characters, pairs of neighbours, Latin words, the shop's own words, synonyms as their canonical word. */
final class Terms {

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> synonyms = new HashMap<>();
    private final boolean hasInitials;
    private final int longest;

    Terms(List<String> words, List<List<String>> synonyms) {
        for (String word : words) {
            String normal = Normalizer.normalise(word);
            if (normal.length() > 1) {
                this.words.put(normal, normal);
            }
        }
        for (List<String> group : synonyms) {
            String canonical = group.isEmpty() ? "" : Normalizer.normalise(group.getFirst());
            for (String word : group) {
                String normal = Normalizer.normalise(word);
                if (normal.length() > 1 && !canonical.isEmpty()) {
                    this.words.put(normal, canonical);
                    this.synonyms.put(normal, canonical);
                }
            }
        }
        this.hasInitials =
                this.synonyms.keySet().stream().anyMatch(word -> word.chars().allMatch(c -> isLatin((char) c)));
        this.longest =
                this.words.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The text with every synonym replaced by the canonical word of its group. */
    String canonical(String text) {
        return synonyms.isEmpty() ? text : replaced(text, word -> true);
    }

    private String replaced(String text, Predicate<String> which) {
        var result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int length = wordAt(text, i);
            if (length == 0) {
                result.append(text.charAt(i++));
            } else {
                String word = text.substring(i, i + length);
                result.append(which.test(word) ? synonyms.getOrDefault(word, word) : word);
                i += length;
            }
        }
        return result.toString();
    }

    /**
     * The text with synonyms of Latin letters, such as the initials of a word, replaced by their canonical word: the embedding model cannot
     * know what they stand for. Other synonyms it knows by itself.
     */
    String spelledOut(String text) {
        if (!hasInitials || text.chars().noneMatch(c -> isLatin((char) c))) {
            return text;
        }
        return replaced(text, word -> word.chars().allMatch(c -> isLatin((char) c)));
    }

    Set<String> of(String text) {
        var terms = new HashSet<String>();
        for (int i = 0; i < text.length(); ) {
            int length = wordAt(text, i);
            if (length > 0) {
                terms.add("=" + words.get(text.substring(i, i + length)));
            }
            i += Math.max(1, length);
        }
        String s = canonical(text);
        int previous = -1;
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Characters.isHan(c)) {
                terms.add(Character.toString(c));
                if (previous >= 0) {
                    terms.add(s.substring(previous, next));
                }
                previous = i;
            } else if (Character.isLetterOrDigit(c)) {
                while (next < s.length()
                        && Character.isLetterOrDigit(s.charAt(next))
                        && !Characters.isHan(s.charAt(next))) {
                    next++;
                }
                terms.add(s.substring(i, next));
                previous = -1;
            } else {
                previous = -1;
            }
            i = next;
        }
        return terms;
    }

    private int wordAt(String text, int from) {
        if (insideLatinWord(text, from)) {
            return 0;
        }
        for (int length = Math.min(longest, text.length() - from); length > 1; length--) {
            if (words.containsKey(text.substring(from, from + length)) && !insideLatinWord(text, from + length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean insideLatinWord(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
