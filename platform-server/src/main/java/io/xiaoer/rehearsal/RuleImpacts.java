package io.xiaoer.rehearsal;

import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.rehearsal.RuleImpact.Contradiction;
import io.xiaoer.rehearsal.RuleImpact.Touched;
import io.xiaoer.rehearsal.internal.ImpactFinder;
import io.xiaoer.rules.Rule;
import io.xiaoer.rules.RuleParams;
import io.xiaoer.rules.RuleType;
import io.xiaoer.rules.Rules;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a change of a rule would mean for the words of the bound shop's bots. Changes nothing. */
@Service
@Requires(Permission.VIEW)
public class RuleImpacts {

    private final Bots bots;
    private final KnowledgeDrafts drafts;
    private final Rules rules;
    private final Clock clock;

    RuleImpacts(Bots bots, KnowledgeDrafts drafts, Rules rules, Clock clock) {
        this.bots = bots;
        this.drafts = drafts;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param bot whose entries are looked at; null for all bots
     * @param key the rule's, whose present values no longer count
     * @param proposed null if the rule is to be withdrawn: then no number is held against it
     */
    @Transactional(readOnly = true)
    public RuleImpact of(@Nullable BotId bot, RuleType type, String key, @Nullable RuleParams proposed) {
        ImpactFinder finder = new ImpactFinder(type, proposed == null ? List.of() : allowed(type, key, proposed));
        List<BotId> asked = bot == null ? bots.all().stream().map(Bot::id).toList() : List.of(bot);
        List<Touched> touched = new ArrayList<>();
        List<Contradiction> contradictions = new ArrayList<>();
        for (BotId one : asked) {
            RuleImpact impact = finder.find(one, drafts.enabled(one));
            touched.addAll(impact.touched());
            contradictions.addAll(impact.contradictions());
        }
        return new RuleImpact(touched, contradictions);
    }

    /** The proposal, and what other rules of the type say at the same time. */
    private List<RuleParams> allowed(RuleType type, String key, RuleParams proposed) {
        List<RuleParams> allowed = new ArrayList<>(List.of(proposed));
        rules.at(clock.instant()).rules().stream()
                .filter(rule -> rule.type() == type && !rule.key().equals(key))
                .map(Rule::params)
                .filter(Objects::nonNull)
                .forEach(allowed::add);
        return allowed;
    }
}
