package io.xiaoer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

class EdgeIT extends IntegrationTest {

    @Autowired
    private AuthenticationProvider logins;

    @Autowired
    private JwtEncoder tokens;

    @Test
    void givesTokensForTheScopesAskedForOnly() {
        TestShop shop = api().signUp();
        Answer all = api().requestToken(shop.clientId(), shop.clientSecret(), null);
        assertThat(all.json().get("scope").asString().split(" ")).containsExactlyInAnyOrder("manage", "sync", "chat");
        assertThat(all.json().get("expires_in").asInt()).isBetween(3590, 3600);

        Api chatting = api().withToken(api().token(shop.clientId(), shop.clientSecret(), "chat"));
        Answer refused = chatting.get("/api/v1/bots/" + shop.botId());
        assertProblem(refused, 403, "forbidden");

        Answer tooMuch = api().requestToken(shop.clientId(), shop.clientSecret(), "ops");
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.json().get("error").asString()).isEqualTo("invalid_scope");
        Answer wrongSecret = api().requestToken(shop.clientId(), "no", null);
        assertThat(wrongSecret.status()).isEqualTo(401);
        assertThat(wrongSecret.json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(wrongSecret.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"xiaoer\"");
        Answer nobody = api().with("Content-Type", "application/x-www-form-urlencoded")
                .post("/oauth2/token", "grant_type=client_credentials");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().get("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void hasNoOtherAuthorizationEndpoints() {
        for (String path : new String[] {
            "/oauth2/authorize", "/oauth2/introspect", "/oauth2/revoke", "/.well-known/oauth-authorization-server"
        }) {
            assertProblem(api().get(path), 404, "not-found");
            assertProblem(api().post(path, "{}"), 404, "not-found");
        }
        Answer keys = api().get("/oauth2/jwks");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.json().at("/keys/0/n").asString()).isNotEmpty();
        assertThat(keys.text()).doesNotContain("\"d\"");
    }

