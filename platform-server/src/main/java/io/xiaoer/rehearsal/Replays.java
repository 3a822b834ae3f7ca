package io.xiaoer.rehearsal;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.PastQuestions;
import io.xiaoer.conversations.PastQuestions.Span;
import io.xiaoer.rehearsal.Difference.Group;
import io.xiaoer.rehearsal.Replay.State;
import io.xiaoer.rehearsal.internal.DifferenceRows;
import io.xiaoer.rehearsal.internal.Patience;
import io.xiaoer.rehearsal.internal.ReplayRows;
import io.xiaoer.rehearsal.internal.ReplayWork;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.releases.Releases;
import io.xiaoer.shared.Ids;
import io.xiaoer.shared.Page;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.Requires;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the draft or any release of the bound shop's bots what shoppers really asked: at the moment at which each asked, with the facts that
 * their receipt holds and in their conversation's course. Nothing is looked up. A replay goes on without whoever began it, and a bot has one
 * at a time.
 */
@Service
@Requires(Permission.VIEW)
public class Replays {

    private final ReplayRows replays;
    private final DifferenceRows differences;
    private final ReplayWork work;
    private final PastQuestions past;
    private final Releases releases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Replays(
            ReplayRows replays,
            DifferenceRows differences,
            ReplayWork work,
            PastQuestions past,
            Releases releases,
            TransactionTemplate transaction,
            Clock clock) {
        this.replays = replays;
        this.differences = differences;
        this.work = work;
        this.past = past;
        this.releases = releases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Begins a replay and returns at once; it waits while another one of the bot is going on.
     *
     * @param days how far back, 1 to {@link Replay#MOST_DAYS}
     * @throws Problem if the bot has no such release
     */
    @Requires(Permission.EDIT)
    public Replay start(BotId bot, ReleaseRef release, int days) {
        if (days < 1 || days > Replay.MOST_DAYS) {
            throw Problem.invalid("days", "must be between 1 and " + Replay.MOST_DAYS);
        }
        TenantId tenant = TenantScope.required();
        Replay replay = Objects.requireNonNull(transaction.execute(status -> added(tenant, bot, release, days)));
        work.begin(tenant, replay.id());
        return replay;
    }

    private Replay added(TenantId tenant, BotId bot, ReleaseRef release, int days) {
        if (release instanceof ReleaseRef.Number(int number)) {
            releases.requireExisting(bot, number);
        }
        Actor actor = TenantScope.requiredActor();
        // as exact as the database: what is asked from now on is not in it
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        Replay replay = new Replay(
                Ids.next(),
                bot,
                release,
                days,
                State.WAITING,
                actor.kind(),
                actor.name(),
                past.count(bot, new Span(now.minusDays(days), now)),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                now,
                now,
                null);
        replays.insert(tenant, replay);
        return replay;
    }

    /**
     * Replays and returns when that is done.
     *
     * @throws Problem as {@link #start}, or with {@link Code#UNAVAILABLE} if it takes long; it goes on
     */
    @Requires(Permission.EDIT)
    public Replay runNow(BotId bot, ReleaseRef release, int days) {
        Replay replay = start(bot, release, days);
        String id = replay.id().toString();
        return Patience.untilOver(replay, Replay::isOver, () -> found(bot, id), "replay " + id);
    }

    /** @throws Problem if the bot has no such replay */
    public Replay get(BotId bot, String id) {
        return found(bot, id);
    }

    private Replay found(BotId bot, String id) {
        return Objects.requireNonNull(transaction.execute(status -> Ids.parse(id)
                .flatMap(known -> replays.find(TenantScope.required(), bot, known))
                .orElseThrow(() -> Problem.notFound("replay"))));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Replay> newest(BotId bot, int limit) {
        return replays.newest(TenantScope.required(), bot, limit);
    }

    /**
     * Questions to which something else is said so far, the newest conversation's first; {@code cursor} from the page before. Of each group
     * the first thousand are kept.
     *
     * @param group null for all that differ; of those to which the same is said none are kept
     */
    @Transactional(readOnly = true)
    public Page<Difference> differences(Replay replay, @Nullable Group group, @Nullable String cursor, int limit) {
        return Page.of(
                differences.after(TenantScope.required(), replay.id(), group, place(cursor), limit + 1),
                limit,
                one -> Objects.requireNonNull(one.conversation()).value() + "/" + one.seq());
    }

    private static DifferenceRows.@Nullable Place place(@Nullable String cursor) {
        String after = Page.after(cursor);
        if (after.isEmpty()) {
            return null;
        }
        int slash = after.indexOf('/');
        try {
            return new DifferenceRows.Place(
                    UUID.fromString(after.substring(0, Math.max(0, slash))),
                    Integer.parseInt(after.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "must be a nextCursor from an earlier page");
        }
    }
}
