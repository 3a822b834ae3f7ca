package io.xiaoer.security.internal;

import io.xiaoer.security.ApiErrors;
import io.xiaoer.security.ProblemWriter;
import io.xiaoer.shared.Ids;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Permission;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.ApiClient;
import io.xiaoer.tenants.Role;
import io.xiaoer.tenants.Suspension;
import io.xiaoer.tenants.Suspensions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the token's tenant around everything that comes after, the later dispatch of an asynchronous answer included. A
 * suspended shop's call ends here; vendor staff's has no tenant.
 */
final class TenantBindingFilter extends OncePerRequestFilter {

    private static final String MANAGE = "SCOPE_" + ApiClient.Scope.MANAGE.key();
    private static final String SYNC = "SCOPE_" + ApiClient.Scope.SYNC.key();
    private static final String OPS = "SCOPE_" + Tokens.OPS;

    /** What the shop's own systems may look at and change as its owner's programs do. */
    private static final RequestMatcher RULES =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/rules/**");

    private final Suspensions suspensions;
    private final ApiErrors errors;

    TenantBindingFilter(Suspensions suspensions, ApiErrors errors) {
        this.suspensions = suspensions;
        this.errors = errors;
    }

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
            Actor staff = has(token, OPS) ? Actor.operator(token.getName()) : Actor.shopper();
            Filtering.as(staff, request, response, chain);
            return;
        }
        Optional<Suspension> suspension = isAsyncDispatch(request) ? Optional.empty() : suspensions.of(tenant.get());
        if (suspension.isPresent()) {
            ProblemWriter.write(response, suspension.get().problem());
            return;
        }
        Filtering.within(tenant.get(), client(token, request), errors, request, response, chain);
    }

    private static boolean has(JwtAuthenticationToken token, String scope) {
        return token.getAuthorities().stream().anyMatch(authority -> scope.equals(authority.getAuthority()));
    }

    private static Actor client(JwtAuthenticationToken token, HttpServletRequest request) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (has(token, MANAGE)) {
            permissions.addAll(Role.OWNER.permissions());
        }
        if (has(token, SYNC) && RULES.matches(request)) {
            permissions.addAll(Set.of(Permission.VIEW, Permission.EDIT));
        }
        return new Actor(Actor.Kind.CLIENT, token.getName(), permissions);
    }

    private static Optional<TenantId> tenant(JwtAuthenticationToken token) {
        String claim = token.getToken().getClaimAsString(Tokens.TENANT);
        Optional<UUID> id = claim == null ? Optional.empty() : Ids.parse(claim);
        return id.map(TenantId::new);
    }

    /** The rest of a chain as work on somebody's behalf. */
    static final class Filtering {

        private Filtering() {}

        /** For a tenant, whose failures are counted. */
        static void within(
                TenantId tenant,
                Actor actor,
                ApiErrors errors,
                HttpServletRequest request,
                HttpServletResponse response,
                FilterChain chain)
                throws ServletException, IOException {
            Rest rest = new Rest(request, response, chain);
            int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            try {
                TenantScope.<Boolean, IOException>call(tenant, actor, rest::go);
                rest.throwIfFailed();
                status = response.getStatus();
            } catch (IOException | RuntimeException e) {
                // without a problem in it, the caller went away
                int otherwise = e instanceof IOException ? HttpServletResponse.SC_OK : status;
                status = Failures.problemIn(e)
                        .map(problem -> problem.code().status())
                        .orElse(otherwise);
                throw e;
            } finally {
                errors.count(tenant, status);
            }
        }

        /** For no tenant. */
        static void as(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Rest rest = new Rest(request, response, chain);
            TenantScope.<Boolean, IOException>callAs(actor, rest::go);
            rest.throwIfFailed();
        }
    }

    /** A scoped call declares one kind of exception, a chain throws two. */
    private static final class Rest {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final FilterChain chain;
        private @Nullable ServletException failure;

        Rest(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            this.request = request;
            this.response = response;
            this.chain = chain;
        }

        boolean go() throws IOException {
            try {
                chain.doFilter(request, response);
            } catch (ServletException e) {
                failure = e;
            }
            return true;
        }

        void throwIfFailed() throws ServletException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
