package io.xiaoer.bench;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.bots.BotId;
import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.insights.FrequentQuestions;
import io.xiaoer.insights.Period;
import io.xiaoer.insights.Reports;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Fills a shop with half a year of messages, among other shops' questions, and measures its reports; then explains their statements as the
 * application's role runs them. {@code [--messages N] [--rounds N] [--plans FILE] [--data DIR]}.
 */
public final class ReportsBench {

    private static final int DAYS = 180;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final int questions;
    private final int rounds;
    private final @Nullable Path plans;
    private final Path data;

    private ReportsBench(int messages, int rounds, @Nullable Path plans, Path data) {
        this.questions = messages / 2;
        this.rounds = rounds;
        this.plans = plans;
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        int messages = 2_000_000;
        int rounds = 20;
        Path plans = null;
        Path under = Path.of(System.getProperty("java.io.tmpdir"));
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--messages" -> messages = Integer.parseInt(args[++i]);
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--plans" -> plans = Path.of(args[++i]).toAbsolutePath();
                case "--data" -> under = Path.of(args[++i]);
                default -> {
                    System.err.println("usage: ReportsBench [--messages N] [--rounds N] [--plans FILE] [--data DIR]");
                    System.exit(2);
                }
            }
        }
        Path data = Files.createTempDirectory(Files.createDirectories(under), "xiaoer-bench")
                .toAbsolutePath();
        try {
            new ReportsBench(messages, rounds, plans, data).run();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        // the application's libraries may leave threads behind
        System.exit(0);
    }

    private void run() throws SQLException, IOException {
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
            measure(shop, access, application.getBean(Reports.class), application.getBean(FrequentQuestions.class));
        }
    }

    /** A few texts are asked often, most of them seldom, as a few entries are; a third says something that is not kept. */
    private void fill(TestShop shop, DatabaseAccess access) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("select setseed(0.20261126)");
            statement.execute("create schema bench");
            statement.execute("create unlogged table bench.asked as select"
                    + " n, (n / 5) * 2 + least(n % 5, 1) as talk, floor(exp(random() * ln(30000)))::int as text,"
                    + " random() as came, random() as said, random() as kept, random() as thought,"
                    + " (3000 + 40000 * power(random(), 6))::int as micros,"
                    + " now() - interval '" + DAYS + " days' * (1 - n::float / " + questions + ") as at"
                    + " from generate_series(1, " + questions + ") n");
            String tenant = "'" + shop.tenantId() + "'::uuid";
            String bot = "'" + shop.botId() + "'::uuid";
            String talk = "md5('talk' || talk)::uuid";
            String kind = "case when came < 0.80 then 'answered' when came < 0.86 then 'choices'"
                    + " when came < 0.95 then 'unknown' when came < 0.98 then 'declined' else 'handed-over' end";
            String shopper = "'customer:c' || (talk % 60000)";
            statement.execute("insert into conversations.conversation"
                    + " (tenant_id, conversation_id, bot_id, shopper, mode, last_seq, created_at, updated_at)"
                    + " select distinct on (talk) " + tenant + ", " + talk + ", " + bot + ", " + shopper
                    + ", 'BOT', 10, at, at from bench.asked");
            statement.execute("insert into conversations.message"
                    + " (tenant_id, conversation_id, seq, message_id, author, kind, text, in_reply_to, created_at)"
                    + " select " + tenant + ", " + talk + ", 2 * n + side, n || '-' || side,"
                    + " case side when 0 then 'SHOPPER' else 'BOT' end, case side when 0 then 'text' else 'answer' end,"
                    + " case side when 0 then '请问第' || text || '件什么时候发货呀' else '下单后四十八小时内发货，发出后会有短信提醒您。' end,"
                    + " '{}', at from bench.asked cross join generate_series(0, 1) side");
            statement.execute("insert into conversations.receipt"
                    + " (tenant_id, conversation_id, seq, release, kind, bot_id, entry_key, micros, created_at, question, staff)"
                    + " select " + tenant + ", " + talk + ", 2 * n + 1, 1, 'answer', " + bot
                    + ", 'e-' || text % 300, micros, at, 2 * n, false from bench.asked");
            // other shops' questions in between, as many as a table of many shops has them side by side
            statement.execute(
                    "insert into insights.outcome (tenant_id, conversation_id, seq, reply_seq, bot_id, shopper,"
                            + " pilot, staff, release, kind, handover, entry_key, missing, choice_taken, helpful, asked_again,"
                            + " micros, at, instant, asked)"
                            + " select case when own then " + tenant + " else md5('shop' || n % 40)::uuid end, " + talk
                            + ", 2 * n, 2 * n + 1, case when own then " + bot + " else md5('bot' || n % 40)::uuid end, "
                            + shopper
                            + ", case when talk % 9 = 0 then 1 end, false, 1, " + kind
                            + ", case when came >= 0.98 then 'asked-for' end,"
                            + " case when came < 0.80 then 'e-' || text % 300 end,"
                            + " case when came between 0.95 and 0.98 then 'order:down' end, false,"
                            + " case when thought < 0.03 then true when thought < 0.04 then false end, thought > 0.98, micros, at,"
                            + " came < 0.80 and said < 0.35, case when kept < 0.66 and came < 0.98 then '第' || text || '件什么时候发货' end"
                            + " from bench.asked cross join (values (true), (false)) shops(own)"
                            + " where own or n % 2 = 0 order by n");
            statement.execute("drop schema bench cascade");
            for (String table : List.of(
                    "conversations.conversation",
                    "conversations.message",
                    "conversations.receipt",
                    "insights.outcome")) {
                statement.execute("vacuum analyze " + table);
            }
            try (ResultSet sizes = statement.executeQuery("select (select count(*) from conversations.message),"
                    + " (select count(*) from insights.outcome), pg_size_pretty(pg_table_size('insights.outcome')),"
                    + " pg_size_pretty(pg_indexes_size('insights.outcome'))")) {
                sizes.next();
                System.out.printf(
                        Locale.ROOT,
                        "# %,d messages, %,d outcomes (%s, indexes %s), filled in %.0f s%n",
                        sizes.getLong(1),
                        sizes.getLong(2),
                        sizes.getString(3),
                        sizes.getString(4),
                        (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private void measure(TestShop shop, DatabaseAccess access, Reports reports, FrequentQuestions frequent)
            throws SQLException, IOException {
        BotId bot = new BotId(UUID.fromString(shop.botId()));
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        LocalDate today = LocalDate.now(ZONE);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        for (int days : new int[] {7, 30, 90}) {
            Period period = Period.last(days, today);
            calls.put("totals and days, " + days + " days", () -> reports.of(bot, period));
            calls.put("entries by hour, " + days + " days", () -> reports.hours(bot, period));
            calls.put("growing questions, " + days + " days", () -> reports.growing(bot, period, 20));
            calls.put("frequent questions, " + days + " days", () -> frequent.top(bot, period, 20));
        }
        System.out.printf("# milliseconds of %d rounds each%n%-36s %9s %9s%n", rounds, "report", "p50", "p95");
        Map<String, List<String>> statements = new LinkedHashMap<>();
        calls.forEach((name, call) -> {
            Runnable bound = () -> TenantScope.run(tenant, Actor.platform(), call);
            statements.put(name, StatementRecorder.during(bound));
            double[] millis = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                long start = System.nanoTime();
                bound.run();
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf(Locale.ROOT, "%-36s %9.0f %9.0f%n", name, at(millis, 0.5), at(millis, 0.95));
        });
        explain(access, tenant, statements);
    }

    private void explain(DatabaseAccess access, TenantId tenant, Map<String, List<String>> statements)
            throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.app().user(), access.app().password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select core.set_tenant('" + tenant + "')");
            statement.execute("set local work_mem = '64MB'");
            for (Map.Entry<String, List<String>> report : statements.entrySet()) {
                for (String sql : report.getValue()) {
                    if (!sql.contains("outcome")) {
                        continue;
                    }
                    lines.add("");
                    lines.add("-- " + report.getKey());
                    lines.add(sql);
                    try (ResultSet plan = statement.executeQuery("explain (analyze, buffers, costs off) " + sql)) {
                        while (plan.next()) {
                            lines.add("    " + plan.getString(1));
                        }
                    }
                }
            }
            connection.rollback();
        }
        if (plans == null) {
            lines.forEach(System.out::println);
        } else {
            Files.write(plans, lines);
            System.out.println("# plans in " + plans);
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))];
    }
}
