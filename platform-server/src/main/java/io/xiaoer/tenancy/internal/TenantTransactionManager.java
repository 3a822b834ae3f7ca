package io.xiaoer.tenancy.internal;

import io.xiaoer.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/** Tells the database whose transaction it is, as the transaction's first statement. */
@Component("transactionManager")
class TenantTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var tenant = TenantScope.current();
        if (tenant.isPresent()) {
            try (PreparedStatement statement = connection.prepareStatement("select core.set_tenant(?)")) {
                statement.setObject(1, tenant.get().value());
                statement.execute();
            }
        }
    }
}
