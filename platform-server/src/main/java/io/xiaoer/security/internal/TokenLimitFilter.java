package io.xiaoer.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts who asks for tokens, before a secret is looked at: that look is slow on purpose. */
final class TokenLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final RequestMatcher asking;

    TokenLimitFilter(RateLimits limits, RequestMatcher asking) {
        this.limits = limits;
        this.asking = asking;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !asking.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.admitToken(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
