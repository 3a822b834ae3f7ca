package io.xiaoer.security.internal;

import io.xiaoer.shared.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token opens the widget it was made for; through any other key there is nothing to see. */
final class WidgetTokenFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            String key = token.getToken().getClaimAsString(Tokens.WIDGET_KEY);
            if (key == null || !key.equals(WidgetDoorFilter.keyIn(request))) {
                throw Problem.notFound("widget");
            }
        }
        chain.doFilter(request, response);
    }
}
