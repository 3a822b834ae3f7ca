package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY;
import static io.xiaoer.knowledge.internal.db.Tables.ENTRY_MEANING;
import static io.xiaoer.knowledge.internal.db.Tables.ENTRY_TWIN;
import static io.xiaoer.knowledge.internal.db.Tables.ENTRY_TWIN_DISMISSED;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.internal.twins.Meaning;
import io.xiaoer.knowledge.internal.twins.Twins.Twin;
import io.xiaoer.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The tables of what entries mean, and of those that mean nearly the same. */
@Repository
public class TwinRows {

    private final DSLContext db;

    TwinRows(DSLContext db) {
        this.db = db;
    }

    /** Entries whose meaning is not known as they are now. */
    List<Entry> unknown(TenantId tenant, BotId bot, String model, int limit) {
        return db.selectFrom(ENTRY)
                .where(isUnknown(tenant, bot, model))
                .orderBy(ENTRY.KEY)
                .limit(limit)
                .fetch(EntryRows::map);
    }

    /** How many entries were not compared as they are now. */
    public int pending(TenantId tenant, BotId bot, String model) {
        return db.fetchCount(selectOne().from(ENTRY).where(isUnknown(tenant, bot, model)))
                + db.fetchCount(selectOne()
                        .from(ENTRY_MEANING)
                        .where(ENTRY_MEANING.TENANT_ID.eq(tenant.value()))
                        .and(ENTRY_MEANING.BOT_ID.eq(bot.value()))
                        .and(ENTRY_MEANING.COMPARED.isFalse()));
    }

    private static Condition isUnknown(TenantId tenant, BotId bot, String model) {
        return ENTRY.TENANT_ID
                .eq(tenant.value())
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .and(notExists(selectOne()
                        .from(ENTRY_MEANING)
                        .where(ENTRY_MEANING.TENANT_ID.eq(tenant.value()))
                        .and(ENTRY_MEANING.BOT_ID.eq(ENTRY.BOT_ID))
                        .and(ENTRY_MEANING.KEY.eq(ENTRY.KEY))
                        .and(ENTRY_MEANING.VERSION.eq(ENTRY.VERSION))
                        .and(ENTRY_MEANING.MODEL.eq(model))));
    }

    /** Whether there are entries whose meaning or twins are not known. */
    boolean hasNews(TenantId tenant, BotId bot, String model) {
        return db.fetchExists(selectOne()
                        .from(ENTRY_MEANING)
                        .where(isMeaning(tenant, bot, model))
                        .and(ENTRY_MEANING.COMPARED.isFalse()))
                || db.fetchExists(selectOne().from(ENTRY).where(isUnknown(tenant, bot, model)));
    }

    /** How many questions a bot's entries have, similar ones included. */
    public long phrasings(TenantId tenant, BotId bot) {
        return db.select(DSL.coalesce(
                        DSL.sum(DSL.cardinality(ENTRY.SIMILAR_QUESTIONS).plus(1)), BigDecimal.ZERO))
                .from(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.BOT_ID.eq(bot.value()))
                .fetchSingle()
                .value1()
                .longValue();
    }

    /** The meanings that are known of these entries, perhaps of earlier versions. */
    List<Meaning> of(TenantId tenant, BotId bot, String model, List<String> keys) {
        return db.selectFrom(ENTRY_MEANING)
                .where(isMeaning(tenant, bot, model))
                .and(ENTRY_MEANING.KEY.eq(DSL.any(keys.toArray(String[]::new))))
                .fetch(TwinRows::map);
    }

    /** Meanings whose twins are known, or those whose are not, in key order. */
    List<Meaning> after(TenantId tenant, BotId bot, String model, boolean compared, String key, int limit) {
        return db.selectFrom(ENTRY_MEANING)
                .where(isMeaning(tenant, bot, model))
                .and(ENTRY_MEANING.COMPARED.eq(compared))
                .and(ENTRY_MEANING.KEY.gt(key))
                .orderBy(ENTRY_MEANING.KEY)
                .limit(limit)
                .fetch(TwinRows::map);
    }

    private static Condition isMeaning(TenantId tenant, BotId bot, String model) {
        return ENTRY_MEANING
                .TENANT_ID
                .eq(tenant.value())
                .and(ENTRY_MEANING.BOT_ID.eq(bot.value()))
                .and(ENTRY_MEANING.MODEL.eq(model));
    }

