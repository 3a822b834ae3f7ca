package io.xiaoer.knowledge.internal;

import static io.xiaoer.knowledge.internal.db.Tables.ENTRY;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryFilter;
import io.xiaoer.knowledge.EntryFilter.State;
import io.xiaoer.knowledge.EntryRow;
import io.xiaoer.knowledge.EntrySearch.Order;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Searches the table of draft entries. */
@Repository
public class EntrySearchRows {

    private static final int SNIPPET = 160;

    private final DSLContext db;

    EntrySearchRows(DSLContext db) {
        this.db = db;
    }

    /** @param used keys that do not count as never hit */
    public List<EntryRow> find(
            TenantId tenant,
            BotId bot,
            EntryFilter filter,
            Order order,
            OffsetDateTime now,
            Set<String> used,
            int offset,
            int limit) {
        Field<String> answer = left(ENTRY.ANSWER, SNIPPET).as("snippet");
        Field<Integer> similar = cardinality(ENTRY.SIMILAR_QUESTIONS).as("similar");
        Field<Integer> keywords = cardinality(ENTRY.KEYWORDS).as("keyword_count");
        SortField<?> first = switch (order) {
            case QUESTION -> ENTRY.QUESTION.asc();
            case UPDATED -> ENTRY.UPDATED_AT.desc();
        };
        return db.select(
                        ENTRY.KEY,
                        ENTRY.QUESTION,
                        answer,
                        similar,
                        keywords,
                        ENTRY.ENABLED,
                        ENTRY.VALID_FROM,
                        ENTRY.VALID_TO,
                        ENTRY.VERSION,
                        ENTRY.UPDATED_AT)
                .from(ENTRY)
                .where(of(tenant, bot))
                .and(containing(filter.text()))
                .and(in(tenant, bot, filter.state(), now, used))
                .orderBy(first, ENTRY.KEY)
                .offset(offset)
                .limit(limit)
                .fetch(row -> new EntryRow(
                        row.get(ENTRY.KEY),
                        row.get(ENTRY.QUESTION),
                        row.get(answer),
                        row.get(similar),
                        row.get(keywords),
                        row.get(ENTRY.ENABLED),
                        row.get(ENTRY.VALID_FROM),
                        row.get(ENTRY.VALID_TO),
                        row.get(ENTRY.VERSION),
                        row.get(ENTRY.UPDATED_AT)));
    }

    public int count(TenantId tenant, BotId bot, EntryFilter filter, OffsetDateTime now, Set<String> used) {
        return db.fetchCount(db.selectOne()
                .from(ENTRY)
                .where(of(tenant, bot))
                .and(containing(filter.text()))
                .and(in(tenant, bot, filter.state(), now, used)));
    }

    /** All states at once: the text is looked for once only. */
    public Map<State, Integer> counts(
            TenantId tenant, BotId bot, EntryFilter filter, OffsetDateTime now, Set<String> used) {
        Map<State, Field<Integer>> fields = new EnumMap<>(State.class);
        for (State state : State.values()) {
            fields.put(
                    state,
                    DSL.count().filterWhere(in(tenant, bot, state, now, used)).as("count_" + state.ordinal()));
        }
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.select(fields.values())
                .from(ENTRY)
                .where(of(tenant, bot))
                .and(containing(filter.text()))
                .fetch()
                .forEach(row -> fields.forEach((state, field) -> counts.put(state, row.get(field))));
        return counts;
    }

    private static Condition of(TenantId tenant, BotId bot) {
        return ENTRY.TENANT_ID.eq(tenant.value()).and(ENTRY.BOT_ID.eq(bot.value()));
    }

    private static Condition containing(String text) {
        return text.isEmpty() ? noCondition() : containing(ENTRY, text);
    }

    /** Whether an entry has a text anywhere, in any case. */
    static Condition containing(io.xiaoer.knowledge.internal.db.tables.Entry entry, String text) {
        return entry.SEARCH_TEXT.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Condition in(TenantId tenant, BotId bot, State state, OffsetDateTime now, Set<String> used) {
        return switch (state) {
            case ALL -> trueCondition();
            case ENABLED -> ENTRY.ENABLED.isTrue();
            case DISABLED -> ENTRY.ENABLED.isFalse();
            case EXPIRED -> ENTRY.VALID_TO.le(now);
            case NEAR_DUPLICATE -> TwinRows.hasTwin(tenant, bot);
            case NEVER_HIT -> ENTRY.ENABLED.isTrue().and(ENTRY.KEY.notIn(keys(used)));
        };
    }

    /** As a query, which PostgreSQL hashes; an array that is a parameter it would read through for every row. */
    private static Select<Record1<String>> keys(Set<String> used) {
        Field<String> key = DSL.field(DSL.name("used", "key"), SQLDataType.VARCHAR.nullable(false));
        return DSL.select(key).from(DSL.unnest(val(used.toArray(String[]::new))).as("used", "key"));
    }
}
