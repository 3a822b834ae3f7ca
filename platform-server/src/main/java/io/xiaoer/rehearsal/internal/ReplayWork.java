package io.xiaoer.rehearsal.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.CompiledReleases;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.PastQuestion;
import io.xiaoer.conversations.PastQuestions;
import io.xiaoer.conversations.PastQuestions.Batch;
import io.xiaoer.conversations.PastQuestions.Span;
import io.xiaoer.conversations.Redaction;
import io.xiaoer.rehearsal.Difference;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.internal.DifferenceRows.Found;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.shared.NoLookups;
import io.xiaoer.shared.NoLookups.LookedUp;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenants.Shops;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the questions of replays again, some conversations at a time. */
@Component
public class ReplayWork extends LongWork {

    /** Replays of a bot that are kept. */
    private static final int KEPT = 10;

    /** Differences of a group that are kept; more would not be read. */
    private static final int READ = 1_000;

    private final ReplayRows replays;
    private final DifferenceRows differences;
    private final PastQuestions past;
    private final CompiledReleases releases;
    private final Retelling retelling;
    private final Shops shops;

    ReplayWork(
            ReplayRows replays,
            DifferenceRows differences,
            PastQuestions past,
            CompiledReleases releases,
            Retelling retelling,
            Shops shops,
            Resting resting,
            TransactionTemplate transaction,
            Clock clock) {
        super("replay", replays.line(), resting, transaction, clock);
        this.replays = replays;
        this.differences = differences;
        this.past = past;
        this.releases = releases;
        this.retelling = retelling;
        this.shops = shops;
    }

    /** What came of some questions. */
    private record Outcome(List<Found> found, ReplayTally tally) {}

    @Override
    void perform(TenantId tenant, UUID id) {
        Replay replay = inTransaction(() -> replays.get(tenant, id));
        CompiledRelease release = ready(() -> switch (replay.release()) {
            case ReleaseRef.Draft draft -> releases.draft(replay.bot());
            case ReleaseRef.Number(int number) -> releases.get(replay.bot(), number);
        });
        boolean more = true;
        while (more && !isResting(tenant)) {
            more = step(tenant, replay, release);
        }
    }

    /** Asks the next questions; false if there is nothing left to do. */
    private boolean step(TenantId tenant, Replay replay, CompiledRelease release) {
        ReplayRows.Progress before = inTransaction(() -> replays.progress(tenant, replay.id()));
        Batch batch = past.next(replay.bot(), spanOf(replay), before.reached());
        ConversationId last = batch.last();
        if (last == null) {
            finish(tenant, replay.id(), () -> {
                replays.settleTotal(tenant, replay.id());
                replays.line().forgetBut(tenant, replay.bot(), kept(tenant, replay));
            });
            return false;
        }
        Outcome outcome = inTurn(() -> NoLookups.call(() -> again(release, batch.questions(), before.tally())));
        return keep(tenant, replay.id(), () -> {
            differences.insert(tenant, replay.id(), stillThere(outcome.found()));
            replays.advance(tenant, replay.id(), outcome.tally(), last, now());
        });
    }

    private static Span spanOf(Replay replay) {
        return new Span(replay.createdAt().minusDays(replay.days()), replay.createdAt());
    }

    private List<UUID> kept(TenantId tenant, Replay replay) {
        List<UUID> kept = new ArrayList<>(List.of(replay.id()));
        replays.newest(tenant, replay.bot(), KEPT).forEach(one -> kept.add(one.id()));
        return kept;
    }

    private Outcome again(CompiledRelease release, List<PastQuestion> questions, ReplayTally before) {
        List<Found> found = new ArrayList<>();
        ReplayTally tally = before;
        for (PastQuestion question : questions) {
            Told then = Told.then(question);
            Told now = Told.again(retelling.again(release, question));
            Group group = then.group(now);
            if (group != Group.SAME && tally.of(group) < READ) {
                found.add(new Found(
                        new Difference(
                                question.conversation(),
                                question.seq(),
                                question.at(),
                                Redaction.of(question.said().text()),
                                1,
                                then.said(),
                                now.said(),
                                group),
                        question.conversation(),
                        question.shopper()));
            }
            tally = tally.and(group, now.factsMissing());
        }
        return new Outcome(found, tally);
    }

    /** Without those whose conversation was forgotten meanwhile. */
    private List<Found> stillThere(List<Found> found) {
        Set<ConversationId> held =
                past.held(found.stream().map(Found::conversation).collect(Collectors.toSet()));
        return found.stream().filter(one -> held.contains(one.conversation())).toList();
    }

    @Override
    String whyFailed(RuntimeException e) {
        return e instanceof LookedUp looked ? new CaseTexts(shops.current().locale()).lookedUp(looked.what()) : "";
    }
}
