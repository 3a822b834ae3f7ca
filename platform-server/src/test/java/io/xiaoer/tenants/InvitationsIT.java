package io.xiaoer.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.mail.Outbox;
import io.xiaoer.shared.Moment;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenants.internal.Enrolment;
import io.xiaoer.tenants.internal.InvitationRows;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import io.xiaoer.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class InvitationsIT extends IntegrationTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Members members;

    @Autowired
    private InvitationRows rows;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Outbox outbox;

    private final String guest = "guest-" + UUID.randomUUID() + "@shop.example";

    @Test
    void makesWhoeverHasTheLetterAMember() {
        TestShop shop = api().signUp();
        InvitationLink invited = Team.asOwner(shop, () -> invitations.invite(" " + guest.toUpperCase(), Role.EDITOR));
        String token = Team.tokens(outbox, shop, guest, 1).getFirst();
        assertThat(token).isEqualTo(invited.token());
        assertThat(invitations.look(token)).isInstanceOfSatisfying(FoundInvitation.Open.class, open -> {
            assertThat(open.email()).isEqualTo(guest);
            assertThat(open.shop()).isEqualTo("测试美妆店");
            assertThat(open.role()).isEqualTo(Role.EDITOR);
            assertThat(open.invitedBy()).isEqualTo(shop.email());
        });

        invitations.accept(token, " 小李 ", PASSWORD);

        assertThat(Team.asOwner(shop, members::list))
                .extracting(TeamMember::email, TeamMember::name, TeamMember::role)
                .contains(org.assertj.core.groups.Tuple.tuple(guest, "小李", Role.EDITOR));
        assertThat(Team.asOwner(shop, invitations::open)).isEmpty();
    }

    @Test
    void aLinkWorksOnce() {
        TestShop shop = api().signUp();
        String token = invite(shop);
        invitations.accept(token, "小李", PASSWORD);
        assertThat(invitations.look(token)).isEqualTo(new FoundInvitation.Closed(LinkEnd.USED));
        assertRefused(() -> invitations.accept(token, "小王", PASSWORD), Code.NOT_FOUND);
    }

    @Test
    void aLinkEndsAfterAWeekAndIsRenewedBySendingAgain() {
        TestShop shop = api().signUp();
        InvitationLink invited = Team.asOwner(shop, () -> invitations.invite(guest, Role.AGENT));
        Instant end = invited.invitation().expiresAt().toInstant();
        assertThat(Moment.<FoundInvitation, RuntimeException>call(
                        end.minusSeconds(1), () -> invitations.look(invited.token())))
                .isInstanceOf(FoundInvitation.Open.class);
        Moment.run(end.plusMillis(1), () -> {
            assertThat(invitations.look(invited.token())).isEqualTo(new FoundInvitation.Closed(LinkEnd.EXPIRED));
            assertRefused(() -> invitations.accept(invited.token(), "小李", PASSWORD), Code.NOT_FOUND);
            assertRefused(
                    () -> Team.asOwner(
                            shop, () -> invitations.link(invited.invitation().id())),
                    Code.INVALID_INPUT);

            InvitationLink again = Team.asOwner(
                    shop, () -> invitations.resend(invited.invitation().id()));
            invitations.accept(again.token(), "小李", PASSWORD);
        });
    }

    @Test
    void aRevokedLinkLeadsNowhere() {
        TestShop shop = api().signUp();
        String token = invite(shop);
        UUID id = Team.asOwner(shop, invitations::open).getFirst().id();
        Team.runAsOwner(shop, () -> invitations.revoke(id));
        assertThat(invitations.look(token)).isEqualTo(new FoundInvitation.Closed(LinkEnd.REVOKED));
        assertRefused(() -> invitations.accept(token, "小李", PASSWORD), Code.NOT_FOUND);
        assertRefused(() -> Team.asOwner(shop, () -> invitations.resend(id)), Code.NOT_FOUND);
    }

    @Test
    void anotherLinkLeavesTheLettersOwnGood() {
        TestShop shop = api().signUp();
        String token = invite(shop);
        UUID id = Team.asOwner(shop, invitations::open).getFirst().id();
        String other = Team.asOwner(shop, () -> invitations.link(id)).token();
        assertThat(other).isNotEqualTo(token);
        assertThat(invitations.look(token)).isInstanceOf(FoundInvitation.Open.class);
        invitations.accept(other, "小李", PASSWORD);
        assertThat(invitations.look(token)).isEqualTo(new FoundInvitation.Closed(LinkEnd.USED));
    }

    @Test
    void askingAnAddressAgainTakesTheEarlierInvitationBack() {
        TestShop shop = api().signUp();
        String first = invite(shop);
        String second = invite(shop);
        assertThat(invitations.look(first)).isEqualTo(new FoundInvitation.Closed(LinkEnd.REVOKED));
        assertThat(invitations.look(second)).isInstanceOf(FoundInvitation.Open.class);
        assertThat(Team.asOwner(shop, invitations::open)).hasSize(1);
    }

    @Test
    void aFullTeamStillAsksAgainWhomItHasAsked() {
        TestShop shop = api().signUp();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        fill(shop, Enrolment.LARGEST_TEAM - 2, now.plus(Invitations.VALID));
        invite(shop);
        assertThatThrownBy(() -> Team.asOwner(shop, () -> invitations.invite("more-" + guest, Role.VIEWER)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(Code.QUOTA_EXCEEDED);
                    assertThat(problem.errors().getFirst().field()).isEqualTo("team");
                });
        assertThat(invitations.look(invite(shop))).isInstanceOf(FoundInvitation.Open.class);
        assertThat(Team.asOwner(shop, invitations::open)).hasSize(Enrolment.LARGEST_TEAM - 1);
    }

    @Test
    void expiredInvitationsTakeNoRoomUntilTheyAreSentAgain() {
        TestShop shop = api().signUp();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID expired = fill(shop, Enrolment.LARGEST_TEAM, now.minusSeconds(1));
        invite(shop);
        UUID open = fill(shop, Enrolment.LARGEST_TEAM - 2, now.plus(Invitations.VALID));
        assertRefused(() -> Team.asOwner(shop, () -> invitations.resend(expired)), Code.QUOTA_EXCEEDED);
        assertThat(Team.asOwner(shop, () -> invitations.resend(open)).token()).isNotBlank();
    }

    /** Has so many others asked; the last one's id. */
    private UUID fill(TestShop shop, int count, OffsetDateTime expiresAt) {
        UUID last = UUID.randomUUID();
        for (int i = 0; i < count; i++) {
            last = UUID.randomUUID();
            Invitation one = new Invitation(
                    last,
                    last + "@shop.example",
                    Role.VIEWER,
                    shop.email(),
                    expiresAt.minus(Invitations.VALID),
                    expiresAt);
            Team.runAsOwner(shop, () -> transaction.executeWithoutResult(status -> rows.insert(Team.id(shop), one)));
        }
        return last;
    }

    @Test
    void refusesAnAddressThatHasAnAccount() {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        assertRefused(() -> Team.asOwner(shop, () -> invitations.invite(shop.email(), Role.VIEWER)), Code.EMAIL_TAKEN);
        assertRefused(() -> Team.asOwner(shop, () -> invitations.invite(other.email(), Role.VIEWER)), Code.EMAIL_TAKEN);
        assertRefused(() -> Team.asOwner(shop, () -> invitations.invite("nobody", Role.VIEWER)), Code.INVALID_INPUT);
    }

    @Test
    void twoShopsMayAskTheSamePersonWhoJoinsOne() {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        String here = invite(shop);
        String there = invite(other);
        invitations.accept(here, "小李", PASSWORD);
        assertRefused(() -> invitations.accept(there, "小李", PASSWORD), Code.EMAIL_TAKEN);
        assertThat(Team.asOwner(other, members::list)).hasSize(1);
    }

    @Test
    void aShopSeesNoInvitationOfAnother() {
        TestShop shop = api().signUp();
        TestShop other = api().signUp();
        invite(other);
        UUID theirs = Team.asOwner(other, invitations::open).getFirst().id();
        assertThat(Team.asOwner(shop, invitations::open)).isEmpty();
        assertRefused(() -> Team.asOwner(shop, () -> invitations.link(theirs)), Code.NOT_FOUND);
        assertRefused(() -> Team.runAsOwner(shop, () -> invitations.revoke(theirs)), Code.NOT_FOUND);
    }

    @Test
    void saysWhatIsWrongWithNameAndPassword() {
        String token = invite(api().signUp());
        assertThatThrownBy(() -> invitations.accept(token, " ", "short"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("name", "password"));
        assertThat(invitations.look("no-such-token")).isEqualTo(new FoundInvitation.Closed(LinkEnd.UNKNOWN));
    }

    @Test
    void keepsNoTokenThatWorks() throws SQLException {
        String token = invite(api().signUp());
        try (var superuser = TestDatabase.superuser(databaseName());
                var statement =
                        superuser.prepareStatement("select count(*) from directory.link where token_digest = ?")) {
            statement.setString(1, token);
            try (var result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1)).isZero();
            }
        }
    }

    private String invite(TestShop shop) {
        return Team.asOwner(shop, () -> invitations.invite(guest, Role.EDITOR)).token();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Code code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
