package io.xiaoer.security.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over the limit: at once when their length is announced, else when reading passes it. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private static final RequestMatcher UPLOAD =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/bots/{bot}/entries/import");

    private static final RequestMatcher BATCH =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/shop/batch");

    private static final RequestMatcher IMAGE = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/widget/v1/{key}/conversations/{id}/images"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/conversations/{id}/images"));

    private final long body;
    private final long batch;
    private final long upload;
    private final long image;

    /**
     * @param body bytes of what an API call may carry
     * @param batch bytes of what a call that brings many records may carry
     * @param upload bytes of what a call that takes a file may carry
     * @param image bytes of a shopper's picture
     */
    BodyLimitFilter(long body, long batch, long upload, long image) {
        this.body = body;
        this.batch = batch;
        this.upload = upload;
        this.image = image;
    }

    /** Passes through readers of bodies, which wrap it; {@link Failures} finds it again. */
    static final class BodyTooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long limit;

        BodyTooLargeException(long limit) {
            super("The body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        Problem problem() {
            return new Problem(Code.TOO_LARGE, "A body may have at most " + limit / 1024 + " KiB.");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLargeException(limit);
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private long limit(HttpServletRequest request) {
        if (UPLOAD.matches(request)) {
            return upload;
        }
        if (IMAGE.matches(request)) {
            return image;
        }
        return BATCH.matches(request) ? batch : body;
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable ServletInputStream stream;
        private @Nullable BufferedReader reader;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream limited = stream;
            if (limited == null) {
                limited = new LimitedStream(super.getInputStream(), limit);
                stream = limited;
            }
            return limited;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            BufferedReader buffered = reader;
            if (buffered == null) {
                String encoding = getCharacterEncoding();
                buffered = new BufferedReader(new InputStreamReader(
                        getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
                reader = buffered;
            }
            return buffered;
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = body.read(bytes, offset, length);
            if (some > 0) {
                count(some);
            }
            return some;
        }

        private void count(int bytes) throws BodyTooLargeException {
            read += bytes;
            if (read > limit) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
