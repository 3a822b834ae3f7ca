package io.xiaoer.rehearsal.internal;

import static io.xiaoer.rehearsal.internal.db.Tables.RUN;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRun.Cause;
import io.xiaoer.rehearsal.TestRun.State;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of runs. */
@Repository
public class RunRows {

    private final DSLContext db;

    RunRows(DSLContext db) {
        this.db = db;
    }

    public void insert(TenantId tenant, TestRun run) {
        db.insertInto(RUN)
                .set(RUN.TENANT_ID, tenant.value())
                .set(RUN.RUN_ID, run.id())
                .set(RUN.BOT_ID, run.bot().value())
                .set(RUN.RELEASE, number(run.release()))
                .set(RUN.LIVE_RELEASE, run.liveRelease())
                .set(RUN.STATE, run.state().name())
                .set(RUN.CAUSE, run.cause().name())
                .set(RUN.ACTOR_KIND, run.actorKind().name())
                .set(RUN.ACTOR, run.actor())
                .set(RUN.TOTAL, run.total())
                .set(RUN.DONE, 0)
                .set(RUN.PASSED, 0)
                .set(RUN.NEWLY_FIXED, 0)
                .set(RUN.NEWLY_BROKEN, 0)
                .set(RUN.ATTEMPTS, 0)
                .set(RUN.CREATED_AT, run.createdAt())
                .set(RUN.UPDATED_AT, run.updatedAt())
                .execute();
    }

    public Optional<TestRun> find(TenantId tenant, BotId bot, UUID id) {
        return db.selectFrom(RUN)
                .where(is(tenant, id))
                .and(RUN.BOT_ID.eq(bot.value()))
                .fetchOptional(RunRows::map);
    }

    Optional<TestRun> find(TenantId tenant, UUID id) {
        return db.selectFrom(RUN).where(is(tenant, id)).fetchOptional(RunRows::map);
    }

    /** Like {@link #find}, and keeps others from moving it until the transaction ends. */
    Optional<TestRun> lock(TenantId tenant, UUID id) {
        return db.selectFrom(RUN).where(is(tenant, id)).forUpdate().fetchOptional(RunRows::map);
    }

    /** Newest first. */
    public List<TestRun> newest(TenantId tenant, BotId bot, int limit) {
        return db.selectFrom(RUN)
                .where(of(tenant, bot))
                .orderBy(RUN.RUN_ID.desc())
                .limit(limit)
                .fetch(RunRows::map);
    }

    /** The newest run of a release that came to its end. */
    Optional<TestRun> lastDone(TenantId tenant, BotId bot, int release) {
        return db.selectFrom(RUN)
                .where(of(tenant, bot))
                .and(RUN.RELEASE.eq(release))
                .and(RUN.STATE.eq(State.DONE.name()))
                .orderBy(RUN.RUN_ID.desc())
                .limit(1)
                .fetchOptional(RunRows::map);
    }

    /** Whether a release is being run, or waits for it. */
    boolean isUnderWay(TenantId tenant, BotId bot, int release) {
        return db.fetchExists(
                RUN,
                of(tenant, bot)
                        .and(RUN.RELEASE.eq(release))
                        .and(RUN.STATE.in(State.WAITING.name(), State.RUNNING.name())));
    }

    /** Takes up a waiting run; false if it waits no longer, or another of the bot is running. */
    boolean claim(TenantId tenant, TestRun run, OffsetDateTime at) {
        var other = RUN.as("other");
        return db.update(RUN)
                        .set(RUN.STATE, State.RUNNING.name())
                        .set(RUN.ATTEMPTS, RUN.ATTEMPTS.plus(1))
                        .set(RUN.UPDATED_AT, at)
                        .where(is(tenant, run.id()))
                        .and(RUN.STATE.eq(State.WAITING.name()))
                        .andNotExists(DSL.selectOne()
                                .from(other)
                                .where(other.TENANT_ID.eq(tenant.value()))
                                .and(other.BOT_ID.eq(run.bot().value()))
                                .and(other.STATE.eq(State.RUNNING.name())))
                        .execute()
                == 1;
    }

    /** Takes up a run whose node is gone; false if it has gone on meanwhile. */
    boolean takeOver(TenantId tenant, TestRun run, OffsetDateTime at) {
        return db.update(RUN)
                        .set(RUN.ATTEMPTS, RUN.ATTEMPTS.plus(1))
                        .set(RUN.UPDATED_AT, at)
                        .where(is(tenant, run.id()))
                        .and(RUN.STATE.eq(State.RUNNING.name()))
                        .and(RUN.UPDATED_AT.eq(run.updatedAt()))
                        .execute()
                == 1;
    }

