package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What five shops of a trade are asked in the same words becomes a proposal; what four are asked can be read nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhraseCollectorIT extends IntegrationTest {

    /** Nothing that a pack of ours knows, and another each time the test runs. */
    private static final String WORD = letters() + "咕噜咕噜";

    private static final int SHOPS = 5;

    /** What is said in one shop only. */
    private static final List<String> OWN = List.of("叮", "咚", "铛", "啷", "呛");

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PhraseCollector collector;

    @Autowired
    private PhraseDigests digests;

    @Autowired
    private PhraseRows rows;

    private final List<TestShop> shops = new ArrayList<>();

    @BeforeAll
    void askFiveShops() {
        for (int i = 0; i < SHOPS; i++) {
            TestShop shop = api().signUp("small-shop", "zh-CN");
            shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
            // each shop in its own spelling, and each shopper in theirs
            ask(shop, "one", "请问" + WORD + "吗？");
            ask(shop, "two", WORD + "！");
            ask(shop, "two", WORD + " 13812345678");
            // one shopper only, and something else in each shop
            ask(shop, "one", WORD + "噜");
            ask(shop, "one", WORD + OWN.get(i));
            ask(shop, "two", WORD + OWN.get(i));
            shops.add(shop);
        }
    }

    private static String letters() {
        return new Random()
                .ints(6, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void ask(TestShop shop, String shopper, String text) {
        JsonNode reply = shop.api().say(shop.api().converse(shop.botId(), shopper), text);
        assertThat(reply.at("/replies/0/kind").asString()).as(reply.toString()).isEqualTo("unknown");
    }

    private void collect(TestShop shop) {
        TenantId tenant = new TenantId(Ids.parse(shop.tenantId()).orElseThrow());
        TenantScope.run(tenant, Actor.platform(), collector::collect);
    }

    @Test
    void proposesWhatFiveShopsAreAskedAndNothingElse() throws SQLException {
        shops.subList(0, SHOPS - 1).forEach(this::collect);
        shops.subList(0, SHOPS - 1).forEach(this::collect);
        assertThat(proposals()).isEmpty();
        assertThat(platform()).as("what four shops are asked stands nowhere").noneMatch(row -> row.contains(WORD));
        assertThat(platform()).noneMatch(row -> shops.stream().anyMatch(shop -> row.contains(shop.tenantId())));

        collect(shops.getLast());
        assertThat(proposals()).singleElement().satisfies(proposal -> {
            assertThat(proposal.get("text").asString()).isEqualTo(WORD);
            assertThat(proposal.get("shops").asInt()).isEqualTo(SHOPS);
            assertThat(proposal.get("vertical").asString()).isEqualTo("small-shop");
            assertThat(proposal.toString()).doesNotContain("测试美妆店");
        });
        assertThat(platform()).filteredOn(row -> row.contains(WORD)).hasSize(1);
        assertThat(platform()).noneMatch(row -> shops.stream().anyMatch(shop -> row.contains(shop.tenantId())));

        String id = proposals().getFirst().get("id").asString();
        assertThat(ops().post("/api/v1/ops/phrases/" + id + "/take", "{}").status())
                .isEqualTo(200);
        assertThat(proposals()).isEmpty();
        JsonNode entries = ops().get("/api/v1/ops/phrases/entries?vertical=small-shop")
                .json()
                .get("entries");
        assertThat(entries)
                .anyMatch(entry -> entry.get("question").asString().equals(WORD)
                        && entry.get("answer").asString().isEmpty());

        assertThat(ops().post("/api/v1/ops/phrases/" + id + "/reopen", "{}").status())
                .isEqualTo(200);
        forget(shops.getFirst());
        collect(shops.get(1));
        assertThat(proposals()).as("a shop that is gone does not count").isEmpty();
        assertThat(platform()).noneMatch(row -> row.contains(WORD));
        collect(shops.getFirst());
        collect(shops.get(1));
        assertThat(proposals()).hasSize(1);
        TenantScope.run(
                new TenantId(Ids.parse(shops.getFirst().tenantId()).orElseThrow()),
                Actor.platform(),
                () -> transaction.executeWithoutResult(status ->
                        rows.forgetBefore(LocalDate.now(ZoneOffset.UTC).plusDays(1))));
        assertThat(proposals()).as("what nobody asks any more goes").isEmpty();
    }

    /** What the shop is asked is forgotten. */
    private void forget(TestShop shop) throws SQLException {
        TenantId tenant = new TenantId(Ids.parse(shop.tenantId()).orElseThrow());
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var forget = superuser.prepareStatement("delete from platform.phrase where shop = ?")) {
            forget.setBytes(1, digests.shop(tenant));
            assertThat(forget.executeUpdate()).isEqualTo(2);
        }
    }

    private List<JsonNode> proposals() {
        List<JsonNode> found = new ArrayList<>();
        ops().get("/api/v1/ops/phrases?vertical=small-shop&limit=200")
                .json()
                .get("items")
                .forEach(proposal -> {
                    if (proposal.get("text").asString().contains(WORD)) {
                        found.add(proposal);
                    }
                });
        return found;
    }

    /** Every row of what is kept across shops, as text. */
    private static List<String> platform() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement()) {
            for (String table : List.of("phrase", "phrase_proposal")) {
                var rows = statement.executeQuery("select t::text from platform." + table + " t");
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        }
        return all;
    }
}
