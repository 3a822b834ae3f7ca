package io.xiaoer.bench;

import io.xiaoer.XiaoerApplication;
import io.xiaoer.answering.CompiledRelease;
import io.xiaoer.answering.Engine;
import io.xiaoer.answering.Facts;
import io.xiaoer.answering.History;
import io.xiaoer.answering.understanding.BgeEmbedder;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.HandoverPolicy;
import io.xiaoer.database.DatabaseAccess;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.releases.ReleasedEntry;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.tone.ToneProfile;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the whole platform and, in the same run on the same machine, what it is made of: {@code [--full] [--pack DIR]
 * [--data DIR]}. Figures of one run may be compared with each other; those of two machines may not, but their ratios.
 */
public final class PlatformBench {

    private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final int CONVERSATIONS = 1_000;
    private static final List<Integer> RATES = List.of(50, 100, 200, 300, 400);
    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS = 10;
    private static final double GOOD_P99 = 250;

    private final Path pack;
    private final Path data;
    private final List<String> questions;

    private PlatformBench(Path pack, Path data) throws IOException {
        this.pack = pack;
        this.data = data;
        this.questions = questions(pack);
    }

    public static void main(String[] args) throws Exception {
        boolean full = false;
        Path pack = ownPack();
        Path under = Path.of(System.getProperty("java.io.tmpdir"));
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--full" -> full = true;
                case "--pack" -> pack = Path.of(args[++i]);
                case "--data" -> under = Path.of(args[++i]);
                default -> {
                    System.err.println("usage: PlatformBench [--full] [--pack DIR] [--data DIR]");
                    System.exit(2);
                }
            }
        }
        Path data = Files.createTempDirectory(Files.createDirectories(under), "xiaoer-bench")
                .toAbsolutePath();
        try {
            new PlatformBench(pack, data).run(full);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        // the application's libraries may leave threads behind
        System.exit(0);
    }

    private void run(boolean full) throws Exception {
        long start = System.nanoTime();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                "# Xiaoer on %d cores, JDK %s, %s %s, data on %s, load before %.1f, %s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.getFileStore(data).type(),
                load,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        double embeddings;
        double answers;
        try (var embedder = new BgeEmbedder()) {
            title("Made of");
            rate(1, WARM_UP, (caller, turn) -> embedder.embed(question(turn)));
            double one = rate(1, MEASURED, (caller, turn) -> embedder.embed(question(turn)));
            line("embeddings, 1 caller", one, "/s");
            embeddings = rate(2, MEASURED, (caller, turn) -> embedder.embed(question(turn)));
            line("embeddings, 2 callers", embeddings, "/s");
            answers = engine(embedder);
        }
        var application = application();
        double inserts;
        List<LoadGenerator.Phase> phases;
        try (application) {
            inserts = inserts(application.getBean(DatabaseAccess.class));
            memory("after the start");
            String address =
                    "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
            phases = http(address);
            memory("after the messages");
            FactsBench.run(address);
            ShopDataRates.measure(new Api(address), application.getBean(DatabaseAccess.class), WARM_UP, MEASURED);
            StreamsBench.run(address, application.getBean(Desk.class));
        }
        releases(full ? 20_000 : 5_000);
        widget();
        HaltBench.run(full ? 10_000 : 1_000, full ? 2_000 : 300);
        ratios(phases, embeddings, inserts, answers);
        System.out.printf(Locale.ROOT, "%nThe run took %.0f s.%n", secondsSince(start));
    }

    // --- the parts

    private double engine(BgeEmbedder embedder) throws Exception {
        var engine = new Engine(embedder, UnderstandingBench.outOfScope());
        CompiledRelease release = engine.compile(UnderstandingBench.packContent(pack), null);
        Work answer = (caller, turn) -> {
            var plan = engine.understand(release, History.none(), question(turn), NOW);
            engine.word(release, plan, Facts.none(), NOW);
        };
        rate(2, WARM_UP, answer);
        line("engine answers, 1 caller", rate(1, MEASURED, answer), "/s");
        double two = rate(2, MEASURED, answer);
        line("engine answers, 2 callers", two, "/s");
        return two;
    }

    private static double inserts(DatabaseAccess access) throws Exception {
        try (Connection owner = connect(access);
                var statement = owner.createStatement()) {
            statement.execute("create schema bench");
            statement.execute(
                    "create table bench.plain (id bigint generated always as identity primary key, body text not null)");
            line("committed inserts, 1 connection", inserts(access, 1), "/s");
            double eight = inserts(access, 8);
            line("committed inserts, 8 connections", eight, "/s");
            statement.execute("drop schema bench cascade");
            return eight;
        }
    }

    private static double inserts(DatabaseAccess access, int count) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                connections.add(connect(access));
            }
            Work insert = (caller, turn) -> {
                try (var row = connections.get(caller).prepareStatement("insert into bench.plain (body) values (?)")) {
                    row.setString(1, "两张券能一起用不 " + turn);
                    row.executeUpdate();
                }
            };
            rate(count, WARM_UP, insert);
            return rate(count, MEASURED, insert);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }

    private ConfigurableApplicationContext application() {
        long start = System.nanoTime();
        var context = SpringApplication.run(
                XiaoerApplication.class,
                "--xiaoer.db.data=" + data,
                "--xiaoer.db.url=",
                "--server.port=0",
                "--management.server.port=0",
                "--xiaoer.demo=false",
                "--xiaoer.limits.signups-per-hour=1000",
                "--xiaoer.limits.client.per-second=100000",
                "--xiaoer.limits.client.burst=1000000",
                "--xiaoer.limits.address.per-second=100000",
                "--xiaoer.limits.address.burst=1000000",
                "--logging.level.root=error");
        line("first start, with an empty database", secondsSince(start), "s");
        return context;
    }

    private List<LoadGenerator.Phase> http(String address) throws Exception {
        TestShop shop = new Api(address).signUp();
        var rollout = shop.api()
                .put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        if (rollout.status() != 200) {
            throw new IllegalStateException("the rollout answered " + rollout.status() + " " + rollout.text());
        }
        keepToTheBot(shop);
        List<String> conversations = conversations(shop);
        var orders = new LoadGenerator.Orders(
                address,
                new Api(address).token(shop.clientId(), shop.clientSecret(), null),
                WARM_UP_SECONDS,
                RATES,
                SECONDS,
                conversations,
                questions);
        title("Committed HTTP answers: open-loop arrivals, " + SECONDS + " s a rate, " + conversations.size()
                + " conversations in turn, time from the scheduled arrival");
        System.out.printf(
                "%8s %10s %8s %9s %9s %9s %12s %12s%n",
                "offered", "answered/s", "errors", "p50 ms", "p95 ms", "p99 ms", "sent late ms", "sender cores");
        return generate(orders);
    }

    /** Answers are what is measured; a conversation that waits for a person gets none. */
    static void keepToTheBot(TestShop shop) {
        var desk = shop.api().put("/api/v1/desk", "{\"automatic\": false}");
        if (desk.status() != 200) {
            throw new IllegalStateException("the desk answered " + desk.status() + " " + desk.text());
        }
    }

    static List<String> conversations(TestShop shop) throws Exception {
        List<Future<String>> opened = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                String shopper = "shopper-" + i;
                opened.add(threads.submit(() -> shop.api().converse(shop.botId(), shopper)));
            }
        }
        List<String> conversations = new ArrayList<>();
        for (Future<String> conversation : opened) {
            conversations.add(conversation.get());
        }
        return conversations;
    }

    private static List<LoadGenerator.Phase> generate(LoadGenerator.Orders orders) throws IOException {
        var json = new JsonMapper();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LoadGenerator.class.getName());
        Process generator =
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<LoadGenerator.Phase> phases = new ArrayList<>();
        try (var out = generator.outputWriter(StandardCharsets.UTF_8);
                var in =
                        new BufferedReader(new InputStreamReader(generator.getInputStream(), StandardCharsets.UTF_8))) {
            out.write(json.writeValueAsString(orders));
            out.close();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                var phase = json.readValue(line, LoadGenerator.Phase.class);
                phases.add(phase);
                print(phase);
            }
        } finally {
            generator.destroy();
        }
        return phases;
    }

    private static void print(LoadGenerator.Phase phase) {
        System.out.printf(
                Locale.ROOT,
                "%6d/s %10.1f %8d %9.1f %9.1f %9.1f %12.1f %12.2f%n",
                phase.rate(),
                phase.achieved(),
                phase.errors(),
                phase.p50(),
                phase.p95(),
                phase.p99(),
                phase.lateP99(),
                phase.cpuSeconds() / phase.seconds());
    }

    private static void memory(String when) throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        line("heap used after GC, " + when, heap / 1e6, "MB");
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String row : Files.readAllLines(status)) {
                if (row.startsWith("VmRSS:")) {
                    double kilobytes = Double.parseDouble(row.replaceAll("[^0-9]", ""));
                    line("resident memory without PostgreSQL, " + when, kilobytes * 1024 / 1e6, "MB");
                }
            }
        }
    }

    /** What shops' pages load, as it travels. */
    private static void widget() throws IOException {
        title("The widget, gzip; npm run sizes says it by part");
        for (String file : List.of("xiaoer-widget.js", "xiaoer-client.js", "xiaoer-chat.js")) {
            try (InputStream in = PlatformBench.class.getResourceAsStream("/META-INF/resources/sdk/" + file)) {
                var packed = new ByteArrayOutputStream();
                try (var gzip = new GZIPOutputStream(packed)) {
                    gzip.write(Objects.requireNonNull(in, file).readAllBytes());
                }
                line(file, packed.size() / 1024.0, "KB");
            }
        }
    }

    private static void releases(int large) throws IOException {
        title("Releases of distinct texts, ten an entry");
        try (var embedder = new BgeEmbedder()) {
            var engine = new Engine(embedder, UnderstandingBench.outOfScope());
            for (int texts : new int[] {1_500, large}) {
                ReleaseContent content = generated(texts);
                long start = System.nanoTime();
                CompiledRelease compiled = engine.compile(content, null);
                double compile = secondsSince(start);
                byte[] bytes = compiled.toBytes();
                double[] loads = new double[5];
                for (int i = 0; i < loads.length; i++) {
                    long begin = System.nanoTime();
                    engine.load(content, bytes);
                    loads[i] = secondsSince(begin);
                }
                Arrays.sort(loads);
                String name = String.format(Locale.ROOT, "%,d texts: ", compiled.texts());
                line(name + "compile", compile, "s");
                line(name + "load, the middle of five", loads[2] * 1_000, "ms");
                line(name + "compiled form", bytes.length / 1e6, "MB");
                line(name + "in memory, about", compiled.weight() / 1e6, "MB");
            }
        }
    }

    private static void ratios(List<LoadGenerator.Phase> phases, double embeddings, double inserts, double answers) {
        title("Ratios");
        line("engine answers / embeddings, 2 callers", answers / embeddings, "");
        LoadGenerator.Phase best = null;
        for (LoadGenerator.Phase phase : phases) {
            if (phase.p99() < GOOD_P99 && phase.errors() == 0) {
                best = phase;
            }
        }
        if (best == null) {
            System.out.printf("no rate had a p99 under %.0f ms without errors%n", GOOD_P99);
            return;
        }
        line("HTTP answers at the highest rate with p99 < 250 ms", best.achieved(), "/s");
        line("  / embeddings, 2 callers", best.achieved() / embeddings, "");
        line("  / engine answers, 2 callers", best.achieved() / answers, "");
        line("  / committed inserts, 8 connections", best.achieved() / inserts, "");
    }

    // --- texts

    private static ReleaseContent generated(int count) {
        List<String> goods = List.of(
                "口红", "粉底液", "精华", "面霜", "眼霜", "面膜", "防晒霜", "卸妆油", "洗面奶", "爽肤水", "眉笔", "眼线笔", "睫毛膏", "腮红", "散粉", "气垫",
                "护手霜", "身体乳", "洗发水", "护发素", "香水", "指甲油", "润唇膏", "化妆棉", "美妆蛋");
        List<String> makes = List.of("玫瑰", "茶树", "烟酰胺", "玻尿酸", "樱花", "芦荟", "海藻", "燕麦", "蜂蜜", "绿茶");
        List<String> matters = List.of("保质期", "价格", "成分", "产地", "容量", "库存", "运费", "赠品", "色号", "包装");
        List<String> ways = List.of(
                "%s%s的%s是多少",
                "想问下%s%s%s怎么样",
                "%s%s有没有%s说明",
                "请问%s%s的%s",
                "%s%s%s在哪里看",
                "%s%s的%s会变吗",
                "帮我查%s%s的%s",
                "关于%s%s的%s",
                "%s%s%s能换吗",
                "%s%s跟别家比%s如何");
        List<String> texts = new ArrayList<>();
        for (String thing : goods) {
            for (String make : makes) {
                for (String matter : matters) {
                    for (String way : ways) {
                        texts.add(String.format(Locale.ROOT, way, make, thing, matter));
                    }
                }
            }
        }
        List<ReleasedEntry> entries = new ArrayList<>();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, texts.size() / 10).boxed().toList());
        Collections.shuffle(order, new Random(7));
        for (int i : order.subList(0, count / 10)) {
            List<String> own = texts.subList(10 * i, 10 * i + 10);
            String key = "entry-" + i;
            entries.add(new ReleasedEntry(
                    key,
                    own.getFirst(),
                    List.copyOf(own.subList(1, 10)),
                    List.of(),
                    "亲，详情页写着呢。",
                    List.of(),
                    null,
                    null));
        }
        return new ReleaseContent("小店", "zh-CN", entries, List.of(), List.of(), ToneProfile.plain());
    }

    private static Path ownPack() throws URISyntaxException {
        Path classes = Path.of(PlatformBench.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes.resolve("../../../tenant-templates/beauty").normalize();
    }

    private static List<String> questions(Path pack) throws IOException {
        List<String> questions = new ArrayList<>();
        for (JsonNode test : new JsonMapper()
                .readTree(Files.readString(pack.resolve("tests.json")))
                .path("tests")) {
            String question = test.path("question").stringValue();
            if (!HandoverPolicy.asksForPerson(question)
                    && !"human-agent"
                            .equals(test.path("expect").path("entryKey").asString(""))) {
                questions.add(question);
            }
        }
        return questions;
    }

    private String question(long turn) {
        return questions.get((int) (turn % questions.size()));
    }

    // --- measuring and printing

    @FunctionalInterface
    interface Work {
        void run(int caller, long turn) throws Exception;
    }

    /** How often a second so many callers get the work done. */
    static double rate(int callers, Duration duration, Work work) throws Exception {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            tasks.add(() -> {
                long done = 0;
                while (System.nanoTime() < end) {
                    work.run(caller, caller * 17L + done);
                    done++;
                }
                return done;
            });
        }
        long done = 0;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (Future<Long> future : threads.invokeAll(tasks)) {
                done += future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return done / secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void title(String text) {
        System.out.printf("%n## %s%n", text);
    }

    static void line(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, value < 10 ? "%-62s %10.2f %s%n" : "%-62s %10.0f %s%n", name, value, unit);
    }
}
