package io.xiaoer.testing;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.database.DatabaseAccess;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a real PostgreSQL and a real port; one application serves all test classes. */
@SpringBootTest(
        classes = XiaoerApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "xiaoer.demo=false",
            "xiaoer.mail.outbox=true",
            "xiaoer.limits.signups-per-hour=100000",
            "spring.quartz.auto-startup=false"
        })
@Import(IntegrationTest.TestBeans.class)
public abstract class IntegrationTest {

    private static final DatabaseAccess DATABASE = TestDatabase.fresh();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("xiaoer.db.url", DATABASE::url);
        registry.add("xiaoer.db.owner.user", () -> DATABASE.owner().user());
        registry.add("xiaoer.db.owner.password", () -> DATABASE.owner().password());
        registry.add("xiaoer.db.app.user", () -> DATABASE.app().user());
        registry.add("xiaoer.db.app.password", () -> DATABASE.app().password());
        registry.add("xiaoer.db.operator.user", () -> DATABASE.operator().user());
        registry.add("xiaoer.db.operator.password", () -> DATABASE.operator().password());
    }

    /** The database's name, for a look as superuser. */
    protected static String databaseName() {
        return DATABASE.url().substring(DATABASE.url().lastIndexOf('/') + 1);
    }

    protected Api api() {
        return new Api("http://localhost:" + port);
    }

    /** Beans of tests only. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class TestBeans {
        @Bean
        ExecuteListenerProvider tenantPredicateCheck() {
            return new DefaultExecuteListenerProvider(new TenantPredicateCheck());
        }

        @Bean
        ExecuteListenerProvider statementCounter() {
            return new DefaultExecuteListenerProvider(new StatementCounter());
        }
    }
}
