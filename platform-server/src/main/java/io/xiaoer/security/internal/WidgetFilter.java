package io.xiaoer.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xiaoer.bots.Bot;
import io.xiaoer.bots.BotId;
import io.xiaoer.bots.Bots;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Directory.WidgetEntry;
import io.xiaoer.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The door of the widget API: finds the shop by the public key in the path, lets only the shop's own pages in, and binds
 * the tenant. Answers CORS itself, since the allowed origins are each bot's own.
 */
class WidgetFilter extends OncePerRequestFilter {

    private static final String PREFIX = "/widget/v1/";

    private final Directory directory;
    private final Bots bots;
    private final ProblemWriter problems;

    /** A key never moves to another bot, so what was found stays true. */
    private final Cache<String, WidgetEntry> known =
            Caffeine.newBuilder().maximumSize(50_000).build();

    WidgetFilter(Directory directory, Bots bots, ProblemWriter problems) {
        this.directory = directory;
        this.bots = bots;
        this.problems = problems;
    }

    /** The widget key that a path names; empty if it names none. */
    static String keyOf(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith(PREFIX)) {
            return "";
        }
        int end = path.indexOf('/', PREFIX.length());
        return path.substring(PREFIX.length(), end < 0 ? path.length() : end);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WidgetEntry entry = find(keyOf(request)).orElse(null);
        if (entry == null) {
            problems.write(response, Code.NOT_FOUND, "There is no such widget key.");
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origin.equals(ownOrigin(request))) {
            Bot bot = TenantScope.call(entry.tenant(), () -> bots.get(new BotId(entry.botId())));
            if (!bot.allowedOrigins().contains(origin)) {
                problems.write(
                        response,
                        Code.FORBIDDEN,
                        "This page's origin is not among the bot's allowed origins. Its shop can add it.");
                return;
            }
            allow(response, origin);
            if (HttpMethod.OPTIONS.matches(request.getMethod())) {
                response.setStatus(204);
                return;
            }
        }
        TenantFilter.within(entry.tenant(), chain, request, response);
    }

    private Optional<WidgetEntry> find(String key) {
        if (key.isEmpty() || key.length() > 64) {
            return Optional.empty();
        }
        @Nullable WidgetEntry cached = known.getIfPresent(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<WidgetEntry> found = directory.findWidgetKey(key);
        found.ifPresent(entry -> known.put(key, entry));
        return found;
    }

    private static String ownOrigin(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequest(request)
                .replacePath(null)
                .replaceQuery(null)
                .build()
                .toUriString();
    }

    private static void allow(HttpServletResponse response, String origin) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, OPTIONS");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Last-Event-ID, traceparent");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "3600");
    }
}
