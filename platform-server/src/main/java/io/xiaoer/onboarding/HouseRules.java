package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.internal.Pack;
import io.xiaoer.onboarding.internal.Packs;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleForm;
import io.xiaoer.rules.RulesInForce;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenants.Shops;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that matter in a shop's trade as they hold now, beside what its bot says about them. */
@Service
@Requires(Permission.VIEW)
public class HouseRules {

    private final Packs packs;
    private final Shops shops;
    private final KnowledgeDrafts knowledge;

    HouseRules(Packs packs, Shops shops, KnowledgeDrafts knowledge) {
        this.packs = packs;
        this.shops = shops;
        this.knowledge = knowledge;
    }

    /**
     * Rules of which at least one enabled entry speaks, those that the shop has withdrawn included: the bot may still promise what they
     * said.
     *
     * @param inForce the shop's rules as they hold now
     */
    @Transactional(readOnly = true)
    public List<HouseRule> of(BotId bot, RulesInForce inForce) {
        Pack pack = packs.get(shops.current().template());
        List<String> keys =
                pack.rules().stream().flatMap(rule -> rule.entries().stream()).toList();
        Map<String, Entry> entries = knowledge.byKeys(bot, keys).stream()
                .filter(Entry::enabled)
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        return pack.rules().stream()
                .map(rule -> houseRule(
                        rule,
                        inForce.rules(),
                        rule.entries().stream()
                                .map(entries::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .filter(rule -> !rule.entries().isEmpty())
                .toList();
    }

    /** The shop's own rule of that key or, where it has another in its place, of that type. */
    private static HouseRule houseRule(Pack.Rule usual, List<Rule> inForce, List<Entry> entries) {
        List<Rule> same = inForce.stream()
                .filter(rule -> rule.type().key().equals(usual.type()))
                .toList();
        Optional<Rule> held = same.stream()
                .filter(rule -> rule.key().equals(usual.key()))
                .findFirst()
                .or(() -> same.stream().findFirst());
        return new HouseRule(
                usual.type(),
                held.map(Rule::key).orElse(usual.key()),
                held.map(Rule::params).map(RuleForm::write).orElse(Map.of()),
                entries);
    }
}
