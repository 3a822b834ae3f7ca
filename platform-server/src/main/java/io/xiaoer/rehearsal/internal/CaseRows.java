package io.xiaoer.rehearsal.internal;

import static io.xiaoer.rehearsal.internal.db.Tables.TEST_CASE;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Origin;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of test cases. */
@Repository
public class CaseRows {

    /** Rows in one statement; each has 19 values, of which a statement may have 65,535. */
    private static final int BATCH = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    CaseRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public void insert(TenantId tenant, BotId bot, List<TestCase> cases, OffsetDateTime at) {
        for (int from = 0; from < cases.size(); from += BATCH) {
            var insert = db.insertInto(
                    TEST_CASE,
                    TEST_CASE.TENANT_ID,
                    TEST_CASE.CASE_ID,
                    TEST_CASE.BOT_ID,
                    TEST_CASE.GROUP_NAME,
                    TEST_CASE.QUESTION,
                    TEST_CASE.HISTORY,
                    TEST_CASE.APART,
                    TEST_CASE.SHOPPER_ID,
                    TEST_CASE.PAGE,
                    TEST_CASE.ASKED_AT,
                    TEST_CASE.ENTRY_KEY,
                    TEST_CASE.ALSO_ACCEPT,
                    TEST_CASE.KIND,
                    TEST_CASE.CONTAINS,
                    TEST_CASE.LACKS,
                    TEST_CASE.REQUIRED,
                    TEST_CASE.ORIGIN,
                    TEST_CASE.VERSION,
                    TEST_CASE.CREATED_AT,
                    TEST_CASE.UPDATED_AT);
            for (TestCase fresh : cases.subList(from, Math.min(cases.size(), from + BATCH))) {
                Expectation expect = fresh.expect();
                insert = insert.values(
                        tenant.value(),
                        fresh.id(),
                        bot.value(),
                        fresh.group(),
                        fresh.question(),
                        array(fresh.history()),
                        fresh.apart(),
                        fresh.shopperId(),
                        document(fresh.page()),
                        fresh.at(),
                        expect.entryKey(),
                        array(expect.alsoAccept()),
                        expect.kind(),
                        array(expect.contains()),
                        array(expect.lacks()),
                        fresh.required(),
                        fresh.origin().name(),
                        fresh.version(),
                        at,
                        at);
            }
            insert.execute();
        }
    }

    /** Writes over the version before; false if that is not there any more. */
    public boolean update(TenantId tenant, TestCase fresh, OffsetDateTime at) {
        Expectation expect = fresh.expect();
        return db.update(TEST_CASE)
                        .set(TEST_CASE.GROUP_NAME, fresh.group())
                        .set(TEST_CASE.QUESTION, fresh.question())
                        .set(TEST_CASE.HISTORY, array(fresh.history()))
                        .set(TEST_CASE.APART, fresh.apart())
                        .set(TEST_CASE.SHOPPER_ID, fresh.shopperId())
                        .set(TEST_CASE.PAGE, document(fresh.page()))
                        .set(TEST_CASE.ASKED_AT, fresh.at())
                        .set(TEST_CASE.ENTRY_KEY, expect.entryKey())
                        .set(TEST_CASE.ALSO_ACCEPT, array(expect.alsoAccept()))
                        .set(TEST_CASE.KIND, expect.kind())
                        .set(TEST_CASE.CONTAINS, array(expect.contains()))
                        .set(TEST_CASE.LACKS, array(expect.lacks()))
                        .set(TEST_CASE.REQUIRED, fresh.required())
                        .set(TEST_CASE.VERSION, fresh.version())
                        .set(TEST_CASE.UPDATED_AT, at)
                        .where(is(tenant, fresh.id()))
                        .and(TEST_CASE.VERSION.eq(fresh.version() - 1))
                        .execute()
                == 1;
    }

    public boolean delete(TenantId tenant, UUID id) {
        return db.deleteFrom(TEST_CASE).where(is(tenant, id)).execute() == 1;
    }

    public Optional<TestCase> find(TenantId tenant, BotId bot, UUID id) {
        return db.selectFrom(TEST_CASE)
                .where(is(tenant, id))
                .and(TEST_CASE.BOT_ID.eq(bot.value()))
                .fetchOptional(this::map);
    }

    public int count(TenantId tenant, BotId bot) {
        return db.fetchCount(TEST_CASE, of(tenant, bot));
    }

    /** In the order in which they were made, after one of them; null for the first. */
    public List<TestCase> after(TenantId tenant, BotId bot, @Nullable UUID after, int limit) {
        return db.selectFrom(TEST_CASE)
                .where(of(tenant, bot))
                .and(after == null ? org.jooq.impl.DSL.noCondition() : TEST_CASE.CASE_ID.gt(after))
                .orderBy(TEST_CASE.CASE_ID)
                .limit(limit)
                .fetch(this::map);
    }

    /** All of a bot, group by group. */
    public List<TestCase> all(TenantId tenant, BotId bot) {
        return db.selectFrom(TEST_CASE)
                .where(of(tenant, bot))
                .orderBy(TEST_CASE.GROUP_NAME, TEST_CASE.CASE_ID)
                .fetch(this::map);
    }

    /** Those that publishing waits for. */
    List<TestCase> required(TenantId tenant, BotId bot) {
        return db.selectFrom(TEST_CASE)
                .where(of(tenant, bot))
                .and(TEST_CASE.REQUIRED)
                .orderBy(TEST_CASE.CASE_ID)
                .fetch(this::map);
    }

    /** Removes the cases of an erased shopper, whose question is theirs too. */
    int erase(TenantId tenant, String customerId) {
        return db.deleteFrom(TEST_CASE)
                .where(TEST_CASE.TENANT_ID.eq(tenant.value()))
                .and(TEST_CASE.SHOPPER_ID.eq(customerId))
                .execute();
    }

    private TestCase map(Record row) {
        JSONB page = row.get(TEST_CASE.PAGE);
        return new TestCase(
                row.get(TEST_CASE.CASE_ID),
                row.get(TEST_CASE.GROUP_NAME),
                row.get(TEST_CASE.QUESTION),
                List.of(row.get(TEST_CASE.HISTORY)),
                row.get(TEST_CASE.APART),
                row.get(TEST_CASE.SHOPPER_ID),
                page == null ? null : json.readValue(page.data(), new TypeReference<Map<String, Object>>() {}),
                row.get(TEST_CASE.ASKED_AT),
                new Expectation(
                        row.get(TEST_CASE.ENTRY_KEY),
                        List.of(row.get(TEST_CASE.ALSO_ACCEPT)),
                        row.get(TEST_CASE.KIND),
                        List.of(row.get(TEST_CASE.CONTAINS)),
                        List.of(row.get(TEST_CASE.LACKS))),
                row.get(TEST_CASE.REQUIRED),
                Origin.valueOf(row.get(TEST_CASE.ORIGIN)),
                row.get(TEST_CASE.VERSION));
    }

    private @Nullable JSONB document(@Nullable Map<String, Object> page) {
        return page == null ? null : JSONB.jsonb(json.writeValueAsString(page));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Condition is(TenantId tenant, UUID id) {
        return TEST_CASE.TENANT_ID.eq(tenant.value()).and(TEST_CASE.CASE_ID.eq(id));
    }

    private static Condition of(TenantId tenant, BotId bot) {
        return TEST_CASE.TENANT_ID.eq(tenant.value()).and(TEST_CASE.BOT_ID.eq(bot.value()));
    }
}
