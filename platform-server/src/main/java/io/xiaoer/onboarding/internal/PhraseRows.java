package io.xiaoer.onboarding.internal;

import io.xiaoer.onboarding.PhraseProposal.State;
import io.xiaoer.shared.Ids;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes what shops of a trade are asked: digests as long as few are, words once enough are. */
@Repository
public class PhraseRows {

    private static final Table<Record> PHRASE = DSL.table(DSL.name("platform", "phrase"));
    static final Table<Record> PROPOSAL = DSL.table(DSL.name("platform", "phrase_proposal"));
    static final Field<UUID> ID = DSL.field(DSL.name("proposal_id"), UUID.class);
    static final Field<String> VERTICAL = DSL.field(DSL.name("vertical"), String.class);
    static final Field<String> LOCALE = DSL.field(DSL.name("locale"), String.class);
    static final Field<String> TEXT = DSL.field(DSL.name("text"), String.class);
    static final Field<Integer> SHOPS = DSL.field(DSL.name("shops"), Integer.class);
    static final Field<String> STATE = DSL.field(DSL.name("state"), String.class);
    static final Field<LocalDate> FIRST = DSL.field(DSL.name("first_on"), LocalDate.class);
    static final Field<LocalDate> LAST = DSL.field(DSL.name("last_on"), LocalDate.class);
    static final Field<String> DECIDED_BY = DSL.field(DSL.name("decided_by"), String.class);
    static final Field<OffsetDateTime> DECIDED_AT = DSL.field(DSL.name("decided_at"), OffsetDateTime.class);
    private static final Field<byte[]> DIGEST = DSL.field(DSL.name("phrase"), byte[].class);
    private static final Field<byte[]> SHOP = DSL.field(DSL.name("shop"), byte[].class);
    private static final Field<LocalDate> SEEN = DSL.field(DSL.name("seen_on"), LocalDate.class);

    /** Rows in one statement; each has five values, of which a statement may have 65,535. */
    private static final int BATCH = 1_000;

    private final DSLContext db;

    PhraseRows(DSLContext db) {
        this.db = db;
    }

    /** What a shop of a trade is asked takes the place of what it was asked before. */
    void replace(
            String vertical,
            String locale,
            List<byte[]> shopBefore,
            byte[] shop,
            Collection<byte[]> phrases,
            LocalDate on) {
        db.deleteFrom(PHRASE).where(SHOP.in(shopBefore)).execute();
        List<byte[]> all = new ArrayList<>(phrases);
        for (int from = 0; from < all.size(); from += BATCH) {
            var insert = db.insertInto(PHRASE, VERTICAL, LOCALE, DIGEST, SHOP, SEEN);
            for (byte[] phrase : all.subList(from, Math.min(all.size(), from + BATCH))) {
                insert = insert.values(vertical, locale, phrase, shop, on);
            }
            insert.onConflictDoNothing().execute();
        }
    }

    /** By how many shops each is said, by its digest in hexadecimal. */
    Map<String, Integer> shops(String vertical, String locale, Collection<byte[]> phrases) {
        Map<String, Integer> shops = new HashMap<>();
        List<byte[]> all = new ArrayList<>(phrases);
        for (int from = 0; from < all.size(); from += BATCH) {
            db.select(DIGEST, DSL.count())
                    .from(PHRASE)
                    .where(VERTICAL.eq(vertical))
                    .and(LOCALE.eq(locale))
                    .and(DIGEST.in(all.subList(from, Math.min(all.size(), from + BATCH))))
                    .groupBy(DIGEST)
                    .forEach(row -> shops.put(HexFormat.of().formatHex(row.value1()), row.value2()));
        }
        return shops;
    }

    void forgetBefore(LocalDate day) {
        db.deleteFrom(PHRASE).where(SEEN.lt(day)).execute();
        db.deleteFrom(PROPOSAL)
                .where(STATE.eq(State.OPEN.name()))
                .and(LAST.lt(day))
                .execute();
    }

    /** Proposes a text, or says how many shops are asked it now. */
    void propose(String vertical, String locale, String text, int shops, LocalDate on) {
        db.insertInto(PROPOSAL)
                .set(ID, Ids.next())
                .set(VERTICAL, vertical)
                .set(LOCALE, locale)
                .set(TEXT, text)
                .set(SHOPS, shops)
                .set(STATE, State.OPEN.name())
                .set(FIRST, on)
                .set(LAST, on)
                .onConflict(VERTICAL, LOCALE, TEXT)
                .doUpdate()
                .set(SHOPS, shops)
                .set(LAST, on)
                .execute();
    }

    /** Takes open proposals back that too few shops are asked now. */
    void withdraw(String vertical, String locale, Collection<String> texts) {
        db.deleteFrom(PROPOSAL)
                .where(VERTICAL.eq(vertical))
                .and(LOCALE.eq(locale))
                .and(TEXT.eq(DSL.any(texts.toArray(String[]::new))))
                .and(STATE.eq(State.OPEN.name()))
                .execute();
    }

    /** False if there is none. */
    public boolean decide(UUID id, State state, @Nullable String by, @Nullable OffsetDateTime at) {
        return db.update(PROPOSAL)
                        .set(STATE, state.name())
                        .set(DECIDED_BY, by)
                        .set(DECIDED_AT, at)
                        .where(ID.eq(id))
                        .execute()
                == 1;
    }
}
