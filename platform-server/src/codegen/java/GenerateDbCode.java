import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates an empty PostgreSQL and generates jOOQ tables from it: the schema {@code x} becomes the package
 * {@code io.xiaoer.x.internal.db}. Does nothing while the migrations are those of the last run.
 */
public class GenerateDbCode {

    /** Schemas whose rows belong to a module; the others are reached through functions or libraries. */
    private static final List<String> SCHEMAS = List.of(
            "mail",
            "tenants",
            "bots",
            "knowledge",
            "tone",
            "releases",
            "rollout",
            "conversations",
            "security",
            "onboarding",
            "shopdata",
            "rules",
            "connectors",
            "rehearsal",
            "insights");

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path roles = Path.of(args[1]);
        Path target = Path.of(args[2]);
        Path stamp = target.resolveSibling("jooq.stamp");
        String digest = digest(migrations, roles);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        System.out.println("Generating database code from " + migrations.getFileName());
        if (Files.exists(target)) {
            try (var files = Files.walk(target)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start()) {
            try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                    var statement = superuser.createStatement()) {
                statement.execute(Files.readString(roles));
            }
            Flyway.configure()
                    .dataSource(postgres.getDatabase("xiaoer_owner", "postgres"))
                    .locations("filesystem:" + migrations)
                    .defaultSchema("core")
                    .table("schema_history")
                    .placeholders(Map.of("app", "xiaoer_app", "operator", "xiaoer_operator"))
                    .load()
                    .migrate();
            for (String schema : SCHEMAS) {
                generate(postgres.getJdbcUrl("postgres", "postgres"), schema, target);
            }
        }
        Files.writeString(stamp, digest);
    }

    private static void generate(String url, String schema, Path target) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(schema)
                                .withIncludeRoutines(false)
                                .withIncludeSequences(false))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withGlobalObjectReferences(true)
                                .withJavadoc(false)
                                .withJavaTimeTypes(true))
                        .withTarget(new Target()
                                .withPackageName("io.xiaoer." + schema + ".internal.db")
                                .withDirectory(target.toString()))));
    }

    private static String digest(Path migrations, Path roles) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(Files.readAllBytes(roles));
        try (var files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                sha.update(file.getFileName().toString().getBytes());
                sha.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
