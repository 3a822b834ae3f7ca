package io.xiaoer.rollout.internal;

import static io.xiaoer.rollout.internal.db.Tables.CHANGE;

import io.xiaoer.bots.BotId;
import io.xiaoer.rollout.Alarm;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.RolloutChange;
import io.xiaoer.rollout.RolloutChange.Kind;
import io.xiaoer.rollout.Stage;
import io.xiaoer.shared.Health.Halt;
import io.xiaoer.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of what changed in how bots are let out: who, when, why, and the numbers then. */
@Repository
public class ChangeRows {

    private static final int MOST = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    ChangeRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public void insert(TenantId tenant, BotId bot, RolloutChange change) {
        Alarm alarm = change.alarm();
        db.insertInto(CHANGE)
                .set(CHANGE.TENANT_ID, tenant.value())
                .set(CHANGE.BOT_ID, bot.value())
                .set(CHANGE.CHANGE_ID, change.id())
                .set(CHANGE.KIND, change.kind().name())
                .set(CHANGE.STAGE, change.stage().name())
                .set(CHANGE.LIVE_RELEASE, change.liveRelease())
                .set(CHANGE.CANDIDATE, change.candidate())
                .set(CHANGE.REASON, change.reason())
                .set(CHANGE.CHANGED_BY, change.by())
                .set(CHANGE.CHANGED_AT, change.at())
                .set(CHANGE.NUMBERS, change.numbers().isEmpty() ? null : jsonb(change.numbers()))
                .set(CHANGE.ALARM, alarm == null ? null : jsonb(alarm))
                .execute();
    }

    /** Newest first. */
    public List<RolloutChange> newest(TenantId tenant, BotId bot, int limit) {
        return db.selectFrom(CHANGE)
                .where(CHANGE.TENANT_ID.eq(tenant.value()))
                .and(CHANGE.BOT_ID.eq(bot.value()))
                .orderBy(CHANGE.CHANGED_AT.desc(), CHANGE.CHANGE_ID.desc())
                .limit(limit)
                .fetch(this::change);
    }

    /** Why and when the shop's bots were halted since then, newest first. */
    List<Halt> halts(TenantId tenant, Instant since) {
        return db.select(CHANGE.CHANGED_AT, CHANGE.ALARM)
                .from(CHANGE)
                .where(CHANGE.TENANT_ID.eq(tenant.value()))
                .and(CHANGE.KIND.eq(Kind.HALTED.name()))
                .and(CHANGE.CHANGED_AT.ge(since.atOffset(ZoneOffset.UTC)))
                .orderBy(CHANGE.CHANGED_AT.desc())
                .fetch(row -> {
                    Alarm alarm = alarm(row.value2());
                    return new Halt(row.value1().toInstant(), alarm == null ? "other" : key(alarm.measure()));
                });
    }

    private static String key(Alarm.Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Optional<RolloutChange> find(TenantId tenant, BotId bot, UUID change) {
        return db.selectFrom(CHANGE)
                .where(CHANGE.TENANT_ID.eq(tenant.value()))
                .and(CHANGE.BOT_ID.eq(bot.value()))
                .and(CHANGE.CHANGE_ID.eq(change))
                .fetchOptional(this::change);
    }

    /** Whether a release ever halted the bot. */
    public boolean hasHalted(TenantId tenant, BotId bot, int release) {
        return db
                .select(CHANGE.ALARM)
                .from(CHANGE)
                .where(CHANGE.TENANT_ID.eq(tenant.value()))
                .and(CHANGE.BOT_ID.eq(bot.value()))
                .and(CHANGE.KIND.eq(Kind.HALTED.name()))
                .fetch(row -> alarm(row.value1()))
                .stream()
                .anyMatch(alarm -> alarm != null && alarm.release() == release);
    }

    /** The release that was live before the one that is, if making that live was the last thing people did; else empty. */
    public Optional<Integer> liveBefore(TenantId tenant, BotId bot) {
        var steps = db.select(CHANGE.KIND, CHANGE.LIVE_RELEASE)
                .from(CHANGE)
                .where(CHANGE.TENANT_ID.eq(tenant.value()))
                .and(CHANGE.BOT_ID.eq(bot.value()))
                .and(CHANGE.KIND.ne(Kind.CANDIDATE.name()))
                .orderBy(CHANGE.CHANGED_AT.desc(), CHANGE.CHANGE_ID.desc())
                .limit(MOST)
                .fetch();
        if (steps.isEmpty() || !steps.getFirst().value1().equals(Kind.RELEASED.name())) {
            return Optional.empty();
        }
        int live = steps.getFirst().value2();
        return steps.stream()
                .map(Record2::value2)
                .filter(release -> release != live)
                .findFirst();
    }

    private RolloutChange change(Record row) {
        JSONB numbers = row.get(CHANGE.NUMBERS);
        OffsetDateTime at = row.get(CHANGE.CHANGED_AT);
        return new RolloutChange(
                row.get(CHANGE.CHANGE_ID),
                at,
                row.get(CHANGE.CHANGED_BY),
                Kind.valueOf(row.get(CHANGE.KIND)),
                Stage.valueOf(row.get(CHANGE.STAGE)),
                row.get(CHANGE.LIVE_RELEASE),
                row.get(CHANGE.CANDIDATE),
                row.get(CHANGE.REASON),
                numbers == null ? List.of() : Arrays.asList(json.readValue(numbers.data(), Gate[].class)),
                alarm(row.get(CHANGE.ALARM)));
    }

    private @Nullable Alarm alarm(@Nullable JSONB document) {
        return document == null ? null : json.readValue(document.data(), Alarm.class);
    }

    private JSONB jsonb(Object value) {
        return JSONB.jsonb(json.writeValueAsString(value));
    }
}
