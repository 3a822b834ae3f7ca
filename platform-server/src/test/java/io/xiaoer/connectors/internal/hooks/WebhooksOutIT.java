package io.xiaoer.connectors.internal.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.ConversationId;
import io.xiaoer.conversations.Desk;
import io.xiaoer.conversations.QuestionUnanswered;
import io.xiaoer.mail.Outbox;
import io.xiaoer.mail.OutboxLetter;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.ShopSystem;
import io.xiaoer.testing.ShopSystem.Behaviour;
import io.xiaoer.testing.ShopSystem.Call;
import io.xiaoer.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shops' systems are told what happens: signed, again until it arrives, and no longer than it makes sense. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksOutIT extends IntegrationTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOBODY_KNOWS = "火星上今天的天气怎么样";

    private static final String[] KINDS = {
        "conversation.created", "message.created", "handover.requested", "conversation.closed", "question.unanswered"
    };

    @Autowired
    private HookLanes lanes;

    @Autowired
    private Desk desk;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private final ShopSystem system = ShopSystem.running();
    private TestShop shop;

    private record Hook(String id, String url, String secret) {}

    @BeforeAll
    void makeAShop() {
        shop = fresh();
    }

    /** A shop has few. */
    @BeforeEach
    void beginWithoutEndpoints() {
        shop.api()
                .get(WEBHOOKS)
                .json()
                .get("items")
                .forEach(old ->
                        shop.api().send("DELETE", WEBHOOKS + "/" + old.get("id").asString(), null));
    }

    @Test
    void tellsOfAnUnansweredQuestionSignedAndOnce() throws WebhookVerificationException {
        Hook hook = hook(arrives(), "question.unanswered");
        String conversation = ask("c-told");
        Call call = call(hook, 1);

        verify(hook.secret(), call);
        JsonNode told = JSON.readTree(call.body());
        assertThat(told.get("type").asString()).isEqualTo("question.unanswered");
        assertThat(told.get("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(told.at("/data/conversationId").asString()).isEqualTo(conversation);
        assertThat(told.at("/data/botId").asString()).isEqualTo(shop.botId());
        assertThat(told.at("/data/shopper/id").asString()).isEqualTo("c-told");
        assertThat(told.at("/data/message/kind").asString()).isEqualTo("unknown");
        assertThat(told.at("/data/message/text").isMissingNode()).isTrue();

        JsonNode delivery = settled(hook, "delivered");
        assertThat(delivery.get("id").asString()).isEqualTo(call.headers().get("webhook-id"));
        assertThat(delivery.get("status").asInt()).isEqualTo(200);
        assertThat(delivery.get("tries")).hasSize(1);
        assertThat(system.calls(hook.url())).hasSize(1);
    }

    @Test
    void tellsOfAllThatHappensInAConversation() {
        Hook hook = hook(shop, arrives(), KINDS);
        String conversation = ask("c-all");
        shop.api().post("/api/v1/conversations/" + conversation + "/handover", "{}");
        TenantScope.run(
                new TenantId(UUID.fromString(shop.tenantId())),
                Actor.platform(),
                () -> desk.close(new ConversationId(UUID.fromString(conversation))));

        await().atMost(TOLD_WITHIN)
                .untilAsserted(() -> assertThat(told(hook))
                        .extracting(one -> one.get("type").asString())
                        .contains(KINDS));
        assertThat(told(hook))
                .allSatisfy(one ->
                        assertThat(one.at("/data/conversationId").asString()).isEqualTo(conversation));
        assertThat(told(hook))
                .anySatisfy(one -> {
                    assertThat(one.at("/data/message/author").asString()).isEqualTo("shopper");
                    assertThat(one.at("/data/message/text").asString()).isEqualTo(NOBODY_KNOWS);
                })
                .anySatisfy(one ->
                        assertThat(one.at("/data/message/author").asString()).isEqualTo("bot"))
                .anySatisfy(one -> assertThat(one.at("/data/reason").asString()).isEqualTo("asked-for"));
    }

    @Test
    void triesAgainAndAgainThenGivesUpAndReplaysUnderTheSameId() {
        Hook hook = hook(fails(500), "question.unanswered");
        ask("c-again");
        call(hook, 1);
        JsonNode waiting = await().atMost(TOLD_WITHIN)
                .until(
                        () -> newest(hook),
                        delivery -> !delivery.at("/error/code").isMissingNode());
        assertThat(waiting.get("state").asString()).isEqualTo("waiting");
        assertThat(waiting.at("/error/code").asString()).isEqualTo("server-error");
        assertThat(waiting.get("nextAttemptAt").isNull()).isFalse();

        for (int made = 1; made < Backoff.MOST; made = newest(hook).get("tries").size()) {
            int before = made;
            makeDue(hook);
            await().atMost(TOLD_WITHIN).until(() -> newest(hook).get("tries").size() > before);
        }
        JsonNode dead = settled(hook, "dead");
        assertThat(dead.get("attempts").asInt()).isEqualTo(Backoff.MOST);
        assertThat(system.calls(hook.url()).stream()
                        .map(call -> call.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);

        system.change(hook.url(), arrives());
        assertThat(replay(hook, "{\"deliveryId\": \"" + dead.get("id").asString() + "\"}")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        JsonNode delivered = settled(hook, "delivered");
        assertThat(delivered.get("error").isNull()).isTrue();
        assertThat(call(hook, Backoff.MOST + 1).headers().get("webhook-id"))
                .isEqualTo(dead.get("id").asString());
        assertThat(replay(hook, "{}").json().get("count").asInt()).isZero();
    }

    @Test
    void signsWithBothSecretsWhileOneIsReplaced() throws WebhookVerificationException {
        Hook hook = hook(arrives(), "question.unanswered");
        String fresh = shop.api()
                .post(WEBHOOKS + "/" + hook.id() + "/secret", "{}")
                .json()
                .get("secret")
                .asString();
        ask("c-both");
        Call both = call(hook, 1);
        verify(hook.secret(), both);
        verify(fresh, both);

        String newest = shop.api()
                .post(WEBHOOKS + "/" + hook.id() + "/secret", "{\"revokeOld\": true}")
                .json()
                .get("secret")
                .asString();
        ask("c-new");
        Call one = call(hook, 2);
        verify(newest, one);
        assertThatThrownBy(() -> verify(fresh, one)).isInstanceOf(WebhookVerificationException.class);
        assertThat(get(hook).toString()).doesNotContain(newest).doesNotContain("whsec_");
    }

    @Test
    void aSlowEndpointKeepsNoOtherWaiting() {
        Hook slow = hook(ShopSystem.hanging(), "question.unanswered");
        Hook quick = hook(arrives(), "question.unanswered");
        IntStream.range(0, HookLanes.ABREAST + 4).forEach(one -> ask("c-slow-" + one));
        call(quick, HookLanes.ABREAST + 4);
        assertThat(system.calls(slow.url())).hasSizeLessThanOrEqualTo(HookLanes.ABREAST);
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        Hook hook = hook(arrives(), "question.unanswered");
        TenantId tenant = new TenantId(UUID.fromString(shop.tenantId()));
        QuestionUnanswered event = new QuestionUnanswered(
                tenant,
                new BotId(UUID.fromString(shop.botId())),
                new ConversationId(UUID.fromString(ask("c-rolled"))),
                2);
        settled(hook, "delivered");
        TenantScope.run(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(event);
                    status.setRollbackOnly();
                }));
        assertThat(deliveries(hook)).hasSize(1);
        TenantScope.run(tenant, () -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
        assertThat(deliveries(hook)).hasSize(2);
    }

    @Test
    void turnsOffWhatIsGoneOrFailsForDaysAndWritesToTheOwner() {
        TestShop own = fresh();
        Hook gone = hook(own, fails(410), "question.unanswered");
        Hook failing = hook(own, fails(503), "question.unanswered");
        execute("update connectors.hook set failing_since = now() - interval '4 days' where hook_id = '" + failing.id()
                + "'");
        ask(own, "c-gone");
        for (Hook hook : List.of(gone, failing)) {
            await().atMost(TOLD_WITHIN)
                    .until(() -> !own.api()
                            .get(WEBHOOKS + "/" + hook.id())
                            .json()
                            .get("enabled")
                            .asBoolean());
        }
        assertThat(own.api()
                        .get(WEBHOOKS + "/" + gone.id())
                        .json()
                        .at("/ended/because")
                        .asString())
                .isEqualTo("gone");
        assertThat(own.api()
                        .get(WEBHOOKS + "/" + failing.id())
                        .json()
                        .at("/ended/because")
                        .asString())
                .isEqualTo("failing");
        await().atMost(TOLD_WITHIN)
                .untilAsserted(() -> assertThat(letters(own))
                        .filteredOn(letter -> letter.letter().kind().equals("webhook-ended"))
                        .hasSize(2)
                        .allSatisfy(letter -> assertThat(letter.letter().to()).isEqualTo(own.email())));

        Answer refused = own.api().post(WEBHOOKS + "/" + gone.id() + "/replay", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(own.api()
                        .put(WEBHOOKS + "/" + gone.id(), body(gone.url(), "question.unanswered"))
                        .json()
                        .get("ended")
                        .isNull())
                .isTrue();
    }

    @Test
    void tellsNothingOfAShopperWhoWasErased() {
        Hook hook = hook(fails(500), "question.unanswered");
        ask("c-erased");
        call(hook, 1);
        await().atMost(TOLD_WITHIN).until(() -> newest(hook).get("tries").size() == 1);
        assertThat(shop.api()
                        .send("DELETE", "/api/v1/shop/customers/c-erased", null)
                        .status())
                .isLessThan(300);
        makeDue(hook);
        JsonNode dead = settled(hook, "dead");
        assertThat(dead.at("/error/code").asString()).isEqualTo("erased");
        assertThat(system.calls(hook.url())).hasSize(1);
    }

    @Test
    void sendsATestAndSaysWhatIsWrong() throws WebhookVerificationException {
        Hook hook = hook(arrives(), "message.created");
        JsonNode good =
                shop.api().post(WEBHOOKS + "/" + hook.id() + "/test", "{}").json();
        assertThat(good.get("ok").asBoolean()).isTrue();
        Call call = call(hook, 1);
        verify(hook.secret(), call);
        assertThat(JSON.readTree(call.body()).get("type").asString()).isEqualTo("webhook.test");
        system.change(hook.url(), fails(401));
        JsonNode bad =
                shop.api().post(WEBHOOKS + "/" + hook.id() + "/test", "{}").json();
        assertThat(bad.get("ok").asBoolean()).isFalse();
        assertThat(bad.at("/error/code").asString()).isEqualTo("unauthorized");
    }

    @Test
    void refusesInwardAddressesUnknownEventsAndASixth() {
        TestShop own = api().signUp();
        for (String url : List.of(
                "http://shop.example/x", "https://192.168.0.1/x", "https://localhost/x", "ftp://shop.example", "")) {
            Answer refused = own.api().post(WEBHOOKS, body(url, "message.created"));
            assertThat(refused.status()).as(url).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("url");
        }
        assertThat(own.api()
                        .post(WEBHOOKS, body("https://shop.example/x", "message.eaten"))
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("events");
        for (int i = 0; i < 5; i++) {
            assertThat(own.api()
                            .post(WEBHOOKS, body("https://shop.example/" + i, "message.created"))
                            .status())
                    .isEqualTo(201);
        }
        Answer sixth = own.api().post(WEBHOOKS, body("https://shop.example/6", "message.created"));
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.json().get("code").asString()).isEqualTo("quota-exceeded");

        String id = own.api().get(WEBHOOKS).json().at("/items/0/id").asString();
        assertThat(own.api().get(WEBHOOKS).json().get("items")).hasSize(5);
        assertThat(shop.api().get(WEBHOOKS + "/" + id).status()).isEqualTo(404);
        assertThat(shop.api().send("DELETE", WEBHOOKS + "/" + id, null).status())
                .isEqualTo(404);
        assertThat(own.api().send("DELETE", WEBHOOKS + "/" + id, null).status()).isEqualTo(204);
        assertThat(own.api().get(WEBHOOKS + "/" + id).status()).isEqualTo(404);
    }

    private TestShop fresh() {
        TestShop fresh = api().signUp();
        fresh.api().put("/api/v1/bots/" + fresh.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
        return fresh;
    }

    private Hook hook(Behaviour behaviour, String event) {
        return hook(shop, behaviour, event);
    }

    private Hook hook(TestShop of, Behaviour behaviour, String... kinds) {
        String url = system.at(behaviour);
        Answer made = of.api().post(WEBHOOKS, body(url, kinds));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Hook(
                made.json().get("id").asString(), url, made.json().get("secret").asString());
    }

    private List<JsonNode> told(Hook hook) {
        return system.calls(hook.url()).stream()
                .map(call -> JSON.readTree(call.body()))
                .toList();
    }

    private static String body(String url, String... kinds) {
        return JSON.writeValueAsString(Map.of("url", url, "events", List.of(kinds)));
    }

    private static Behaviour arrives() {
        return ShopSystem.status(200, "text/plain", "ok");
    }

    private static Behaviour fails(int status) {
        return ShopSystem.status(status, "text/plain", "no");
    }

    private String ask(String shopper) {
        return ask(shop, shopper);
    }

    private static String ask(TestShop of, String shopper) {
        String conversation = of.api().converse(of.botId(), shopper);
        of.api().say(conversation, NOBODY_KNOWS);
        return conversation;
    }

    /** Waits until the endpoint was called so often. */
    private Call call(Hook hook, int number) {
        return await().atMost(TOLD_WITHIN)
                .until(() -> system.calls(hook.url()), calls -> calls.size() >= number)
                .get(number - 1);
    }

    private static void verify(String secret, Call call) throws WebhookVerificationException {
        Map<String, List<String>> headers = call.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        assertThatCode(() -> new Webhook(secret)).doesNotThrowAnyException();
        try {
            new Webhook(secret).verify(call.body(), headers);
        } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
    }

    private Answer replay(Hook hook, String body) {
        return shop.api().post(WEBHOOKS + "/" + hook.id() + "/replay", body);
    }

    private JsonNode get(Hook hook) {
        return shop.api().get(WEBHOOKS + "/" + hook.id()).json();
    }

    private JsonNode deliveries(Hook hook) {
        return shop.api().get(WEBHOOKS + "/" + hook.id() + "/deliveries").json().get("items");
    }

    private JsonNode newest(Hook hook) {
        return deliveries(hook).path(0);
    }

    private JsonNode settled(Hook hook, String state) {
        return await().atMost(TOLD_WITHIN)
                .until(
                        () -> newest(hook),
                        delivery -> state.equals(delivery.path("state").asString("")));
    }

    private List<OutboxLetter> letters(TestShop of) {
        return TenantScope.call(new TenantId(UUID.fromString(of.tenantId())), Actor.platform(), () -> outbox.letters());
    }

    /** Lets the time for the next attempt have come. */
    private void makeDue(Hook hook) {
        execute("update connectors.hook_delivery set next_attempt_at = now() - interval '1 second'"
                + " where next_attempt_at is not null and hook_id = '" + hook.id() + "'");
        lanes.wake(new TenantId(UUID.fromString(shop.tenantId())), UUID.fromString(hook.id()));
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
