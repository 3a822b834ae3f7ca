package io.xiaoer.insights.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What several wordings have in common, as a keyword. Pure. */
final class SharedPhrase {

    private static final int SHORTEST = 2;

    /** Of wordings, at least so many must say it. */
    private static final double MOST = 0.8;

    private static final int HUNDRED = 100;

    /** Words that say how something is asked, not what. */
    private static final Pattern ASKING = Pattern.compile(
            "请问|你们|我们|这个|那个|一下|怎么样|怎么办|怎么|怎样|为什么|什么时候|什么|多少|多久|哪里|哪个|可不可以|可以|能不能|能够|是不是|有没有|会不会|是否|如何|还是|知道|告诉|想问|我想|我的|需要|现在|"
                    + "[我你您他它们的了吗呢吧啊呀哦嘛能会是有没不在么还要想请问和跟就都也把被给让]");

    private static final Pattern ENDS_ASKING = Pattern.compile("(?:" + ASKING + ")$");

    private static final Pattern LETTERS = Pattern.compile("[\\p{IsHan}\\p{Alnum}]+");

    private SharedPhrase() {}

    /** The longest that all say; else that four of five say; empty if they share nothing that means something. */
    static Optional<String> of(List<String> wordings, int longest) {
        if (wordings.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> all = longest(wordings, wordings.size(), longest);
        return all.isPresent() ? all : longest(wordings, (int) Math.ceil(MOST * wordings.size()), longest);
    }

    private static Optional<String> longest(List<String> wordings, int fewest, int longest) {
        Map<String, Integer> saidBy = new HashMap<>();
        wordings.stream()
                .limit(HUNDRED)
                .forEach(wording -> phrases(wording, longest).forEach(phrase -> saidBy.merge(phrase, 1, Integer::sum)));
        int needed = Math.min(fewest, HUNDRED);
        return saidBy.entrySet().stream()
                .filter(said -> said.getValue() >= needed)
                .map(Map.Entry::getKey)
                .filter(SharedPhrase::meansSomething)
                .max(Comparator.comparingInt(String::length)
                        .thenComparing(saidBy::get)
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static Set<String> phrases(String wording, int longest) {
        Set<String> phrases = new HashSet<>();
        LETTERS.matcher(wording).results().forEach(run -> {
            String letters = run.group();
            for (int from = 0; from < letters.length(); from++) {
                for (int to = from + SHORTEST; to <= Math.min(letters.length(), from + longest); to++) {
                    if (isWhole(letters, from) && isWhole(letters, to)) {
                        phrases.add(letters.substring(from, to));
                    }
                }
            }
        });
        return phrases;
    }

    /** A Latin word is not cut. */
    private static boolean isWhole(String letters, int at) {
        return at == 0 || at == letters.length() || !(isLatin(letters.charAt(at - 1)) && isLatin(letters.charAt(at)));
    }

    private static boolean isLatin(char c) {
        return c < 0x250;
    }

    private static boolean meansSomething(String phrase) {
        return core(phrase).length() >= SHORTEST
                && !ASKING.matcher(phrase).lookingAt()
                && !ENDS_ASKING.matcher(phrase).find();
    }

    /** What a question is about, without how it is asked; the question itself if nothing else is left. */
    static String core(String question) {
        String core = LETTERS.matcher(ASKING.matcher(question).replaceAll(" "))
                .results()
                .map(run -> run.group())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return core.length() < SHORTEST ? question : core;
    }
}
