package io.xiaoer.rehearsal.internal;

import io.xiaoer.rehearsal.internal.Figures.Deal;
import io.xiaoer.rehearsal.internal.Figures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One sentence of an answer: which of its words is nearest to a number tells what the number is about. */
final class Sentence {

    private static final String PAUSES = "，,、：:（）()";
    private static final Pattern WITHIN = Pattern.compile("^[以之]?内");
    /** How far a word may stand from its number, in characters. */
    private static final int NEAR = 14;
    /** What a pause between the two weighs. */
    private static final int PAUSE = 5;

    private final String text;
    private final String question;
    private final List<Figure> figures;

    Sentence(String text, String question) {
        this.text = text;
        this.question = question;
        this.figures = Figures.in(text);
    }

    String text() {
        return text;
    }

    List<Figure> figures() {
        return figures;
    }

    /** What the number is about; several if one word belongs to several, none if no word is near. */
    Set<Topic> topics(Figure figure) {
        String clause = clause(figure.start(), figure.end());
        int nearest = NEAR * 2 + 1;
        Set<Topic> about = new TreeSet<>();
        for (Topic topic : Topic.values()) {
            if (!topic.mayBeAbout(clause, question)) {
                continue;
            }
            for (int distance : distances(topic, figure)) {
                if (distance < nearest) {
                    nearest = distance;
                    about.clear();
                }
                if (distance == nearest) {
                    about.add(topic);
                }
            }
        }
        if (figure.start() > 0 && text.charAt(figure.start() - 1) == '满' && about.remove(Topic.SHIPPING_FEE)) {
            // 不满99元运费8元: the first of the two is where the fee ends
            about.add(Topic.FREE_OVER);
        }
        return about;
    }

    /** Twice the characters between, and one more if the word comes first: people say 「7天内换货」. */
    private List<Integer> distances(Topic topic, Figure figure) {
        List<Integer> distances = new ArrayList<>();
        for (String word : topic.words()) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                int distance = distance(figure, at, at + word.length());
                if (distance <= NEAR) {
                    distances.add(distance * 2 + (at >= figure.end() ? 0 : 1));
                }
            }
        }
        return distances;
    }

    /** Characters between the number and a word, with pauses weighed; far if they overlap or another number stands between. */
    private int distance(Figure figure, int start, int end) {
        boolean after = start >= figure.end();
        if (!after && end > figure.start()
                || figures.stream().anyMatch(other -> standsBetween(other, figure, start, end))) {
            return Integer.MAX_VALUE;
        }
        String between = after
                ? WITHIN.matcher(text.substring(figure.end(), start)).replaceFirst("")
                : text.substring(end, figure.start());
        int pauses = (int) between.chars().filter(c -> PAUSES.indexOf(c) >= 0).count();
        return between.length() + pauses * PAUSE;
    }

    private static boolean standsBetween(Figure other, Figure figure, int wordStart, int wordEnd) {
        return wordStart >= figure.end()
                ? other.start() >= figure.end() && other.end() <= wordStart
                : other.start() >= wordEnd && other.end() <= figure.start();
    }

    boolean isOfACoupon(Deal deal) {
        String clause = clause(deal.start(), deal.end());
        return clause.contains("券") || clause.contains("红包");
    }

    private String clause(int start, int end) {
        int from = start;
        while (from > 0 && PAUSES.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && PAUSES.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
