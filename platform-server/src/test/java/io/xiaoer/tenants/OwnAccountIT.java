package io.xiaoer.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.mail.Outbox;
import io.xiaoer.security.ResetLimit;
import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** A member's own password and sessions. */
class OwnAccountIT extends IntegrationTest {

    private static final String NEW_PASSWORD = "another horse battery";

    @Autowired
    private OwnAccount account;

    @Autowired
    private Sessions sessions;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private ResetLimit limit;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuthenticationProvider logins;

    @Test
    void aResetSetsThePasswordOnceAndEndsAllSessions() {
        TestShop shop = api().signUp();
        UUID session = openSession(shop);
        resets.request(" " + shop.email().toUpperCase());
        String token = Team.tokens(outbox, shop, shop.email(), 1).getFirst();
        assertThat(resets.look(token)).isEqualTo(new FoundReset.Open(shop.email()));

        resets.reset(token, NEW_PASSWORD);

        logIn(shop.email(), NEW_PASSWORD);
        assertThatThrownBy(() -> logIn(shop.email(), shop.password())).isInstanceOf(BadCredentialsException.class);
        assertThat(Team.asOwner(shop, () -> sessions.use(session))).isEmpty();
        assertThat(resets.look(token)).isEqualTo(new FoundReset.Closed(LinkEnd.USED));
        assertRefused(() -> resets.reset(token, "a third horse battery"), Code.NOT_FOUND);
    }

    @Test
    void aResetEndsAfterAnHourAndTakesAllOthersWithIt() {
        TestShop shop = api().signUp();
        resets.request(shop.email());
        resets.request(shop.email());
        List<String> tokens = Team.tokens(outbox, shop, shop.email(), 2);
        Moment.run(Instant.now().plus(PasswordResets.VALID).plusSeconds(60), () -> {
            assertThat(resets.look(tokens.getFirst())).isEqualTo(new FoundReset.Closed(LinkEnd.EXPIRED));
            assertRefused(() -> resets.reset(tokens.getFirst(), NEW_PASSWORD), Code.NOT_FOUND);
        });
        assertRefused(() -> resets.reset(tokens.getFirst(), "short"), Code.INVALID_INPUT);
        resets.reset(tokens.getFirst(), NEW_PASSWORD);
        assertThat(resets.look(tokens.getLast())).isEqualTo(new FoundReset.Closed(LinkEnd.USED));
    }

    @Test
    void anUnknownAddressIsAnsweredAndWrittenToInNoWay() {
        TestShop shop = api().signUp();
        resets.request("nobody-" + UUID.randomUUID() + "@shop.example");
        resets.request("\u0000@shop.example");
        resets.request(shop.email());
        assertThat(Team.tokens(outbox, shop, shop.email(), 1)).hasSize(1);
        assertThat(Team.asOwner(shop, outbox::letters)).hasSize(1);
        assertThat(resets.look("no-such-token")).isEqualTo(new FoundReset.Closed(LinkEnd.UNKNOWN));
    }

    @Test
    void anInvitationsTokenSetsNoPassword() {
        TestShop shop = api().signUp();
        resets.request(shop.email());
        String token = Team.tokens(outbox, shop, shop.email(), 1).getFirst();
        assertThat(resets.look(token)).isInstanceOf(FoundReset.Open.class);
        assertThat(invitations.look(token)).isEqualTo(new FoundInvitation.Closed(LinkEnd.UNKNOWN));
    }

    @Autowired
    private Invitations invitations;

    @Test
    void asksAtMostFiveTimesAnHourForAnAccount() {
        String email = "someone-" + UUID.randomUUID() + "@shop.example";
        for (int i = 1; i <= 5; i++) {
            limit.countReset("203.0.113." + i, email);
        }
        assertRefused(() -> limit.countReset("203.0.113.99", email), Code.RATE_LIMITED);
    }

    @Test
    void asksAtMostTwentyTimesAnHourFromAnAddress() {
        String address = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + "::1";
        for (int i = 1; i <= 20; i++) {
            limit.countReset(address, UUID.randomUUID() + "@shop.example");
        }
        assertRefused(() -> limit.countReset(address, UUID.randomUUID() + "@shop.example"), Code.RATE_LIMITED);
    }