    /** The bot's next run in line. */
    Optional<TestRun> nextWaiting(TenantId tenant, BotId bot) {
        return db.selectFrom(RUN)
                .where(of(tenant, bot))
                .and(RUN.STATE.eq(State.WAITING.name()))
                .orderBy(RUN.RUN_ID)
                .limit(1)
                .fetchOptional(RunRows::map);
    }

    /** Runs that wait or run by their state, but of which nothing was heard for long. */
    List<TestRun> stalled(TenantId tenant, OffsetDateTime waitingBefore, OffsetDateTime runningBefore) {
        return db.selectFrom(RUN)
                .where(RUN.TENANT_ID.eq(tenant.value()))
                .and(RUN.STATE
                        .eq(State.WAITING.name())
                        .and(RUN.UPDATED_AT.lt(waitingBefore))
                        .or(RUN.STATE.eq(State.RUNNING.name()).and(RUN.UPDATED_AT.lt(runningBefore))))
                .orderBy(RUN.RUN_ID)
                .fetch(RunRows::map);
    }

    void advance(TenantId tenant, UUID id, RunCaseRows.Tally tally, OffsetDateTime at) {
        db.update(RUN)
                .set(RUN.DONE, tally.done())
                .set(RUN.PASSED, tally.passed())
                .set(RUN.NEWLY_FIXED, tally.newlyFixed())
                .set(RUN.NEWLY_BROKEN, tally.newlyBroken())
                .set(RUN.UPDATED_AT, at)
                .where(is(tenant, id))
                .execute();
    }

    /** Ends a run that is not over. */
    boolean end(TenantId tenant, UUID id, State state, @Nullable String problem, OffsetDateTime at) {
        return db.update(RUN)
                        .set(RUN.STATE, state.name())
                        .set(RUN.PROBLEM, problem)
                        .set(RUN.UPDATED_AT, at)
                        .set(RUN.FINISHED_AT, at)
                        .where(is(tenant, id))
                        .and(RUN.STATE.in(State.WAITING.name(), State.RUNNING.name()))
                        .execute()
                == 1;
    }

    /** Forgets runs that are over, but for the newest and the last ones of some releases. */
    void forgetOld(TenantId tenant, BotId bot, int newest, Collection<Integer> releases) {
        List<UUID> kept = new java.util.ArrayList<>(
                newest(tenant, bot, newest).stream().map(TestRun::id).toList());
        releases.forEach(
                release -> lastDone(tenant, bot, release).map(TestRun::id).ifPresent(kept::add));
        db.deleteFrom(RUN)
                .where(of(tenant, bot))
                .and(RUN.STATE.in(State.DONE.name(), State.FAILED.name()))
                .and(RUN.RUN_ID.notIn(kept))
                .execute();
    }

    private static @Nullable Integer number(ReleaseRef release) {
        return switch (release) {
            case ReleaseRef.Draft draft -> null;
            case ReleaseRef.Number(int number) -> number;
        };
    }

    private static TestRun map(Record row) {
        Integer release = row.get(RUN.RELEASE);
        return new TestRun(
                row.get(RUN.RUN_ID),
                new BotId(row.get(RUN.BOT_ID)),
                release == null ? ReleaseRef.draft() : ReleaseRef.of(release),
                row.get(RUN.LIVE_RELEASE),
                State.valueOf(row.get(RUN.STATE)),
                Cause.valueOf(row.get(RUN.CAUSE)),
                Actor.Kind.valueOf(row.get(RUN.ACTOR_KIND)),
                row.get(RUN.ACTOR),
                row.get(RUN.TOTAL),
                row.get(RUN.DONE),
                row.get(RUN.PASSED),
                row.get(RUN.NEWLY_FIXED),
                row.get(RUN.NEWLY_BROKEN),
                row.get(RUN.ATTEMPTS),
                row.get(RUN.PROBLEM),
                row.get(RUN.CREATED_AT),
                row.get(RUN.UPDATED_AT),
                row.get(RUN.FINISHED_AT));
    }

    private static Condition is(TenantId tenant, UUID id) {
        return RUN.TENANT_ID.eq(tenant.value()).and(RUN.RUN_ID.eq(id));
    }

    private static Condition of(TenantId tenant, BotId bot) {
        return RUN.TENANT_ID.eq(tenant.value()).and(RUN.BOT_ID.eq(bot.value()));
    }
}
