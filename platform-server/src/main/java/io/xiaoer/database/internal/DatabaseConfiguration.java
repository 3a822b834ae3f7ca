package io.xiaoer.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xiaoer.database.DataKeys;
import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.database.DatabaseAccess.Login;
import io.xiaoer.database.EmbeddedDatabase;
import io.xiaoer.database.OperatorDatabase;
import io.xiaoer.database.SecretBox;
import io.xiaoer.database.internal.DatabaseSettings.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    @ConditionalOnExpression("'${xiaoer.db.url:}' == ''")
    EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) throws IOException {
        String roles = new ClassPathResource("infra/postgres/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        return EmbeddedDatabase.start(
                settings.data().toAbsolutePath().normalize().resolve("postgres"), roles);
    }

    @Bean
    DatabaseAccess databaseAccess(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        String url = settings.url();
        if (url == null || url.isEmpty()) {
            return embedded.getObject().access();
        }
        return new DatabaseAccess(
                url,
                login("OWNER", settings.owner()),
                login("APP", settings.app()),
                login("OPERATOR", settings.operator()));
    }

    @Bean
    @Primary
    DataSource dataSource(DatabaseAccess access, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("xiaoer");
        config.setJdbcUrl(access.url());
        config.setUsername(access.app().user());
        config.setPassword(access.app().password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(false);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "xiaoer");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", "60");
        return new HikariDataSource(config);
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAccess access) {
        return new DriverManagerDataSource(
                access.url(), access.owner().user(), access.owner().password());
    }

    @Bean
    OperatorDatabase operatorDatabase(DatabaseAccess access) {
        return new OperatorDatabase(access);
    }

    @Bean
    DataKeys dataKeys(DatabaseSettings settings, @Value("${xiaoer.data-key:}") String configured) {
        if (!configured.isBlank()) {
            return DataKeys.parse(configured, "XIAOER_DATA_KEY");
        }
        var file = new DataKeyFile(settings.data());
        String url = settings.url();
        if (url != null && !url.isEmpty()) {
            LOG.warn(
                    "XIAOER_DATA_KEY is not set, so the data key is {}. A second machine on the same database needs the"
                            + " same key: set XIAOER_DATA_KEY on all of them.",
                    file.path());
        }
        String text = file.read().orElseGet(() -> {
            LOG.info("A data key is made in {}; back it up, and not together with the database", file.path());
            return file.write(DataKeys.generate());
        });
        return DataKeys.parse(text, file.path().toString());
    }

    @Bean
    SecretBox secretBox(DataKeys keys) {
        return new SecretBox(keys);
    }

    @Bean
    FlywayConfigurationCustomizer migrationRoles(DatabaseAccess access) {
        return flyway -> flyway.placeholders(
                Map.of("app", access.app().user(), "operator", access.operator().user()));
    }

    private static Login login(String role, @Nullable Credentials credentials) {
        if (credentials == null || credentials.user() == null || credentials.password() == null) {
            throw new IllegalStateException("XIAOER_DB_URL is set, so XIAOER_DB_" + role + "_USER and XIAOER_DB_" + role
                    + "_PASSWORD must be set too. infra/postgres/roles.sql makes the roles.");
        }
        return new Login(credentials.user(), credentials.password());
    }
}
