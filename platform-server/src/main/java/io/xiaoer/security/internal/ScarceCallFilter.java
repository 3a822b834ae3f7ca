package io.xiaoer.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts calls that are made far less often than others: pictures, which cost much, and what widgets tell of themselves. */
final class ScarceCallFilter extends OncePerRequestFilter {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher UPLOAD =
            PATHS.matcher(HttpMethod.POST, "/widget/v1/{key}/conversations/{id}/images");
    private static final RequestMatcher API_UPLOAD =
            PATHS.matcher(HttpMethod.POST, "/api/v1/conversations/{id}/images");
    private static final RequestMatcher BEACON = PATHS.matcher(HttpMethod.POST, "/widget/v1/{key}/beacons");

    private final RateLimits limits;

    ScarceCallFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller)
                || admit(request, response, caller.getToken())) {
            chain.doFilter(request, response);
        }
    }

    private boolean admit(HttpServletRequest request, HttpServletResponse response, Jwt caller) throws IOException {
        String tenant = String.valueOf(caller.getClaimAsString(Tokens.TENANT));
        RequestMatcher.MatchResult upload = UPLOAD.matcher(request);
        if (upload.isMatch()) {
            return limits.admitUploadFromHere(request, response, tenant)
                    && limits.admitUpload(request, response, conversation(tenant, upload, caller));
        }
        RequestMatcher.MatchResult apiUpload = API_UPLOAD.matcher(request);
        if (apiUpload.isMatch()) {
            return limits.admitUpload(request, response, conversation(tenant, apiUpload, caller));
        }
        RequestMatcher.MatchResult beacon = BEACON.matcher(request);
        if (beacon.isMatch()) {
            String key = String.valueOf(beacon.getVariables().get("key"));
            return limits.admitBeacon(request, response, tenant + "/" + caller.getSubject(), key);
        }
        return true;
    }

    /** With who calls, so that nobody can use up what another may send. */
    private static String conversation(String tenant, RequestMatcher.MatchResult path, Jwt caller) {
        return tenant + "/" + caller.getSubject() + "/" + path.getVariables().get("id");
    }
}
