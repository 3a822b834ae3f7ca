package io.xiaoer.rehearsal.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.internal.RunCaseRows.Coverage;
import io.xiaoer.rollout.Gate;
import io.xiaoer.rollout.GateEvidence;
import io.xiaoer.rollout.GateQuestion;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Shops;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The gate of test cases: all of them pass on the release that is asked about. */
@Component
class PassingTests implements GateEvidence {

    private static final String NAME = "tests";

    private final CaseRows cases;
    private final RunRows runs;
    private final RunCaseRows runCases;
    private final Shops shops;

    PassingTests(CaseRows cases, RunRows runs, RunCaseRows runCases, Shops shops) {
        this.cases = cases;
        this.runs = runs;
        this.runCases = runCases;
        this.shops = shops;
    }

    @Override
    public List<Gate> gates(GateQuestion question) {
        return List.of(gate(TenantScope.required(), question.bot(), question.release()));
    }

    private Gate gate(TenantId tenant, BotId bot, int release) {
        CaseTexts texts = new CaseTexts(shops.current().locale());
        Optional<TestRun> last = runs.lastDone(tenant, bot, release);
        if (last.isEmpty()) {
            return cases.count(tenant, bot) == 0
                    ? gate(null, null, texts.noCases())
                    : gate(null, null, texts.notRun(runs.isUnderWay(tenant, bot, release)));
        }
        Coverage coverage = runCases.coverage(tenant, bot, last.get().id());
        if (coverage.cases() == 0) {
            return gate(null, null, texts.noCases());
        }
        int missing = coverage.cases() - coverage.asked();
        Double share = coverage.asked() == 0 ? null : (double) coverage.passed() / coverage.asked();
        if (coverage.passed() < coverage.asked()) {
            return gate(share, false, texts.passed(coverage.passed(), coverage.asked()));
        }
        return missing > 0
                ? gate(share, null, texts.changedSince(missing))
                : gate(share, true, texts.passed(coverage.passed(), coverage.cases()));
    }

    private static Gate gate(@Nullable Double measured, @Nullable Boolean met, String note) {
        return new Gate(NAME, 1.0, measured, null, met, note);
    }
}
