package io.xiaoer.security.internal;

import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the token's tenant around everything that comes after, the later dispatch of an asynchronous answer included. */
final class TenantBindingFilter extends OncePerRequestFilter {

    private static final String MANAGE = "SCOPE_" + ApiClient.Scope.MANAGE.key();

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<TenantId> tenant = tenant(token);
        if (tenant.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Filtering.within(tenant.get(), client(token), request, response, chain);
    }

    private static Actor client(JwtAuthenticationToken token) {
        boolean manages = token.getAuthorities().stream().anyMatch(scope -> MANAGE.equals(scope.getAuthority()));
        return new Actor(Actor.Kind.CLIENT, token.getName(), manages ? Role.OWNER.permissions() : Set.of());
    }

    private static Optional<TenantId> tenant(JwtAuthenticationToken token) {
        String claim = token.getToken().getClaimAsString(Tokens.TENANT);
        Optional<UUID> id = claim == null ? Optional.empty() : Ids.parse(claim);
        return id.map(TenantId::new);
    }

    /** The rest of a chain as work of a tenant. */
    static final class Filtering {

        private Filtering() {}

        static void within(
                TenantId tenant,
                Actor actor,
                HttpServletRequest request,
                HttpServletResponse response,
                FilterChain chain)
                throws ServletException, IOException {
            // a scoped call declares one kind of exception, a chain throws two
            ServletException[] failure = new ServletException[1];
            TenantScope.<Boolean, IOException>call(tenant, actor, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (ServletException e) {
                    failure[0] = e;
                }
                return true;
            });
            if (failure[0] != null) {
                throw failure[0];
            }
        }
    }
}
