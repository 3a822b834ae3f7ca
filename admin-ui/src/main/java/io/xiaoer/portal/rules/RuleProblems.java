package io.xiaoer.portal.rules;

import com.vaadin.flow.component.Component;
import io.xiaoer.portal.words.FieldProblems;
import io.xiaoer.shared.Problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is wrong with a rule, in words for its author. The checks are the service's; here they only find a language. */
final class RuleProblems {

    private static final Map<Pattern, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put(Pattern.compile("is required.*"), "rules.wrong.required");
        TEXTS.put(Pattern.compile("must not be empty.*"), "rules.wrong.required");
        TEXTS.put(Pattern.compile("must be a whole number from (\\d+) to (\\d+)"), "rules.wrong.number");
        TEXTS.put(Pattern.compile("must be an amount.*"), "rules.wrong.money");
        TEXTS.put(Pattern.compile("must not have more than two decimals"), "rules.wrong.cents");
        TEXTS.put(Pattern.compile("must not be more than ([\\d.]+)"), "rules.wrong.much");
        TEXTS.put(Pattern.compile("must be more than 0"), "rules.wrong.zero");
        TEXTS.put(Pattern.compile("must be less than over"), "rules.wrong.off");
        TEXTS.put(Pattern.compile("must be more than the tier before it has"), "rules.wrong.over-rises");
        TEXTS.put(Pattern.compile("must be more than the tier before it takes off"), "rules.wrong.off-rises");
        TEXTS.put(Pattern.compile("must be a whole address.*"), "rules.wrong.url");
        TEXTS.put(Pattern.compile("must be later than validFrom"), "rules.wrong.order");
        TEXTS.put(Pattern.compile("must not be longer than (\\d+) characters"), "rules.wrong.long");
        TEXTS.put(Pattern.compile("must not have more than (\\d+) (?:items|levels)"), "rules.wrong.many");
        TEXTS.put(Pattern.compile("must not contain control characters"), "rules.wrong.control");
        TEXTS.put(Pattern.compile("must be an object from each level.*"), "rules.wrong.levels");
        TEXTS.put(Pattern.compile("must name each level.*"), "rules.wrong.level-name");
    }

    private RuleProblems() {}

    /** The first problem of each place, by its path without {@code params.}. */
    static Map<String, String> byPath(Component page, List<FieldError> errors) {
        Map<String, String> texts = new LinkedHashMap<>();
        errors.forEach(error -> texts.putIfAbsent(
                error.field().replaceFirst("^params\\.", ""), FieldProblems.text(page, TEXTS, error.message())));
        return texts;
    }
}
