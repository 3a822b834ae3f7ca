package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.AlikeEntry;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryVersion.Change;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectSeekStep1;
import org.jooq.Update;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table of draft entries; each change of it is kept in the entry's history by the same call. */
@Repository
public class EntryRows {

    /** What two questions may differ in and still be the same: spaces, punctuation, closing particles. */
    private static final String IMMATERIAL = " \t\u3000，。？！、；：…～,.?!;:~'\"“”‘’「」()（）吗呢啊呀吧哦哈嘛的了么";

    private final DSLContext db;
    private final EntryVersionRows versions;
    private final TwinRows twins;

    EntryRows(DSLContext db, EntryVersionRows versions, TwinRows twins) {
        this.db = db;
        this.versions = versions;
        this.twins = twins;
    }

    /** Adds an entry; false if the key is taken. */
    public boolean insert(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return insert(tenant, bot, Change.CREATED, List.of(entry), at) == 1;
    }

    /** Puts an entry back that is gone; false if the key is taken. */
    public boolean insertRestored(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return insert(tenant, bot, Change.RESTORED, List.of(entry), at) == 1;
    }

    /** Adds entries whose keys are free and returns how many there were. */
    public int insertAll(TenantId tenant, BotId bot, List<Entry> entries, OffsetDateTime at) {
        return insert(tenant, bot, Change.CREATED, entries, at);
    }

    private int insert(TenantId tenant, BotId bot, Change change, List<Entry> entries, OffsetDateTime at) {
        return insert(tenant, bot, change, entries, at, null);
    }

    /** Adds entries that came with a file. */
    void insertImported(TenantId tenant, BotId bot, List<Entry> entries, UUID importId, OffsetDateTime at) {
        if (!entries.isEmpty()) {
            insert(tenant, bot, Change.CREATED, entries, at, importId);
        }
    }

    /** Writes entries that came with a file over their versions before, which the caller has locked. */
    void updateImported(TenantId tenant, BotId bot, List<Entry> entries, UUID importId, OffsetDateTime at) {
        if (!entries.isEmpty()) {
            db.batch(entries.stream()
                            .map(entry -> updating(tenant, bot, entry, at))
                            .toList())
                    .execute();
            versions.insert(tenant, bot, Change.CHANGED, entries, at, importId);
        }
    }

