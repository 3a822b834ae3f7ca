package io.xiaoer.insights.internal;

import io.xiaoer.answering.Outcome;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Asks;
import io.xiaoer.conversations.Asks.Asking;
import io.xiaoer.conversations.Question;
import io.xiaoer.insights.Mend;
import io.xiaoer.insights.QuestionCluster.State;
import io.xiaoer.insights.internal.MendRows.Mended;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.Releases;
import io.xiaoer.rollout.Rollouts;
import io.xiaoer.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the live release the questions that were mended, once for each release that goes live. What most wordings are answered of is closed; what
 * a release does not have, though it was made after the mending, is open again.
 */
@Component
public class MendingJudge {

    /** Wordings that are asked of each, the most frequent first. */
    private static final int WORDINGS = 50;

    private static final int HUNDRED = 100;
    private static final int ENOUGH = 80;

    /** Whether data that was connected helps is known after so long without a failure. */
    private static final Duration QUIET = Duration.ofDays(7);

    /** A release holds the draft as it was when its making began. */
    private static final Duration MAKING = Duration.ofMinutes(2);

    private final MendRows rows;
    private final ClusterRows clusters;
    private final ClusteredRows members;
    private final Rollouts rollouts;
    private final Releases releases;
    private final Asks asks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MendingJudge(
            MendRows rows,
            ClusterRows clusters,
            ClusteredRows members,
            Rollouts rollouts,
            Releases releases,
            Asks asks,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.clusters = clusters;
        this.members = members;
        this.rollouts = rollouts;
        this.releases = releases;
        this.asks = asks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A release that went live. */
    private record Live(BotId bot, int number, ReleaseContent content, OffsetDateTime madeAt) {}

    /** Not for use in a transaction: the live release may have to be loaded first. */
    public void judge(TenantId tenant, BotId bot) {
        List<Mended> mended = inTransaction(() -> rows.mended(tenant, bot));
        if (mended.isEmpty()) {
            return;
        }
        mended.stream().filter(one -> one.as() == Mend.As.CONNECT).forEach(one -> judgeConnected(tenant, one));
        int number = inTransaction(() -> rollouts.get(bot)).liveRelease();
        if (inTransaction(() -> clusters.judgedRelease(tenant, bot))
                .filter(judged -> judged == number)
                .isPresent()) {
            return;
        }
        Live live = inTransaction(() -> new Live(
                bot,
                number,
                releases.content(bot, ReleaseRef.of(number)),
                releases.get(bot, number).createdAt().atOffset(ZoneOffset.UTC)));
        mended.stream().filter(one -> one.as() != Mend.As.CONNECT).forEach(one -> judge(tenant, live, one));
        transaction.executeWithoutResult(status -> clusters.judged(tenant, bot, number));
    }

    private void judge(TenantId tenant, Live live, Mended one) {
        if (Mends.isIn(live.content(), one.as(), one.entryKey(), one.texts())) {
            if (one.state() != State.CLOSED) {
                ask(tenant, live, one);
            }
        } else if (one.release() != null && live.number() > one.release()
                || one.release() == null && live.madeAt().isAfter(one.at().plus(MAKING))) {
            // somebody took it out of the draft again
            keep(tenant, one, State.OPEN, null, null, 0, 0);
        } else if (one.state() != State.DRAFTED) {
            keep(tenant, one, State.DRAFTED, null, null, 0, 0);
        }
    }

    private void ask(TenantId tenant, Live live, Mended one) {
        Map<UUID, List<Wording>> wordings =
                inTransaction(() -> members.wordings(tenant, live.bot(), Set.of(one.id()), WORDINGS));
        List<Wording> asked = wordings.getOrDefault(one.id(), List.of());
        ReleaseRef release = ReleaseRef.of(live.number());
        Asking asking = asks.of(live.bot(), release);
        int answered = (int) asked.stream()
                .filter(wording -> isAnswered(asking, Question.of(wording.text(), release), one.entryKey()))
                .count();
        State state = HUNDRED * answered >= ENOUGH * asked.size() ? State.CLOSED : State.WATCHED;
        Integer first = one.release();
        OffsetDateTime since = one.liveAt();
        keep(
                tenant,
                one,
                state,
                first == null ? live.number() : first,
                since == null ? OffsetDateTime.now(clock) : since,
                answered,
                asked.size());
    }

    private static boolean isAnswered(Asking asking, Question question, @Nullable String entryKey) {
        var receipt = asking.ask(question).receipt();
        return receipt.outcome() == Outcome.ANSWERED
                && receipt.candidates().getFirst().entryKey().equals(entryKey);
    }

    /** A failure since would have opened it again. */
    private void judgeConnected(TenantId tenant, Mended one) {
        OffsetDateTime since = one.liveAt();
        if (one.state() == State.WATCHED
                && since != null
                && since.isBefore(OffsetDateTime.now(clock).minus(QUIET))) {
            keep(tenant, one, State.CLOSED, null, since, 0, 0);
        }
    }

    private void keep(
            TenantId tenant,
            Mended one,
            State state,
            @Nullable Integer release,
            @Nullable OffsetDateTime liveAt,
            int answered,
            int asked) {
        transaction.executeWithoutResult(status -> rows.judged(tenant, one, state, release, liveAt, answered, asked));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
