package io.xiaoer.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.xiaoer.bots.BotId;
import io.xiaoer.knowledge.EntryImport;
import io.xiaoer.knowledge.EntryImport.State;
import io.xiaoer.knowledge.EntryImports;
import io.xiaoer.knowledge.KnowledgeDrafts;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Files of entries come in whole, once, and for the right shop - also when the machine stops in the middle. */
class ImportIT extends IntegrationTest {

    private static final String CSV = "text/csv";

    @Autowired
    private EntryImports imports;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private SheetPlaces places;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void takesGoodRowsAndSaysWhyNotTheOthers() {
        assertTakesAllButTheBad(1_000);
    }

    @Test
    @Tag("long")
    void takesTenThousandRows() {
        assertTakesAllButTheBad(10_000);
    }

    private void assertTakesAllButTheBad(int rows) {
        TestShop shop = api().signUp();
        int before = entries(shop).size();

        Answer answer = send(shop, file(rows, 37));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("created").asInt()).isEqualTo(rows - 37);
        assertThat(answer.json().get("updated").asInt()).isZero();
        JsonNode rejected = answer.json().get("rejected");
        assertThat(rejected).hasSize(37);
        assertThat(rejected.get(0).get("row").asInt()).isEqualTo(2);
        assertThat(rejected.get(0).get("reason").asString()).isEqualTo("The question is missing.");
        assertThat(entries(shop)).hasSize(before + rows - 37);

