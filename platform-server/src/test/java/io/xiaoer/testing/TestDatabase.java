package io.xiaoer.testing;

import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.database.DatabaseAccess.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.ClassPathResource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL server a JVM: a container where a Docker engine answers, else the embedded server. The same tests run on
 * both. The roles are made by the script an operator runs on an external server, so migrations run as a role that is no
 * superuser.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Server SERVER = start();

    private record Server(String address, String superuser, String password) {}

    private TestDatabase() {}

    /** Access to a fresh, empty database with the three roles. */
    public static DatabaseAccess fresh() {
        String name = "xiaoer_" + COUNTER.incrementAndGet();
        Login owner = new Login("xiaoer_owner", "owner-of-tests");
        Login app = new Login("xiaoer_app", "app-of-tests");
        Login operator = new Login("xiaoer_operator", "operator-of-tests");
        try {
            try (Connection superuser = superuser("postgres");
                    var statement = superuser.createStatement()) {
                statement.execute("create database " + name);
            }
            try (Connection superuser = superuser(name)) {
                String script =
                        new ClassPathResource("infra/postgres/roles.sql").getContentAsString(StandardCharsets.UTF_8);
                DatabaseAccess.prepareRoles(superuser, script, owner, app, operator);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The test database could not be prepared", e);
        }
        return new DatabaseAccess(SERVER.address() + name, owner, app, operator);
    }

    /** For looking at what the application's roles cannot see. */
    public static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(SERVER.address() + database, SERVER.superuser(), SERVER.password());
    }

    @SuppressWarnings("resource") // both live as long as the JVM; their own shutdown hooks end them
    private static Server start() {
        if (dockerAnswers()) {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            String address = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
            return new Server(address, container.getUsername(), container.getPassword());
        }
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
            return new Server("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "");
        } catch (IOException e) {
            throw new IllegalStateException("The embedded test database did not start", e);
        }
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
