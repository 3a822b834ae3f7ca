package io.xiaoer.rehearsal.internal;

import static io.xiaoer.rehearsal.internal.db.Tables.REPLAY;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.rehearsal.Replay;
import io.xiaoer.rehearsal.Replay.State;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of replays. */
@Repository
public class ReplayRows {

    private final DSLContext db;
    private final Line line;

    ReplayRows(DSLContext db) {
        this.db = db;
        this.line = new Line(db, REPLAY, REPLAY.REPLAY_ID);
    }

    /** How far a replay is. */
    record Progress(ReplayTally tally, @Nullable ConversationId reached) {}

    public void insert(TenantId tenant, Replay replay) {
        db.insertInto(REPLAY)
                .set(REPLAY.TENANT_ID, tenant.value())
                .set(REPLAY.REPLAY_ID, replay.id())
                .set(REPLAY.BOT_ID, replay.bot().value())
                .set(REPLAY.RELEASE, RunRows.number(replay.release()))
                .set(REPLAY.DAYS, replay.days())
                .set(REPLAY.STATE, replay.state().name())
                .set(REPLAY.ACTOR_KIND, replay.actorKind().name())
                .set(REPLAY.ACTOR, replay.actor())
                .set(REPLAY.TOTAL, replay.total())
                .set(REPLAY.DONE, 0)
                .set(REPLAY.NEWLY_ANSWERED, 0)
                .set(REPLAY.CHANGED, 0)
                .set(REPLAY.LOST, 0)
                .set(REPLAY.SAME, 0)
                .set(REPLAY.FACTS_MISSING, 0)
                .set(REPLAY.ATTEMPTS, 0)
                .set(REPLAY.CREATED_AT, replay.createdAt())
                .set(REPLAY.UPDATED_AT, replay.updatedAt())
                .execute();
    }

    public Optional<Replay> find(TenantId tenant, BotId bot, UUID id) {
        return line.row(tenant, bot, id).map(ReplayRows::map);
    }

    /** One that is known to be there. */
    Replay get(TenantId tenant, UUID id) {
        return map(line.row(tenant, id));
    }

    Line line() {
        return line;
    }

    /** Newest first. */
    public List<Replay> newest(TenantId tenant, BotId bot, int limit) {
        return line.newest(tenant, bot, limit).stream().map(ReplayRows::map).toList();
    }

    Progress progress(TenantId tenant, UUID id) {
        return db.select(
                        REPLAY.NEWLY_ANSWERED,
                        REPLAY.CHANGED,
                        REPLAY.LOST,
                        REPLAY.SAME,
                        REPLAY.FACTS_MISSING,
                        REPLAY.REACHED)
                .from(REPLAY)
                .where(is(tenant, id))
                .fetchSingle(row -> {
                    UUID reached = row.value6();
                    return new Progress(
                            new ReplayTally(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()),
                            reached == null ? null : new ConversationId(reached));
                });
    }

    void advance(TenantId tenant, UUID id, ReplayTally tally, ConversationId reached, OffsetDateTime at) {
        db.update(REPLAY)
                .set(REPLAY.DONE, tally.done())
                .set(REPLAY.NEWLY_ANSWERED, tally.newlyAnswered())
                .set(REPLAY.CHANGED, tally.changed())
                .set(REPLAY.LOST, tally.lost())
                .set(REPLAY.SAME, tally.same())
                .set(REPLAY.FACTS_MISSING, tally.factsMissing())
                .set(REPLAY.REACHED, reached.value())
                .set(REPLAY.UPDATED_AT, at)
                .where(is(tenant, id))
                .execute();
    }

    /** Questions without a word were counted at the beginning, and those that came late were not. */
    void settleTotal(TenantId tenant, UUID id) {
        db.update(REPLAY).set(REPLAY.TOTAL, REPLAY.DONE).where(is(tenant, id)).execute();
    }

    private static Replay map(Record row) {
        Integer release = row.get(REPLAY.RELEASE);
        return new Replay(
                row.get(REPLAY.REPLAY_ID),
                new BotId(row.get(REPLAY.BOT_ID)),
                release == null ? ReleaseRef.draft() : ReleaseRef.of(release),
                row.get(REPLAY.DAYS),
                State.valueOf(row.get(REPLAY.STATE)),
                Actor.Kind.valueOf(row.get(REPLAY.ACTOR_KIND)),
                row.get(REPLAY.ACTOR),
                row.get(REPLAY.TOTAL),
                row.get(REPLAY.DONE),
                row.get(REPLAY.NEWLY_ANSWERED),
                row.get(REPLAY.CHANGED),
                row.get(REPLAY.LOST),
                row.get(REPLAY.SAME),
                row.get(REPLAY.FACTS_MISSING),
                row.get(REPLAY.ATTEMPTS),
                row.get(REPLAY.PROBLEM),
                row.get(REPLAY.CREATED_AT),
                row.get(REPLAY.UPDATED_AT),
                row.get(REPLAY.FINISHED_AT));
    }

    private static Condition is(TenantId tenant, UUID id) {
        return REPLAY.TENANT_ID.eq(tenant.value()).and(REPLAY.REPLAY_ID.eq(id));
    }
}
