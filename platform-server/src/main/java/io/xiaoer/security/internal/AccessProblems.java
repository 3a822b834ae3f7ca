package io.xiaoer.security.internal;

import io.xiaoer.security.ProblemWriter;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers calls without a valid token, and calls whose token does not allow them. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final RateLimits limits;

    AccessProblems(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        // a bad token ends the request before anyone has counted it
        if (limits.admitAddress(request, response)) {
            challenge.commence(request, response, exception);
            ProblemWriter.write(
                    response, new Problem(Code.UNAUTHORIZED, "Send a valid token in the Authorization header."));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        ProblemWriter.write(response, new Problem(Code.FORBIDDEN, "The token's scopes do not allow this."));
    }
}
