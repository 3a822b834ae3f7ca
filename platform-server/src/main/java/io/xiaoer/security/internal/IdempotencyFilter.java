package io.xiaoer.security.internal;

import io.xiaoer.security.internal.IdempotentRequests.Stored;
import io.xiaoer.shared.Digests;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.ShownOnce;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StreamUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a write that carries an Idempotency-Key happen once. The answer is stored in the transaction of the write itself,
 * so there is never one without the other; the same write at the same time waits for that transaction to end.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final int MAX_KEY_LENGTH = 200;
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher API = PATHS.matcher("/api/v1/**");

    /** A sign-up has no tenant yet, a message carries its own id, the same picture is known again. They take care of themselves. */
    private static final RequestMatcher CARING_FOR_THEMSELVES = new OrRequestMatcher(
            PATHS.matcher("/api/v1/signup"),
            PATHS.matcher(HttpMethod.POST, "/api/v1/conversations/{id}/messages"),
            PATHS.matcher(HttpMethod.POST, "/api/v1/conversations/{id}/images"),
            PATHS.matcher(HttpMethod.POST, "/api/v1/bots/{bot}/conversations/{id}/messages"));

    private final IdempotentRequests requests;
    private final TransactionTemplate transaction;

    IdempotencyFilter(IdempotentRequests requests, TransactionTemplate transaction) {
        this.requests = requests;
        this.transaction = transaction;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null
                || !WRITES.contains(request.getMethod())
                || TenantScope.current().isEmpty()
                || !API.matches(request)
                || CARING_FOR_THEMSELVES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        byte[] body = StreamUtils.copyToByteArray(request.getInputStream());
        String digest = digest(request, body);
        TenantId tenant = TenantScope.required();
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);

        Optional<Stored> before;
        try {
            before = transaction.execute(status -> {
                Optional<Stored> stored = requests.begin(tenant, key, digest);
                if (stored.isPresent()) {
                    return stored;
                }
                proceed(new RepeatableRequest(request, body), answer, chain);
                if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                    // nothing happened, so the same key may try again
                    status.setRollbackOnly();
                } else {
                    requests.finish(
                            tenant,
                            key,
                            new Stored(digest, answer.getStatus(), answer.getContentType(), text(answer)),
                            request.getAttribute(ShownOnce.FIELDS));
                }
                return Optional.empty();
            });
        } catch (ChainFailure e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof ServletException servlet) {
                throw servlet;
            }
            throw e;
        }
        if (before != null && before.isPresent()) {
            replay(before.get(), digest, response);
        } else {
            answer.copyBodyToResponse();
        }
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH || key.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(
                    "Idempotency-Key", "must have 1 to " + MAX_KEY_LENGTH + " characters, none of them for control");
        }
        return key;
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new ChainFailure(e);
        }
        if (request.isAsyncStarted()) {
            throw new IllegalStateException("A write that answers later cannot be made idempotent here");
        }
    }

    private static void replay(Stored stored, String digest, HttpServletResponse response) throws IOException {
        if (!stored.digest().equals(digest)) {
            throw new Problem(
                    Code.IDEMPOTENCY_MISMATCH, "This Idempotency-Key came with another request before. Use a new one.");
        }
        response.setStatus(stored.status());
        response.setHeader("Idempotency-Replayed", "true");
        if (stored.contentType() != null) {
            response.setContentType(stored.contentType());
        }
        if (!stored.body().isEmpty()) {
            response.getOutputStream().write(stored.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(ContentCachingResponseWrapper answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String digest(HttpServletRequest request, byte[] body) {
        MessageDigest digest = Digests.sha256();
        String query = request.getQueryString();
        for (String part : new String[] {request.getMethod(), request.getRequestURI(), query == null ? "" : query}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(body));
    }

    /** Carries a checked exception out of the transaction. */
    private static final class ChainFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChainFailure(Exception cause) {
            super(cause);
        }
    }

    /** A request whose body has been read already. */
    private static final class RepeatableRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        RepeatableRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BytesStream(body);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private static final class BytesStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        BytesStream(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new IllegalStateException("This body is in memory");
        }
    }
}
