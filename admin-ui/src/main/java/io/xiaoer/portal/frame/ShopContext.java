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
import io.xiaoer.tenants.Shop;
import io.xiaoer.tenants.Shops;
import io.xiaoer.tenants.Suspension;
import io.xiaoer.tenants.Suspensions;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The shop of the person who is logged in. Views reach services through it only: it binds the tenant. */
@Component
public class ShopContext {

    private final AuthenticationContext authentication;
    private final Bots bots;
    private final Shops shops;
    private final Suspensions suspensions;
    private final Sessions sessions;

    ShopContext(
            AuthenticationContext authentication, Bots bots, Shops shops, Suspensions suspensions, Sessions sessions) {
        this.authentication = authentication;
        this.bots = bots;
        this.shops = shops;
        this.suspensions = suspensions;
        this.sessions = sessions;
    }

    /** The member who is logged in; empty for vendor staff and for nobody. */
    public Optional<PortalUser> member() {
        return authentication
                .getAuthenticatedUser(Object.class)
                .filter(PortalUser.class::isInstance)
                .map(PortalUser.class::cast);
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

    /**
     * A shop whose members may do nothing for now.
     *
     * @param shop as it is
     */
    public record Closed(Shop shop, Suspension suspension) {}

    /** The shop of the person who is logged in, if it is suspended. */
    public Optional<Closed> closed() {
        return member().flatMap(user -> suspensions
                .of(user.tenantId())
                .map(suspension -> new Closed(TenantScope.call(user.tenantId(), shops::current), suspension)));
    }

    /**
     * Runs {@code work} for the shop of the person who is logged in.
     *
     * @throws Problem if the shop is suspended
     */
    public <T> T call(Supplier<T> work) {
        return bound(work).get();
    }

    /** {@code work} on behalf of the person who is logged in now, for a thread on which nobody is. */
    public <T> Supplier<T> bound(Supplier<T> work) {
        PortalUser user = user();
        return () -> {
            suspensions.of(user.tenantId()).ifPresent(suspension -> {
                throw suspension.problem();
            });
            return as(user, work);
        };
    }

    /** Whether the person may do what needs {@code permission}; views show only what their reader may do. */
    public boolean may(Permission permission) {
        return user().role().permissions().contains(permission);
    }

    public void logOut() {
        // one leaves a suspended shop, too
        member().ifPresent(user -> as(user, () -> {
            sessions.close(user.sessionId());
            return user;
        }));
        authentication.logout();
    }

    private static <T> T as(PortalUser user, Supplier<T> work) {
        Actor actor = new Actor(Actor.Kind.MEMBER, user.email(), user.role().permissions());
        return TenantScope.<T, RuntimeException>call(user.tenantId(), actor, work::get);
    }
}
