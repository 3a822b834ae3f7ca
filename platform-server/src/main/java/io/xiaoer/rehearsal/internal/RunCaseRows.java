package io.xiaoer.rehearsal.internal;

import static io.xiaoer.rehearsal.internal.db.Tables.RUN_CASE;
import static io.xiaoer.rehearsal.internal.db.Tables.TEST_CASE;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.Mismatch;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.tenancy.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of what came of each case of a run. */
@Repository
public class RunCaseRows {

    private static final int BATCH = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    RunCaseRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** How far a run is. */
    record Tally(int done, int passed, int newlyFixed, int newlyBroken) {}

    /**
     * How a bot's present cases did in a run.
     *
     * @param asked of them, as they are now
     */
    record Coverage(int cases, int asked, int passed) {}

    /** Lays out what a run is to ask. */
    public void insert(TenantId tenant, UUID run, List<TestCase> cases) {
        for (int from = 0; from < cases.size(); from += BATCH) {
            var insert = db.insertInto(
                    RUN_CASE,
                    RUN_CASE.TENANT_ID,
                    RUN_CASE.RUN_ID,
                    RUN_CASE.POSITION,
                    RUN_CASE.CASE_ID,
                    RUN_CASE.CASE_VERSION,
                    RUN_CASE.SHOPPER_ID,
                    RUN_CASE.TESTED);
            int to = Math.min(cases.size(), from + BATCH);
            for (int i = from; i < to; i++) {
                TestCase one = cases.get(i);
                insert = insert.values(
                        tenant.value(),
                        run,
                        i,
                        one.id(),
                        one.version(),
                        one.shopperId(),
                        JSONB.jsonb(json.writeValueAsString(one)));
            }
            insert.execute();
        }
    }

    /** What is still to be asked, by its place. */
    Map<Integer, TestCase> next(TenantId tenant, UUID run, int limit) {
        Map<Integer, TestCase> next = new LinkedHashMap<>();
        db.select(RUN_CASE.POSITION, RUN_CASE.TESTED)
                .from(RUN_CASE)
                .where(is(tenant, run))
                .and(RUN_CASE.PASSED.isNull())
                .orderBy(RUN_CASE.POSITION)
                .limit(limit)
                .forEach(row -> next.put(row.value1(), tested(row.value2())));
        return next;
    }

    /** Keeps results by their places; one that is there already stays. */
    void keep(TenantId tenant, UUID run, Map<Integer, TestResult> results) {
        results.forEach((position, result) -> db.update(RUN_CASE)
                .set(RUN_CASE.PASSED, result.passed())
                .set(RUN_CASE.LIVE_PASSED, result.livePassed())
                .set(RUN_CASE.KIND, result.kind())
                .set(RUN_CASE.ENTRY_KEY, result.entryKey())
                .set(RUN_CASE.SAID, result.said())
                .set(RUN_CASE.MISMATCHES, JSONB.jsonb(json.writeValueAsString(result.mismatches())))
                .where(is(tenant, run))
                .and(RUN_CASE.POSITION.eq(position))
                .and(RUN_CASE.PASSED.isNull())
                .execute());
    }

    Tally tally(TenantId tenant, UUID run) {
        var passed = DSL.condition(RUN_CASE.PASSED);
        var live = DSL.condition(RUN_CASE.LIVE_PASSED);
        return db.select(
                        DSL.count(RUN_CASE.PASSED),
                        DSL.count().filterWhere(passed),
                        DSL.count().filterWhere(passed.and(live.not())),
                        DSL.count().filterWhere(passed.not().and(live)))
                .from(RUN_CASE)
                .where(is(tenant, run))
                .fetchSingle(row -> new Tally(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** In the order in which they were asked. */
    public List<TestResult> results(TenantId tenant, UUID run) {
        return db.selectFrom(RUN_CASE)
                .where(is(tenant, run))
                .orderBy(RUN_CASE.POSITION)
                .fetch(this::result);
    }

    /** A case that was added or changed after the run was not asked in it; one that was deleted does not count. */
    Coverage coverage(TenantId tenant, BotId bot, UUID run) {
        return db.select(
                        DSL.count(),
                        DSL.count(RUN_CASE.PASSED),
                        DSL.count().filterWhere(DSL.condition(RUN_CASE.PASSED)))
                .from(TEST_CASE)
                .leftJoin(RUN_CASE)
                .on(RUN_CASE.TENANT_ID.eq(tenant.value()))
                .and(RUN_CASE.RUN_ID.eq(run))
                .and(RUN_CASE.CASE_ID.eq(TEST_CASE.CASE_ID))
                .and(RUN_CASE.CASE_VERSION.eq(TEST_CASE.VERSION))
                .where(TEST_CASE.TENANT_ID.eq(tenant.value()))
                .and(TEST_CASE.BOT_ID.eq(bot.value()))
                .fetchSingle(row -> new Coverage(row.value1(), row.value2(), row.value3()));
    }

    /** Removes what was asked and said on behalf of an erased shopper. */
    int erase(TenantId tenant, String customerId) {
        return db.deleteFrom(RUN_CASE)
                .where(RUN_CASE.TENANT_ID.eq(tenant.value()))
                .and(RUN_CASE.SHOPPER_ID.eq(customerId))
                .execute();
    }

    private TestResult result(Record row) {
        JSONB mismatches = row.get(RUN_CASE.MISMATCHES);
        return new TestResult(
                tested(row.get(RUN_CASE.TESTED)),
                row.get(RUN_CASE.PASSED),
                row.get(RUN_CASE.LIVE_PASSED),
                row.get(RUN_CASE.KIND),
                row.get(RUN_CASE.ENTRY_KEY),
                row.get(RUN_CASE.SAID),
                mismatches(mismatches));
    }

    private List<Mismatch> mismatches(@Nullable JSONB document) {
        return document == null ? List.of() : List.of(json.readValue(document.data(), Mismatch[].class));
    }

    private TestCase tested(JSONB document) {
        return json.readValue(document.data(), TestCase.class);
    }

    private static Condition is(TenantId tenant, UUID run) {
        return RUN_CASE.TENANT_ID.eq(tenant.value()).and(RUN_CASE.RUN_ID.eq(run));
    }
}
