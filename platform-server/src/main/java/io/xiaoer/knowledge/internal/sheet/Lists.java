package io.xiaoer.knowledge.internal.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Several texts in one cell, with bars between; a backslash before a bar or a backslash means the sign itself. */
public final class Lists {

    private Lists() {}

    public static String join(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("[\\\\|｜]", "\\\\$0")).collect(Collectors.joining("|"));
    }

    /** Without blanks around, empty texts and repetitions. */
    public static List<String> split(String cell) {
        var texts = new LinkedHashSet<String>();
        var text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length() && isSign(cell.charAt(i + 1))) {
                i++;
                text.append(cell.charAt(i));
            } else if (c == '|' || c == '｜') {
                texts.add(text.toString().strip());
                text.setLength(0);
            } else {
                text.append(c);
            }
        }
        texts.add(text.toString().strip());
        texts.remove("");
        return List.copyOf(new ArrayList<>(texts));
    }

    private static boolean isSign(char c) {
        return c == '|' || c == '｜' || c == '\\';
    }
}
