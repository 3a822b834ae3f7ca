package io.xiaoer.portal.sessions;

import com.vaadin.flow.server.VaadinSession;
import io.xiaoer.security.PortalUser;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks before each request of a member whether their session still stands and which role they have. A session that was
 * ended is nobody's from this request on; where the role is another, all pages of the session are loaded anew.
 */
final class StandingFilter extends OncePerRequestFilter {

    /** Files, the same for everyone, and the line on which pages only listen. */
    private static final List<String> UNASKED = List.of(
            "/css/", "/js/", "/icons/", "/webjars/", "/lumo/", "/VAADIN/build/", "/VAADIN/static/", "/VAADIN/push");

    private final Sessions sessions;
    private final SecurityContextRepository contexts;

    StandingFilter(Sessions sessions, SecurityContextRepository contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UNASKED.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getPrincipal() instanceof PortalUser user) {
            Optional<Role> role = TenantScope.call(user.tenantId(), () -> sessions.use(user.sessionId()));
            if (role.isEmpty()) {
                end(request);
            } else if (role.get() != user.role()) {
                adopt(user.withRole(role.get()), login, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private void adopt(
            PortalUser user, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        UsernamePasswordAuthenticationToken changed =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        changed.setDetails(login.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(changed);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        for (VaadinSession session : VaadinSession.getAllSessions(request.getSession())) {
            session.access(() -> session.getUIs().forEach(ui -> ui.getPage().reload()));
        }
    }
}
