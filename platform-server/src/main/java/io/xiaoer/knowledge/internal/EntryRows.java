package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The table of draft entries. */
@Repository
public class EntryRows {

    private final DSLContext db;

    EntryRows(DSLContext db) {
        this.db = db;
    }

    /** Adds an entry; false if the key is taken. */
    public boolean insert(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return insertAll(tenant, bot, List.of(entry), at) == 1;
    }

    /** Adds entries whose keys are free and returns how many there were. */
    public int insertAll(TenantId tenant, BotId bot, List<Entry> entries, OffsetDateTime at) {
        var insert = db.insertInto(
                ENTRY,
                ENTRY.TENANT_ID,
                ENTRY.BOT_ID,
                ENTRY.KEY,
                ENTRY.QUESTION,
                ENTRY.SIMILAR_QUESTIONS,
                ENTRY.KEYWORDS,
                ENTRY.ANSWER,
                ENTRY.NEEDS,
                ENTRY.VALID_FROM,
                ENTRY.VALID_TO,
                ENTRY.ENABLED,
                ENTRY.VERSION,
                ENTRY.CREATED_AT,
                ENTRY.UPDATED_AT);
        for (Entry entry : entries) {
            insert = insert.values(
                    tenant.value(),
                    bot.value(),
                    entry.key(),
                    entry.question(),
                    array(entry.similar()),
                    array(entry.keywords()),
                    entry.answer(),
                    array(entry.needs()),
                    entry.validFrom(),
                    entry.validTo(),
                    entry.enabled(),
                    entry.version(),
                    at,
                    at);
        }
        return insert.onConflictDoNothing().execute();
    }

    /** Writes {@code entry} over version {@code entry.version() - 1}; false if that is no longer the version. */
    public boolean update(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return db.update(ENTRY)
                        .set(ENTRY.QUESTION, entry.question())
                        .set(ENTRY.SIMILAR_QUESTIONS, array(entry.similar()))
                        .set(ENTRY.KEYWORDS, array(entry.keywords()))
                        .set(ENTRY.ANSWER, entry.answer())
                        .set(ENTRY.NEEDS, array(entry.needs()))
                        .set(ENTRY.VALID_FROM, entry.validFrom())
                        .set(ENTRY.VALID_TO, entry.validTo())
                        .set(ENTRY.ENABLED, entry.enabled())
                        .set(ENTRY.VERSION, entry.version())
                        .set(ENTRY.UPDATED_AT, at)
                        .where(is(tenant, bot, entry.key()))
                        .and(ENTRY.VERSION.eq(entry.version() - 1))
                        .execute()
                == 1;
    }

    public boolean delete(TenantId tenant, BotId bot, String key) {
        return db.deleteFrom(ENTRY).where(is(tenant, bot, key)).execute() == 1;
    }

    public Optional<Entry> find(TenantId tenant, BotId bot, String key) {
        return db.selectFrom(ENTRY).where(is(tenant, bot, key)).fetchOptional(EntryRows::map);
    }

    /** Entries in key order. */
    public List<Entry> after(TenantId tenant, BotId bot, String key, int limit) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.KEY.gt(key))
                .orderBy(ENTRY.KEY)
                .limit(limit)
                .fetch(EntryRows::map);
    }

    public List<Entry> enabled(TenantId tenant, BotId bot) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.ENABLED)
                .orderBy(ENTRY.KEY)
                .fetch(EntryRows::map);
    }

    private static Condition is(TenantId tenant, BotId bot, String key) {
        return ENTRY.TENANT_ID
                .eq(tenant.value())
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.KEY.eq(key));
    }

    private static Entry map(Record row) {
        return new Entry(
                row.get(ENTRY.KEY),
                row.get(ENTRY.QUESTION),
                List.of(row.get(ENTRY.SIMILAR_QUESTIONS)),
                List.of(row.get(ENTRY.KEYWORDS)),
                row.get(ENTRY.ANSWER),
                List.of(row.get(ENTRY.NEEDS)),
                row.get(ENTRY.VALID_FROM),
                row.get(ENTRY.VALID_TO),
                row.get(ENTRY.ENABLED),
                row.get(ENTRY.VERSION));
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