    private static Meaning map(org.jooq.Record row) {
        return new Meaning(
                row.get(ENTRY_MEANING.KEY),
                List.of(row.get(ENTRY_MEANING.TEXTS)),
                row.get(ENTRY_MEANING.VECTORS),
                row.get(ENTRY_MEANING.COMPARED));
    }

    void save(TenantId tenant, BotId bot, String model, int version, Meaning meaning) {
        String[] texts = meaning.texts().toArray(String[]::new);
        db.insertInto(ENTRY_MEANING)
                .set(ENTRY_MEANING.TENANT_ID, tenant.value())
                .set(ENTRY_MEANING.BOT_ID, bot.value())
                .set(ENTRY_MEANING.KEY, meaning.key())
                .set(ENTRY_MEANING.VERSION, version)
                .set(ENTRY_MEANING.MODEL, model)
                .set(ENTRY_MEANING.TEXTS, texts)
                .set(ENTRY_MEANING.VECTORS, meaning.vectors())
                .set(ENTRY_MEANING.COMPARED, meaning.compared())
                .onConflict(ENTRY_MEANING.TENANT_ID, ENTRY_MEANING.BOT_ID, ENTRY_MEANING.KEY)
                .doUpdate()
                .set(ENTRY_MEANING.VERSION, version)
                .set(ENTRY_MEANING.MODEL, model)
                .set(ENTRY_MEANING.TEXTS, texts)
                .set(ENTRY_MEANING.VECTORS, meaning.vectors())
                .set(ENTRY_MEANING.COMPARED, meaning.compared())
                .where(ENTRY_MEANING.TENANT_ID.eq(tenant.value()))
                .execute();
    }

    /** Forgets what entries meant that are gone. */
    void forgetGone(TenantId tenant, BotId bot) {
        db.deleteFrom(ENTRY_MEANING)
                .where(ENTRY_MEANING.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_MEANING.BOT_ID.eq(bot.value()))
                .and(notExists(selectOne()
                        .from(ENTRY)
                        .where(ENTRY.TENANT_ID.eq(tenant.value()))
                        .and(ENTRY.BOT_ID.eq(ENTRY_MEANING.BOT_ID))
                        .and(ENTRY.KEY.eq(ENTRY_MEANING.KEY))))
                .execute();
    }

    /** Puts the twins of compared entries in the place of those that were known. */
    void replace(TenantId tenant, BotId bot, String model, List<String> compared, List<Twin> twins) {
        String[] keys = compared.toArray(String[]::new);
        db.deleteFrom(ENTRY_TWIN)
                .where(isTwinOf(tenant, bot))
                .and(ENTRY_TWIN.KEY_A.eq(DSL.any(keys)).or(ENTRY_TWIN.KEY_B.eq(DSL.any(keys))))
                .execute();
        int batch = 2_000;
        for (int from = 0; from < twins.size(); from += batch) {
            var insert = db.insertInto(
                    ENTRY_TWIN,
                    ENTRY_TWIN.TENANT_ID,
                    ENTRY_TWIN.BOT_ID,
                    ENTRY_TWIN.KEY_A,
                    ENTRY_TWIN.KEY_B,
                    ENTRY_TWIN.TEXT_A,
                    ENTRY_TWIN.TEXT_B,
                    ENTRY_TWIN.SIMILARITY);
            for (Twin twin : twins.subList(from, Math.min(twins.size(), from + batch))) {
                insert = insert.values(
                        tenant.value(),
                        bot.value(),
                        twin.keyA(),
                        twin.keyB(),
                        twin.textA(),
                        twin.textB(),
                        twin.similarity());
            }
            insert.onConflictDoNothing().execute();
        }
        db.update(ENTRY_MEANING)
                .set(ENTRY_MEANING.COMPARED, true)
                .where(isMeaning(tenant, bot, model))
                .and(ENTRY_MEANING.KEY.eq(DSL.any(keys)))
                .execute();
    }

    /** Forgets the twins of an entry that is gone. */
    void forget(TenantId tenant, BotId bot, String key) {
        db.deleteFrom(ENTRY_TWIN)
                .where(isTwinOf(tenant, bot))
                .and(ENTRY_TWIN.KEY_A.eq(key).or(ENTRY_TWIN.KEY_B.eq(key)))
                .execute();
        db.deleteFrom(ENTRY_MEANING)
                .where(ENTRY_MEANING.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_MEANING.BOT_ID.eq(bot.value()))
                .and(ENTRY_MEANING.KEY.eq(key))
                .execute();
    }

    // --- what a person sees

