package io.xiaoer.security.internal;

import io.xiaoer.security.PortalUser;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps each login as a session of its member, whichever way they came in. */
@Component
class SessionOpening {

    private final Sessions sessions;

    SessionOpening(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent login) {
        if (login.getAuthentication().getPrincipal() instanceof PortalUser user
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
            TenantScope.run(
                    user.tenantId(),
                    () -> sessions.open(user.sessionId(), user.memberId(), device, request.getRemoteAddr()));
        }
    }
}
