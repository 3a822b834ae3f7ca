package io.xiaoer.rehearsal.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Engine;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Asks;
import io.xiaoer.conversations.PastQuestions;
import io.xiaoer.conversations.PastQuestions.Span;
import io.xiaoer.conversations.PastQuestions.Typed;
import io.xiaoer.rehearsal.Effect;
import io.xiaoer.rehearsal.Effect.Flip;
import io.xiaoer.rehearsal.Said;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.NoLookups;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks two versions of a bot what shoppers asked lately, out of the blue and over made-up facts, and its cases. */
@Component
public class Comparison {

    /** Questions that are looked at, before the same ones are put together. */
    private static final int LOOKED_AT = 20_000;

    /** Different texts that are asked. */
    private static final int MOST = 2_000;

    /** Texts that are asked in one turn of a core. */
    private static final int BATCH = 50;

    /** Somebody waits: the rarest texts are left out when it takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final CaseRows cases;
    private final PastQuestions past;
    private final Asks asks;
    private final Engine engine;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Comparison(
            CaseRows cases,
            PastQuestions past,
            Asks asks,
            Engine engine,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.past = past;
        this.asks = asks;
        this.engine = engine;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Effect of(BotId bot, CompiledRelease before, CompiledRelease after, int days) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Typed> typed = past.typed(bot, new Span(now.minusDays(days), now), LOOKED_AT);
        Weighing weighing = new Weighing(before.content(), after.content());
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Frequent> frequent = Frequent.of(typed, MOST);
        for (int from = 0; from < frequent.size() && (from == 0 || System.nanoTime() < end); from += BATCH) {
            List<Frequent> batch = frequent.subList(from, Math.min(frequent.size(), from + BATCH));
            LongWork.inTurn(() -> NoLookups.call(() -> weighed(weighing, batch, before, after, now.toInstant())));
        }
        List<Flip> flips = before == after ? List.of() : flips(bot, before, after);
        return weighing.effect(
                days,
                flips.stream().filter(Flip::passes).toList(),
                flips.stream().filter(flip -> !flip.passes()).toList());
    }

    private Weighing weighed(
            Weighing weighing, List<Frequent> texts, CompiledRelease before, CompiledRelease after, Instant now) {
        texts.forEach(text -> weighing.add(
                text,
                Told.now(engine.rehearse(before, text.last().text(), now)),
                Told.now(engine.rehearse(after, text.last().text(), now))));
        return weighing;
    }

    /** Cases that pass with one of the two only. */
    private List<Flip> flips(BotId bot, CompiledRelease before, CompiledRelease after) {
        List<TestCase> all =
                Objects.requireNonNull(transaction.execute(status -> cases.all(TenantScope.required(), bot)));
        Trial old = new Trial(asks.of(before), null);
        Trial fresh = new Trial(asks.of(after), null);
        List<Flip> flips = new ArrayList<>();
        for (TestCase one : all) {
            TestResult was = old.of(one, ReleaseRef.draft());
            TestResult is = fresh.of(one, ReleaseRef.draft());
            if (was.isFailed() != is.isFailed()) {
                flips.add(new Flip(
                        one,
                        was.isFailed(),
                        said(was, before),
                        said(is, after),
                        was.isFailed() ? was.mismatches() : is.mismatches()));
            }
        }
        return flips;
    }

    private static Said said(TestResult result, CompiledRelease release) {
        String key = result.entryKey();
        return new Said(
                Objects.requireNonNullElse(result.kind(), Said.UNKNOWN),
                key,
                key == null ? null : question(release, key),
                Objects.requireNonNullElse(result.said(), ""),
                false);
    }

    private static @Nullable String question(CompiledRelease release, String key) {
        return release.content().entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(entry -> entry.question())
                .findFirst()
                .orElse(null);
    }
}