    /** Pairs that nobody dismissed, the nearest first. */
    public List<Twin> open(TenantId tenant, BotId bot, String text, int offset, int limit) {
        var a = ENTRY.as("a");
        var b = ENTRY.as("b");
        Condition shown = text.isEmpty()
                ? noCondition()
                : EntrySearchRows.containing(a, text).or(EntrySearchRows.containing(b, text));
        return db.select(
                        ENTRY_TWIN.KEY_A, ENTRY_TWIN.KEY_B, ENTRY_TWIN.TEXT_A, ENTRY_TWIN.TEXT_B, ENTRY_TWIN.SIMILARITY)
                .from(ENTRY_TWIN)
                .join(a)
                .on(a.TENANT_ID.eq(tenant.value()))
                .and(a.BOT_ID.eq(bot.value()))
                .and(a.KEY.eq(ENTRY_TWIN.KEY_A))
                .join(b)
                .on(b.TENANT_ID.eq(tenant.value()))
                .and(b.BOT_ID.eq(bot.value()))
                .and(b.KEY.eq(ENTRY_TWIN.KEY_B))
                .where(isTwinOf(tenant, bot))
                .and(notExists(dismissal(tenant)))
                .and(shown)
                .orderBy(ENTRY_TWIN.SIMILARITY.desc(), ENTRY_TWIN.KEY_A, ENTRY_TWIN.KEY_B)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new Twin(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Whether an entry has a twin that nobody dismissed. */
    static Condition hasTwin(TenantId tenant, BotId bot) {
        return ENTRY.KEY.in(DSL.select(ENTRY_TWIN.KEY_A)
                .from(ENTRY_TWIN)
                .where(isTwinOf(tenant, bot))
                .and(notExists(dismissal(tenant)))
                .unionAll(DSL.select(ENTRY_TWIN.KEY_B)
                        .from(ENTRY_TWIN)
                        .where(isTwinOf(tenant, bot))
                        .and(notExists(dismissal(tenant)))));
    }

    public boolean dismiss(TenantId tenant, BotId bot, String keyA, String keyB, String actor, OffsetDateTime at) {
        return db.insertInto(ENTRY_TWIN_DISMISSED)
                        .set(ENTRY_TWIN_DISMISSED.TENANT_ID, tenant.value())
                        .set(ENTRY_TWIN_DISMISSED.BOT_ID, bot.value())
                        .set(ENTRY_TWIN_DISMISSED.KEY_A, keyA)
                        .set(ENTRY_TWIN_DISMISSED.KEY_B, keyB)
                        .set(ENTRY_TWIN_DISMISSED.ACTOR, actor)
                        .set(ENTRY_TWIN_DISMISSED.AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public boolean undismiss(TenantId tenant, BotId bot, String keyA, String keyB) {
        return db.deleteFrom(ENTRY_TWIN_DISMISSED)
                        .where(ENTRY_TWIN_DISMISSED.TENANT_ID.eq(tenant.value()))
                        .and(ENTRY_TWIN_DISMISSED.BOT_ID.eq(bot.value()))
                        .and(ENTRY_TWIN_DISMISSED.KEY_A.eq(keyA))
                        .and(ENTRY_TWIN_DISMISSED.KEY_B.eq(keyB))
                        .execute()
                == 1;
    }

    /** Whether the two are known to be twins. */
    public boolean areTwins(TenantId tenant, BotId bot, String keyA, String keyB) {
        return db.fetchExists(selectOne()
                .from(ENTRY_TWIN)
                .where(isTwinOf(tenant, bot))
                .and(ENTRY_TWIN.KEY_A.eq(keyA))
                .and(ENTRY_TWIN.KEY_B.eq(keyB)));
    }

    private static Condition isTwinOf(TenantId tenant, BotId bot) {
        return ENTRY_TWIN.TENANT_ID.eq(tenant.value()).and(ENTRY_TWIN.BOT_ID.eq(bot.value()));
    }

    private static Select<?> dismissal(TenantId tenant) {
        return selectOne()
                .from(ENTRY_TWIN_DISMISSED)
                .where(ENTRY_TWIN_DISMISSED.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_TWIN_DISMISSED.BOT_ID.eq(ENTRY_TWIN.BOT_ID))
                .and(ENTRY_TWIN_DISMISSED.KEY_A.eq(ENTRY_TWIN.KEY_A))
                .and(ENTRY_TWIN_DISMISSED.KEY_B.eq(ENTRY_TWIN.KEY_B));
    }
}
