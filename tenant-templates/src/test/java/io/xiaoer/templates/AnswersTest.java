package io.xiaoer.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the answers of the packs to the facts and the rules they speak of. */
class AnswersTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "facts.md");
    private static final Set<String> EVERY_FACT_HAS = Set.of("known", "why", "say");

    /** The fact in which an answer reads the rule; a rule that is not here has none of its own. */
    private static final Map<String, String> FACT_OF_RULE = Map.ofEntries(
            Map.entry("threshold-promotion", "promotion"),
            Map.entry("coupon-stacking", "coupon"),
            Map.entry("exchange", "exchange"),
            Map.entry("return", "return"),
            Map.entry("price-protection", "price-protection"),
            Map.entry("shipping-fee", "shipping-fee"),
            Map.entry("delivery-promise", "delivery-promise"),
            Map.entry("presale", "presale"),
            Map.entry("fresh-claim", "fresh-claim"),
            Map.entry("allergy-return", "allergy-return"),
            Map.entry("new-customer-gift", "new-customer-gift"),
            Map.entry("member-benefits", "member"),
            Map.entry("invoice", "invoice"));

    static List<Pack> packs() {
        return Pack.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void areWellFormed(Pack pack) {
        assertThat(faults(pack, entry -> answer(entry).faults())).isEmpty();
    }

    /** A fact that is not named in needs is never looked up; one that is not used is looked up for nothing. */
    @ParameterizedTest
    @MethodSource("packs")
    void needTheFactsTheyUseAndUseTheFactsTheyNeed(Pack pack) {
        assertThat(faults(pack, entry -> {
                    Set<String> used = answer(entry).variables().stream()
                            .map(variable -> variable.split("\\.", 2)[0])
                            .filter(root -> !root.equals("shop"))
                            .collect(Collectors.toCollection(TreeSet::new));
                    Set<String> needed = needs(entry);
                    return used.equals(needed) ? List.of() : List.of("uses " + used + ", needs " + needed);
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void useOnlyFieldsThatTheFactHas(Pack pack) throws IOException {
        Map<String, Set<String>> fields = fieldsOfFacts();
        assertThat(faults(
                        pack,
                        entry -> answer(entry).variables().stream()
                                .filter(variable -> !variable.equals("shop.name"))
                                .filter(variable -> {
                                    String[] path = variable.split("\\.", 3);
                                    return path.length != 2
                                            || !EVERY_FACT_HAS.contains(path[1])
                                                    && !fields.getOrDefault(path[0], Set.of())
                                                            .contains(path[1]);
                                })
                                .map(variable -> "no " + variable)
                                .toList()))
                .isEmpty();
    }

    /** A shopper who is not signed in gets an answer too. */
    @ParameterizedTest
    @MethodSource("packs")
    void sayWhatToDoWhereTheFactIsNotKnown(Pack pack) {
        assertThat(faults(
                        pack,
                        entry -> needs(entry).stream()
                                .filter(fact -> {
                                    boolean asks = answer(entry).variables().contains(fact + ".known");
                                    boolean saysIt = answer(entry).source().equals("{{ " + fact + ".say }}");
                                    return !saysIt && !(asks && answer(entry).alwaysSaysSomething());
                                })
                                .map(fact -> "says nothing where " + fact + " is not known")
                                .toList()))
                .isEmpty();
    }

    /** An owner changes the rule, not the answers. */
    @ParameterizedTest
    @MethodSource("packs")
    void leaveTheNumbersToTheRules(Pack pack) {
        List<RuleNumbers> numbers = Pack.items(pack.json("rules.json").path("rules"))
                .map(RuleNumbers::of)
                .toList();
        assertThat(faults(
                        pack,
                        entry -> answer(entry).clauses().stream()
                                .filter(clause -> numbers.stream().anyMatch(rule -> rule.saidIn(clause)))
                                .map(clause -> "a rule's number in " + clause.strip())
                                .toList()))
                .isEmpty();
    }

    /** The pack says that an entry speaks of a rule: then a change of the rule must reach its answer. */
    @ParameterizedTest
    @MethodSource("packs")
    void readTheRulesTheySpeakOf(Pack pack) {
        Map<String, List<String>> needs = pack.entries().stream()
                .collect(Collectors.toMap(
                        entry -> entry.path("key").asText(), entry -> Pack.texts(entry.path("needs"))));
        var faults = new ArrayList<String>();
        for (JsonNode rule : pack.json("rules.json").path("rules")) {
            String fact = FACT_OF_RULE.get(rule.path("type").asText());
            for (String key : Pack.texts(rule.path("entries"))) {
                if (fact != null && !needs.getOrDefault(key, List.of()).contains(fact)) {
                    faults.add(key + ": does not need " + fact);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void ruleNumbersAreFoundHoweverTheyAreWritten() {
        JsonNode rule = Pack.read("""
                {"type": "return", "params": {"windowDays": 7}}""");
        RuleNumbers numbers = RuleNumbers.of(rule);
        assertThat(List.of("签收后7天内可以退", "七天无理由退货", "退货要在 7 天内")).allMatch(numbers::saidIn);
        assertThat(List.of("17天内可以退", "十七天内可以退", "退款 天内到账", "7天内能到")).noneMatch(numbers::saidIn);
    }

    @Test
    void faultsOfTemplatesAreFound() {
        assertThat(new Liquid("{% if a.known %}好{% elsif a.why == 'x' %}{{ a.say }}{% else %}不{% endif %}").faults())
                .isEmpty();
        assertThat(List.of(
                        "{% if a %}好",
                        "好{% endif %}",
                        "{% for b in a.c %}{% if b %}{% endfor %}{% endif %}",
                        "{{ a.b }",
                        "{% if a }好{% endif %}",
                        "{% else %}",
                        "{% esle %}"))
                .allSatisfy(source -> assertThat(new Liquid(source).faults()).isNotEmpty());
    }

    private static Liquid answer(JsonNode entry) {
        return new Liquid(entry.path("answer").asText());
    }

    /** As variables are written. */
    private static Set<String> needs(JsonNode entry) {
        return Pack.texts(entry.path("needs")).stream()
                .map(need -> need.replace('-', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> faults(Pack pack, Function<JsonNode, List<String>> faults) {
        return pack.entries().stream()
                .flatMap(entry -> faults.apply(entry).stream()
                        .map(fault -> entry.path("key").asText() + ": " + fault))
                .toList();
    }

    /** By the guide's table: the facts of a row, and its fields. */
    private static Map<String, Set<String>> fieldsOfFacts() throws IOException {
        var row = Pattern.compile("\\| (`[a-z_]+`<br>[^|]*) \\| (.*) \\|");
        var name = Pattern.compile("`(\\w+)`");
        return Files.readAllLines(GUIDE).stream()
                .map(row::matcher)
                .filter(java.util.regex.Matcher::matches)
                .flatMap(line -> name.matcher(line.group(1))
                        .results()
                        .map(fact -> Map.entry(
                                fact.group(1),
                                name.matcher(line.group(2))
                                        .results()
                                        .map(field -> field.group(1))
                                        .collect(Collectors.toSet()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
