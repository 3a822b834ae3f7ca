package io.xiaoer.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.KillableApplication;
import io.xiaoer.testing.KillableApplication.Kill;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A message that was answered 200 is never lost, and one sent again is never stored twice, whatever is killed with -9. The
 * application is a process of its own here: only the kernel can take a process away as a power cut or an out-of-memory
 * kill does.
 */
@Tag("long")
class KillRecoveryIT {

    private static final int SHOPPERS = 4;

    /** Enough for more than one page for each shopper. */
    private static final int TURNS_BEFORE_THE_KILL = 80;

    private static final int PAGE = 15;
    private static final List<String> TEXTS = List.of("过敏了能退吗", "两张券能一起用不", "怎么还没发货呀", "你们家是正品吗");

    @TempDir
    private Path data;

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        check(Kill.APPLICATION);
    }

    @Test
    void keepsWhatItAcknowledgedWhenItsDatabaseIsKilledToo() throws Exception {
        check(Kill.APPLICATION_AND_DATABASE);
    }

    /** What was answered 200, by the ids in that answer. */
    private record Turn(String messageId, List<String> replyIds) {
        static Turn of(Answer answer) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            List<String> replies = new ArrayList<>();
            answer.json()
                    .get("replies")
                    .forEach(reply -> replies.add(reply.get("id").asString()));
            assertThat(replies).isNotEmpty();
            return new Turn(answer.json().get("messageId").asString(), replies);
        }
    }

    /**
     * What one shopper said until the line went dead.
     *
     * @param unanswered the body of the message that was on its way then; it may be stored or not
     */
    private record Talk(String conversation, List<Turn> acknowledged, String unanswered) {}

    private void check(Kill kill) throws Exception {
        try (KillableApplication first = KillableApplication.start(data)) {
            TestShop shop = first.api().signUp();
            assertThat(shop.api()
                            .put(
                                    "/api/v1/bots/" + shop.botId() + "/rollout",
                                    "{\"stage\": \"full\", \"reason\": \"kill test\"}")
                            .status())
                    .isEqualTo(200);
            ProcessHandle database = first.database();
            List<Talk> talks = talkUntil(() -> first.kill(kill), shop);
            first.awaitExit();
            if (kill == Kill.APPLICATION) {
                assertThat(database.isAlive())
                        .as("the database server is left behind")
                        .isTrue();
            } else {
                database.onExit().get(30, TimeUnit.SECONDS);
            }

            try (KillableApplication second = KillableApplication.start(data)) {
                assertThat(second.database().pid()).isNotEqualTo(database.pid());
                Api api = second.api();
                Api shopApi = api.withToken(api.token(shop.clientId(), shop.clientSecret(), null));
                for (Talk talk : talks) {
                    check(shopApi, talk);
                }
            }
        }
    }

    private static void check(Api api, Talk talk) {
        String path = "/api/v1/conversations/" + talk.conversation() + "/messages";
        assertEachThereOnce(said(api, path), talk.acknowledged());

        // a client that got no answer sends its message again, under the same id
        List<Turn> all = new ArrayList<>(talk.acknowledged());
        all.add(Turn.of(api.post(path, talk.unanswered())));
        List<JsonNode> said = said(api, path);
        assertEachThereOnce(said, all);
        assertThat(said.stream()
                        .filter(message -> message.get("author").asString().equals("shopper")))
                .hasSize(all.size());
    }

    private static void assertEachThereOnce(List<JsonNode> said, List<Turn> turns) {
        var byId = said.stream().collect(Collectors.groupingBy(KillRecoveryIT::id));
        for (Turn turn : turns) {
            assertThat(byId.get(turn.messageId()))
                    .as("message %s", turn.messageId())
                    .hasSize(1);
            for (String reply : turn.replyIds()) {
                assertThat(byId.get(reply))
                        .as("reply %s", reply)
                        .hasSize(1)
                        .allSatisfy(stored -> assertThat(
                                        stored.get("inReplyTo").valueStream().map(JsonNode::asString))
                                .contains(turn.messageId()));
            }
        }
    }

    /** All that the conversation holds, page by page. */
    private static List<JsonNode> said(Api api, String path) {
        List<JsonNode> said = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = api.get(path + "?limit=" + PAGE + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().get("items").forEach(said::add);
            JsonNode next = page.json().path("nextCursor");
            if (!next.isString()) {
                return said;
            }
            cursor = "&cursor=" + next.asString();
        }
    }

    private static String id(JsonNode message) {
        return message.get("id").asString();
    }

    /** Lets shoppers talk without a pause, and kills while they do. */
    private static List<Talk> talkUntil(Runnable kill, TestShop shop)
            throws ExecutionException, InterruptedException, TimeoutException {
        AtomicInteger turns = new AtomicInteger();
        CompletableFuture<Void> enough = new CompletableFuture<>();
        try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Talk>> talks = new ArrayList<>();
            for (int i = 0; i < SHOPPERS; i++) {
                String conversation = shop.api().converse(shop.botId(), "shopper-" + i);
                talks.add(CompletableFuture.supplyAsync(
                        () -> talk(shop.api(), conversation, () -> {
                            if (turns.incrementAndGet() == TURNS_BEFORE_THE_KILL) {
                                enough.complete(null);
                            }
                        }),
                        shoppers));
            }
            List<CompletableFuture<?>> any = new ArrayList<>(talks);
            any.add(enough);
            try {
                CompletableFuture.anyOf(any.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
                assertThat(talks).as("every shopper is still talking").noneMatch(CompletableFuture::isDone);
            } finally {
                kill.run();
            }
            List<Talk> all = new ArrayList<>();
            for (CompletableFuture<Talk> talk : talks) {
                all.add(talk.get(2, TimeUnit.MINUTES));
            }
            return all;
        }
    }

    private static Talk talk(Api api, String conversation, Runnable onTurn) {
        List<Turn> acknowledged = new ArrayList<>();
        while (true) {
            String text = TEXTS.get(acknowledged.size() % TEXTS.size());
            String body = "{\"id\": \"" + UUID.randomUUID() + "\", \"text\": \"" + text + "\"}";
            Answer answer;
            try {
                answer = api.post("/api/v1/conversations/" + conversation + "/messages", body);
            } catch (IllegalStateException e) {
                return new Talk(conversation, acknowledged, body);
            }
            if (answer.status() >= 500) {
                // the database may be gone a moment before the application is
                return new Talk(conversation, acknowledged, body);
            }
            acknowledged.add(Turn.of(answer));
            onTurn.run();
        }
    }
}
