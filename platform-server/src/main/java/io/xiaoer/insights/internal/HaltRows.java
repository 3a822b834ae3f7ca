package io.xiaoer.insights.internal;

import static io.xiaoer.insights.internal.db.Tables.OUTCOME;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.HandoverReason;
import io.xiaoer.insights.OutcomeKind;
import io.xiaoer.rollout.Halts.Watched;
import io.xiaoer.rollout.Observation;
import io.xiaoer.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of outcomes, for the halt. */
@Repository
class HaltRows {

    private final DSLContext db;

    HaltRows(DSLContext db) {
        this.db = db;
    }

    /** The newest that are watched, oldest first. */
    List<Observation> newest(TenantId tenant, BotId bot, Watched watched, int limit) {
        return newest(tenant, bot, watched.release(), isWatched(watched), limit);
    }

    /** The newest of whoever met the release, oldest first. */
    List<Observation> newest(TenantId tenant, BotId bot, int release, int limit) {
        return newest(tenant, bot, release, DSL.noCondition(), limit);
    }

    private List<Observation> newest(TenantId tenant, BotId bot, int release, Condition which, int limit) {
        return db.select(OUTCOME.CONVERSATION_ID, OUTCOME.KIND, OUTCOME.HANDOVER, OUTCOME.HELPFUL)
                .from(OUTCOME)
                .where(counts(tenant, bot, release))
                .and(which)
                .orderBy(OUTCOME.AT.desc(), OUTCOME.CONVERSATION_ID.desc(), OUTCOME.SEQ.desc())
                .limit(limit)
                .fetch(HaltRows::observation)
                .reversed();
    }

    /** The first that are watched, oldest first. */
    List<Observation> first(TenantId tenant, BotId bot, Watched watched, int limit) {
        return db.select(OUTCOME.CONVERSATION_ID, OUTCOME.KIND, OUTCOME.HANDOVER, OUTCOME.HELPFUL)
                .from(OUTCOME)
                .where(counts(tenant, bot, watched.release()))
                .and(isWatched(watched))
                .orderBy(OUTCOME.AT, OUTCOME.CONVERSATION_ID, OUTCOME.SEQ)
                .limit(limit)
                .fetch(HaltRows::observation);
    }

    private static Condition counts(TenantId tenant, BotId bot, int release) {
        return OutcomeRows.is(tenant, bot)
                .and(OUTCOME.RELEASE.eq(release))
                .and(OUTCOME.STAFF.isFalse())
                .and(OutcomeRows.isBots());
    }

    private static Condition isWatched(Watched watched) {
        Integer pilot = watched.pilot();
        return OUTCOME.AT.ge(watched.since()).and(pilot == null ? DSL.noCondition() : OUTCOME.PILOT.eq(pilot));
    }

    private static Observation observation(Record4<UUID, String, String, Boolean> row) {
        return new Observation(
                row.value1(),
                row.value2().equals(OutcomeKind.UNKNOWN.key()),
                row.value3() != null && !row.value3().equals(HandoverReason.FALLBACK.key()),
                row.value2().equals(OutcomeKind.ERROR.key()),
                row.value4());
    }
}
