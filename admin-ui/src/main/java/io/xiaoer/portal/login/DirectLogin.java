package io.xiaoer.portal.login;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Logs in, once, whom a view has just made a member in this very session. It is a login like any other: the session gets a
 * new id, and whatever listens to logins hears of it. Without such a view's word the address leads to the front door.
 */
public final class DirectLogin extends AbstractHttpConfigurer<DirectLogin, HttpSecurity> {

    public static final String PATH = "/login/enter";

    private static final String ATTRIBUTE = DirectLogin.class.getName();

    private final UserDetailsService members;

    public DirectLogin(UserDetailsService members) {
        this.members = members;
    }

    /**
     * Lets the browser of {@code session} in as this member when it next comes to {@link #PATH}.
     *
     * @param landing path it is sent to then
     */
    public static void admit(VaadinSession session, String email, String landing) {
        session.getSession().setAttribute(ATTRIBUTE, new Admission(email, landing));
    }

    private record Admission(String email, String landing) implements Serializable {}

    @Override
    public void configure(HttpSecurity http) {
        Entry entry = new Entry(members);
        entry.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
        entry.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        http.addFilterBefore(postProcess(entry), UsernamePasswordAuthenticationFilter.class);
    }

    private static final class Entry extends AbstractAuthenticationProcessingFilter {

        private final UserDetailsService members;

        Entry(UserDetailsService members) {
            super(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, PATH), attempt -> attempt);
            this.members = members;
            setAuthenticationSuccessHandler((request, response, login) ->
                    response.sendRedirect(String.valueOf(request.getAttribute(ATTRIBUTE))));
            setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler("/"));
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            HttpSession session = request.getSession(false);
            if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Admission admission)) {
                throw new AuthenticationServiceException("Nobody became a member in this session");
            }
            session.removeAttribute(ATTRIBUTE);
            request.setAttribute(ATTRIBUTE, admission.landing());
            UserDetails member = members.loadUserByUsername(admission.email());
            if (member instanceof CredentialsContainer credentials) {
                credentials.eraseCredentials();
            }
            UsernamePasswordAuthenticationToken login =
                    UsernamePasswordAuthenticationToken.authenticated(member, null, member.getAuthorities());
            login.setDetails(authenticationDetailsSource.buildDetails(request));
            return login;
        }
    }
}
