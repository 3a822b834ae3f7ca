package io.xiaoer.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.rehearsal.TestResult;
import io.xiaoer.rehearsal.TestRun;
import io.xiaoer.rehearsal.TestRun.Cause;
import io.xiaoer.rehearsal.TestRun.State;
import io.xiaoer.rehearsal.TestRuns;
import io.xiaoer.releases.ReleaseRef;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs that end whatever becomes of the node that began them, one of a bot at a time. */
class RunWorkIT extends IntegrationTest {

    @Autowired
    private RunQueue queue;

    @Autowired
    private RunWork work;

    @Autowired
    private TestRuns runs;

    @Autowired
    private TransactionTemplate transaction;

    private TenantId tenant;
    private BotId bot;

    @BeforeEach
    void signUp() {
        TestShop shop = api().signUp();
        tenant = new TenantId(UUID.fromString(shop.tenantId()));
        bot = new BotId(UUID.fromString(shop.botId()));
    }

    @Test
    void aNewShopPassesWhatItsPackHoldsItTo() {
        TestRun run = add();
        work.work(tenant, run.id());
        TestRun done = look(run);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.total()).isGreaterThan(50);
        assertThat(done.done()).isEqualTo(done.total());
        assertThat(as(() -> runs.results(done)))
                .filteredOn(TestResult::isFailed)
                .extracting(result -> result.tested().question())
                .isEmpty();
    }

    @Test
    void goesOnWhereANodeLeftOffAndTakesUpWhoWaits() throws SQLException {
        TestRun left = add();
        TestRun waiting = add();
        // the first one's node is gone after five cases
        sql("update rehearsal.run set state = 'RUNNING', attempts = 1, done = 5, passed = 5,"
                + " updated_at = now() - interval '5 minutes' where run_id = '" + left.id() + "'");
        sql("update rehearsal.run_case set passed = true, mismatches = '[]' where position < 5 and run_id = '"
                + left.id() + "'");
        work.work(tenant, waiting.id());
        assertThat(look(waiting).state()).isEqualTo(State.WAITING);
        work.work(tenant, left.id());
        assertThat(look(left).state()).isEqualTo(State.DONE);
        assertThat(look(left).done()).isEqualTo(left.total());
        assertThat(look(left).attempts()).isEqualTo(2);
        assertThat(look(waiting).state()).isEqualTo(State.DONE);
    }

    @Test
    void leavesARunAloneThatIsGoingOnAndGivesUpOneThatNeverEnds() throws SQLException {
        TestRun run = add();
        sql("update rehearsal.run set state = 'RUNNING', attempts = 3, updated_at = now() where run_id = '" + run.id()
                + "'");
        work.work(tenant, run.id());
        assertThat(look(run).state()).isEqualTo(State.RUNNING);
        sql("update rehearsal.run set updated_at = now() - interval '5 minutes' where run_id = '" + run.id() + "'");
        work.work(tenant, run.id());
        assertThat(look(run).state()).isEqualTo(State.FAILED);
    }

    @Test
    void aRunOfAReleaseThatIsGoneFails() throws SQLException {
        TestRun run = add();
        sql("update rehearsal.run set release = 99 where run_id = '" + run.id() + "'");
        work.work(tenant, run.id());
        assertThat(look(run).state()).isEqualTo(State.FAILED);
        assertThat(as(() -> runs.newest(bot, 5))).extracting(TestRun::id).contains(run.id());
    }

    private TestRun add() {
        return as(() ->
                Objects.requireNonNull(transaction.execute(status -> queue.add(bot, ReleaseRef.of(1), Cause.PERSON))));
    }

    private TestRun look(TestRun run) {
        return as(() -> runs.get(bot, run.id().toString()));
    }

    private <T> T as(ScopedValue.CallableOp<T, RuntimeException> task) {
        return TenantScope.call(tenant, Actor.platform(), task);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                Statement run = superuser.createStatement()) {
            run.execute(statement);
        }
    }
}