    private int insert(
            TenantId tenant,
            BotId bot,
            Change change,
            List<Entry> entries,
            OffsetDateTime at,
            @Nullable UUID importId) {
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
                ENTRY.SEARCH_TEXT,
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
                    searchText(entry),
                    entry.version(),
                    at,
                    at);
        }
        Set<String> inserted = insert.onConflictDoNothing().returning(ENTRY.KEY).fetchSet(ENTRY.KEY);
        List<Entry> fresh =
                entries.stream().filter(entry -> inserted.contains(entry.key())).toList();
        versions.insert(tenant, bot, change, fresh, at, importId);
        return fresh.size();
    }

    /** Writes {@code entry} over version {@code entry.version() - 1}; false if that is no longer the version. */
    public boolean update(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return update(tenant, bot, Change.CHANGED, entry, at);
    }

    /** Like {@link #update}, with what an earlier version held. */
    public boolean updateRestored(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return update(tenant, bot, Change.RESTORED, entry, at);
    }

    private boolean update(TenantId tenant, BotId bot, Change change, Entry entry, OffsetDateTime at) {
        boolean updated = updating(tenant, bot, entry, at).execute() == 1;
        if (updated) {
            versions.insert(tenant, bot, change, List.of(entry), at);
        }
        return updated;
    }

    private Update<?> updating(TenantId tenant, BotId bot, Entry entry, OffsetDateTime at) {
        return db.update(ENTRY)
                .set(ENTRY.QUESTION, entry.question())
                .set(ENTRY.SIMILAR_QUESTIONS, array(entry.similar()))
                .set(ENTRY.KEYWORDS, array(entry.keywords()))
                .set(ENTRY.ANSWER, entry.answer())
                .set(ENTRY.NEEDS, array(entry.needs()))
                .set(ENTRY.VALID_FROM, entry.validFrom())
                .set(ENTRY.VALID_TO, entry.validTo())
                .set(ENTRY.ENABLED, entry.enabled())
                .set(ENTRY.SEARCH_TEXT, searchText(entry))
                .set(ENTRY.VERSION, entry.version())
                .set(ENTRY.UPDATED_AT, at)
                .where(is(tenant, bot, entry.key()))
                .and(ENTRY.VERSION.eq(entry.version() - 1));
    }

    /**
     * Removes an entry and returns what it was.
     *
     * @param version the version that is removed and no other; null for whatever is there
     */
    public Optional<Entry> delete(
            TenantId tenant, BotId bot, String key, @Nullable Integer version, OffsetDateTime at) {
        Optional<Entry> deleted = db.deleteFrom(ENTRY)
                .where(is(tenant, bot, key))
                .and(version == null ? DSL.noCondition() : ENTRY.VERSION.eq(version))
                .returning()
                .fetchOptional(EntryRows::map);
        deleted.ifPresent(entry -> {
            versions.insert(tenant, bot, Change.DELETED, List.of(entry.withVersion(entry.version() + 1)), at);
            twins.forget(tenant, bot, key);
        });
        return deleted;
    }

    /** Other entries that have one of {@code texts} as a question, but for what is immaterial. */
    public List<AlikeEntry> alike(
            TenantId tenant, BotId bot, @Nullable String exceptKey, List<String> texts, int limit) {
        Map<String, String> folded = new LinkedHashMap<>();
        for (String text : texts) {
            String bare = fold(text);
            if (!bare.isEmpty()) {
                folded.putIfAbsent(bare, text);
            }
        }
        if (folded.isEmpty()) {
            return List.of();
        }
        return db.resultQuery(
                        """
                        select e.key, e.question, translate(lower(asked.text), ?, '') as folded
                        from knowledge.entry e
                        cross join lateral unnest(array_append(e.similar_questions, e.question)) as asked(text)
                        where e.tenant_id = ? and e.bot_id = ? and e.key <> ?
                        and translate(lower(asked.text), ?, '') = any(?)
                        limit ?""",
                        IMMATERIAL,
                        tenant.value(),
                        bot.value(),
                        exceptKey == null ? "" : exceptKey,
                        IMMATERIAL,
                        folded.keySet().toArray(String[]::new),
                        limit)
                .fetch(row -> new AlikeEntry(
                        folded.getOrDefault(row.get("folded", String.class), ""),
                        row.get("key", String.class),
                        row.get("question", String.class)));
    }

    private static String fold(String text) {
        var bare = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> IMMATERIAL.indexOf(c) < 0)
                .forEach(bare::appendCodePoint);
        return bare.toString();
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

    /** How many entries a bot has. */
    public int count(TenantId tenant, BotId bot) {
        return db.fetchCount(ENTRY, ENTRY.TENANT_ID.eq(tenant.value()).and(ENTRY.BOT_ID.eq(bot.value())));
    }

    /** All entries in key order. */
    public List<Entry> all(TenantId tenant, BotId bot) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .orderBy(ENTRY.KEY)
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

    public List<Entry> byKeys(TenantId tenant, BotId bot, List<String> keys) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.KEY.eq(DSL.any(array(keys))))
                .fetch(EntryRows::map);
    }

    /** The entries that have one of these questions. */
    public List<Entry> byQuestions(TenantId tenant, BotId bot, Collection<String> questions) {
        return asking(tenant, bot, questions).fetch(EntryRows::map);
    }

    /** Like {@link #byQuestions}, and keeps others from changing them until the transaction ends. */
    List<Entry> lockByQuestions(TenantId tenant, BotId bot, Collection<String> questions) {
        return asking(tenant, bot, questions).forUpdate().fetch(EntryRows::map);
    }

    private SelectSeekStep1<Record, String> asking(TenantId tenant, BotId bot, Collection<String> questions) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.QUESTION.eq(DSL.any(questions.toArray(String[]::new))))
                .orderBy(ENTRY.KEY);
    }

    /** Lets entries answer, or not, and returns how many that changed. */
    public int setEnabled(TenantId tenant, BotId bot, List<String> keys, boolean enabled, OffsetDateTime at) {
        List<Entry> changed = db.update(ENTRY)
                .set(ENTRY.ENABLED, enabled)
                .set(ENTRY.VERSION, ENTRY.VERSION.plus(1))
                .set(ENTRY.UPDATED_AT, at)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.KEY.eq(DSL.any(array(keys))))
                .and(ENTRY.ENABLED.ne(enabled))
                .returning()
                .fetch(EntryRows::map);
        versions.insert(tenant, bot, Change.CHANGED, changed, at);
        return changed.size();
    }

    private static Condition is(TenantId tenant, BotId bot, String key) {
        return ENTRY.TENANT_ID
                .eq(tenant.value())
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(ENTRY.KEY.eq(key));
    }

    static Entry map(Record row) {
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

    private static String searchText(Entry entry) {
        return String.join(
                        "\n",
                        entry.question(),
                        String.join("\n", entry.similar()),
                        String.join("\n", entry.keywords()),
                        entry.answer())
                .toLowerCase(Locale.ROOT);
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
