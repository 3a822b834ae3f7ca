package io.xiaoer.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.testing.Api.TestShop;
import io.xiaoer.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MembersIT extends IntegrationTest {

    @Autowired
    private Members members;

    @Autowired
    private Sessions sessions;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Directory directory;

    private final String editor = "editor-" + UUID.randomUUID() + "@shop.example";

    @Test
    void anotherRoleHoldsInARunningSession() {
        TestShop shop = api().signUp();
        Member member = add(shop, Role.EDITOR);
        UUID session = openSession(shop, member);
        assertThat(use(shop, session)).contains(Role.EDITOR);

        Team.runAsOwner(shop, () -> members.changeRole(member.id(), Role.VIEWER, 1));

        assertThat(use(shop, session)).contains(Role.VIEWER);
        assertThat(audited(shop)).containsExactly("member.role-changed " + editor);
    }

    @Test
    void aRemovedMembersSessionsEndAndTheirAddressIsFree() {
        TestShop shop = api().signUp();
        Member member = add(shop, Role.EDITOR);
        UUID session = openSession(shop, member);

        Team.runAsOwner(shop, () -> members.remove(member.id()));

        assertThat(use(shop, session)).isEmpty();
        assertThat(directory.findLogin(editor)).isEmpty();
        assertThat(Team.asOwner(shop, members::list))
                .extracting(TeamMember::email)
                .containsExactly(shop.email());
        assertThat(audited(shop)).containsExactly("member.removed " + editor);
        add(api().signUp(), Role.AGENT);
    }

    @Test
    void keepsTheLastOwner() {
        TestShop shop = api().signUp();
        UUID owner = Team.asOwner(shop, members::list).getFirst().id();
        assertRefused(() -> Team.runAsOwner(shop, () -> members.changeRole(owner, Role.EDITOR, 1)), Code.INVALID_INPUT);
        assertRefused(() -> Team.runAsOwner(shop, () -> members.remove(owner)), Code.INVALID_INPUT);

        add(shop, Role.OWNER);
        Team.runAsOwner(shop, () -> members.changeRole(owner, Role.EDITOR, 1));
        assertThat(Team.asOwner(shop, members::list))
                .extracting(TeamMember::role)
                .containsExactlyInAnyOrder(Role.EDITOR, Role.OWNER);
    }

    @Test
    void keepsAnOwnerWhenTwoDemoteEachOtherAtOnce() throws Exception {
        TestShop shop = api().signUp();
        UUID first = Team.asOwner(shop, members::list).getFirst().id();
        UUID second = add(shop, Role.OWNER).id();
        try (var hands = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> demotions = List.of(() -> demoted(shop, first), () -> demoted(shop, second));
            int done = 0;
            for (Future<Boolean> outcome : hands.invokeAll(demotions)) {
                done += outcome.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(Team.asOwner(shop, members::list))
                .extracting(TeamMember::role)
                .containsExactlyInAnyOrder(Role.VIEWER, Role.OWNER);
    }

    @Test
    void saysThatSomeoneElseWasFaster() {
        TestShop shop = api().signUp();
        Member member = add(shop, Role.EDITOR);
        Team.runAsOwner(shop, () -> members.changeRole(member.id(), Role.VIEWER, 1));
        assertRefused(
                () -> Team.runAsOwner(shop, () -> members.changeRole(member.id(), Role.AGENT, 1)),
                Code.VERSION_CONFLICT);
    }

    @Test
    void aShopChangesNobodyOfAnother() {
        TestShop shop = api().signUp();
        Member theirs = add(api().signUp(), Role.EDITOR);
        assertRefused(
                () -> Team.runAsOwner(shop, () -> members.changeRole(theirs.id(), Role.VIEWER, 1)), Code.NOT_FOUND);
        assertRefused(() -> Team.runAsOwner(shop, () -> members.remove(theirs.id())), Code.NOT_FOUND);
    }

    private boolean demoted(TestShop shop, UUID member) {
        try {
            Team.runAsOwner(shop, () -> members.changeRole(member, Role.VIEWER, 1));
            return true;
        } catch (Problem problem) {
            assertThat(problem.code()).isEqualTo(Code.INVALID_INPUT);
            return false;
        }
    }

    private Member add(TestShop shop, Role role) {
        return Team.asOwner(shop, () -> members.add(editor, "{noop}unused", role));
    }

    private UUID openSession(TestShop shop, Member member) {
        UUID session = UUID.randomUUID();
        Team.runAsOwner(shop, () -> sessions.open(session, member.id(), "test", "198.51.100.7"));
        return session;
    }

    private java.util.Optional<Role> use(TestShop shop, UUID session) {
        return Team.asOwner(shop, () -> sessions.use(session));
    }

    private List<String> audited(TestShop shop) {
        return Team.asOwner(shop, () -> trail.list(null, null, null, 50)).items().stream()
                .filter(entry -> entry.action().startsWith("member."))
                .map(entry -> entry.action() + " " + entry.subject())
                .toList();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Code code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
