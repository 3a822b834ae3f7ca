package io.xiaoer.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that begins without a request: it sees its tenant's rows, and none at all if its tenant was forgotten. */
@Import(TenantWorkIT.Beans.class)
class TenantWorkIT extends IntegrationTest {

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Listener listener;

    @Autowired
    @Qualifier("countingJob")
    private CountingJob job;

    @Autowired
    private TirelessJob tireless;

    record SomethingHappened(TenantId tenantId) implements TenantEvent {}

    /** Everything the tenant's own shop table shows; it says no tenant itself, so the policy alone decides. */
    private static int visibleShops(DSLContext db) {
        // not through jOOQ's listener: this is the statement that a forgetful programmer would write
        return db.connectionResult(connection -> {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("select count(*) from tenants.shop")) {
                result.next();
                return result.getInt(1);
            }
        });
    }

    static class Listener {
        private final DSLContext db;
        // read through methods: the bean is a proxy, whose own fields are empty
        private final BlockingQueue<Integer> boundSees = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> forgottenSees = new LinkedBlockingQueue<>();

        Listener(DSLContext db) {
            this.db = db;
        }

        BlockingQueue<Integer> boundSees() {
            return boundSees;
        }

        BlockingQueue<Integer> forgottenSees() {
            return forgottenSees;
        }

        @TenantListener
        void on(SomethingHappened event) {
            boundSees.add(visibleShops(db));
        }

        @ApplicationModuleListener
        void forgetful(SomethingHappened event) {
            forgottenSees.add(visibleShops(db));
        }
    }

    static class CountingJob extends TenantJob {
        private final DSLContext db;
        private final TransactionTemplate transaction;
        final Map<TenantId, Integer> sees = new ConcurrentHashMap<>();

        CountingJob(Directory directory, Resting resting, DSLContext db, TransactionTemplate transaction) {
            super(directory, resting);
            this.db = db;
            this.transaction = transaction;
        }

        @Override
        protected void executeFor(TenantId tenant) {
            transaction.executeWithoutResult(status -> sees.put(tenant, visibleShops(db)));
        }

        void run() throws JobExecutionException {
            runForEachTenant();
        }
    }

    static class TirelessJob extends CountingJob {

        TirelessJob(Directory directory, Resting resting, DSLContext db, TransactionTemplate transaction) {
            super(directory, resting, db, transaction);
        }

        @Override
        protected boolean visitsResting() {
            return true;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        Listener listener(DSLContext db) {
            return new Listener(db);
        }

        @Bean
        CountingJob countingJob(Directory directory, Resting resting, DSLContext db, TransactionTemplate transaction) {
            return new CountingJob(directory, resting, db, transaction);
        }

        @Bean
        TirelessJob tirelessJob(Directory directory, Resting resting, DSLContext db, TransactionTemplate transaction) {
            return new TirelessJob(directory, resting, db, transaction);
        }
    }

    @Test
    void aListenerSeesItsTenantsRowsAndAForgetfulOneSeesNone() throws InterruptedException {
        TenantId tenant = tenant(api().signUp());
        TenantScope.run(
                tenant,
                () -> transaction.executeWithoutResult(status -> events.publishEvent(new SomethingHappened(tenant))));

        assertThat(listener.boundSees().poll(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(listener.forgottenSees().poll(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aJobVisitsEachTenantAndSeesOnlyItsRows() throws JobExecutionException {
        TenantId one = tenant(api().signUp());
        TenantId other = tenant(api().signUp());
        job.run();

        assertThat(job.sees).containsEntry(one, 1).containsEntry(other, 1);
        assertThat(job.sees.values()).containsOnly(1);
    }

    @Test
    @Tag("long")
    void aJobLeavesRestingShopsOutUnlessItIsThePlatformsOwn() throws JobExecutionException {
        TenantId resting = tenant(api().signUp());
        TenantId other = tenant(api().signUp());
        change(resting, "suspend");
        job.run();
        tireless.run();
        assertThat(job.sees).containsKey(other).doesNotContainKey(resting);
        assertThat(tireless.sees).containsKeys(other, resting);

        change(resting, "resume");
        job.run();
        assertThat(job.sees).containsEntry(resting, 1);
    }

    private void change(TenantId tenant, String what) {
        assertThat(ops().post("/api/v1/ops/tenants/" + tenant + "/" + what, "{\"reason\": \"试试\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void workThatForgotItsTenantSeesNoRowsAndWritesNone() {
        api().signUp();
        assertThat(transaction.<Integer>execute(status -> visibleShops(db))).isZero();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> db.connection(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("insert into security.idempotent_request values ('" + UUID.randomUUID()
                                + "', 'k', 'd', 200, null, '', current_timestamp)");
                    }
                })))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aScopeRefusesASecondTenant() {
        TenantId one = new TenantId(UUID.randomUUID());
        TenantId other = new TenantId(UUID.randomUUID());
        assertThatThrownBy(() -> TenantScope.run(one, () -> TenantScope.run(other, () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private static TenantId tenant(TestShop shop) {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }
}
