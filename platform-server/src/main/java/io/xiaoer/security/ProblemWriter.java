package io.xiaoer.security;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is: in filters, and in handlers of the security chains. */
public final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemWriter() {}

    /** RFC 9457's members and ours, the same for every failed call. */
    public record Body(String type, String title, int status, String detail, String code, List<FieldError> errors) {

        public static Body of(Problem problem) {
            return of(problem, problem.code().status());
        }

        /** When to come again, in seconds, if the failure passes by itself soon; a limit says so where it is counted. */
        public Optional<String> retryAfter() {
            return status == Code.UNAVAILABLE.status() ? Optional.of("1") : Optional.empty();
        }

        /** For the few failures whose status says more than their code's own. */
        public static Body of(Problem problem, int status) {
            Code code = problem.code();
            return new Body("about:blank", code.title(), status, problem.detail(), code.key(), problem.errors());
        }
    }

    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        write(response, Body.of(problem));
    }

    /** Does nothing when the answer is on its way already. */
    public static void write(HttpServletResponse response, Body body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(body.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        body.retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
