package io.xiaoer.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.WidgetSecrets;
import io.xiaoer.shared.Moment;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.AuditEntry;
import io.xiaoer.tenants.AuditTrail;
import io.xiaoer.testing.Api;
import io.xiaoer.testing.Api.Answer;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who a shopper is when the shop signs it, and that nobody else can say so. */
class SignedIdentityIT extends IntegrationTest {

    @Autowired
    private WidgetSecrets secrets;

    @Autowired
    private AuditTrail trail;

    @Test
    void aSignedShopperIsTheShopsCustomer() throws SQLException {
        TestShop shop = shopWithStaff("c-88");
        String secret = secret(shop, null);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);

        Answer session = session(
                shop,
                signed(
                        secret,
                        claims -> claims.subject("c-88")
                                .claim("name", "林晓")
                                .claim("registeredAt", "2026-01-31T08:00:00+08:00")));

        assertThat(session.status()).as(session.text()).isEqualTo(200);
        assertThat(session.json().get("mode").asString())
                .as("only the customer c-88 is staff")
                .isEqualTo("bot");
        Answer opened = conversations(shop, session);
        assertThat(opened.status()).isEqualTo(201);
        String conversation = opened.json().get("conversationId").asString();
        assertThat(stored(conversation, "shopper")).isEqualTo("customer:c-88");
        assertThat(stored(conversation, "shopper_name")).isEqualTo("林晓");
        assertThat(stored(conversation, "shopper_registered_at at time zone 'UTC'"))
                .startsWith("2026-01-31 00:00:00");
    }

    @Test
    void theTokenEndsNoLaterThanTheIdentity() throws ParseException {
        TestShop shop = api().signUp();
        String secret = secret(shop, null);
        Instant soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);

        Answer brief = session(shop, signed(secret, claims -> claims.expirationTime(Date.from(soon))));
        Answer day = session(
                shop,
                signed(
                        secret,
                        claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofHours(23))))));

        assertThat(expiry(brief)).isEqualTo(soon);
        assertThat(expiry(day))
                .isBefore(Instant.now().plus(WidgetTokens.LIFETIME).plusSeconds(5));
    }

    @Test
    void refusesWhatIsNotSignedWithThisBotsSecretAndSaysSo() throws JOSEException {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        String secret = secret(shop, null);
        String theirs = secret(other, null);

        refused(shop, signed(theirs, claims -> {}), "wrong signature");
        refused(shop, signed("guess-guess-guess-guess-guess-guess", claims -> {}), "wrong signature");
        refused(shop, new PlainJWT(claims().build()).serialize(), "not a signed JWT");
        refused(shop, sign(JWSAlgorithm.HS512, new MACSigner(secret + secret), claims().build()), "HS256");
        refused(
                shop,
                sign(JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate()), claims().build()),
                "HS256");
        refused(shop, "c-1", "not a signed JWT");
        refused(shop, "", "not a signed JWT");
        refused(shop, "a".repeat(9_000), "longer than");
        String good = signed(secret, claims -> {});
        String forged = good.substring(0, good.indexOf('.') + 1)
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"sub\":\"victim\",\"exp\":4102444800}".getBytes(StandardCharsets.UTF_8))
                + good.substring(good.lastIndexOf('.'));
        refused(shop, forged, "wrong signature");
        assertThat(session(shop, good).status()).isEqualTo(200);
    }

    @Test
    void refusesIdentitiesOutOfTheirTimeOrWithoutACustomer() {
        TestShop shop = api().signUp();
        String secret = secret(shop, null);
        Instant now = Instant.now();

        refused(shop, signed(secret, c -> c.expirationTime(Date.from(now.minusSeconds(1)))), "has expired");
        refused(shop, signed(secret, c -> c.expirationTime(null)), "no exp");
        refused(
                shop,
                signed(secret, c -> c.expirationTime(Date.from(now.plus(Duration.ofHours(25))))),
                "too long-lived");
        refused(shop, signed(secret, c -> c.notBeforeTime(Date.from(now.plusSeconds(300)))), "not valid yet");
        refused(shop, signed(secret, c -> c.issueTime(Date.from(now.plusSeconds(300)))), "in the future");
        refused(shop, signed(secret, c -> c.subject(null)), "no sub");
        refused(shop, signed(secret, c -> c.subject(" ")), "no sub");
        refused(shop, signed(secret, c -> c.subject("a\u0001b")), "sub");
        refused(shop, signed(secret, c -> c.subject("a".repeat(129))), "sub");
        refused(shop, signed(secret, c -> c.claim("registeredAt", "yesterday")), "registeredAt");
        refused(shop, signed(secret, c -> c.claim("name", Map.of("a", 1))), "claims");
        assertThat(session(shop, signed(secret, c -> c.subject("a".repeat(128))))
                        .status())
                .isEqualTo(200);
        assertThat(session(shop, signed(secret, c -> c.issueTime(Date.from(now.plusSeconds(20)))))
                        .status())
                .as("a shop's clock may be a little ahead")
                .isEqualTo(200);
    }

    @Test
    void withoutASecretNothingCanBeSigned() {
        TestShop shop = api().signUp();
        refused(shop, signed("a secret that the shop has made up itself", claims -> {}), "no widget secret yet");
    }

    @Test
    void aReplacedSecretWorksForADayUnlessItIsRevoked() {
        TestShop shop = api().signUp();
        BotId bot = new BotId(UUID.fromString(shop.botId()));
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));
        String ancient = in(shop, () -> Moment.call(yesterday, () -> secrets.renew(bot, false)));
        String old = in(shop, () -> Moment.call(yesterday, () -> secrets.renew(bot, false)));
        String current = secret(shop, null);

        refused(shop, signed(ancient, claims -> {}), "wrong signature");
        assertThat(session(shop, signed(old, claims -> {})).status()).isEqualTo(200);
        assertThat(session(shop, signed(current, claims -> {})).status()).isEqualTo(200);
        assertThat(in(shop, () -> secrets.get(bot)).orElseThrow().oldValidUntil())
                .isAfter(Instant.now().plus(Duration.ofHours(23)).atOffset(java.time.ZoneOffset.UTC));

        String last = secret(shop, "{\"revokeOld\": true}");

        refused(shop, signed(old, claims -> {}), "wrong signature");
        refused(shop, signed(current, claims -> {}), "wrong signature");
        assertThat(session(shop, signed(last, claims -> {})).status()).isEqualTo(200);
        assertThat(in(shop, () -> trail.list(null, null, null, 10)).items())
                .extracting(AuditEntry::action)
                .filteredOn("widget-secret.made"::equals)
                .hasSize(4);
    }

    @Test
    void theSecretIsSealedAndNeitherRepeatedNorAudited() throws SQLException {
        TestShop shop = api().signUp();
        String path = "/api/v1/bots/" + shop.botId() + "/widget-secret";
        Api once = shop.api().with("Idempotency-Key", "make-it-once");
        String secret = once.post(path, "{}").json().get("widgetSecret").asString();

        assertThat(once.post(path, "{}").json().get("widgetSecret").isNull()).isTrue();
        assertThat(session(shop, signed(secret, claims -> {})).status()).isEqualTo(200);
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(query("select string_agg(encode(sealed, 'hex'), ' ') from bots.widget_secret"))
                .doesNotContain(hex);
        assertThat(query("select string_agg(e::text, ' ') from tenants.audit e"))
                .doesNotContain(secret);
        assertThat(query("select string_agg(response, ' ') from security.idempotent_request"))
                .doesNotContain(secret);
    }

    @Test
    void aVisitorWhoOnlyClaimsToBeACustomerIsNone() {
        TestShop shop = shopWithStaff("c-88");
        secret(shop, null);
        Answer session = api().post(
                        "/widget/v1/" + shop.widgetKey() + "/session",
                        "{\"visitorId\": \"c-88\", \"customerId\": \"c-88\", \"shopper\": {\"id\": \"c-88\"}}");
        assertThat(session.json().get("mode").asString()).isEqualTo("fallback");
    }

    @Test
    void aCustomerSeesNoOthersConversationNorTheirOwnAsAVisitor() {
        TestShop shop = api().signUp();
        String secret = secret(shop, null);
        Answer mine = session(shop, signed(secret, claims -> claims.subject("mine")));
        Answer theirs = session(shop, signed(secret, claims -> claims.subject("theirs")));
        Answer visitor = api().post("/widget/v1/" + shop.widgetKey() + "/session", "{\"visitorId\": \"mine\"}");
        String messages = "/widget/v1/" + shop.widgetKey() + "/conversations/"
                + conversations(shop, mine).json().get("conversationId").asString() + "/messages";

        assertThat(as(mine).get(messages).status()).isEqualTo(200);
        assertThat(as(theirs).get(messages).status()).isEqualTo(404);
        assertThat(as(visitor).get(messages).status()).isEqualTo(404);
    }

    @Test
    void whatAShopsSystemSaysOfAShopperIsKeptToo() throws SQLException {
        TestShop shop = api().signUp();
        String path = "/api/v1/bots/" + shop.botId() + "/conversations";
        Answer opened = shop.api().post(path, """
                {"shopper": {"id": "c-1", "name": "王芳", "registeredAt": "2026-11-01T00:00:00Z"}}""");
        String conversation = opened.json().get("conversationId").asString();
        assertThat(stored(conversation, "shopper_name")).isEqualTo("王芳");
        assertThat(stored(conversation, "shopper_registered_at at time zone 'UTC'"))
                .startsWith("2026-11-01");

        Answer wrong = shop.api().post(path, "{\"shopper\": {\"id\": \"c-1\", \"registeredAt\": \"soon\"}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("shopper.registeredAt");
    }

    private void refused(TestShop shop, String identity, String reason) {
        Answer answer = session(shop, identity);
        assertThat(answer.status()).as(reason + " " + answer.text()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("unauthorized");
        assertThat(answer.json().get("detail").asString()).contains(reason);
    }

    private Answer session(TestShop shop, String identity) {
        return api().post(
                        "/widget/v1/" + shop.widgetKey() + "/session",
                        "{\"visitorId\": \"browser-1\", \"identity\": \"" + identity + "\"}");
    }

    private Api as(Answer session) {
        return api().withToken(session.json().get("token").asString());
    }

    private Answer conversations(TestShop shop, Answer session) {
        return as(session).post("/widget/v1/" + shop.widgetKey() + "/conversations", "{}");
    }

    private TestShop shopWithStaff(String customer) {
        TestShop shop = api().signUp();
        shop.api().put("/api/v1/bots/" + shop.botId() + "/rollout", "{\"staff\": [\"" + customer + "\"]}");
        return shop;
    }

    private static String secret(TestShop shop, @Nullable String body) {
        Answer made = shop.api().post("/api/v1/bots/" + shop.botId() + "/widget-secret", body == null ? "{}" : body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("widgetSecret").asString();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("c-1")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    private static String signed(String secret, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        try {
            return sign(JWSAlgorithm.HS256, new MACSigner(secret.getBytes(StandardCharsets.UTF_8)), claims.build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Instant expiry(Answer session) throws ParseException {
        return SignedJWT.parse(session.json().get("token").asString())
                .getJWTClaimsSet()
                .getExpirationTime()
                .toInstant();
    }

    private static <R> R in(TestShop shop, ScopedValue.CallableOp<R, RuntimeException> work) {
        return TenantScope.call(new TenantId(UUID.fromString(shop.tenantId())), Actor.platform(), work);
    }

    private static String stored(String conversation, String column) throws SQLException {
        return query("select " + column + "::text from conversations.conversation where conversation_id = '"
                + UUID.fromString(conversation) + "'");
    }

    private static String query(String sql) throws SQLException {
        try (Connection superuser = TestDatabase.superuser(databaseName());
                var rows = superuser.createStatement().executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
