package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY_VERSION;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryVersion;
import io.xiaoer.knowledge.EntryVersion.Change;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of entries' versions: added to and read, never changed. */
@Repository
public class EntryVersionRows {

    /** Rows in one statement; each has 17 values, of which a statement may have 65,535. */
    private static final int BATCH = 1_000;

    private final DSLContext db;

    EntryVersionRows(DSLContext db) {
        this.db = db;
    }

    /** Keeps what happened to entries, on behalf of the bound actor; an entry's version is the number. */
    void insert(TenantId tenant, BotId bot, Change change, List<Entry> entries, OffsetDateTime at) {
        insert(tenant, bot, change, entries, at, null);
    }

    /** @param importId the file they came with; null for changes by hand */
    void insert(
            TenantId tenant,
            BotId bot,
            Change change,
            List<Entry> entries,
            OffsetDateTime at,
            @Nullable UUID importId) {
        Actor actor = TenantScope.requiredActor();
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<Entry> batch = entries.subList(from, Math.min(entries.size(), from + BATCH));
            var insert = db.insertInto(
                    ENTRY_VERSION,
                    ENTRY_VERSION.TENANT_ID,
                    ENTRY_VERSION.BOT_ID,
                    ENTRY_VERSION.KEY,
                    ENTRY_VERSION.VERSION,
                    ENTRY_VERSION.CHANGE,
                    ENTRY_VERSION.QUESTION,
                    ENTRY_VERSION.SIMILAR_QUESTIONS,
                    ENTRY_VERSION.KEYWORDS,
                    ENTRY_VERSION.ANSWER,
                    ENTRY_VERSION.NEEDS,
                    ENTRY_VERSION.VALID_FROM,
                    ENTRY_VERSION.VALID_TO,
                    ENTRY_VERSION.ENABLED,
                    ENTRY_VERSION.ACTOR_KIND,
                    ENTRY_VERSION.ACTOR,
                    ENTRY_VERSION.AT,
                    ENTRY_VERSION.IMPORT_ID);
            for (Entry entry : batch) {
                insert = insert.values(
                        tenant.value(),
                        bot.value(),
                        entry.key(),
                        entry.version(),
                        change.name(),
                        entry.question(),
                        entry.similar().toArray(String[]::new),
                        entry.keywords().toArray(String[]::new),
                        entry.answer(),
                        entry.needs().toArray(String[]::new),
                        entry.validFrom(),
                        entry.validTo(),
                        entry.enabled(),
                        actor.kind().name(),
                        actor.name(),
                        at,
                        importId);
            }
            insert.execute();
        }
    }

    /** The last number of each of the keys that has ever been used. */
    public Map<String, Integer> last(TenantId tenant, BotId bot, Collection<String> keys) {
        return db.select(ENTRY_VERSION.KEY, DSL.max(ENTRY_VERSION.VERSION))
                .from(ENTRY_VERSION)
                .where(ENTRY_VERSION.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_VERSION.BOT_ID.eq(bot.value()))
                .and(ENTRY_VERSION.KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .groupBy(ENTRY_VERSION.KEY)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Newest first. */
    public List<EntryVersion> before(TenantId tenant, BotId bot, String key, int number, int limit) {
        return db.selectFrom(ENTRY_VERSION)
                .where(of(tenant, bot, key))
                .and(ENTRY_VERSION.VERSION.lt(number))
                .orderBy(ENTRY_VERSION.VERSION.desc())
                .limit(limit)
                .fetch(EntryVersionRows::map);
    }

    public Optional<EntryVersion> find(TenantId tenant, BotId bot, String key, int number) {
        return db.selectFrom(ENTRY_VERSION)
                .where(of(tenant, bot, key))
                .and(ENTRY_VERSION.VERSION.eq(number))
                .fetchOptional(EntryVersionRows::map);
    }

    private static Condition of(TenantId tenant, BotId bot, String key) {
        return ENTRY_VERSION
                .TENANT_ID
                .eq(tenant.value())
                .and(ENTRY_VERSION.BOT_ID.eq(bot.value()))
                .and(ENTRY_VERSION.KEY.eq(key));
    }

    private static EntryVersion map(Record row) {
        int number = row.get(ENTRY_VERSION.VERSION);
        return new EntryVersion(
                number,
                Change.valueOf(row.get(ENTRY_VERSION.CHANGE)),
                new Entry(
                        row.get(ENTRY_VERSION.KEY),
                        row.get(ENTRY_VERSION.QUESTION),
                        List.of(row.get(ENTRY_VERSION.SIMILAR_QUESTIONS)),
                        List.of(row.get(ENTRY_VERSION.KEYWORDS)),
                        row.get(ENTRY_VERSION.ANSWER),
                        List.of(row.get(ENTRY_VERSION.NEEDS)),
                        row.get(ENTRY_VERSION.VALID_FROM),
                        row.get(ENTRY_VERSION.VALID_TO),
                        row.get(ENTRY_VERSION.ENABLED),
                        number),
                Actor.Kind.valueOf(row.get(ENTRY_VERSION.ACTOR_KIND)),
                row.get(ENTRY_VERSION.ACTOR),
                row.get(ENTRY_VERSION.AT),
                row.get(ENTRY_VERSION.IMPORT_ID));
    }
}
