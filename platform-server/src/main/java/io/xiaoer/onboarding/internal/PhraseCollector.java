package io.xiaoer.onboarding.internal;

import io.xiaoer.insights.UnmatchedQuestions;
import io.xiaoer.insights.UnmatchedQuestions.Unmatched;
import io.xiaoer.onboarding.PhraseProposals;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes, as digests, what the bound shop's shoppers say and its bots do not understand. The words themselves leave the shop only once as many
 * shops of its trade have the same digest as make them nobody's.
 */
@Component
class PhraseCollector {

    /** How far back questions count, and how long a digest is kept that is not seen again. */
    static final int DAYS = 30;

    /** The most questions of a shop that are looked at, newest first. */
    private static final int MOST_QUESTIONS = 50_000;

    private final UnmatchedQuestions unmatched;
    private final PhraseRows rows;
    private final PhraseDigests digests;
    private final Packs packs;
    private final Shops shops;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PhraseCollector(
            UnmatchedQuestions unmatched,
            PhraseRows rows,
            PhraseDigests digests,
            Packs packs,
            Shops shops,
            TransactionTemplate transaction,
            Clock clock) {
        this.unmatched = unmatched;
        this.rows = rows;
        this.digests = digests;
        this.packs = packs;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
    }

    void collect() {
        OffsetDateTime now = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
        Set<String> texts = said(unmatched.since(now.minusDays(DAYS), MOST_QUESTIONS));
        transaction.executeWithoutResult(status -> note(TenantScope.required(), texts, now.toLocalDate()));
    }

    /** What enough different shoppers said. */
    private static Set<String> said(List<Unmatched> questions) {
        Map<String, Set<ShopperRef>> shoppers = new HashMap<>();
        questions.forEach(one -> PhraseText.of(one.text())
                .ifPresent(text ->
                        shoppers.computeIfAbsent(text, any -> new HashSet<>()).add(one.shopper())));
        shoppers.values().removeIf(all -> all.size() < PhraseProposals.FEWEST_SHOPPERS);
        return shoppers.keySet();
    }

    private void note(TenantId tenant, Set<String> texts, LocalDate today) {
        Pack pack = packs.of(shops.current());
        String vertical = pack.key();
        String locale = pack.locale();
        Map<String, byte[]> phrases = new LinkedHashMap<>();
        texts.stream().sorted().forEach(text -> phrases.put(text, digests.phrase(vertical, locale, text)));
        rows.forgetBefore(today.minusDays(DAYS));
        rows.replace(vertical, locale, digests.shopUnderAll(tenant), digests.shop(tenant), phrases.values(), today);
        Map<String, Integer> counts = rows.shops(vertical, locale, phrases.values());
        Set<String> few = new HashSet<>();
        phrases.forEach((text, digest) -> {
            int count = Objects.requireNonNullElse(counts.get(HexFormat.of().formatHex(digest)), 0);
            if (count >= PhraseProposals.FEWEST_SHOPS) {
                rows.propose(vertical, locale, text, count, today);
            } else {
                few.add(text);
            }
        });
        rows.withdraw(vertical, locale, few);
    }
}
