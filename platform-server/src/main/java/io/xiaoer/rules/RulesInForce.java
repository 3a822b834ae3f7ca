package io.xiaoer.rules;

import java.util.List;
import java.util.Optional;

/**
 * The rules that hold at one instant: of each type and key the highest version whose validity covers it, unless that version is empty.
 *
 * @param rules those of one type in the order in which they take precedence: what ends before what stays, then what was changed last
 */
public record RulesInForce(List<Rule> rules) {

    public RulesInForce {
        rules = List.copyOf(rules);
    }

    public static RulesInForce none() {
        return new RulesInForce(List.of());
    }

    /** A rule with its parameters in their own type. */
    public record Held<P extends RuleParams>(Rule.Ref ref, P params) {}

    /** All rules of a type, for example several promotions at once. */
    public <P extends RuleParams> List<Held<P>> all(RuleType type, Class<P> params) {
        return rules.stream()
                .filter(rule -> rule.type() == type && params.isInstance(rule.params()))
                .map(rule -> new Held<>(rule.ref(), params.cast(rule.params())))
                .toList();
    }

    /** The rule of a type that has only one; if there are several, the one that takes precedence. */
    public <P extends RuleParams> Optional<Held<P>> one(RuleType type, Class<P> params) {
        return all(type, params).stream().findFirst();
    }
}
