package io.xiaoer.portal.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.xiaoer.answering.Receipt;
import io.xiaoer.answering.Trace;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A receipt in plain words: what matched and how surely, what came next, why it was answered or not. */
public class Explanation extends Div {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;
    /** How the engine says that a fact could not be told: its need and why. */
    private static final Pattern MISSING = Pattern.compile("missing facts: ([a-z-]+) \\(([a-z-]+)\\)");

    private final transient Map<String, String> questions;
    private final transient Receipt receipt;
    private final transient Trace trace;
    private final transient com.vaadin.flow.function.SerializableFunction<String, String> link;

    /**
     * @param questions of entries, by their keys
     * @param before what the shopper said before, for pieces that were read together
     * @param link the address of an entry, by its key
     * @param zone the shop's
     */
    public Explanation(
            Receipt receipt,
            Map<String, String> questions,
            List<String> before,
            com.vaadin.flow.function.SerializableFunction<String, String> link,
            OffsetDateTime now,
            ZoneId zone) {
        this.questions = questions;
        this.receipt = receipt;
        this.trace = receipt.understanding();
        this.link = link;
        addClassName("explanation");
        Paragraph why = new Paragraph(why());
        why.addClassName("explanation-why");
        add(why);
        String problem = receipt.problem();
        if (problem != null) {
            Div note = new Div(problem(problem));
            note.addClassName("warning");
            add(note);
        }
        if (!receipt.facts().isEmpty()) {
            add(new FactsTold(receipt.facts(), now, zone));
        }
        if (trace.joined()) {
            String pieces = receipt.readTogether().stream()
                    .filter(index -> index < before.size())
                    .map(index -> "「" + before.get(index) + "」")
                    .collect(Collectors.joining());
            Div together = new Div(getTranslation("trial.together", pieces, trace.text()));
            together.addClassName("explanation-together");
            add(together);
        }
        if (trace.path().equals("match")) {
            add(new H3(getTranslation("trial.sure")), sureness());
        }
        if (!trace.best().isEmpty()) {
            add(new H3(getTranslation("trial.best")), best());
        }
        add(timing());
    }

    private String why() {
        String first = trace.best().isEmpty()
                ? receipt.candidates().isEmpty()
                        ? ""
                        : receipt.candidates().getFirst().question()
                : question(trace.best().getFirst().entryKey());
        return switch (trace.path()) {
            case "instant-exact", "instant-keyword" ->
                receipt.candidates().size() == 1
                        ? getTranslation("trial.why." + trace.path(), first)
                        : getTranslation("trial.why." + trace.path() + ".several", names());
            case "chosen" ->
                first.isEmpty() ? getTranslation("trial.why.chosen.gone") : getTranslation("trial.why.chosen", first);
            case "picture", "empty", "no-entries" -> getTranslation("trial.why." + trace.path());
            default ->
                switch (receipt.outcome()) {
                    case ANSWERED ->
                        getTranslation(
                                "trial.why.answered", first, percent(trace.probability()), percent(trace.answerAt()));
                    case CHOICES ->
                        getTranslation(
                                "trial.why.choices",
                                first,
                                percent(trace.probability()),
                                percent(trace.answerAt()),
                                percent(trace.amongThree()),
                                percent(trace.choicesAt()));
                    case UNKNOWN ->
                        first.isEmpty()
                                ? getTranslation("trial.why.nothing")
                                : getTranslation(
                                        offTopicIsNearer() ? "trial.why.off-topic" : "trial.why.unknown",
                                        first,
                                        percent(trace.probability()),
                                        percent(trace.answerAt()),
                                        percent(trace.amongThree()),
                                        percent(trace.choicesAt()));
                };
        };
    }

    private boolean offTopicIsNearer() {
        return !trace.best().isEmpty()
                && trace.offTopic() > trace.best().getFirst().dense();
    }

    private String names() {
        return receipt.candidates().stream()
                .map(candidate -> "「" + candidate.question() + "」")
                .collect(Collectors.joining());
    }

    private String problem(String problem) {
        Matcher missing = MISSING.matcher(problem);
        if (missing.matches()) {
            return getTranslation(
                    "trial.problem.facts",
                    getTranslation("entry.need." + missing.group(1)),
                    getTranslation("trial.fact." + missing.group(2)));
        }
        return switch (problem) {
            case "EMPTY" -> getTranslation("trial.problem.empty");
            case "gone" -> getTranslation("trial.problem.gone");
            default -> getTranslation("trial.problem", problem);
        };
    }

    /** Two scales with the marks that decide. */
    private Component sureness() {
        return new Div(
                scale("trial.sure.first", trace.probability(), trace.answerAt(), "trial.sure.first.mark"),
                scale("trial.sure.among", trace.amongThree(), trace.choicesAt(), "trial.sure.among.mark"));
    }

    private Component scale(String key, double value, double mark, String markKey) {
        Div filled = new Div();
        filled.addClassName("scale-filled");
        filled.getStyle().setWidth(width(value));
        Div line = new Div();
        line.addClassName("scale-mark");
        line.getStyle().set("left", width(mark));
        Div bar = new Div(filled, line);
        bar.addClassNames("scale-bar", value >= mark ? "scale-reached" : "scale-missed");
        Span name = new Span(getTranslation(key));
        Span percent = new Span(percent(value));
        percent.addClassName("scale-value");
        Div head = new Div(name, percent);
        head.addClassName("scale-head");
        Div foot = new Div(getTranslation(markKey, percent(mark)));
        foot.addClassName("hint");
        Div scale = new Div(head, bar, foot);
        scale.addClassName("scale");
        return scale;
    }

    private Component best() {
        OrderedList list = new OrderedList();
        list.addClassName("best");
        double most = Math.max(1, trace.best().getFirst().score());
        trace.best().stream().limit(SHOWN).forEach(match -> {
            Anchor entry = new Anchor(link.apply(match.entryKey()), question(match.entryKey()));
            Div filled = new Div();
            filled.addClassName("scale-filled");
            filled.getStyle().setWidth(width(match.score() / most));
            Div bar = new Div(filled);
            bar.addClassNames("scale-bar", "scale-plain");
            Span parts = new Span(getTranslation(
                    match.keyword() > 0 ? "trial.parts.keyword" : "trial.parts",
                    percent(match.dense()),
                    percent(match.lexical())));
            parts.addClassName("hint");
            Span score = new Span(percent(Math.min(1, match.score())));
            score.addClassName("scale-value");
            Div head = new Div(entry, score);
            head.addClassName("scale-head");
            ListItem line = new ListItem(head, bar, parts);
            line.getElement().setAttribute("data-entry", match.entryKey());
            list.add(line);
        });
        return list;
    }

    private Component timing() {
        long understanding = sum(trace.micros());
        long wording = sum(receipt.micros());
        Div timing = new Div(getTranslation(
                "trial.timing", millis(understanding + wording), millis(understanding), millis(wording)));
        timing.addClassName("hint");
        timing.setId("timing");
        return timing;
    }

    private String question(String key) {
        return questions.getOrDefault(key, key);
    }

    private static long sum(Map<String, Long> micros) {
        return micros.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    private static String width(double share) {
        return String.format(Locale.ROOT, "%.1f%%", Math.clamp(share, 0, 1) * 100);
    }
}
