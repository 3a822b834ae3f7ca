package io.xiaoer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.tenancy.TenantId;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Failed calls are written down once each, whatever becomes of the transactions around. */
class ApiErrorsIT extends IntegrationTest {

    @Autowired
    private DSLContext db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    /** Loses its first commit. */
    private static final class Unlucky implements PlatformTransactionManager {

        private final PlatformTransactionManager real;
        private boolean failed;

        Unlucky(PlatformTransactionManager real) {
            this.real = real;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (failed) {
                real.commit(status);
            } else {
                failed = true;
                real.rollback(status);
                throw new TransactionSystemException("lost");
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }

    @Test
    void keepsCountsUntilTheyAreCommitted() throws SQLException {
        ApiErrors errors = new ApiErrors(db, new Unlucky(transactions), clock);
        errors.count(tenant, 404);
        errors.count(tenant, 404);
        errors.count(tenant, 500);
        assertThatThrownBy(errors::flush).isInstanceOf(TransactionSystemException.class);
        assertThat(written()).isZero();

        errors.count(tenant, 404);
        errors.flush();
        assertThat(written()).isEqualTo(4);
        errors.flush();
        assertThat(written()).isEqualTo(4);
    }

    @Test
    void losesNothingWhenTheTransactionAroundIsTakenBack() throws SQLException {
        ApiErrors errors = new ApiErrors(db, transactions, clock);
        errors.count(tenant, 500);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            errors.flush();
            status.setRollbackOnly();
        });
        assertThat(written()).isEqualTo(1);
    }

    private int written() throws SQLException {
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.prepareStatement(
                        "select coalesce(sum(count), 0) from platform.shop_error where tenant_id = ?")) {
            statement.setObject(1, tenant.value());
            try (var result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                return result.getInt(1);
            }
        }
    }
}