    @Test
    void answersStrangersWithProblemsAndWhereTheyStand() {
        Answer answer = api().get("/api/v1/bots/x");
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=2000;w=10");
        assertThat(answer.headers().firstValue("RateLimit")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        Answer bad = api().withToken("not.a.token").get("/api/v1/bots/x");
        assertProblem(bad, 401, "unauthorized");
        assertThat(bad.headers().firstValue("RateLimit")).isPresent();
        assertThat(bad.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");

        TestShop shop = api().signUp();
        Answer known = shop.api().get("/api/v1/nothing-here");
        assertProblem(known, 404, "not-found");
        assertThat(known.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=2000;w=10");
        assertProblem(shop.api().send("PUT", "/api/v1/bots/" + shop.botId(), "{}"), 405, "invalid-input");
        Answer wrong = shop.api().send("PATCH", "/api/v1/bots/" + shop.botId(), "{\"allowedOrigins\": {\"a\": 1}}");
        assertProblem(wrong, 400, "invalid-input");
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("allowedOrigins");
    }

    @Test
    void opensAConversationUnderAKeyBeforeTheReleaseIsLoaded() {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"staff\": [\"boss\"]}");
        Api keyed = shop.api().with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/api/v1/bots/" + shop.botId() + "/conversations";
        Answer opened = keyed.post(path, "{\"shopper\": {\"id\": \"boss\"}}");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().get("mode").asString()).isEqualTo("bot");
        assertThat(keyed.post(path, "{\"shopper\": {\"id\": \"boss\"}}").json()).isEqualTo(opened.json());
    }

    @Test
    void writesOnceUnderOneIdempotencyKey() {
        TestShop shop = api().signUp();
        String path = "/api/v1/bots/" + shop.botId() + "/entries";
        String entry = "{\"key\": \"k1\", \"question\": \"周末发货吗\", \"answer\": \"周末也发货。\", \"enabled\": true}";
        Api keyed = shop.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Answer once = keyed.post(path, entry);
        Answer twice = keyed.post(path, entry);
        assertThat(once.status()).as(once.text()).isEqualTo(201);
        assertThat(once.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(twice.status()).isEqualTo(201);
        assertThat(twice.json()).isEqualTo(once.json());
        assertThat(twice.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertProblem(keyed.post(path, entry.replace("k1", "k2")), 422, "idempotency-mismatch");
        assertProblem(shop.api().with("Idempotency-Key", "x".repeat(201)).post(path, entry), 400, "invalid-input");

        // a failed write leaves its key free
        Api failing = shop.api().with("Idempotency-Key", UUID.randomUUID().toString());
        assertProblem(failing.post(path, "{}"), 400, "invalid-input");
        assertThat(failing.post(path, entry.replace("k1", "k3")).status()).isEqualTo(201);
    }

    @Test
    void keepsWidgetAndApiTokensApart() {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        String widget = "/widget/v1/" + shop.widgetKey();
        Answer session = api().post(widget + "/session", "{\"visitorId\": \"v1\"}");
        assertThat(session.status()).as(session.text()).isEqualTo(200);
        assertThat(session.headers().firstValue("RateLimit-Policy")).hasValue("\"session\";q=300;w=60");
        Api visitor = api().withToken(session.json().get("token").asString());

        Answer opened = visitor.post(widget + "/conversations", "{}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.headers().firstValue("RateLimit-Policy")).hasValue("\"visitor\";q=300;w=60");
        assertProblem(visitor.get("/api/v1/bots/" + shop.botId()), 401, "unauthorized");
        assertProblem(shop.api().post(widget + "/conversations", "{}"), 401, "unauthorized");
        assertProblem(api().post(widget + "/conversations", "{}"), 401, "unauthorized");
        assertProblem(visitor.post("/widget/v1/" + other.widgetKey() + "/conversations", "{}"), 404, "not-found");
        assertProblem(api().post("/widget/v1/w_none/session", "{\"visitorId\": \"v1\"}"), 404, "not-found");
    }

    @Test
    void refusesATokenAfterItsTimeAndSaysSo() {
        TestShop shop = api().signUp();
        Instant end = Instant.now().minus(Duration.ofMinutes(5));
        String expired = token(shop, end);
        Answer refused = api().withToken(expired).get("/api/v1/bots/" + shop.botId());
        assertProblem(refused, 401, "unauthorized");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");

        // the same token but for its end is a good one
        String living = token(shop, Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(api().withToken(living).get("/api/v1/bots/" + shop.botId()).status())
                .isEqualTo(200);
    }

    private String token(TestShop shop, Instant end) {
        return tokens.encode(JwtEncoderParameters.from(JwtClaimsSet.builder()
                        .issuer("xiaoer")
                        .audience(List.of("xiaoer-api"))
                        .subject(shop.clientId())
                        .issuedAt(end.minus(Duration.ofHours(1)))
                        .expiresAt(end)
                        .claim("scope", List.of("manage"))
                        .claim("tenant", shop.tenantId())
                        .build()))
                .getTokenValue();
    }

    @Test
    void refusesBodiesOverTheLimit() {
        TestShop shop = api().signUp();
        String body = "{\"name\": \"" + "a".repeat(300_000) + "\"}";
        assertProblem(shop.api().send("PATCH", "/api/v1/bots/" + shop.botId(), body), 413, "too-large");
    }

    @Test
    void makesGuessersWaitAndLetsMembersIn() {
        TestShop shop = api().signUp();
        var right = UsernamePasswordAuthenticationToken.unauthenticated(shop.email(), shop.password());
        var wrong = UsernamePasswordAuthenticationToken.unauthenticated(shop.email(), "guess");
        assertThat(logins.authenticate(right)).extracting("principal").isInstanceOf(PortalUser.class);
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> logins.authenticate(wrong)).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> logins.authenticate(right)).isInstanceOf(BadCredentialsException.class);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    }
}
