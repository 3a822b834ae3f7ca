package io.xiaoer.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Reading across shops, as the role that sees the schemas {@code platform} and {@code directory} only: what is asked here can
 * show no shop's rows, whatever the question. Connections are opened when someone asks.
 */
public final class OperatorDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final long IDLE_MILLIS = 60_000;

    private final HikariDataSource pool;

    public OperatorDatabase(DatabaseAccess access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("xiaoer-operator");
        config.setJdbcUrl(access.url());
        config.setUsername(access.operator().user());
        config.setPassword(access.operator().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(5_000);
        config.setReadOnly(true);
        config.addDataSourceProperty("ApplicationName", "xiaoer-operator");
        config.addDataSourceProperty("socketTimeout", "60");
        this.pool = new HikariDataSource(config);
    }

    public <T> T read(Function<DSLContext, T> question) {
        return question.apply(DSL.using(pool, SQLDialect.POSTGRES));
    }

    @Override
    public void close() {
        pool.close();
    }
}
