package io.xiaoer.portal.lexicon;

import io.xiaoer.portal.words.Chips;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Synonym groups as lines of text: a group a line, its words parted by commas. */
final class GroupLines {

    private GroupLines() {}

    /** What keeps lines from being groups. */
    sealed interface Mistake {

        /** A group of one word. */
        record Alone(int line, String word) implements Mistake {}

        /** A word in two groups. */
        record Twice(int line, int other, String word) implements Mistake {}
    }

    static String of(List<List<String>> groups) {
        return groups.stream().map(group -> String.join("，", group)).collect(Collectors.joining("\n"));
    }

    /** Groups without empty lines. */
    static List<List<String>> parse(String lines) {
        return lines.lines().map(Chips::parse).filter(group -> !group.isEmpty()).toList();
    }

    /** The first mistake, with lines counted from 1; null if there is none. */
    static @Nullable Mistake mistakeIn(String lines) {
        Map<String, Integer> seen = new HashMap<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            List<String> group = Chips.parse(line);
            if (group.size() == 1) {
                return new Mistake.Alone(number, group.getFirst());
            }
            for (String word : group) {
                Integer other = seen.put(word, number);
                if (other != null) {
                    return new Mistake.Twice(number, other, word);
                }
            }
        }
        return null;
    }
}
