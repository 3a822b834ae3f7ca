package io.xiaoer.security.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/** Refuses at the token endpoint as RFC 6749, 5.2 says. */
final class TokenErrors implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        OAuth2Error error = exception instanceof OAuth2AuthenticationException oauth
                ? oauth.getError()
                : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
        boolean badClient = error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (badClient) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"xiaoer\"");
        }
        // the client's mistake is explained, but not what was wrong with its name or secret
        write(
                response,
                badClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                error.getErrorCode(),
                badClient ? null : error.getDescription());
    }

    /** RFC 6749 has no code for this; the one it has for a server that is too busy says what to do. */
    void tooMany(HttpServletResponse response, long waitSeconds) throws IOException {
        write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE,
                "Too many requests. Try again in " + waitSeconds + " seconds; a token can be used for an hour.");
    }

    private static void write(
            HttpServletResponse response, HttpStatus status, String error, @Nullable String description)
            throws IOException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        if (description != null) {
            body.put("error_description", description);
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        onAuthenticationFailure(
                request, response, new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT)));
    }
}