    @Test
    void changesThePasswordOfWhoKnowsItAndKeepsOnlyThisSession() {
        TestShop shop = api().signUp();
        UUID here = openSession(shop);
        UUID there = openSession(shop);
        resets.request(shop.email());
        String token = Team.tokens(outbox, shop, shop.email(), 1).getFirst();
        assertThatThrownBy(() -> Team.runAsOwner(shop, () -> account.changePassword("wrong", NEW_PASSWORD, here)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("current"));

        Team.runAsOwner(shop, () -> account.changePassword(shop.password(), NEW_PASSWORD, here));

        logIn(shop.email(), NEW_PASSWORD);
        assertThat(Team.asOwner(shop, sessions::mine))
                .extracting(MemberSession::id)
                .containsExactly(here);
        assertThat(Team.asOwner(shop, () -> sessions.use(there))).isEmpty();
        assertThat(resets.look(token)).isEqualTo(new FoundReset.Closed(LinkEnd.USED));
    }

    @Test
    void aResetForgetsTheWrongPasswordsBefore() {
        TestShop shop = api().signUp();
        resets.request(shop.email());
        String token = Team.tokens(outbox, shop, shop.email(), 1).getFirst();
        Moment.run(Instant.now().truncatedTo(ChronoUnit.SECONDS), () -> {
            for (int i = 0; i < 6; i++) {
                assertThatThrownBy(() -> logIn(shop.email(), "wrong", "203.0.113.200"))
                        .isInstanceOf(BadCredentialsException.class);
            }
            // from elsewhere each time: the network address goes on waiting
            assertThatThrownBy(() -> logIn(shop.email(), shop.password(), "203.0.113.201"))
                    .isInstanceOf(BadCredentialsException.class);
            resets.reset(token, NEW_PASSWORD);
            logIn(shop.email(), NEW_PASSWORD, "203.0.113.202");
        });
    }

    @Test
    void guessesOfTheCurrentPasswordHaveToWaitAsLoginsDo() {
        TestShop shop = api().signUp();
        UUID here = openSession(shop);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Moment.run(now, () -> {
            for (int i = 0; i < 5; i++) {
                assertRefused(
                        () -> Team.runAsOwner(shop, () -> account.changePassword("wrong", NEW_PASSWORD, here)),
                        Code.INVALID_INPUT);
            }
            assertRefused(
                    () -> Team.runAsOwner(shop, () -> account.changePassword(shop.password(), NEW_PASSWORD, here)),
                    Code.RATE_LIMITED);
            assertThatThrownBy(() -> logIn(shop.email(), shop.password(), "203.0.113.203"))
                    .isInstanceOf(BadCredentialsException.class);
        });
        Moment.run(now.plusSeconds(2), () -> {
            Team.runAsOwner(shop, () -> account.changePassword(shop.password(), NEW_PASSWORD, here));
            logIn(shop.email(), NEW_PASSWORD, "203.0.113.203");
        });
    }

    @Test
    void aSessionStandsUntilItIsEndedOrIdle() {
        TestShop shop = api().signUp();
        UUID one = openSession(shop);
        UUID two = openSession(shop);
        UUID three = openSession(shop);
        Team.runAsOwner(shop, () -> sessions.end(two));
        assertThat(Team.asOwner(shop, () -> sessions.use(two))).isEmpty();
        assertThat(Team.asOwner(shop, () -> sessions.endOthers(one))).isEqualTo(1);
        assertThat(Team.asOwner(shop, () -> sessions.use(three))).isEmpty();

        Instant later = Instant.now().plus(Duration.ofMinutes(29));
        assertThat(useAt(later, shop, one)).contains(Role.OWNER);
        assertThat(useAt(later.plus(Duration.ofMinutes(29)), shop, one))
                .as("used meanwhile")
                .contains(Role.OWNER);
        assertThat(useAt(later.plus(Duration.ofMinutes(60)), shop, one)).isEmpty();
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        UUID session = openSession(shop);
        assertRefused(() -> Team.runAsOwner(other, () -> sessions.end(session)), Code.NOT_FOUND);
        assertRefused(
                () -> Team.as(shop, other.email(), Role.VIEWER, () -> {
                    sessions.end(session);
                    return true;
                }),
                Code.FORBIDDEN);
        Actor program = new Actor(Actor.Kind.CLIENT, shop.email(), Set.copyOf(Role.OWNER.permissions()));
        assertRefused(() -> TenantScope.run(Team.id(shop), program, () -> sessions.end(session)), Code.FORBIDDEN);
        assertThat(Team.asOwner(shop, () -> sessions.use(session))).contains(Role.OWNER);
    }

    private Optional<Role> useAt(Instant at, TestShop shop, UUID session) {
        return Moment.<Optional<Role>, RuntimeException>call(at, () -> Team.asOwner(shop, () -> sessions.use(session)));
    }

    private UUID openSession(TestShop shop) {
        UUID session = UUID.randomUUID();
        Team.runAsOwner(shop, () -> sessions.open(session, account.mine().id(), "test", "198.51.100.7"));
        return session;
    }

    private void logIn(String email, String password) {
        // an address of its own: other tests' failed logins make theirs wait
        logIn(email, password, "192.0.2." + (1 + email.hashCode() & 0x7f));
    }

    private void logIn(String email, String password, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        logins.authenticate(attempt);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Code code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
