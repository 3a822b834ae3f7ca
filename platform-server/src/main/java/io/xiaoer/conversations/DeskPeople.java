package io.xiaoer.conversations;

import io.xiaoer.conversations.internal.PresenceRows;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Member;
import io.xiaoer.tenants.Members;
import io.xiaoer.tenants.OwnAccount;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tenants.TeamMember;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works at the desk. */
@Component
class DeskPeople {

    /** Who was not seen for so long is gone, and what they have waits again. */
    static final Duration GONE = Duration.ofSeconds(60);

    /** For so long after they last said so, somebody has a conversation open. */
    static final Duration LOOKING = Duration.ofSeconds(40);

    /** For so long after the last sign of it, somebody is writing. */
    static final Duration TYPING = Duration.ofSeconds(6);

    private final OwnAccount account;
    private final Members members;
    private final Shops shops;
    private final PresenceRows presence;

    DeskPeople(OwnAccount account, Members members, Shops shops, PresenceRows presence) {
        this.account = account;
        this.members = members;
        this.shops = shops;
        this.presence = presence;
    }

    /** @throws Problem if no member of the shop acts */
    Agent me() {
        Member member = account.mine();
        return agent(member.id(), member.name());
    }

    List<Agent> all() {
        return members.list().stream()
                .filter(DeskPeople::converses)
                .map(member -> agent(member.id(), member.name()))
                .toList();
    }

    /** @throws Problem if nobody at the desk is that */
    Agent find(UUID member) {
        return all().stream()
                .filter(agent -> agent.id().equals(member))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("member"));
    }

    void here(Agent agent, OffsetDateTime now) {
        presence.seen(TenantScope.required(), agent, now);
    }

    private static boolean converses(TeamMember member) {
        return member.role().permissions().contains(Permission.CONVERSE);
    }

    /** Who never said a name is the shop's clerk, and no address. */
    private Agent agent(UUID id, @Nullable String name) {
        return new Agent(
                id,
                name != null && !name.isBlank()
                        ? name.strip()
                        : shops.current().locale().startsWith("en") ? "Customer service" : "人工客服");
    }
}
