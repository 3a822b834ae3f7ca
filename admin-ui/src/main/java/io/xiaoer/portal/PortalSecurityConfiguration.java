package io.xiaoer.portal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.xiaoer.portal.login.DirectLogin;
import io.xiaoer.portal.sessions.MemberSessions;
import io.xiaoer.tenants.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Guards what no other chain claims: the portal. The chains of the API, the chat and the tokens name their paths and
 * come first.
 */
@Configuration
class PortalSecurityConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain portalChain(HttpSecurity http, UserDetailsService members, Sessions sessions) throws Exception {
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/css/**", "/js/**", "/icons/**", "/webjars/**", "/lumo/**")
                        .permitAll());
        http.with(new DirectLogin(members), Customizer.withDefaults());
        http.with(new MemberSessions(sessions), Customizer.withDefaults());
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login", "/login")
                                // an address that leads nowhere is the portal's to answer, once one is logged in
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }
}
