package io.xiaoer.portal.frame;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.xiaoer.security.PortalUser;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The shop of the person who is logged in. Views reach services through it only: it binds the tenant. */
@Component
public class ShopContext {

    private final AuthenticationContext authentication;

    ShopContext(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    /** @throws IllegalStateException if nobody is logged in */
    public PortalUser user() {
        return authentication
                .getAuthenticatedUser(PortalUser.class)
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
    }

    /** Runs {@code work} for the shop of the person who is logged in. */
    public <T> T call(Supplier<T> work) {
        return TenantScope.<T, RuntimeException>call(user().tenantId(), work::get);
    }

    /** Whether the person may publish words and decide who sees them. */
    public boolean mayPublish() {
        Role role = user().role();
        return role == Role.OWNER || role == Role.EDITOR;
    }

    public void logOut() {
        authentication.logout();
    }
}
