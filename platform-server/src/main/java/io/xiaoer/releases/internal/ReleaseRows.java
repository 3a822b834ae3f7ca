package io.xiaoer.releases.internal;

import static io.xiaoer.releases.internal.db.Tables.COMPILED;
import static io.xiaoer.releases.internal.db.Tables.RELEASE;

import io.xiaoer.bots.BotId;
import io.xiaoer.releases.ReleaseSummary;
import io.xiaoer.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables of releases: added to and read, never changed. */
@Repository
public class ReleaseRows {

    private final DSLContext db;

    ReleaseRows(DSLContext db) {
        this.db = db;
    }

    public int lastNumber(TenantId tenant, BotId bot) {
        Integer last = db.select(DSL.max(RELEASE.NUMBER))
                .from(RELEASE)
                .where(RELEASE.TENANT_ID.eq(tenant.value()))
                .and(RELEASE.BOT_ID.eq(bot.value()))
                .fetchSingle()
                .value1();
        return last == null ? 0 : last;
    }

    /** False if the number is taken. */
    public boolean insert(TenantId tenant, BotId bot, ReleaseSummary release, String content) {
        return db.insertInto(RELEASE)
                        .set(RELEASE.TENANT_ID, tenant.value())
                        .set(RELEASE.BOT_ID, bot.value())
                        .set(RELEASE.NUMBER, release.number())
                        .set(RELEASE.NOTE, release.note())
                        .set(RELEASE.CONTENT, content)
                        .set(RELEASE.ENTRIES, release.entries())
                        .set(RELEASE.CHECKSUM, release.checksum())
                        .set(RELEASE.CREATED_BY, release.createdBy())
                        .set(RELEASE.CREATED_AT, release.createdAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public void insertCompiled(TenantId tenant, BotId bot, int number, String engine, byte[] bytes, OffsetDateTime at) {
        db.insertInto(COMPILED)
                .set(COMPILED.TENANT_ID, tenant.value())
                .set(COMPILED.BOT_ID, bot.value())
                .set(COMPILED.NUMBER, number)
                .set(COMPILED.ENGINE, engine)
                .set(COMPILED.BYTES, bytes)
                .set(COMPILED.CREATED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /** When the shop last published. */
    public @Nullable Instant lastPublished(TenantId tenant) {
        OffsetDateTime last = db.select(DSL.max(RELEASE.CREATED_AT))
                .from(RELEASE)
                .where(RELEASE.TENANT_ID.eq(tenant.value()))
                .fetchSingle()
                .value1();
        return last == null ? null : last.toInstant();
    }

    public boolean exists(TenantId tenant, BotId bot, int number) {
        return db.fetchExists(RELEASE, is(tenant, bot, number));
    }

    public Optional<String> content(TenantId tenant, BotId bot, int number) {
        return db.select(RELEASE.CONTENT)
                .from(RELEASE)
                .where(is(tenant, bot, number))
                .fetchOptional(RELEASE.CONTENT);
    }

    public Optional<byte[]> compiled(TenantId tenant, BotId bot, int number, String engine) {
        return db.select(COMPILED.BYTES)
                .from(COMPILED)
                .where(COMPILED.TENANT_ID.eq(tenant.value()))
                .and(COMPILED.BOT_ID.eq(bot.value()))
                .and(COMPILED.NUMBER.eq(number))
                .and(COMPILED.ENGINE.eq(engine))
                .fetchOptional(COMPILED.BYTES);
    }

    /** Newest first. */
    public List<ReleaseSummary> before(TenantId tenant, BotId bot, int number, int limit) {
        return db.select(
                        RELEASE.NUMBER,
                        RELEASE.NOTE,
                        RELEASE.ENTRIES,
                        RELEASE.CHECKSUM,
                        RELEASE.CREATED_BY,
                        RELEASE.CREATED_AT)
                .from(RELEASE)
                .where(RELEASE.TENANT_ID.eq(tenant.value()))
                .and(RELEASE.BOT_ID.eq(bot.value()))
                .and(RELEASE.NUMBER.lt(number))
                .orderBy(RELEASE.NUMBER.desc())
                .limit(limit)
                .fetch(row -> new ReleaseSummary(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6().toInstant()));
    }

    private static Condition is(TenantId tenant, BotId bot, int number) {
        return RELEASE.TENANT_ID
                .eq(tenant.value())
                .and(RELEASE.BOT_ID.eq(bot.value()))
                .and(RELEASE.NUMBER.eq(number));
    }
}
