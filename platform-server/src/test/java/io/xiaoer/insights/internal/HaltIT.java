package io.xiaoer.insights.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xiaoer.bots.BotId;
import io.xiaoer.mail.Letter;
import io.xiaoer.mail.Outbox;
import io.xiaoer.mail.OutboxLetter;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.ShopSystem;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A bad release is taken back by itself, once, and its owner hears of it once. */
class HaltIT extends IntegrationTest {

    private static final String QUESTION = "火星上今天的天气怎么样";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int GOOD = 2;
    private static final int BAD = 3;

    @Autowired
    private HaltWatch watch;

    @Autowired
    private OutcomeLine line;

    @Autowired
    private Outbox outbox;

    private final ShopSystem system = ShopSystem.running();
    private TestShop shop;
    private String bot;

    /** Everyone meets a release that knows the question; there is a candidate that does not. */
    @BeforeEach
    void tryABadRelease() {
        shop = api().signUp();
        bot = "/api/v1/bots/" + shop.botId();
        ok(shop.api().put(bot + "/entries/mars", "{\"question\": \"%s\", \"answer\": \"很冷。\"}".formatted(QUESTION)));
        ok(shop.api().post(bot + "/releases", "{\"note\": \"good\"}"));
        ok(shop.api().put(bot + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}"));
        IntStream.range(0, 55).forEach(one -> assertThat(ask("before-" + one)).isEqualTo("answer"));
        ok(shop.api().send("DELETE", bot + "/entries/mars", null));
        ok(shop.api().post(bot + "/releases", "{\"note\": \"bad\", \"live\": false}"));
        propose("");
        settle();
    }

    @Test
    void takesABadCandidateBackAndTellsItsOwnerOnce() {
        String url = system.at(ShopSystem.status(200, "text/plain", "ok"));
        Answer hook =
                shop.api().post("/api/v1/webhooks", "{\"url\": \"%s\", \"events\": [\"bot.halted\"]}".formatted(url));
        ok(hook);
        String deliveries = "/api/v1/webhooks/" + hook.json().get("id").asString() + "/deliveries";

        assertThat(ask("member-0")).isEqualTo("unknown");
        askUntilHalted("member-");

        JsonNode rollout = rollout();
        assertThat(rollout.get("stage").asString()).isEqualTo("full");
        assertThat(rollout.get("liveRelease").asInt()).isEqualTo(GOOD);
        JsonNode halted = halts().getFirst();
        assertThat(halted.at("/alarm/release").asInt()).isEqualTo(BAD);
        assertThat(halted.at("/alarm/measured").asDouble())
                .isGreaterThan(halted.at("/alarm/baseline").asDouble());
        assertThat(ask("member-0")).isEqualTo("answer");

        await().atMost(SOON).until(() -> !system.calls(url).isEmpty());
        JsonNode told = shop.api().get(deliveries).json().get("items");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/event").asString()).isEqualTo("bot.halted");
        assertThat(system.calls(url).getFirst().body())
                .contains("\"release\":3", "\"measure\":\"unknown\"", "\"liveRelease\":2", shop.botId());
        Letter letter = await().atMost(SOON)
                .until(this::letters, all -> all.size() == 1)
                .getFirst();
        assertThat(letter.to()).isEqualTo(shop.email());
        assertThat(letter.text()).contains("版本 3", "版本 2", "没答上", "/pilot");

        // whatever the live release does not know
        IntStream.range(0, 12).forEach(one -> {
            String conversation = shop.api().converse(shop.botId(), "after-" + one);
            shop.api().say(conversation, "股票明天会涨吗");
        });
        settle();
        assertThat(rollout()).isEqualTo(rollout);
        assertThat(halts()).hasSize(1);
        assertThat(letters()).hasSize(1);
        assertThat(shop.api().get(deliveries).json().get("items")).hasSize(1);
    }

    @Test
    void beginsAnewWhereTheOwnerInsists() {
        askUntilHalted("first-");

        Answer bare = shop.api().put(bot + "/rollout", "{\"candidate\": %d}".formatted(BAD));
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.json().at("/errors/0/field").asString()).isEqualTo("reason");
        propose("we know better");
        // what was seen before does not count
        ask("second-0");
        settle();
        assertThat(rollout().get("candidate").asInt()).isEqualTo(BAD);

        askUntilHalted("second-");
        assertThat(halts()).hasSize(2);
        assertThat(letters()).hasSize(2);
    }

    @Test
    void haltsOnceThoughSeveralNodesSeeIt() throws Exception {
        // as other nodes would have written it
        execute("""
                insert into insights.outcome
                    (tenant_id, conversation_id, seq, bot_id, pilot, staff, release, kind, choice_taken, asked_again, at)
                select '%s', gen_random_uuid(), 1, '%s', 1, false, %d, 'unknown', false, false, now() + n * interval '1 ms'
                from generate_series(1, 20) n""".formatted(shop.tenantId(), shop.botId(), BAD));
        int nodes = 4;
        CyclicBarrier together = new CyclicBarrier(nodes);
        List<Future<?>> looks = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes)) {
            for (int node = 0; node < nodes; node++) {
                looks.add(threads.submit(() -> {
                    together.await();
                    look();
                    return null;
                }));
            }
        }
        for (Future<?> look : looks) {
            look.get();
        }

        assertThat(halts()).hasSize(1);
        assertThat(rollout().get("candidate").isNull()).isTrue();
        await().atMost(SOON).until(() -> letters().size() == 1);
    }

    private void look() {
        TenantScope.run(
                tenant(),
                Actor.platform(),
                () -> watch.on(new OutcomesRecorded(tenant(), new BotId(UUID.fromString(shop.botId())))));
    }

    private void propose(String reason) {
        ok(shop.api()
                .put(
                        bot + "/rollout",
                        "{\"candidate\": %d, \"reason\": \"%s\", \"pilot\": {\"sampleRate\": 1}}"
                                .formatted(BAD, reason)));
    }

    /** New shoppers keep asking what the candidate does not know. */
    private void askUntilHalted(String prefix) {
        int most = 30;
        for (int one = 1; one <= most && !rollout().get("candidate").isNull(); one++) {
            ask(prefix + one);
            settle();
        }
        assertThat(rollout().get("candidate").isNull()).isTrue();
    }

    private String ask(String shopper) {
        String conversation = shop.api().converse(shop.botId(), shopper);
        return shop.api().say(conversation, QUESTION).at("/replies/0/kind").asString();
    }

    private void settle() {
        line.settle(tenant());
    }

    private TenantId tenant() {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    private JsonNode rollout() {
        return shop.api().get(bot + "/rollout").json();
    }

    private List<JsonNode> halts() {
        List<JsonNode> halts = new ArrayList<>();
        shop.api().get(bot + "/rollout/history").json().forEach(change -> {
            if (change.get("kind").asString().equalsIgnoreCase("halted")) {
                halts.add(change);
            }
        });
        return halts;
    }

    private List<Letter> letters() {
        return TenantScope.call(tenant(), Actor.platform(), () -> outbox.letters()).stream()
                .map(OutboxLetter::letter)
                .filter(letter -> letter.kind().equals("bot-halted"))
                .toList();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    }

    private static void execute(String sql) {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
