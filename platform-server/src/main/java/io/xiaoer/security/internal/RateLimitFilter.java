package io.xiaoer.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts a request against its caller: after authentication, which tells the caller, and before any work. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final RequestMatcher SIGN_UP =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/signup");
    private static final RequestMatcher SESSION =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/widget/v1/*/session");

    private final RateLimits limits;
    private final boolean widget;

    RateLimitFilter(RateLimits limits, boolean widget) {
        this.limits = limits;
        this.widget = widget;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admit(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller instanceof JwtAuthenticationToken token) {
            Jwt jwt = token.getToken();
            String key = jwt.getClaimAsString(Tokens.TENANT) + "/" + jwt.getSubject();
            return widget ? limits.admitVisitor(request, response, key) : limits.admitClient(request, response, key);
        }
        if (widget && SESSION.matches(request)) {
            return limits.admitSession(request, response);
        }
        if (!widget && SIGN_UP.matches(request)) {
            return limits.admitSignUp(request, response);
        }
        return limits.admitAddress(request, response);
    }
}
