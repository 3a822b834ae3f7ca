package io.xiaoer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.AuditTrail;
import io.xiaoer.tenants.FoundInvitation;
import io.xiaoer.tenants.Invitations;
import io.xiaoer.tenants.LinkEnd;
import io.xiaoer.tenants.Role;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A suspended shop at each of its doors, and that it is whole when it is resumed. */
class SuspensionIT extends IntegrationTest {

    private static final String WHY = "{\"category\": \"payment\", \"reason\": \"三个月没有付费\"}";
    private static final long PATIENCE_SECONDS = 20;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Invitations invitations;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"stage\": \"full\", \"reason\": \"test\"}");
    }

    @Test
    void closesTheApiAndOpensItAgain() {
        String bot = "/api/v1/bots/" + shop.botId();
        assertThat(shop.api().get(bot).status()).isEqualTo(200);
        Answer suspended = suspend(shop.tenantId(), WHY);
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        assertThat(suspended.json().get("state").asString()).isEqualTo("suspended");
        assertThat(suspended.json().get("suspendedFor").asString()).isEqualTo("payment");

        assertSuspended(shop.api().get(bot));
        assertSuspended(shop.api().post(bot + "/conversations", "{\"shopper\": {\"id\": \"s1\"}}"));
        // a token is still given, and opens nothing
        Api fresh = api().withToken(api().token(shop.clientId(), shop.clientSecret(), null));
        assertSuspended(fresh.get(bot + "/entries"));
        // why is for the shop's members, not for whoever holds a token
        assertThat(fresh.get(bot).text()).doesNotContain("付费");

        assertThat(resume(shop.tenantId(), "{\"reason\": \"已付清\"}").status()).isEqualTo(200);
        assertThat(shop.api().get(bot).status()).isEqualTo(200);
    }

    @Test
    void closesTheWidgetAndKeepsWhatWasSaid() {
        String widget = "/widget/v1/" + shop.widgetKey();
        Answer session = api().post(widget + "/session", "{\"visitorId\": \"v1\"}");
        Api visitor = api().withToken(session.json().get("token").asString());
        String conversation = widget + "/conversations/"
                + visitor.post(widget + "/conversations", "{}")
                        .json()
                        .get("conversationId")
                        .asString();
        String message = "{\"id\": \"m-1\", \"text\": \"过敏了能退吗\"}";
        Answer replied = visitor.post(conversation + "/messages", message);
        assertThat(replied.status()).as(replied.text()).isEqualTo(200);

        suspend(shop.tenantId(), WHY);
        assertSuspended(api().post(widget + "/session", "{\"visitorId\": \"v1\"}"));
        assertSuspended(visitor.post(conversation + "/messages", "{\"id\": \"m-2\", \"text\": \"在吗\"}"));
        assertSuspended(visitor.get(conversation + "/messages"));
        assertSuspended(visitor.get(conversation + "/events"));

        resume(shop.tenantId(), WHY);
        assertThat(visitor.post(conversation + "/messages", message).json()).isEqualTo(replied.json());
        assertThat(visitor.get(conversation + "/messages").json().get("items")).hasSize(2);
    }

    @Test
    void letsAnAllowedPageReadThatTheShopIsSuspended() {
        shop.api()
                .send(
                        "PATCH",
                        "/api/v1/bots/" + shop.botId(),
                        "{\"allowedOrigins\": [\"https://shop.example\"], \"version\": 1}");
        suspend(shop.tenantId(), WHY);
        Answer answer = api().with("Origin", "https://shop.example")
                .post("/widget/v1/" + shop.widgetKey() + "/session", "{\"visitorId\": \"v1\"}");
        assertSuspended(answer);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example");
    }

    @Test
    void closesInvitationsForAWhile() {
        String guest = "guest-" + UUID.randomUUID() + "@shop.example";
        String token = TenantScope.call(tenant(), Actor.platform(), () -> invitations.invite(guest, Role.EDITOR))
                .token();
        suspend(shop.tenantId(), WHY);
        assertThat(invitations.look(token)).isEqualTo(new FoundInvitation.Closed(LinkEnd.SUSPENDED));
        assertThatThrownBy(() -> invitations.accept(token, "小李", "correct horse battery"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(Code.SUSPENDED));

        resume(shop.tenantId(), WHY);
        assertThat(invitations.look(token)).isInstanceOf(FoundInvitation.Open.class);
        assertThat(invitations.accept(token, "小李", "correct horse battery").email())
                .isEqualTo(guest);
        suspend(shop.tenantId(), WHY);
        assertThat(invitations.look(token)).isEqualTo(new FoundInvitation.Closed(LinkEnd.USED));
    }

    @Test
    void endsTheEventStreamsThatAreOpen() throws Exception {
        String conversation = shop.api().converse(shop.botId(), "s1");
        shop.api().say(conversation, "过敏了能退吗");
        var stream = shop.api().stream("/api/v1/conversations/" + conversation + "/events");
        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isNotNull();
            CompletableFuture<Long> rest = CompletableFuture.supplyAsync(() -> readToTheEnd(events));
            suspend(shop.tenantId(), WHY);
            assertThat(rest.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void leavesOtherShopsAlone() {
        TestShop other = api().signUp();
        suspend(shop.tenantId(), WHY);
        assertThat(other.api().get("/api/v1/bots/" + other.botId()).status()).isEqualTo(200);
    }

    @Test
    void doesOnceWhatIsAskedTwice() {
        Answer once = suspend(shop.tenantId(), WHY);
        Answer twice = suspend(shop.tenantId(), "{\"category\": \"abuse\", \"reason\": \"又一次\"}");
        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.json().get("suspendedFor")).isEqualTo(once.json().get("suspendedFor"));
        assertThat(twice.json().get("suspendedAt")).isEqualTo(once.json().get("suspendedAt"));
        resume(shop.tenantId(), WHY);
        resume(shop.tenantId(), WHY);
        Answer shown = ops().get("/api/v1/ops/tenants/" + shop.tenantId());
        assertThat(shown.json().get("state").asString()).isEqualTo("active");
        assertThat(shown.json().get("suspensions")).hasSize(2);
        assertThat(shown.json().at("/suspensions/1/reason").asString()).isEqualTo("三个月没有付费");
        assertThat(shown.json().at("/suspensions/1/by").asString()).isEqualTo(OPS_CLIENT);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        Answer blank = suspend(shop.tenantId(), "{\"category\": \"payment\", \"reason\": \"  \"}");
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.json().at("/errors/0/field").asString()).isEqualTo("reason");
        assertThat(resume(shop.tenantId(), "{}").status()).isEqualTo(400);
        for (String unknown : new String[] {UUID.randomUUID().toString(), "no-id"}) {
            assertThat(suspend(unknown, WHY).status()).as(unknown).isEqualTo(404);
            assertThat(resume(unknown, WHY).status()).as(unknown).isEqualTo(404);
            assertThat(ops().get("/api/v1/ops/tenants/" + unknown).status()).isEqualTo(404);
        }
    }

    @Test
    void isInTheShopsAuditTrail() {
        suspend(shop.tenantId(), WHY);
        resume(shop.tenantId(), "{\"reason\": \"已付清\"}");
        assertThat(TenantScope.call(tenant(), Actor.platform(), () -> trail.list(null, OPS_CLIENT, null, 10))
                        .items())
                .satisfiesExactly(resumed -> assertThat(resumed.action()).isEqualTo("shop.resumed"), suspended -> {
                    assertThat(suspended.action()).isEqualTo("shop.suspended");
                    assertThat(suspended.actorKind()).isEqualTo(Actor.Kind.OPERATOR);
                    assertThat(suspended.after()).contains("三个月没有付费");
                });
    }

    @Test
    void theDatabaseLetsNobodyRewriteASuspension() {
        suspend(shop.tenantId(), WHY);
        for (String change : new String[] {
            "update tenants.suspension set reason = 'x' where tenant_id = ?",
            "delete from tenants.suspension where tenant_id = ?"
        }) {
            assertThatThrownBy(() -> TenantScope.run(
                            tenant(),
                            () -> transaction.executeWithoutResult(status -> db.execute(change, tenant().value()))))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private static long readToTheEnd(BufferedReader events) {
        try {
            long lines = 0;
            while (events.readLine() != null) {
                lines++;
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer suspend(String tenant, String body) {
        return ops().post("/api/v1/ops/tenants/" + tenant + "/suspend", body);
    }

    private Answer resume(String tenant, String body) {
        return ops().post("/api/v1/ops/tenants/" + tenant + "/resume", body);
    }

    private TenantId tenant() {
        return new TenantId(UUID.fromString(shop.tenantId()));
    }

    private static void assertSuspended(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("suspended");
    }
}
