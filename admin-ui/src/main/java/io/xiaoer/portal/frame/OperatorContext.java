package io.xiaoer.portal.frame;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.xiaoer.security.OperatorUser;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The one of the vendor's staff who is logged in. Their views reach services through it only: no shop is bound. */
@Component
public class OperatorContext {

    private final AuthenticationContext authentication;

    OperatorContext(AuthenticationContext authentication) {
        this.authentication = authentication;
    }

    /** Empty for members of shops and for nobody. */
    public Optional<OperatorUser> operator() {
        return authentication
                .getAuthenticatedUser(Object.class)
                .filter(OperatorUser.class::isInstance)
                .map(OperatorUser.class::cast);
    }

    /** Key of the text that leads whoever is logged in to where the front door leads them. */
    String home() {
        return operator().isPresent() ? "frame.home.operator" : "frame.home";
    }

    /**
     * Runs {@code work} on behalf of the person who is logged in.
     *
     * @throws IllegalStateException if it is none of the vendor's staff
     */
    public <T> T call(Supplier<T> work) {
        return bound(work).get();
    }

    /** {@code work} on behalf of the person who is logged in now, for a thread on which nobody is. */
    public <T> Supplier<T> bound(Supplier<T> work) {
        OperatorUser user = operator().orElseThrow(() -> new IllegalStateException("No operator is logged in"));
        return () -> TenantScope.<T, RuntimeException>callAs(Actor.operator(user.email()), work::get);
    }
}
