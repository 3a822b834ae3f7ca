package io.xiaoer.answering.wording;

import io.xiaoer.answering.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer comes to over facts, before the shop's voice; the same for shoppers and for previews. */
public sealed interface Composed {

    /** The clerk must ask back first. */
    record Asked(Fact question) implements Composed {}

    /**
     * It can be said.
     *
     * @param told the facts whose links and cards go with it
     * @param problem why the answer as it is written is not in it, for the receipt; null if it is, or if a fact rightly stands for it
     */
    record Told(String text, List<Fact> told, @Nullable String problem) implements Composed {
        public Told {
            told = List.copyOf(told);
        }
    }

    /**
     * It cannot be said honestly.
     *
     * @param text what is said instead
     * @param reason for the receipt
     */
    record Unsaid(String text, String reason) implements Composed {}

    /**
     * An answer that does not mention a fact is followed by the fact's sentence. A refusal that it does not mention, or a fact that cannot
     * be told and that it does not deal with, stands in its place.
     *
     * @param told one fact a need of the answer
     * @param locale the shop's, a BCP 47 tag
     */
    static Composed of(AnswerTemplate template, List<Fact> told, String shopName, String locale) {
        Optional<Fact> question =
                told.stream().filter(fact -> fact.state().isQuestion()).findFirst();
        if (question.isPresent()) {
            return new Asked(question.get());
        }
        for (Fact fact : told) {
            boolean mentioned = template.needs().contains(fact.need());
            if (fact.isKnown() ? fact.refuses() && !mentioned : !template.handlesUnknown(fact.need())) {
                return instead(fact);
            }
        }
        return rendered(template, told, shopName, locale);
    }

    private static Composed instead(Fact fact) {
        boolean tellsSomething = fact.isKnown() || !fact.values().isEmpty();
        return tellsSomething
                ? new Told(fact.say(), List.of(fact), null)
                : new Unsaid(
                        fact.say(),
                        "missing facts: " + fact.need().key() + " ("
                                + fact.state().key() + ")");
    }

    private static Composed rendered(AnswerTemplate template, List<Fact> told, String shopName, String locale) {
        Map<String, Object> values = new HashMap<>();
        values.put("shop", Map.of("name", shopName));
        told.forEach(fact -> values.put(fact.need().variable(), fact.forTemplates()));
        return switch (template.render(values)) {
            case AnswerTemplate.Rendered(String text) ->
                new Told(followed(text, unmentioned(template, told), locale), told, null);
            case AnswerTemplate.Failed(AnswerTemplate.Cause cause, String detail) -> {
                String said = told.stream().map(Fact::say).collect(Collectors.joining());
                yield cause == AnswerTemplate.Cause.EMPTY && !said.isEmpty()
                        ? new Told(said, told, cause.name())
                        : new Unsaid(new Phrases(locale).noAnswer(), cause + ": " + detail);
            }
        };
    }

    private static String unmentioned(AnswerTemplate template, List<Fact> told) {
        return told.stream()
                .filter(fact -> fact.isKnown() && !template.needs().contains(fact.need()))
                .map(Fact::say)
                .collect(Collectors.joining());
    }

    private static String followed(String text, String more, String locale) {
        return more.isEmpty() ? text : locale.startsWith("en") ? text + " " + more : text + more;
    }
}
