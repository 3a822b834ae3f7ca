package io.xiaoer.security.internal;

import io.xiaoer.security.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/** First of a chain: gives what a filter throws the same form as what a controller throws. */
final class FailureFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationException | AccessDeniedException e) {
            throw e;
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()
                    || (e instanceof IOException && Failures.problemIn(e).isEmpty())) {
                throw e;
            }
            ProblemWriter.write(response, Failures.describe(e));
        }
    }
}
