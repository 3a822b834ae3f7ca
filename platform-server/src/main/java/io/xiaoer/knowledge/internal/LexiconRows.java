package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.LEXICON;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.Lexicon;
import io.xiaoer.knowledge.VersionedLexicon;
import io.xiaoer.tenancy.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of synonyms and words. */
@Repository
public class LexiconRows {

    private final DSLContext db;
    private final JsonMapper json;

    LexiconRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Optional<Lexicon> find(TenantId tenant, BotId bot) {
        return findVersioned(tenant, bot).map(VersionedLexicon::lexicon);
    }

    public Optional<VersionedLexicon> findVersioned(TenantId tenant, BotId bot) {
        return db.selectFrom(LEXICON).where(is(tenant, bot)).fetchOptional(this::map);
    }

    /** Like {@link #findVersioned}, and keeps others from changing it until the transaction ends. */
    public Optional<VersionedLexicon> lock(TenantId tenant, BotId bot) {
        return db.selectFrom(LEXICON).where(is(tenant, bot)).forUpdate().fetchOptional(this::map);
    }

    private static Condition is(TenantId tenant, BotId bot) {
        return LEXICON.TENANT_ID.eq(tenant.value()).and(LEXICON.BOT_ID.eq(bot.value()));
    }

    private VersionedLexicon map(Record row) {
        Lexicon lexicon = new Lexicon(
                Arrays.stream(json.readValue(row.get(LEXICON.SYNONYMS).data(), String[][].class))
                        .map(List::of)
                        .toList(),
                List.of(row.get(LEXICON.WORDS)));
        return new VersionedLexicon(lexicon, row.get(LEXICON.VERSION));
    }

    public void save(TenantId tenant, BotId bot, Lexicon lexicon) {
        JSONB synonyms = JSONB.jsonb(json.writeValueAsString(lexicon.synonyms()));
        String[] words = lexicon.words().toArray(String[]::new);
        db.insertInto(LEXICON)
                .set(LEXICON.TENANT_ID, tenant.value())
                .set(LEXICON.BOT_ID, bot.value())
                .set(LEXICON.SYNONYMS, synonyms)
                .set(LEXICON.WORDS, words)
                .set(LEXICON.VERSION, 1)
                .onConflict(LEXICON.TENANT_ID, LEXICON.BOT_ID)
                .doUpdate()
                .set(LEXICON.SYNONYMS, synonyms)
                .set(LEXICON.WORDS, words)
                .set(LEXICON.VERSION, LEXICON.VERSION.plus(1))
                .where(LEXICON.TENANT_ID.eq(tenant.value()))
                .execute();
    }
}
