package io.xiaoer.security.internal;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems in the form of RFC 9457. */
@Component
class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    static Map<String, Object> body(Problem problem) {
        return body(
                problem.code().status(),
                problem.code().key(),
                problem.code().title(),
                problem.detail(),
                problem.errors());
    }

    static Map<String, Object> body(
            int status, String code, String title, String detail, List<Problem.FieldError> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        body.put("errors", errors);
        return body;
    }

    void write(HttpServletResponse response, Code code, String detail) throws IOException {
        response.setStatus(code.status());
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(body(new Problem(code, detail))));
    }
}