        Answer again = send(shop, file(rows, 37));
        assertThat(again.json().get("created").asInt()).isZero();
        assertThat(again.json().get("updated").asInt()).isZero();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(rows - 37);
    }

    @Test
    void changesWhatIsThereAndKeepsWhoDidItAndHow() {
        TestShop shop = api().signUp();
        String path = "/api/v1/bots/" + shop.botId() + "/entries";
        shop.api().put(path + "/cat", "{\"question\": \"有猫吗\", \"answer\": \"有一只。\", \"needs\": [\"order\"]}");

        Answer answer = send(shop, "问题,相似问法,答案\n有猫吗,猫呢|喵,有两只。\n");

        assertThat(answer.json().get("updated").asInt()).isEqualTo(1);
        JsonNode entry = shop.api().get(path + "/cat").json();
        assertThat(entry.get("answer").asString()).isEqualTo("有两只。");
        assertThat(entry.get("similar")).hasSize(2);
        assertThat(entry.at("/needs/0").asString()).isEqualTo("order");
        JsonNode versions = shop.api().get(path + "/cat/versions").json().get("items");
        assertThat(versions.get(0).get("actor").asString()).isEqualTo(shop.clientId());
        assertThat(versions.get(0).get("importId").asString()).hasSize(36);
        assertThat(versions.get(1).get("importId").isNull()).isTrue();
        assertThat(audited(shop)).isEqualTo(1);
    }

    @Test
    void givesOutWhatComesBackWithoutAChange() {
        TestShop shop = api().signUp();
        String path = "/api/v1/bots/" + shop.botId() + "/entries";
        shop.api().put(path + "/odd", """
                {"question": "=1+1", "similar": ["a|b", "-c"], "keywords": ["@"], "answer": "- 一\\n- 二",
                 "validTo": "2030-01-01T00:00:00+08:00", "enabled": false}
                """);
        String versions = shop.api().get(path + "?limit=500").text();

        Answer csv = shop.api().get(path + "/export");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.text())
                .startsWith("\uFEFFquestion,similar,keywords,answer,")
                .contains("'=1+1");
        Answer back = send(shop, csv.text());
        assertThat(back.json().get("created").asInt()).isZero();
        assertThat(back.json().get("updated").asInt()).isZero();
        assertThat(back.json().get("rejected")).isEmpty();
        assertThat(shop.api().get(path + "?limit=500").text()).isEqualTo(versions);
        assertThat(shop.api().get(path + "/export?format=xlsx").status()).isEqualTo(200);
        assertThat(shop.api().get(path + "/export?format=pdf").status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsNoTableOrTooMuch() {
        TestShop shop = api().signUp();

        assertThat(send(shop, "hello\nworld").status()).isEqualTo(400);
        assertThat(send(shop, "").status()).isEqualTo(400);
        Answer many = send(shop, "question,answer\n" + "问,答\n".repeat(20_001));
        assertThat(many.status()).isEqualTo(413);
        assertThat(many.json().get("code").asString()).isEqualTo("too-large");
        assertThat(send(shop, "question,answer\n问," + "长".repeat(3_600_000)).status())
                .isEqualTo(413);
        assertThat(shop.api()
                        .post("/api/v1/bots/" + shop.botId() + "/entries/import", "{}")
                        .status())
                .isEqualTo(400);
        Answer chinese = shop.api()
                .with("Content-Type", CSV, "Accept-Language", "zh-CN")
                .post("/api/v1/bots/" + shop.botId() + "/entries/import", "问题,答案\n,答\n");
        assertThat(chinese.json().at("/rejected/0/reason").asString()).isEqualTo("没有写问题。");
    }

    @Test
    void keepsTwoShopsWithTheSameQuestionsApart() {
        TestShop one = api().signUp();
        TestShop other = api().signUp();
        String csv = "question,answer\n有猫吗,%s\n";

        send(one, csv.formatted("有一只。"));
        Answer answer = send(other, csv.formatted("没有。"));

        assertThat(answer.json().get("created").asInt()).isEqualTo(1);
        assertThat(send(one, csv.formatted("有一只。")).json().get("unchanged").asInt())
                .isEqualTo(1);
        Answer stranger = one.api()
                .with("Content-Type", CSV)
                .post("/api/v1/bots/" + other.botId() + "/entries/import", csv.formatted("偷。"));
        assertThat(stranger.status()).isEqualTo(404);
        EntryImport theirs =
                as(other, () -> imports.check(bot(other), "f.csv", file(3, 0).getBytes(UTF_8), "en"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(one, () -> imports.get(bot(one), theirs.id())))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void goesOnWhereItStoppedAndAppliesNoRowTwice() throws SQLException {
        TestShop shop = api().signUp();
        int before = entries(shop).size();
        EntryImport job = confirmed(shop, file(1_000, 37));
        assertThat(as(shop, () -> runner.step(tenant(shop), job.id()))).isTrue();
        assertThat(as(shop, () -> runner.step(tenant(shop), job.id()))).isTrue();
        // the machine stops within the third batch
        as(
                shop,
                () -> transaction.execute(status -> {
                    boolean more = runner.step(tenant(shop), job.id());
                    status.setRollbackOnly();
                    return more;
                }));
        EntryImport halfway = as(shop, () -> imports.get(bot(shop), job.id()));
        assertThat(halfway.state()).isEqualTo(State.RUNNING);
        assertThat(halfway.created()).isEqualTo(2 * ImportRunner.BATCH);
        assertThat(entries(shop)).hasSize(before + 2 * ImportRunner.BATCH);

        resume(shop);
        assertThat(as(shop, () -> imports.get(bot(shop), job.id())).state())
                .as("who was heard of a moment ago is left alone")
                .isEqualTo(State.RUNNING);
        silence(job);
        resume(shop);
        untilDone(shop, job);

        EntryImport done = as(shop, () -> imports.get(bot(shop), job.id()));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.created()).isEqualTo(1_000 - 37);
        assertThat(done.rejected()).isEqualTo(37);
        List<String> questions = entries(shop).stream()
                .map(entry -> entry.get("question").asString())
                .toList();
        assertThat(questions).hasSize(before + 1_000 - 37).doesNotHaveDuplicates();
        assertThat(audited(shop)).isEqualTo(1);
        JsonNode version = shop.api()
                .get("/api/v1/bots/" + shop.botId() + "/entries/"
                        + entries(shop).stream()
                                .filter(entry ->
                                        entry.get("question").asString().equals("第 999 个问题"))
                                .findFirst()
                                .orElseThrow()
                                .get("key")
                                .asString()
                        + "/versions")
                .json()
                .at("/items/0");
        assertThat(version.get("actor").asString()).isEqualTo(shop.email());
    }

    @Test
    void waitsWhileTheShopIsSuspended() throws SQLException {
        TestShop shop = api().signUp();
        EntryImport job = confirmed(shop, file(500, 0));
        as(shop, () -> runner.step(tenant(shop), job.id()));
        String ops = "/api/v1/ops/tenants/" + shop.tenantId();
        assertThat(ops().post(ops + "/suspend", "{\"reason\": \"试试\"}").status())
                .isEqualTo(200);
        silence(job);
        resume(shop);
        EntryImport waiting = as(shop, () -> imports.get(bot(shop), job.id()));
        assertThat(waiting.state()).isEqualTo(State.RUNNING);
        assertThat(waiting.created()).isEqualTo(ImportRunner.BATCH);

        assertThat(ops().post(ops + "/resume", "{\"reason\": \"试试\"}").status()).isEqualTo(200);
        resume(shop);
        untilDone(shop, job);
        assertThat(as(shop, () -> imports.get(bot(shop), job.id())).state()).isEqualTo(State.DONE);
    }

    @Test
    void stopsWhenToldToAndSaysHowFarItCame() {
        TestShop shop = api().signUp();
        EntryImport job = confirmed(shop, file(500, 0));
        as(shop, () -> runner.step(tenant(shop), job.id()));

        EntryImport stopped = as(shop, () -> imports.cancel(bot(shop), job.id()));

        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(stopped.created()).isEqualTo(ImportRunner.BATCH);
        assertThat(stopped.mark()).isEqualTo(ImportRunner.BATCH + 1);
        assertThat(as(shop, () -> runner.step(tenant(shop), job.id()))).isFalse();
        assertThat(audited(shop)).isEqualTo(1);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> as(shop, () -> imports.confirm(bot(shop), job.id())));
    }

    @Test
    void writesInTheNameOfWhoConfirmed() {
        TestShop shop = api().signUp();
        EntryImport job = as(shop, () -> imports.check(bot(shop), "f.csv", "问题,答案\n有猫吗,有。\n".getBytes(UTF_8), "zh-CN"));
        Actor colleague = new Actor(Actor.Kind.MEMBER, "colleague@example.com", Role.EDITOR.permissions());

        EntryImport confirmed = TenantScope.<EntryImport, RuntimeException>call(
                tenant(shop), colleague, () -> imports.confirm(bot(shop), job.id()));

        assertThat(confirmed.actor()).isEqualTo("colleague@example.com");
        untilDone(shop, job);
        JsonNode entry = entries(shop).stream()
                .filter(one -> one.get("question").asString().equals("有猫吗"))
                .findFirst()
                .orElseThrow();
        assertThat(shop.api()
                        .get("/api/v1/bots/" + shop.botId() + "/entries/"
                                + entry.get("key").asString() + "/versions")
                        .json()
                        .at("/items/0/actor")
                        .asString())
                .isEqualTo("colleague@example.com");
    }

    @Test
    void forgetsACheckedFileThatIsDiscarded() {
        TestShop shop = api().signUp();
        EntryImport checked =
                as(shop, () -> imports.check(bot(shop), "f.csv", file(3, 0).getBytes(UTF_8), "en"));

        discard(shop, checked);

        assertThat(as(shop, () -> imports.last(bot(shop)))).isEmpty();
        EntryImport running = confirmed(shop, file(3, 0));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> discard(shop, running))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
        runner.run(tenant(shop), running);
    }

    @Test
    void decidesBetweenTwoFilesAtTheSameMoment() throws Exception {
        TestShop shop = api().signUp();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Integer> sender = () -> {
                    together.await();
                    return send(shop, file(300, 0)).status();
                };
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : threads.invokeAll(List.of(sender, sender))) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).contains(200).isSubsetOf(200, 409);
            }
        }
    }

    @Test
    void readsFewFilesAtOnce() {
        TestShop shop = api().signUp();

        Answer refused = places.in("en", () -> places.in("en", () -> send(shop, file(3, 0))));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("code").asString()).isEqualTo("unavailable");
        assertThat(send(shop, "no table").status()).isEqualTo(400);
        assertThat(send(shop, "no table").status()).isEqualTo(400);
        assertThat(send(shop, file(3, 0)).status()).as("places are given back").isEqualTo(200);
    }

    @Test
    void givesABotNoMoreEntriesThanItMayHave() {
        TestShop shop = api().signUp();
        String path = "/api/v1/bots/" + shop.botId() + "/entries";
        KnowledgeFixtures.fill(
                databaseName(),
                shop,
                KnowledgeDrafts.MAX_ENTRIES - entries(shop).size() - 1,
                0);
        String csv = "问题,答案\n新问题一,答。\n新问题二,答。\n填充 1,改了。\n";

        Answer answer = send(shop, csv);

        assertThat(answer.json().get("created").asInt()).isEqualTo(1);
        assertThat(answer.json().get("updated").asInt()).isEqualTo(1);
        assertThat(answer.json().get("rejected")).hasSize(1);
        assertThat(answer.json().at("/rejected/0/row").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/rejected/0/reason").asString()).contains("20000");
        Answer one = shop.api().post(path, "{\"question\": \"有猫吗\", \"answer\": \"有。\"}");
        assertThat(one.status()).isEqualTo(429);
        assertThat(one.json().get("code").asString()).isEqualTo("quota-exceeded");
        assertThat(shop.api()
                        .put(path + "/filler-1", "{\"question\": \"填充 1\", \"answer\": \"又改了。\"}")
                        .status())
                .isEqualTo(200);
        shop.api().send("DELETE", path + "/filler-2", null);
        assertThat(shop.api()
                        .post(path, "{\"question\": \"有猫吗\", \"answer\": \"有。\"}")
                        .status())
                .isEqualTo(201);
        assertThat(shop.api().post(path + "/filler-2/versions/2/restore", "{}").status())
                .as("also not by bringing back one that is gone")
                .isEqualTo(429);
    }

    @Test
    void runsOneImportOfABotAtATime() {
        TestShop shop = api().signUp();
        EntryImport job = confirmed(shop, file(10, 0));

        Answer second = send(shop, file(10, 0));

        assertThat(second.status()).isEqualTo(409);
        EntryImport waiting =
                as(shop, () -> imports.check(bot(shop), "f.csv", file(10, 0).getBytes(UTF_8), "en"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> as(shop, () -> imports.confirm(bot(shop), waiting.id())))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.VERSION_CONFLICT));
        runner.run(tenant(shop), job);
        assertThat(send(shop, file(10, 0)).status()).isEqualTo(200);
    }

    @Test
    void listsBadRowsAsAFileThatComesBackMended() {
        TestShop shop = api().signUp();
        EntryImport job = as(shop, () -> imports.check(bot(shop), "f.csv", "问题,答案\n有猫吗,\n".getBytes(UTF_8), "zh-CN"));

        String list = new String(as(shop, () -> imports.rejectedFile(bot(shop), job.id(), "zh-CN")), UTF_8);

        assertThat(list).contains("2,没有写答案。,有猫吗,");
        assertThat(send(shop, list.replace("有猫吗,,,", "有猫吗,,,有。"))
                        .json()
                        .get("created")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesWhoMayNotEdit() {
        TestShop shop = api().signUp();
        for (Role role : new Role[] {Role.VIEWER, Role.AGENT}) {
            Actor actor = new Actor(Actor.Kind.MEMBER, "m", role.permissions());
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> TenantScope.call(
                            tenant(shop), actor, () -> imports.check(bot(shop), "f.csv", new byte[] {1}, "en")))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.FORBIDDEN));
        }
    }

    // --- what tests are made of

    private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

    /** The bad rows come first, each of them without a question. */
    private static String file(int rows, int bad) {
        StringBuilder csv = new StringBuilder("question,similar,keywords,answer\n");
        for (int i = 1; i <= rows; i++) {
            csv.append(i <= bad ? "" : "第 " + i + " 个问题")
                    .append(",问法 ")
                    .append(i)
                    .append("|又一个 ")
                    .append(i)
                    .append(",,答案 ")
                    .append(i)
                    .append('\n');
        }
        return csv.toString();
    }

    private static Answer send(TestShop shop, String csv) {
        return shop.api().with("Content-Type", CSV).post("/api/v1/bots/" + shop.botId() + "/entries/import", csv);
    }

    /** An import that counts as running, but nobody runs. */
    private EntryImport confirmed(TestShop shop, String csv) {
        EntryImport job = as(shop, () -> imports.check(bot(shop), "f.csv", csv.getBytes(UTF_8), "en"));
        try (var connection = TestDatabase.superuser(databaseName());
                var statement = connection.createStatement()) {
            statement.execute(
                    "update knowledge.entry_import set state = 'RUNNING' where import_id = '" + job.id() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return job;
    }

    private void discard(TestShop shop, EntryImport job) {
        as(shop, () -> {
            imports.discard(bot(shop), job.id());
            return true;
        });
    }

    /** An import goes on with its own thread. */
    private void untilDone(TestShop shop, EntryImport job) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> as(shop, () -> imports.get(bot(shop), job.id())).state() == State.DONE);
    }

    private static void silence(EntryImport job) throws SQLException {
        try (var connection = TestDatabase.superuser(databaseName());
                var statement = connection.createStatement()) {
            statement.execute("update knowledge.entry_import set updated_at = updated_at - interval '1 minute'"
                    + " where import_id = '" + job.id() + "'");
        }
    }

    /** What the resuming job does for one shop. */
    private void resume(TestShop shop) {
        ImportResumption job = beans.createBean(ImportResumption.class);
        TenantScope.run(tenant(shop), Actor.platform(), () -> job.executeFor(tenant(shop)));
    }

    private static long audited(TestShop shop) {
        try (var connection = TestDatabase.superuser(databaseName());
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from tenants.audit where action ="
                        + " 'entries.imported' and tenant_id = '" + shop.tenantId() + "'")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> entries(TestShop shop) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = shop.api()
                    .get("/api/v1/bots/" + shop.botId() + "/entries?limit=500" + cursor)
                    .json();
            StreamSupport.stream(page.get("items").spliterator(), false).forEach(all::add);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static <T> T as(TestShop shop, Supplier<T> work) {
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        return TenantScope.<T, RuntimeException>call(tenant(shop), owner, work::get);
    }

    private static TenantId tenant(TestShop shop) {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    private static BotId bot(TestShop shop) {
        return new BotId(UUID.fromString(shop.botId()));
    }
}
