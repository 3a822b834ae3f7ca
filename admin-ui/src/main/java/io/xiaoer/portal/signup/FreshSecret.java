package io.xiaoer.portal.signup;

import com.vaadin.flow.server.VaadinSession;
import io.xiaoer.onboarding.SignedUp;
import io.xiaoer.tenancy.TenantId;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * The API client that came with a sign-up, while the session lasts in which it was made. Its secret exists nowhere else;
 * once it is out of hand, another is made under the API clients.
 */
public record FreshSecret(UUID shop, String clientId, String clientSecret) implements Serializable {

    private static final String ATTRIBUTE = FreshSecret.class.getName();

    static void keep(VaadinSession session, SignedUp signedUp) {
        session.getSession()
                .setAttribute(
                        ATTRIBUTE,
                        new FreshSecret(
                                signedUp.tenantId().value(),
                                signedUp.apiClient().clientId(),
                                signedUp.apiClient().clientSecret()));
    }

    /** The secret of this shop, if it is still in hand. */
    public static Optional<FreshSecret> of(TenantId shop) {
        return VaadinSession.getCurrent().getSession().getAttribute(ATTRIBUTE) instanceof FreshSecret fresh
                        && fresh.shop().equals(shop.value())
                ? Optional.of(fresh)
                : Optional.empty();
    }

    /** The owner has put it in a safe place. */
    public static void forget() {
        VaadinSession.getCurrent().getSession().removeAttribute(ATTRIBUTE);
    }

    @Override
    public String toString() {
        return "FreshSecret[" + clientId + "]";
    }
}
