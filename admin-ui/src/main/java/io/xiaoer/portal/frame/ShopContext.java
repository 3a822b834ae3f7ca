package io.xiaoer.portal.frame;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.Bots;
import io.xiaoer.security.PortalUser;
import io.xiaoer.shared.Problem;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Sessions;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The shop of the person who is logged in. Views reach services through it only: it binds the tenant. */
@Component
public class ShopContext {

    private final AuthenticationContext authentication;
    private final Bots bots;
    private final Sessions sessions;

    ShopContext(AuthenticationContext authentication, Bots bots, Sessions sessions) {
        this.authentication = authentication;
        this.bots = bots;
        this.sessions = sessions;
    }

    /** The member who is logged in; empty for vendor staff and for nobody. */
    public Optional<PortalUser> member() {
        return authentication.getAuthenticatedUser(PortalUser.class);
    }

    /** @throws IllegalStateException if no member is logged in */
    public PortalUser user() {
        return member().orElseThrow(() -> new IllegalStateException("No member is logged in"));
    }

    /**
     * The bot that a view is about, within {@link #call}: the one its address names with {@code ?bot=}, else the first.
     *
     * @throws Problem if there is none
     */
    public Bot bot(Place place) {
        return place.query("bot")
                .map(bots::get)
                .orElseGet(() -> bots.all().stream().findFirst().orElseThrow(() -> Problem.notFound("bot")));
    }

    /** Runs {@code work} for the shop of the person who is logged in. */
    public <T> T call(Supplier<T> work) {
        return bound(work).get();
    }

    /** {@code work} on behalf of the person who is logged in now, for a thread on which nobody is. */
    public <T> Supplier<T> bound(Supplier<T> work) {
        PortalUser user = user();
        Actor actor = new Actor(Actor.Kind.MEMBER, user.email(), user.role().permissions());
        return () -> TenantScope.<T, RuntimeException>call(user.tenantId(), actor, work::get);
    }

    /** Whether the person may do what needs {@code permission}; views show only what their reader may do. */
    public boolean may(Permission permission) {
        return user().role().permissions().contains(permission);
    }

    public void logOut() {
        member().ifPresent(user -> call(() -> {
            sessions.close(user.sessionId());
            return user;
        }));
        authentication.logout();
    }
}
