package io.xiaoer.security.internal;

import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.security.ApiErrors;
import io.xiaoer.security.ProblemWriter;
import io.xiaoer.security.WidgetCaller;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Actor;
import io.xiaoer.tenancy.Directory.WidgetEntry;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import io.xiaoer.tenants.Suspension;
import io.xiaoer.tenants.Suspensions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every widget call passes first: the key in its path must exist and names the tenant; the page it comes from must
 * be one that the shop allows, or ours; and the shop must not be suspended.
 */
final class WidgetDoorFilter extends OncePerRequestFilter {

    private static final RequestMatcher PATHS =
            PathPatternRequestMatcher.withDefaults().matcher("/widget/v1/{key}/**");

    private final WidgetKeys keys;
    private final Bots bots;
    private final RateLimits limits;
    private final Suspensions suspensions;
    private final ApiErrors errors;

    WidgetDoorFilter(WidgetKeys keys, Bots bots, RateLimits limits, Suspensions suspensions, ApiErrors errors) {
        this.keys = keys;
        this.bots = bots;
        this.limits = limits;
        this.suspensions = suspensions;
        this.errors = errors;
    }

    /** The widget key in the path, if there is one. */
    static @Nullable String keyIn(HttpServletRequest request) {
        return PATHS.matcher(request).getVariables().get("key");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyIn(request);
        Optional<WidgetEntry> entry = key == null ? Optional.empty() : keys.find(key);
        if (entry.isEmpty()) {
            refuse(request, response, Problem.notFound("widget"));
            return;
        }
        TenantId tenant = entry.get().tenant();
        BotId bot = new BotId(entry.get().botId());
        if (!isAsyncDispatch(request) && !admitOrigin(request, response, tenant, bot)) {
            return;
        }
        Optional<Suspension> suspension = isAsyncDispatch(request) ? Optional.empty() : suspensions.of(tenant);
        if (suspension.isPresent()) {
            refuse(request, response, suspension.get().problem());
            return;
        }
        request.setAttribute(WidgetCaller.OPENED_BOT, bot);
        TenantBindingFilter.Filtering.within(tenant, Actor.shopper(), errors, request, response, chain);
    }

    /** Answers the request and returns false when it ends here: a page not allowed, or a browser's question ahead. */
    private boolean admitOrigin(HttpServletRequest request, HttpServletResponse response, TenantId tenant, BotId bot)
            throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isOurs(request)) {
            return true;
        }
        if (!TenantScope.call(tenant, () -> bots.get(bot).allowedOrigins()).contains(origin)) {
            refuse(request, response, new Problem(Code.FORBIDDEN, "The shop does not allow this page's origin."));
            return false;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After, RateLimit, RateLimit-Policy");
        if (!HttpMethod.OPTIONS.matches(request.getMethod())
                || request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) == null) {
            return true;
        }
        if (limits.admitAddress(request, response)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                    "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, traceparent");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return false;
    }

    private static boolean isOurs(HttpServletRequest request) {
        try {
            return !CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            // no origin a browser would send
            return false;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (limits.admitAddress(request, response)) {
            ProblemWriter.write(response, problem);
        }
    }
}
