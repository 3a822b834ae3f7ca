package io.xiaoer.rehearsal.internal;

import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Engine;
import io.xiaoer.conversations.Asks;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.releases.PublishCheck;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a draft from being published that fails cases which it must pass. */
@Component
class RequiredCases implements PublishCheck {

    private final CaseRows cases;
    private final Engine engine;
    /** Later: what is asked of releases comes after them. */
    private final ObjectProvider<Asks> asks;

    private final TransactionTemplate transaction;

    RequiredCases(CaseRows cases, Engine engine, ObjectProvider<Asks> asks, TransactionTemplate transaction) {
        this.cases = cases;
        this.engine = engine;
        this.asks = asks;
        this.transaction = transaction;
    }

    @Override
    public List<Objection> objectionsTo(Compiled draft) {
        List<TestCase> required = Objects.requireNonNull(
                transaction.execute(status -> cases.required(TenantScope.required(), draft.bot())));
        if (required.isEmpty()) {
            return List.of();
        }
        CompiledRelease release = engine.load(draft.content(), draft.compiled());
        Trial trial = new Trial(asks.getObject().of(release), null);
        CaseTexts texts = new CaseTexts(draft.content().locale());
        List<Objection> objections = new ArrayList<>();
        for (TestCase one : required) {
            TestResult result = trial.of(one, ReleaseRef.draft());
            if (result.isFailed()) {
                objections.add(Objection.ofCase(
                        one.id().toString(),
                        texts.fails(one.question(), result.mismatches().getFirst())));
            }
        }
        return objections;
    }
}
