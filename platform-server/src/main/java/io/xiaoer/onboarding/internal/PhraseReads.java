package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.PhraseRows.ID;
import static io.xiaoer.onboarding.internal.PhraseRows.LOCALE;
import static io.xiaoer.onboarding.internal.PhraseRows.PROPOSAL;
import static io.xiaoer.onboarding.internal.PhraseRows.SHOPS;
import static io.xiaoer.onboarding.internal.PhraseRows.STATE;
import static io.xiaoer.onboarding.internal.PhraseRows.TEXT;
import static io.xiaoer.onboarding.internal.PhraseRows.VERTICAL;

import io.xiaoer.database.OperatorDatabase;
import io.xiaoer.onboarding.PhraseProposal;
import io.xiaoer.onboarding.PhraseProposal.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads proposals with the role that sees nothing else of what they come from. */
@Repository
public class PhraseReads {

    /** Named, so that dates come as the fields have them. */
    private static final List<Field<?>> FIELDS = List.of(
            ID,
            VERTICAL,
            LOCALE,
            TEXT,
            SHOPS,
            STATE,
            PhraseRows.FIRST,
            PhraseRows.LAST,
            PhraseRows.DECIDED_BY,
            PhraseRows.DECIDED_AT);

    private final OperatorDatabase database;

    PhraseReads(OperatorDatabase database) {
        this.database = database;
    }

    public List<PhraseProposal> list(State state, @Nullable String vertical, int offset, int limit) {
        return database.read(db -> db.select(FIELDS)
                .from(PROPOSAL)
                .where(STATE.eq(state.name()))
                .and(vertical == null ? DSL.noCondition() : VERTICAL.eq(vertical))
                .orderBy(SHOPS.desc(), TEXT, ID)
                .offset(offset)
                .limit(limit)
                .fetch(PhraseReads::map));
    }

    public List<PhraseProposal> taken(String vertical) {
        return database.read(db -> db.select(FIELDS)
                .from(PROPOSAL)
                .where(STATE.eq(State.TAKEN.name()))
                .and(VERTICAL.eq(vertical))
                .orderBy(LOCALE, SHOPS.desc(), TEXT)
                .fetch(PhraseReads::map));
    }

    public Optional<PhraseProposal> find(UUID id) {
        return database.read(
                db -> db.select(FIELDS).from(PROPOSAL).where(ID.eq(id)).fetchOptional(PhraseReads::map));
    }

    public Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        database.read(db -> db.select(STATE, DSL.count())
                        .from(PROPOSAL)
                        .groupBy(STATE)
                        .fetch())
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2()));
        return counts;
    }

    private static PhraseProposal map(Record row) {
        return new PhraseProposal(
                row.get(ID),
                row.get(VERTICAL),
                row.get(LOCALE),
                row.get(TEXT),
                row.get(SHOPS),
                State.valueOf(row.get(STATE)),
                row.get(PhraseRows.FIRST),
                row.get(PhraseRows.LAST),
                row.get(PhraseRows.DECIDED_BY),
                row.get(PhraseRows.DECIDED_AT));
    }
}
