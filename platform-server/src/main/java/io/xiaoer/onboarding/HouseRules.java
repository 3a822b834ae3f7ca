package io.xiaoer.onboarding;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.onboarding.internal.Pack;
import io.xiaoer.onboarding.internal.Packs;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenants.Shops;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that matter in a shop's trade, beside what its bot says about them. */
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

    /** Rules of which at least one enabled entry speaks. */
    @Transactional(readOnly = true)
    public List<HouseRule> of(BotId bot) {
        Pack pack = packs.of(shops.current());
        List<String> keys =
                pack.rules().stream().flatMap(rule -> rule.entries().stream()).toList();
        Map<String, Entry> entries = knowledge.byKeys(bot, keys).stream()
                .filter(Entry::enabled)
                .collect(Collectors.toMap(Entry::key, Function.identity()));
        return pack.rules().stream()
                .map(rule -> new HouseRule(
                        rule.type(),
                        rule.key(),
                        rule.params(),
                        rule.entries().stream()
                                .map(entries::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .filter(rule -> !rule.entries().isEmpty())
                .toList();
    }
}
