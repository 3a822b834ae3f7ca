package io.xiaoer.insights.internal;

import io.xiaoer.answering.Engine;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.AskedQuestion.Place;
import io.xiaoer.conversations.AskedQuestions;
import io.xiaoer.insights.Cause;
import io.xiaoer.insights.Outcome;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sorts what failed of a bot, piece by piece: read, computed outside of any transaction, written only if nobody else has sorted it
 * meanwhile.
 */
@Component
public class QuestionSorter {

    /** What is older is looked at no more. */
    private static final Duration BACK = Duration.ofDays(30);

    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 40;
    private static final int ATTEMPTS = 5;
    private static final int LONGEST = 500;

    /** Of how many wordings a name is chosen. */
    private static final int NAMES = 20;

    private final ClusterRows clusters;
    private final ClusteredRows members;
    private final OutcomeRows outcomes;
    private final AskedQuestions asked;
    private final Usual usual;
    private final Shops shops;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QuestionSorter(
            ClusterRows clusters,
            ClusteredRows members,
            OutcomeRows outcomes,
            AskedQuestions asked,
            Usual usual,
            Shops shops,
            TransactionTemplate transaction,
            Clock clock) {
        this.clusters = clusters;
        this.members = members;
        this.outcomes = outcomes;
        this.asked = asked;
        this.usual = usual;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A piece of the work. */
    private record Batch(int version, Map<Place, Failed> failed, Sorting sorting) {
        Failed at(Place place) {
            return Objects.requireNonNull(failed.get(place));
        }
    }

    /** A bounded piece of what is new; the rest has its turn in the next round. Not for use in a transaction. */
    public void sort(TenantId tenant, BotId bot) {
        String locale = inTransaction(() -> shops.current().locale());
        String model = usual.model(locale);
        int attempts = 0;
        for (int done = 0; done < MOST_BATCHES && attempts < ATTEMPTS; ) {
            Batch batch = inTransaction(() -> read(tenant, bot, model));
            if (batch.failed().isEmpty()) {
                return;
            }
            compute(tenant, bot, batch, new Meanings(locale));
            if (inTransaction(() -> write(tenant, bot, model, batch))) {
                done++;
                attempts = 0;
            } else {
                attempts++;
            }
        }
    }

    private Batch read(TenantId tenant, BotId bot, String model) {
        List<UUID> outdated = clusters.outdated(tenant, bot, model);
        if (!outdated.isEmpty()) {
            clusters.advance(tenant, bot);
            outdated.forEach(id -> {
                members.delete(tenant, id);
                clusters.delete(tenant, id);
            });
        }
        int version = clusters.version(tenant, bot);
        List<Outcome> fresh =
                members.fresh(tenant, bot, OffsetDateTime.now(clock).minus(BACK), BATCH);
        if (fresh.isEmpty()) {
            return new Batch(version, Map.of(), new Sorting(List.of()));
        }
        Map<Place, String> texts =
                asked.texts(fresh.stream().map(QuestionSorter::place).toList());
        Map<Place, Failed> failed = new LinkedHashMap<>();
        for (Outcome outcome : fresh) {
            Failures.cause(outcome)
                    .map(cause -> failed(outcome, cause, texts.getOrDefault(place(outcome), "")))
                    .ifPresent(one -> failed.put(one.place(), one));
        }
        Sorting sorting = new Sorting(clusters.heaps(tenant, bot, model));
        members.known(tenant, bot, failed.values().stream().map(Failed::wording).collect(Collectors.toSet()))
                .forEach((wording, ids) -> ids.forEach(id -> sorting.knows(wording, id)));
        return new Batch(version, failed, sorting);
    }

    private static Failed failed(Outcome outcome, Cause cause, String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String missing = cause == Cause.DATA_MISSING ? outcome.missing() : null;
        return new Failed(
                place(outcome),
                new Kind(cause, missing),
                cut.strip(),
                Engine.bare(cut),
                outcome.release(),
                outcome.at());
    }

    private void compute(TenantId tenant, BotId bot, Batch batch, Meanings meanings) {
        Sorting sorting = batch.sorting();
        batch.failed().values().stream().filter(Failed::saysSomething).forEach(one -> sorting.add(one, meanings));
        sorting.merge();
        List<Heap> touched = sorting.touched();
        Set<UUID> parts = new HashSet<>(sorting.merged().keySet());
        touched.forEach(heap -> parts.add(heap.id()));
        Map<UUID, List<Wording>> before =
                parts.isEmpty() ? Map.of() : inTransaction(() -> members.wordings(tenant, bot, parts, NAMES));
        Map<UUID, Tally> tallies = new HashMap<>();
        before.forEach(
                (id, wordings) -> tallies.computeIfAbsent(sorting.merged().getOrDefault(id, id), any -> new Tally())
                        .addAll(wordings));
        sorting.sorted()
                .forEach((place, id) ->
                        tallies.computeIfAbsent(id, any -> new Tally()).add(batch.at(place)));
        sorting.name(heap -> Wording.typical(
                        Objects.requireNonNull(tallies.get(heap.id())).most(NAMES), heap.middle(), meanings::apply)
                .text());
    }

    private boolean write(TenantId tenant, BotId bot, String model, Batch batch) {
        outcomes.lockTogether(tenant);
        if (!clusters.advance(tenant, bot, batch.version())) {
            return false;
        }
        Sorting sorting = batch.sorting();
        sorting.touched().forEach(heap -> clusters.save(tenant, bot, model, heap));
        sorting.merged().forEach((gone, into) -> {
            members.move(tenant, gone, into);
            clusters.delete(tenant, gone);
        });
        members.insert(tenant, bot, batch.failed().values(), sorting.sorted());
        return true;
    }

    private static Place place(Outcome outcome) {
        return new Place(outcome.conversation(), outcome.seq());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** What wordings mean, each computed once. */
    private final class Meanings implements Function<String, float[]> {
        private final String locale;
        private final Map<String, float[]> known = new HashMap<>();

        Meanings(String locale) {
            this.locale = locale;
        }

        @Override
        public float[] apply(String wording) {
            return known.computeIfAbsent(wording, text -> usual.meaning(locale, text));
        }
    }
}
