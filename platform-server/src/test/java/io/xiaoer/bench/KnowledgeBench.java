package io.xiaoer.bench;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.bots.BotId;
import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.knowledge.EntryFilter;
import io.xiaoer.knowledge.EntryFilter.State;
import io.xiaoer.knowledge.EntrySearch;
import io.xiaoer.knowledge.EntrySearch.Order;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.TestShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Builds a shop of many entries and measures the list of entries, filter by filter: what the list asks of the service, the
 * bare statements of that call on a connection of their own, and their ratio. {@code [--entries N] [--rounds N] [--data
 * DIR]}.
 */
public final class KnowledgeBench {

    private static final List<String> THINGS = List.of("面霜", "口红", "精华", "洗面奶", "防晒", "眼影", "面膜", "香水", "粉底", "卸妆油");
    private static final List<String> ASKS =
            List.of("怎么还没发货", "过敏了能退吗", "保质期多久", "怎么用", "有赠品吗", "是正品吗", "怎么开发票", "能改地址吗", "孕妇能用吗", "有小样吗");
    private static final int PAGE = 50;
    private static final double AIM_MILLIS = 200;

    private final int entries;
    private final int rounds;
    private final Path data;

    private KnowledgeBench(int entries, int rounds, Path data) {
        this.entries = entries;
        this.rounds = rounds;
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        int entries = 10_000;
        int rounds = 60;
        Path under = Path.of(System.getProperty("java.io.tmpdir"));
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--entries" -> entries = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--data" -> under = Path.of(args[++i]);
                default -> {
                    System.err.println("usage: KnowledgeBench [--entries N] [--rounds N] [--data DIR]");
                    System.exit(2);
                }
            }
        }
        Path data = Files.createTempDirectory(Files.createDirectories(under), "xiaoer-bench")
                .toAbsolutePath();
        boolean good;
        try {
            good = new KnowledgeBench(entries, rounds, data).run();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        // the application's libraries may leave threads behind
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws SQLException, IOException {
        try (ConfigurableApplicationContext application =
                SpringApplication.run(new Class<?>[] {XiaoerApplication.class, StatementRecorder.class}, new String[] {
                    "--xiaoer.db.data=" + data,
                    "--xiaoer.db.url=",
                    "--server.port=0",
                    "--management.server.port=0",
                    "--xiaoer.demo=false",
                    "--spring.quartz.auto-startup=false",
                    "--xiaoer.limits.signups-per-hour=1000",
                    "--logging.level.root=error"
                })) {
            TestShop shop = new Api(
                            "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"))
                    .signUp();
            DatabaseAccess access = application.getBean(DatabaseAccess.class);
            fill(shop, access);
            return measure(shop, access, application.getBean(EntrySearch.class));
        }
    }

    // --- a shop of many entries

    private void fill(TestShop shop, DatabaseAccess access) throws SQLException {
        long start = System.nanoTime();
        StringBuilder csv = new StringBuilder("question,similar,keywords,answer,enabled,validTo\n");
        for (int i = 0; i < entries; i++) {
            String question = THINGS.get(i % THINGS.size()) + i + "号" + ASKS.get(i / 10 % ASKS.size());
            csv.append(question)
                    .append(",请问" + question + "|" + question + "呢|想问下" + question + "|亲" + question)
                    .append(",编号" + i)
                    .append(",关于" + question + "：我们会尽快处理，请放心。" + "下单后四十八小时内发货，七天内可以退换。".repeat(3))
                    .append(i % 20 == 0 ? ",false" : ",")
                    .append(i % 25 == 1 ? ",2024-01-01T00:00:00+08:00\n" : ",\n");
        }
        var answer = shop.api()
                .with("Content-Type", "text/csv")
                .post("/api/v1/bots/" + shop.botId() + "/entries/import", csv.toString());
        if (answer.status() != 200) {
            throw new IllegalStateException("the import answered " + answer.status() + " " + answer.text());
        }
        System.out.printf(
                Locale.ROOT,
                "# %d entries imported through the API in %.1f s (%d KiB of csv)%n",
                answer.json().get("created").asInt(),
                (System.nanoTime() - start) / 1e9,
                csv.length() / 1024);
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                var statement = connection.createStatement()) {
            // a busy month: half of the entries were used, some of them often
            statement.execute("insert into conversations.receipt (tenant_id, conversation_id, seq, bot_id, kind,"
                    + " entry_key, created_at) select e.tenant_id, gen_random_uuid(), n, e.bot_id, 'answer', e.key,"
                    + " now() - n * interval '1 hour' from knowledge.entry e cross join generate_series(1, 20) n"
                    + " where e.tenant_id = '" + shop.tenantId() + "' and hashtext(e.key) % 2 = 0");
            statement.execute("insert into knowledge.entry_twin (tenant_id, bot_id, key_a, key_b, text_a, text_b,"
                    + " similarity) select tenant_id, bot_id, key, next, question, question, 0.9 from (select *, lead(key)"
                    + " over (order by key) as next from knowledge.entry where tenant_id = '" + shop.tenantId()
                    + "') e where next is not null and hashtext(key) % 5 = 0");
            statement.execute("vacuum analyze knowledge.entry_twin");
            statement.execute("vacuum analyze knowledge.entry");
            statement.execute("vacuum analyze conversations.receipt");
        }
    }

    // --- what the list asks for

    private record Look(String name, EntryFilter filter, Order order, int offset) {}

    private List<Look> looks() {
        return List.of(
                new Look("all, latest change first", new EntryFilter("", State.ALL), Order.UPDATED, 0),
                new Look("all, by question", new EntryFilter("", State.ALL), Order.QUESTION, 0),
                new Look("all, scrolled to the end", new EntryFilter("", State.ALL), Order.UPDATED, entries - PAGE),
                new Look("enabled", new EntryFilter("", State.ENABLED), Order.UPDATED, 0),
                new Look("disabled", new EntryFilter("", State.DISABLED), Order.UPDATED, 0),
                new Look("expired", new EntryFilter("", State.EXPIRED), Order.QUESTION, 0),
                new Look("never hit", new EntryFilter("", State.NEVER_HIT), Order.UPDATED, 0),
                new Look("near-duplicate", new EntryFilter("", State.NEAR_DUPLICATE), Order.UPDATED, 0),
                new Look("search, a common word", new EntryFilter("发货", State.ALL), Order.UPDATED, 0),
                new Look("search, a rare word", new EntryFilter("编号77", State.ALL), Order.QUESTION, 0),
                new Look("search, no match", new EntryFilter("没有这个词", State.ALL), Order.UPDATED, 0),
                new Look("search + never hit", new EntryFilter("面霜", State.NEVER_HIT), Order.UPDATED, 0));
    }

    private boolean measure(TestShop shop, DatabaseAccess access, EntrySearch search) throws SQLException {
        System.out.printf(
                "# milliseconds of %d rounds; a round is what the list asks for: the counts of all filters and %d rows%n",
                rounds, PAGE);
        System.out.printf(
                "%-28s %9s %9s %9s %9s %7s%n", "filter", "call p50", "call p95", "sql p50", "sql p95", "ratio");
        BotId bot = new BotId(UUID.fromString(shop.botId()));
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        boolean good = true;
        try (Connection connection = DriverManager.getConnection(
                access.url(), access.app().user(), access.app().password())) {
            connection.setAutoCommit(false);
            for (Look look : looks()) {
                Runnable call = () -> TenantScope.run(tenant, Actor.platform(), () -> {
                    var counts = search.counts(bot, look.filter().text());
                    search.rows(bot, look.filter(), look.order(), counts, look.offset(), PAGE);
                });
                List<String> statements = StatementRecorder.during(call);
                double[] calls = new double[rounds];
                double[] bare = new double[rounds];
                for (int i = -rounds / 4; i < rounds; i++) {
                    double one = millis(call);
                    double other = millis(() -> execute(connection, tenant, statements));
                    if (i >= 0) {
                        calls[i] = one;
                        bare[i] = other;
                    }
                }
                Arrays.sort(calls);
                Arrays.sort(bare);
                System.out.printf(
                        Locale.ROOT,
                        "%-28s %9.1f %9.1f %9.1f %9.1f %7.2f%n",
                        look.name(),
                        at(calls, 0.5),
                        at(calls, 0.95),
                        at(bare, 0.5),
                        at(bare, 0.95),
                        at(calls, 0.5) / at(bare, 0.5));
                good &= at(calls, 0.95) <= AIM_MILLIS;
            }
        }
        System.out.printf(
                Locale.ROOT, "# %s: p95 of every call within %.0f ms%n", good ? "met" : "NOT met", AIM_MILLIS);
        return good;
    }

    private static void execute(Connection connection, TenantId tenant, List<String> statements) {
        try (var statement = connection.createStatement()) {
            statement.execute("select core.set_tenant('" + tenant + "')");
            for (String sql : statements) {
                try (var result = statement.executeQuery(sql)) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        for (int i = 1; i <= columns; i++) {
                            result.getString(i);
                        }
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
