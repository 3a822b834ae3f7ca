package io.xiaoer.portal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed between two texts, word by word: Chinese by the character, the rest by words and numbers. Small leftovers between two changes
 * are read as changed too, for confetti tells nobody anything.
 */
public final class WordDiff {

    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+|\\X", Pattern.DOTALL);

    /** More comparisons than this (texts of some 5,000 characters without anything in common) are not worth the wait. */
    private static final long MOST_COMPARISONS = 30_000_000;

    /** A leftover of at most this many characters between changes at least as long is read as changed. */
    private static final int LEFTOVER = 2;

    /** What happened to a part of the text. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A run of text. */
    public record Part(Kind kind, String text) {}

    private WordDiff() {}

    /** The parts in order; of a change, what was removed comes before what was added. */
    public static List<Part> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> fresh = tokens(after);
        int start = 0;
        while (start < old.size() && start < fresh.size() && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < fresh.size() - start
                && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        List<Part> parts = new ArrayList<>();
        old.subList(0, start).forEach(token -> parts.add(new Part(Kind.SAME, token)));
        List<String> oldMiddle = old.subList(start, old.size() - end);
        List<String> freshMiddle = fresh.subList(start, fresh.size() - end);
        if ((long) oldMiddle.size() * freshMiddle.size() > MOST_COMPARISONS) {
            replaced(oldMiddle, freshMiddle, parts);
        } else {
            compare(oldMiddle, freshMiddle, parts);
        }
        old.subList(old.size() - end, old.size()).forEach(token -> parts.add(new Part(Kind.SAME, token)));
        return joined(withoutLeftovers(joined(parts)));
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static void replaced(List<String> old, List<String> fresh, List<Part> parts) {
        old.forEach(token -> parts.add(new Part(Kind.REMOVED, token)));
        fresh.forEach(token -> parts.add(new Part(Kind.ADDED, token)));
    }

    /** The longest common subsequence by Hirschberg's division, which needs memory for two lines only. */
    private static void compare(List<String> old, List<String> fresh, List<Part> parts) {
        if (old.isEmpty() || fresh.isEmpty()) {
            replaced(old, fresh, parts);
            return;
        }
        if (old.size() == 1) {
            int at = fresh.indexOf(old.getFirst());
            if (at < 0) {
                replaced(old, fresh, parts);
                return;
            }
            replaced(List.of(), fresh.subList(0, at), parts);
            parts.add(new Part(Kind.SAME, old.getFirst()));
            replaced(List.of(), fresh.subList(at + 1, fresh.size()), parts);
            return;
        }
        int half = old.size() / 2;
        int[] head = lengths(old.subList(0, half), fresh);
        int[] tail = lengths(old.subList(half, old.size()).reversed(), fresh.reversed());
        int best = -1;
        int cut = 0;
        for (int i = 0; i <= fresh.size(); i++) {
            int length = head[i] + tail[fresh.size() - i];
            if (length > best) {
                best = length;
                cut = i;
            }
        }
        compare(old.subList(0, half), fresh.subList(0, cut), parts);
        compare(old.subList(half, old.size()), fresh.subList(cut, fresh.size()), parts);
    }

    /** For each beginning of {@code fresh} the length of what it has in common with {@code old}. */
    private static int[] lengths(List<String> old, List<String> fresh) {
        String[] columns = fresh.toArray(String[]::new);
        int[] line = new int[columns.length + 1];
        for (String token : old) {
            int diagonal = 0;
            for (int i = 1; i <= columns.length; i++) {
                int above = line[i];
                line[i] = token.equals(columns[i - 1]) ? diagonal + 1 : Math.max(above, line[i - 1]);
                diagonal = above;
            }
        }
        return line;
    }

    /** Neighbours of one kind as one part; within a change the removed first. */
    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        var same = new StringBuilder();
        for (Part part : parts) {
            if (part.kind() == Kind.SAME) {
                flush(joined, Kind.REMOVED, removed);
                flush(joined, Kind.ADDED, added);
                same.append(part.text());
            } else {
                flush(joined, Kind.SAME, same);
                (part.kind() == Kind.REMOVED ? removed : added).append(part.text());
            }
        }
        flush(joined, Kind.REMOVED, removed);
        flush(joined, Kind.ADDED, added);
        flush(joined, Kind.SAME, same);
        return joined;
    }

    private static void flush(List<Part> parts, Kind kind, StringBuilder text) {
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text.toString()));
            text.setLength(0);
        }
    }

    private static List<Part> withoutLeftovers(List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean leftover = part.kind() == Kind.SAME
                    && i > 0
                    && i < parts.size() - 1
                    && part.text().length() <= LEFTOVER
                    && !part.text().contains("\n")
                    && parts.get(i - 1).text().length() > part.text().length()
                    && parts.get(i + 1).text().length() > part.text().length();
            if (leftover) {
                kept.add(new Part(Kind.REMOVED, part.text()));
                kept.add(new Part(Kind.ADDED, part.text()));
            } else {
                kept.add(part);
            }
        }
        return kept;
    }
}
