package io.xiaoer.portal.signup;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Logs in the owner of a shop that was opened in this very session, once. It is a login like any other: the session gets a
 * new id, and whatever listens to logins hears of it. Without such a sign-up the address leads to the front door.
 */
public final class SignUpLogin extends AbstractHttpConfigurer<SignUpLogin, HttpSecurity> {

    static final String PATH = "/signup/enter";

    private static final String ATTRIBUTE = SignUpLogin.class.getName();

    private final UserDetailsService members;

    public SignUpLogin(UserDetailsService members) {
        this.members = members;
    }

    /** Lets the browser of {@code session} in as this member when it next comes to {@link #PATH}. */
    static void admit(VaadinSession session, String email) {
        session.getSession().setAttribute(ATTRIBUTE, email);
    }

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
            setAuthenticationSuccessHandler(new SimpleUrlAuthenticationSuccessHandler("/start"));
            setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler("/"));
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            HttpSession session = request.getSession(false);
            if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String email)) {
                throw new AuthenticationServiceException("No shop was opened in this session");
            }
            session.removeAttribute(ATTRIBUTE);
            UserDetails member = members.loadUserByUsername(email);
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
