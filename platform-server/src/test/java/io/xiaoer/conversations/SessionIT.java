package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a widget learns with its first request. */
class SessionIT extends IntegrationTest {

    private TestShop shop;

    @BeforeEach
    void makeAShop() {
        shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
    }

    @Test
    void tellsHowItLooksAndWhereItIsOffered() {
        JsonNode before = session("v-1").json();
        assertThat(before.at("/theme/radius").asString()).isEqualTo("soft");
        assertThat(before.at("/theme/position").asString()).isEqualTo("right");
        assertThat(before.at("/theme/launcher").asString()).isEqualTo("bubble");
        assertThat(before.at("/theme/scheme").asString()).isEqualTo("auto");
        assertThat(before.at("/placement/cart").asBoolean()).isTrue();
        assertThat(before.get("officeHours").isNull()).isTrue();

        Answer changed = patch("""
                {"theme": {"primaryColor": "#0a7f5a", "title": "小助手", "radius": "round", "position": "left",
                           "launcher": "pill", "scheme": "dark"},
                 "placement": {"product": true, "cart": false, "mine": true}}
                """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/theme/radius").asString()).isEqualTo("round");
        JsonNode after = session("v-1").json();
        assertThat(after.get("theme").toString()).contains("\"left\"", "\"pill\"", "\"dark\"", "小助手");
        assertThat(after.at("/placement/cart").asBoolean()).isFalse();
    }

    @Test
    void refusesALookThatThereIsNot() {
        Answer wrong = patch("{\"theme\": {\"radius\": \"oval\"}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("theme.radius");
        assertThat(wrong.json().at("/errors/0/message").asString()).isEqualTo("must be one of square, soft, round");
        Answer colour = patch("{\"theme\": {\"primaryColor\": \"red\", \"avatarUrl\": \"http://x\"}}");
        assertThat(colour.json().get("errors").size()).isEqualTo(2);
    }

    @Test
    void knowsAThemeFromBeforeThereWasAChoice() throws SQLException {
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement()) {
            statement.executeUpdate("update bots.bot set theme = '{\"primaryColor\": \"#112233\"}' where bot_id = '"
                    + shop.botId() + "'");
        }
        JsonNode theme = session("v-1").json().get("theme");
        assertThat(theme.get("primaryColor").asString()).isEqualTo("#112233");
        assertThat(theme.get("radius").asString()).isEqualTo("soft");
    }

    @Test
    void findsTheConversationAgainInWhichSomethingWasSaidLately() throws SQLException {
        assertThat(session("v-1").json().get("conversation").isNull()).isTrue();
        Api visitor = visitor("v-1");
        open(visitor);
        assertThat(session("v-1").json().get("conversation").isNull()).isTrue();
        String older = open(visitor);
        say(visitor, older);
        String newer = open(visitor);
        say(visitor, newer);
        open(visitor);

        JsonNode found = session("v-1").json().get("conversation");
        assertThat(found.get("conversationId").asString()).isEqualTo(newer);
        assertThat(found.get("mode").asString()).isEqualTo("bot");
        assertThat(found.get("lastSeq").asInt()).isEqualTo(2);
        assertThat(session("v-2").json().get("conversation").isNull()).isTrue();

        update("mode = 'CLOSED'", newer);
        assertThat(session("v-1").json().at("/conversation/conversationId").asString())
                .isEqualTo(older);
        update("updated_at = updated_at - interval '31 days'", older);
        assertThat(session("v-1").json().get("conversation").isNull()).isTrue();
    }

    private static void update(String change, String conversation) throws SQLException {
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate("update conversations.conversation set " + change
                            + " where conversation_id = '" + conversation + "'"))
                    .isEqualTo(1);
        }
    }

    private Answer patch(String body) {
        return shop.api().send("PATCH", "/api/v1/bots/" + shop.botId(), body);
    }

    private Answer session(String visitor) {
        return api().post("/widget/v1/" + shop.widgetKey() + "/session", "{\"visitorId\": \"" + visitor + "\"}");
    }

    private Api visitor(String id) {
        return api().withToken(session(id).json().get("token").asString());
    }

    private String open(Api visitor) {
        return visitor.post("/widget/v1/" + shop.widgetKey() + "/conversations", "{}")
                .json()
                .get("conversationId")
                .asString();
    }

    private void say(Api visitor, String conversation) {
        assertThat(visitor.post(
                                "/widget/v1/" + shop.widgetKey() + "/conversations/" + conversation + "/messages",
                                "{\"id\": \"m-" + conversation + "\", \"text\": \"过敏了能退吗\"}")
                        .status())
                .isEqualTo(200);
    }
}
