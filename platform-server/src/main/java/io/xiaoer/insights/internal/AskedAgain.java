package io.xiaoer.insights.internal;

import io.xiaoer.answering.Engine;
import io.xiaoer.conversations.AskedQuestion;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.insights.Outcome;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.rollout.ShopperRef;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices when a shopper asks the same again in other words within a week, in the same conversation or in their next one: then what the bot had said did
 * not help. Judged when the second question is recorded, outside of any transaction.
 */
@Component
class AskedAgain {

    /** Who asks again later may have another matter. */
    static final Duration SOON = Duration.ofDays(7);

    /** How many of the shopper's last questions a question is compared with. */
    private static final int LOOKED_BACK = 3;

    private final OutcomeRows rows;
    private final AskedQuestions asked;
    private final Engine engine;
    private final Shops shops;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskedAgain(
            OutcomeRows rows,
            AskedQuestions asked,
            Engine engine,
            Shops shops,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.asked = asked;
        this.engine = engine;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A question and what the shopper had asked before it. */
    private record Pair(AskedQuestion now, List<Outcome> before) {}

    /** What was asked, and in which language. */
    private record Said(Map<Place, String> texts, String locale) {}

    void judge(TenantId tenant, List<AskedQuestion> fresh) {
        OffsetDateTime since = OffsetDateTime.now(clock).minus(SOON);
        List<AskedQuestion> judged = fresh.stream()
                .filter(one -> mayAskAgain(one) && one.at().isAfter(since))
                .toList();
        if (judged.isEmpty()) {
            return;
        }
        List<Pair> pairs = Objects.requireNonNull(transaction.execute(status -> pairs(tenant, judged)));
        if (pairs.isEmpty()) {
            return;
        }
        Said said = Objects.requireNonNull(transaction.execute(
                status -> new Said(asked.texts(places(pairs)), shops.current().locale())));
        Map<Place, String> texts = said.texts();
        Set<Place> again = new HashSet<>();
        for (Pair pair : pairs) {
            String text = texts.getOrDefault(place(pair.now()), "");
            pair.before().stream()
                    .filter(before -> SameQuestion.inOtherWords(
                            texts.getOrDefault(place(before), ""),
                            text,
                            (one, other) -> engine.likeness(said.locale(), one, other)))
                    .findFirst()
                    .ifPresent(before -> again.add(place(before)));
        }
        if (!again.isEmpty()) {
            transaction.executeWithoutResult(status -> rows.askedAgain(tenant, again));
        }
    }

    /** Who presses a choice does what they were asked to do. */
    private static boolean mayAskAgain(AskedQuestion one) {
        OutcomeKind kind = OutcomeKind.ofReply(one.kind());
        return one.shopper() != null && !one.chosen() && kind.isQuestion();
    }

    private List<Pair> pairs(TenantId tenant, List<AskedQuestion> judged) {
        Set<ShopperRef> shoppers = judged.stream()
                .map(AskedQuestion::shopper)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        OffsetDateTime first = judged.stream()
                .map(AskedQuestion::at)
                .min(OffsetDateTime::compareTo)
                .orElseThrow();
        Map<ShopperRef, List<Outcome>> served = rows.served(tenant, shoppers, first.minus(SOON)).stream()
                .filter(outcome -> outcome.shopper() != null)
                .collect(Collectors.groupingBy(outcome -> Objects.requireNonNull(outcome.shopper())));
        return judged.stream()
                .map(one -> new Pair(one, before(one, served.getOrDefault(one.shopper(), List.of()))))
                .filter(pair -> !pair.before().isEmpty())
                .toList();
    }

    /**
     * What a question may ask again: the shopper's last ones that the bot said something to, in its conversation or the one before.
     *
     * @param served newest first
     */
    static List<Outcome> before(AskedQuestion now, List<Outcome> served) {
        Set<ConversationId> near = new LinkedHashSet<>(List.of(now.conversation()));
        return served.stream()
                .filter(outcome -> outcome.bot().equals(now.bot()))
                .filter(outcome -> isBefore(outcome, now))
                .filter(outcome -> outcome.at().isAfter(now.at().minus(SOON)))
                .filter(outcome ->
                        near.contains(outcome.conversation()) || near.size() == 1 && near.add(outcome.conversation()))
                .limit(LOOKED_BACK)
                .toList();
    }

    /** Pieces that were read together with it are the same question, not the question again. */
    private static boolean isBefore(Outcome outcome, AskedQuestion now) {
        return outcome.conversation().equals(now.conversation())
                ? outcome.seq() < now.question() && !now.together().contains(outcome.seq())
                : outcome.at().isBefore(now.at());
    }

    private static List<Place> places(List<Pair> pairs) {
        Set<Place> places = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            places.add(place(pair.now()));
            pair.before().forEach(before -> places.add(place(before)));
        }
        return List.copyOf(places);
    }

    private static Place place(AskedQuestion one) {
        return new Place(one.conversation(), one.question());
    }

    private static Place place(Outcome one) {
        return new Place(one.conversation(), one.seq());
    }
}
