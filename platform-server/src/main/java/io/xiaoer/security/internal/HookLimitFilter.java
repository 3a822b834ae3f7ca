package io.xiaoer.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts an event against where it comes from, before its signature is looked at. */
final class HookLimitFilter extends OncePerRequestFilter {

    private static final String PLATFORMS = "/hooks/bridges/";

    private final RateLimits limits;

    HookLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean admitted = request.getRequestURI().startsWith(PLATFORMS)
                ? limits.admitPlatform(request, response)
                : limits.admitEvent(request, response);
        if (admitted) {
            chain.doFilter(request, response);
        }
    }
}
