package io.xiaoer.testing;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.testing.platforms.RealVendure;
import io.xiaoer.testing.platforms.VendureSimulator;
import io.xiaoer.testing.platforms.WeimobSimulator;
import io.xiaoer.testing.platforms.YouzanSimulator;
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
            "xiaoer.db.data=target/test-data",
            "xiaoer.data-key=" + IntegrationTest.DATA_KEY,
            "xiaoer.operator=" + IntegrationTest.OPERATOR + ":" + IntegrationTest.OPERATOR_PASSWORD,
            "xiaoer.ops-client=" + IntegrationTest.OPS_CLIENT + ":" + IntegrationTest.OPS_SECRET,
            "xiaoer.contact=平台客服 400-000-0000",
            "xiaoer.mail.outbox=true",
            "xiaoer.limits.signups-per-hour=100000",
            "spring.quartz.auto-startup=false"
        })
@Import(IntegrationTest.TestBeans.class)
public abstract class IntegrationTest {

    /** The first of the vendor's staff, a person and a program. */
    protected static final String OPERATOR = "operator@vendor.example";

    protected static final String OPERATOR_PASSWORD = "correct horse: battery";
    protected static final String OPS_CLIENT = "vendor-console";
    protected static final String OPS_SECRET = "staple: correct horse";

    /** 32 bytes in base64. */
    protected static final String DATA_KEY = "eGlhb2VyLXRlc3RzLWRhdGEta2V5LTMyLWJ5dGVzISE=";

    private static final DatabaseAccess DATABASE = TestDatabase.fresh();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        YouzanSimulator youzan = YouzanSimulator.running();
        WeimobSimulator weimob = WeimobSimulator.running();
        registry.add(
                "xiaoer.connectors.allow",
                () -> String.join(
                        ",",
                        ShopSystem.running().hostAndPort(),
                        youzan.hostAndPort(),
                        weimob.hostAndPort(),
                        VendureSimulator.running().hostAndPort(),
                        RealVendure.hostAndPort()));
        registry.add("xiaoer.bridges.vendure.calls-per-second", () -> "5000");
        registry.add("xiaoer.bridges.vendure.calls-per-second-in-all", () -> "5000");
        registry.add("xiaoer.bridges.youzan.api", () -> "http://" + youzan.hostAndPort());
        registry.add("xiaoer.bridges.youzan.page", () -> "http://" + youzan.hostAndPort() + "/oauth/authorize");
        registry.add("xiaoer.bridges.youzan.client-id", () -> YouzanSimulator.CLIENT_ID);
        registry.add("xiaoer.bridges.youzan.client-secret", () -> YouzanSimulator.CLIENT_SECRET);
        registry.add("xiaoer.bridges.youzan.calls-per-second", () -> "5000");
        registry.add("xiaoer.bridges.youzan.calls-per-second-in-all", () -> "5000");
        registry.add("xiaoer.bridges.weimob.api", () -> "http://" + weimob.hostAndPort());
        registry.add("xiaoer.bridges.weimob.client-id", () -> WeimobSimulator.CLIENT_ID);
        registry.add("xiaoer.bridges.weimob.client-secret", () -> WeimobSimulator.CLIENT_SECRET);
        registry.add("xiaoer.bridges.weimob.calls-per-second", () -> "5000");
        registry.add("xiaoer.bridges.weimob.calls-per-second-in-all", () -> "5000");
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

    protected static DatabaseAccess databaseAccess() {
        return DATABASE;
    }

    /** The API as vendor staff call it. */
    protected Api ops() {
        return api().withToken(api().token(OPS_CLIENT, OPS_SECRET, null));
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
