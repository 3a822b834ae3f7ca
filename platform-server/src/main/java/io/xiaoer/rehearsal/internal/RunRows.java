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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of runs. */
@Repository
public class RunRows {

    private final DSLContext db;
    private final Line line;

    RunRows(DSLContext db) {
        this.db = db;
        this.line = new Line(db, RUN, RUN.RUN_ID);
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
        return line.row(tenant, bot, id).map(RunRows::map);
    }

    /** One that is known to be there. */
    TestRun get(TenantId tenant, UUID id) {
        return map(line.row(tenant, id));
    }

    Line line() {
        return line;
    }

    /** Newest first. */
    public List<TestRun> newest(TenantId tenant, BotId bot, int limit) {
        return line.newest(tenant, bot, limit).stream().map(RunRows::map).toList();
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

    /** Forgets runs that are over, but for the newest and the last ones of some releases. */
    void forgetOld(TenantId tenant, BotId bot, int newest, Collection<Integer> releases) {
        List<UUID> kept = new ArrayList<>(
                newest(tenant, bot, newest).stream().map(TestRun::id).toList());
        releases.forEach(
                release -> lastDone(tenant, bot, release).map(TestRun::id).ifPresent(kept::add));
        line.forgetBut(tenant, bot, kept);
    }

    static @Nullable Integer number(ReleaseRef release) {
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
