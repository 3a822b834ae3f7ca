package io.xiaoer.conversations;

import static org.awaitility.Awaitility.await;

import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What another node commits, of which nothing is heard on this one, is found all the same. */
class ElsewhereIT extends IntegrationTest {

    /** Far less than a stream's heartbeat, after which it looks by itself. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @Autowired
    private DeskFeed feed;

    private DeskShop shop;

    @BeforeEach
    void openAShop() {
        shop = DeskShop.open(api());
    }

    @Test
    void reachesAStream() throws IOException {
        String conversation = shop.converse("c1");
        shop.api.say(conversation, DeskShop.KNOWN);
        List<String> lines = new CopyOnWriteArrayList<>();
        // the stream is closed, not its reader: that one waits for whoever reads
        try (InputStream stream = shop.api.stream("/api/v1/conversations/" + conversation + "/events")) {
            var events = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(events, lines));
            await().until(() -> lines.stream().anyMatch(line -> line.startsWith("data:")));

            elsewhere("""
                    insert into conversations.message
                        (tenant_id, conversation_id, seq, message_id, author, kind, text, in_reply_to, created_at)
                    select tenant_id, conversation_id, last_seq + 1, 'elsewhere', 'BOT', 'answer', '别处写的', '{}', now()
                    from conversations.conversation where conversation_id = '%s'""", conversation);
            elsewhere(
                    "update conversations.conversation set last_seq = last_seq + 1 where conversation_id = '%s'",
                    conversation);

            await().atMost(SOON).until(() -> lines.stream().anyMatch(line -> line.contains("别处写的")));
            reading.cancel(true);
        }
    }

    @Test
    void reachesADesk() {
        String conversation = shop.waiting("c1");
        ConversationId id = new ConversationId(UUID.fromString(conversation));
        List<ConversationId> heard = new CopyOnWriteArrayList<>();
        // the hand-over itself is not looked for any more
        elsewhere(
                "update conversations.conversation set desk_at = now() - interval '1 hour' where conversation_id = '%s'",
                conversation);
        try (DeskFeed.Subscription subscription = shop.owner(() -> feed.subscribe(heard::add))) {
            elsewhere(
                    "update conversations.conversation set desk_at = now() where conversation_id = '%s'", conversation);

            await().atMost(SOON).until(() -> heard.contains(id));
            subscription.close();
        }
    }

    private static void elsewhere(String sql, String conversation) {
        try (Connection connection = TestDatabase.superuser(databaseName());
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(conversation));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(BufferedReader events, List<String> lines) {
        try {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
