package io.xiaoer.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.bots.BotId;
import io.xiaoer.conversations.Conversations.Turn;
import io.xiaoer.conversations.DeskFilter.Box;
import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Page;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop whose bot serves everybody, with people at its desk. */
final class DeskShop {

    /** Two questions that no pack answers. */
    static final String UNKNOWN = "今天天气怎么样";

    static final String UNKNOWN_TOO = "股票明天会涨吗";

    static final String KNOWN = "过敏了能退吗";

    final TestShop shop;
    final Api api;

    private DeskShop(TestShop shop) {
        this.shop = shop;
        this.api = shop.api();
    }

    static DeskShop open(Api api) {
        DeskShop opened = new DeskShop(api.signUp());
        ok(opened.api.put(
                "/api/v1/bots/" + opened.shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}"));
        return opened;
    }

    static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204);
    }

    /** Nobody waits and nobody is served any more, and the desk works as usual. */
    void clear(Desk desk, OfficeHours hours) {
        runAsOwner(() -> {
            for (Mode mode : List.of(Mode.WAITING, Mode.PERSON)) {
                desk.lines(new DeskFilter(Box.ALL, null, null, mode), Page.MAX_LIMIT, null)
                        .items()
                        .forEach(line -> desk.close(line.id()));
            }
            save(hours, DeskSettings.USUAL);
        });
    }

    /** Saves settings over whatever is there. */
    static DeskSettings save(OfficeHours hours, DeskSettings settings) {
        return hours.save(new DeskSettings(
                settings.hours(),
                settings.awayText(),
                settings.keywords(),
                settings.automatic(),
                settings.personIdleMinutes(),
                settings.waitingIdleMinutes(),
                hours.settings().version()));
    }

    TenantId tenant() {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    BotId bot() {
        return new BotId(UUID.fromString(shop.botId()));
    }

    /** Adds a member and returns their address. */
    String join(Members members, Role role) {
        String email = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@shop.example";
        owner(() -> members.add(email, "{noop}secret", role));
        return email;
    }

    <T> T owner(Supplier<T> work) {
        return as(shop.email(), Role.OWNER, work);
    }

    void runAsOwner(Runnable work) {
        owner(() -> {
            work.run();
            return true;
        });
    }

    <T> T as(String email, Role role, Supplier<T> work) {
        Actor actor = new Actor(Actor.Kind.MEMBER, email, role.permissions());
        return TenantScope.<T, RuntimeException>call(tenant(), actor, work::get);
    }

    <T> T platform(Instant now, Supplier<T> work) {
        return Moment.<T, RuntimeException>call(
                now, () -> TenantScope.<T, RuntimeException>call(tenant(), Actor.platform(), work::get));
    }

    /** A shopper's message at some time; the release must have been loaded by an earlier one. */
    Turn sayAt(Conversations conversations, Instant now, String conversation, String text) {
        return Moment.<Turn, RuntimeException>call(
                now,
                () -> TenantScope.<Turn, RuntimeException>call(
                        tenant(),
                        Actor.shopper(),
                        () -> conversations.take(
                                conversation,
                                null,
                                null,
                                new IncomingMessage(UUID.randomUUID().toString(), text, null))));
    }

    String converse(String shopper) {
        return api.converse(shop.botId(), shopper);
    }

    /** A conversation that waits for a person. */
    String waiting(String shopper) {
        String conversation = converse(shopper);
        assertThat(kinds(api.say(conversation, "转人工"))).isEqualTo("handover");
        return conversation;
    }

    static ConversationId id(String conversation) {
        return new ConversationId(UUID.fromString(conversation));
    }

    JsonNode handOver(String conversation) {
        Answer answer = api.post("/api/v1/conversations/" + conversation + "/handover", "{}");
        ok(answer);
        return answer.json();
    }

    Answer feedback(String conversation, String reply, String body) {
        return api.post("/api/v1/conversations/" + conversation + "/messages/" + reply + "/feedback", body);
    }

    Answer rate(String conversation, String body) {
        return api.post("/api/v1/conversations/" + conversation + "/rating", body);
    }

    JsonNode messages(String conversation) {
        return api.get("/api/v1/conversations/" + conversation + "/messages")
                .json()
                .get("items");
    }

    /** The kinds of a turn's replies, one after the other. */
    static String kinds(JsonNode turn) {
        StringBuilder kinds = new StringBuilder();
        turn.get("replies")
                .forEach(reply -> kinds.append(kinds.isEmpty() ? "" : " ")
                        .append(reply.get("kind").asString()));
        return kinds.toString();
    }

    /** Why the last reply hands over; null if it does not. */
    static @Nullable String reason(JsonNode turn) {
        JsonNode replies = turn.get("replies");
        JsonNode reason = replies.get(replies.size() - 1).at("/handover/reason");
        return reason.isMissingNode() ? null : reason.asString();
    }
}
