package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.db.Tables.APPLIED_PACK;

import io.xiaoer.bots.BotId;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of what bots have from their packs. */
@Repository
public class AppliedPackRows {

    private final DSLContext db;
    private final JsonMapper json;

    AppliedPackRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** False if there is one of that number already. */
    public boolean insert(TenantId tenant, BotId bot, AppliedPack applied) {
        Changes changes = applied.changes();
        return db.insertInto(APPLIED_PACK)
                        .set(APPLIED_PACK.TENANT_ID, tenant.value())
                        .set(APPLIED_PACK.BOT_ID, bot.value())
                        .set(APPLIED_PACK.NUMBER, applied.number())
                        .set(APPLIED_PACK.TEMPLATE, applied.template())
                        .set(APPLIED_PACK.LOCALE, applied.locale())
                        .set(APPLIED_PACK.VERSION, applied.version())
                        .set(APPLIED_PACK.CONTENT, JSONB.jsonb(json.writeValueAsString(applied.content())))
                        .set(
                                APPLIED_PACK.CHANGES,
                                changes == null ? null : JSONB.jsonb(json.writeValueAsString(changes)))
                        .set(APPLIED_PACK.ACTOR, applied.actor())
                        .set(APPLIED_PACK.APPLIED_AT, applied.at())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The newest that was not taken back, without its words. */
    public Optional<AppliedPack.Head> head(TenantId tenant, BotId bot) {
        return db.select(
                        APPLIED_PACK.NUMBER,
                        APPLIED_PACK.TEMPLATE,
                        APPLIED_PACK.LOCALE,
                        APPLIED_PACK.VERSION,
                        APPLIED_PACK.APPLIED_AT)
                .from(APPLIED_PACK)
                .where(of(tenant, bot))
                .and(APPLIED_PACK.UNDONE_AT.isNull())
                .orderBy(APPLIED_PACK.NUMBER.desc())
                .limit(1)
                .fetchOptional(row ->
                        new AppliedPack.Head(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** The number of the newest, taken back or not; 0 if there is none. */
    public int last(TenantId tenant, BotId bot) {
        return db.select(APPLIED_PACK.NUMBER)
                .from(APPLIED_PACK)
                .where(of(tenant, bot))
                .orderBy(APPLIED_PACK.NUMBER.desc())
                .limit(1)
                .fetchOptional(APPLIED_PACK.NUMBER)
                .orElse(0);
    }

    public Optional<AppliedPack> find(TenantId tenant, BotId bot, int number) {
        return db.selectFrom(APPLIED_PACK)
                .where(of(tenant, bot))
                .and(APPLIED_PACK.NUMBER.eq(number))
                .fetchOptional(this::map);
    }

    /** False if it was taken back already. */
    public boolean undo(TenantId tenant, BotId bot, int number, OffsetDateTime at) {
        return db.update(APPLIED_PACK)
                        .set(APPLIED_PACK.UNDONE_AT, at)
                        .where(of(tenant, bot))
                        .and(APPLIED_PACK.NUMBER.eq(number))
                        .and(APPLIED_PACK.UNDONE_AT.isNull())
                        .execute()
                == 1;
    }

    private AppliedPack map(Record row) {
        JSONB changes = row.get(APPLIED_PACK.CHANGES);
        return new AppliedPack(
                row.get(APPLIED_PACK.NUMBER),
                row.get(APPLIED_PACK.TEMPLATE),
                row.get(APPLIED_PACK.LOCALE),
                row.get(APPLIED_PACK.VERSION),
                json.readValue(row.get(APPLIED_PACK.CONTENT).data(), PackWords.class),
                read(changes),
                row.get(APPLIED_PACK.ACTOR),
                row.get(APPLIED_PACK.APPLIED_AT),
                row.get(APPLIED_PACK.UNDONE_AT));
    }

    private @Nullable Changes read(@Nullable JSONB changes) {
        return changes == null ? null : json.readValue(changes.data(), Changes.class);
    }

    private static Condition of(TenantId tenant, BotId bot) {
        return APPLIED_PACK.TENANT_ID.eq(tenant.value()).and(APPLIED_PACK.BOT_ID.eq(bot.value()));
    }
}
