package io.xiaoer.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient.OldSecret;
import io.xiaoer.tenants.ApiClient.Scope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Secrets that are replaced while programs go on working, as the token endpoint sees them. */
class ApiClientsIT extends IntegrationTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    private ApiClients clients;

    @Autowired
    private AuditTrail trail;

    @Test
    void acceptsBothSecretsForAWhileAndSaysWhichIsUsed() {
        TestShop shop = api().signUp();
        assertThat(only(shop).lastUsedAt()).as("sign-up's token").isNotNull();

        NewApiClient fresh = in(shop, () -> clients.rotate(shop.clientId(), null, WEEK));

        assertThat(only(shop).lastUsedAt()).isNull();
        assertThat(old(shop).lastUsedAt()).isNull();
        assertThat(status(shop.clientId(), shop.clientSecret())).isEqualTo(200);
        assertThat(old(shop).lastUsedAt()).isNotNull();
        assertThat(only(shop).lastUsedAt()).isNull();
        assertThat(status(shop.clientId(), fresh.clientSecret())).isEqualTo(200);
        assertThat(only(shop).lastUsedAt()).isNotNull();
        assertThat(status(shop.clientId(), "neither")).isEqualTo(401);

        in(shop, () -> {
            clients.endOldSecret(shop.clientId());
            return true;
        });
        assertThat(only(shop).oldSecret()).isNull();
        assertThat(status(shop.clientId(), shop.clientSecret())).isEqualTo(401);
        assertThat(status(shop.clientId(), fresh.clientSecret())).isEqualTo(200);
        assertThat(in(shop, () -> trail.list(null, null, null, 10)).items())
                .extracting(AuditEntry::action)
                .startsWith("client.old-secret-ended", "client.rotated");
    }

    @Test
    void refusesTheOldSecretOnceItsTimeIsOver() {
        TestShop shop = api().signUp();
        Instant eightDaysAgo = Instant.now().minus(Duration.ofDays(8));

        NewApiClient fresh =
                in(shop, () -> Moment.call(eightDaysAgo, () -> clients.rotate(shop.clientId(), null, WEEK)));

        assertThat(only(shop).oldSecret()).isNull();
        assertThat(status(shop.clientId(), shop.clientSecret())).isEqualTo(401);
        assertThat(status(shop.clientId(), fresh.clientSecret())).isEqualTo(200);
    }

    @Test
    void endsALeakedSecretAtOnce() {
        TestShop shop = api().signUp();
        NewApiClient fresh = in(shop, () -> clients.rotate(shop.clientId(), null, Duration.ZERO));
        assertThat(status(shop.clientId(), shop.clientSecret())).isEqualTo(401);
        assertThat(status(shop.clientId(), fresh.clientSecret())).isEqualTo(200);
    }

    @Test
    void letsOneOfTwoOwnersReplaceASecret() {
        TestShop shop = api().signUp();
        in(shop, () -> clients.rotate(shop.clientId(), null, WEEK));
        assertProblem(Code.VERSION_CONFLICT, shop, () -> clients.rotate(shop.clientId(), null, WEEK));
        assertThat(in(shop, () -> clients.rotate(shop.clientId(), only(shop).rotatedAt(), WEEK)))
                .isNotNull();
        assertThat(status(shop.clientId(), shop.clientSecret()))
                .as("the first of three secrets")
                .isEqualTo(401);
    }

    @Test
    void givesATokenForWhatTheClientMayDoOnly() {
        TestShop shop = api().signUp();
        NewApiClient sync = in(shop, () -> clients.create(" 订单同步 ", EnumSet.of(Scope.SYNC)));
        assertThat(in(shop, clients::list)).extracting(ApiClient::name).containsExactly("随店铺开通的账号", "订单同步");
        assertThat(api().requestToken(sync.clientId(), sync.clientSecret(), "manage")
                        .status())
                .isEqualTo(400);
        String token = api().token(sync.clientId(), sync.clientSecret(), null);
        assertThat(api().withToken(token).get("/api/v1/bots/" + shop.botId()).status())
                .isEqualTo(403);

        in(shop, () -> {
            clients.remove(sync.clientId());
            return true;
        });
        assertThat(status(sync.clientId(), sync.clientSecret())).isEqualTo(401);
    }

    @Test
    void keepsAnotherShopsClientsOutOfReach() {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        List<Supplier<Object>> calls = List.of(
                () -> clients.rotate(shop.clientId(), null, WEEK),
                () -> {
                    clients.endOldSecret(shop.clientId());
                    return true;
                },
                () -> {
                    clients.remove(shop.clientId());
                    return true;
                });
        calls.forEach(call -> assertProblem(Code.NOT_FOUND, other, call));
        assertThat(in(other, clients::list)).extracting(ApiClient::clientId).containsExactly(other.clientId());
        assertThat(status(shop.clientId(), shop.clientSecret())).isEqualTo(200);
    }

    @Test
    void namesWhatIsWrongAndStoresNothing() {
        TestShop shop = api().signUp();
        assertProblem(Code.INVALID_INPUT, shop, () -> clients.create(" ", EnumSet.of(Scope.CHAT)));
        assertProblem(Code.INVALID_INPUT, shop, () -> clients.create("名".repeat(61), EnumSet.of(Scope.CHAT)));
        assertProblem(Code.INVALID_INPUT, shop, () -> clients.create("系统", EnumSet.noneOf(Scope.class)));
        assertProblem(Code.INVALID_INPUT, shop, () -> clients.rotate(shop.clientId(), null, Duration.ofDays(31)));
        for (int i = 1; i < ApiClients.MAX_CLIENTS; i++) {
            in(shop, () -> clients.create("系统", EnumSet.of(Scope.CHAT)));
        }
        assertProblem(Code.QUOTA_EXCEEDED, shop, () -> clients.create("系统", EnumSet.of(Scope.CHAT)));
        assertThat(in(shop, clients::list)).hasSize(ApiClients.MAX_CLIENTS);
    }

    private ApiClient only(TestShop shop) {
        return in(shop, clients::list).getFirst();
    }

    private OldSecret old(TestShop shop) {
        return Objects.requireNonNull(only(shop).oldSecret());
    }

    private int status(String clientId, String secret) {
        return api().requestToken(clientId, secret, null).status();
    }

    private void assertProblem(Code code, TestShop shop, Supplier<?> call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> in(shop, call))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static <T> T in(TestShop shop, Supplier<T> work) {
        Actor owner = new Actor(Actor.Kind.MEMBER, shop.email(), Role.OWNER.permissions());
        return TenantScope.<T, RuntimeException>call(new TenantId(UUID.fromString(shop.tenantId())), owner, work::get);
    }
}
