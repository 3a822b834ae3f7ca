package io.xiaoer.insights.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Baseline;
import io.xiaoer.rollout.HaltRule;
import io.xiaoer.rollout.Halts;
import io.xiaoer.rollout.Halts.Watched;
import io.xiaoer.rollout.Observation;
import io.xiaoer.tenancy.TenantId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a bot halted that got worse. A bot that is not watched costs no statement; one that is costs one, and a few more every ten seconds. Any
 * node may judge: what it judges is in the table, and {@link Halts} halts once.
 */
@Component
class HaltWatch {

    /** A release that everybody has met for so many questions is watched no longer. */
    static final int FIRST_QUESTIONS = 500;

    /** Fewer conversations are nothing to compare with. */
    static final int LEAST = 50;

    /** Enough questions for the conversations that the rule looks at. */
    private static final int NEWEST = 600;

    private static final int COMPARED = 1_000;
    private static final Duration COMPARABLE_FOR = Duration.ofSeconds(10);

    private final HaltRows rows;
    private final Halts halts;
    private final TransactionTemplate transaction;
    private final Cache<Key, Optional<Reference>> references = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(COMPARABLE_FOR)
            .build();
    private final Cache<Key, Boolean> proven =
            Caffeine.newBuilder().maximumSize(10_000).build();

    HaltWatch(HaltRows rows, Halts halts, TransactionTemplate transaction) {
        this.rows = rows;
        this.halts = halts;
        this.transaction = transaction;
    }

    private record Key(TenantId tenant, BotId bot, Watched watched) {}

    /**
     * What is compared with.
     *
     * @param own conversations of the watched release that it was measured from
     */
    private record Reference(Baseline baseline, Set<UUID> own) {}

    @EventListener
    void on(OutcomesRecorded event) {
        halts.watched(event.bot()).ifPresent(watched -> judge(new Key(event.tenantId(), event.bot(), watched)));
    }

    private void judge(Key key) {
        if (proven.getIfPresent(key) != null) {
            return;
        }
        Watched watched = key.watched();
        List<Observation> seen = read(() -> rows.newest(key.tenant(), key.bot(), watched, NEWEST));
        if (watched.pilot() == null && seen.size() > FIRST_QUESTIONS) {
            proven.put(key, true);
            return;
        }
        reference(key)
                .flatMap(reference -> HaltRule.judge(
                        watched.release(),
                        watched.since(),
                        seen.stream()
                                .filter(one -> !reference.own().contains(one.conversation()))
                                .toList(),
                        reference.baseline()))
                .ifPresent(alarm -> halts.halt(key.bot(), alarm));
    }

    private Optional<Reference> reference(Key key) {
        Optional<Reference> known = references.getIfPresent(key);
        if (known == null) {
            known = other(key).or(() -> own(key));
            references.put(key, known);
        }
        return known;
    }

    /** The release that everyone else meets, or that was there before. */
    private Optional<Reference> other(Key key) {
        Integer before = key.watched().before();
        if (before == null) {
            return Optional.empty();
        }
        List<Observation> seen = read(() -> rows.newest(key.tenant(), key.bot(), before, COMPARED));
        return conversations(seen).size() < LEAST
                ? Optional.empty()
                : Optional.of(new Reference(HaltRule.baseline(seen), Set.of()));
    }

    /** The release itself, as it was at first: whether that was good enough, its gates say. */
    private Optional<Reference> own(Key key) {
        List<Observation> seen = read(() -> rows.first(key.tenant(), key.bot(), key.watched(), NEWEST));
        Set<UUID> first = new LinkedHashSet<>();
        conversations(seen).stream().limit(LEAST).forEach(first::add);
        return first.size() < LEAST
                ? Optional.empty()
                : Optional.of(new Reference(
                        HaltRule.baseline(seen.stream()
                                .filter(one -> first.contains(one.conversation()))
                                .toList()),
                        first));
    }

    private static Set<UUID> conversations(List<Observation> seen) {
        Set<UUID> conversations = new LinkedHashSet<>();
        seen.forEach(one -> conversations.add(one.conversation()));
        return conversations;
    }

    private List<Observation> read(Supplier<List<Observation>> rows) {
        return Objects.requireNonNull(transaction.execute(status -> rows.get()));
    }
}
