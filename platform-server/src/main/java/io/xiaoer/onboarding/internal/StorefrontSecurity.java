package io.xiaoer.onboarding.internal;

import io.xiaoer.security.ProblemWriter;
import io.xiaoer.shared.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The door of the storefronts: without the demo, nothing is behind it. With it, whoever comes may look. */
@Configuration(proxyBeanMethods = false)
class StorefrontSecurity {

    /** As strict as a careful shop's, so that the widget is seen to work under it: no script or style but files of our own. */
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' https: data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    @Bean
    @Order(45)
    SecurityFilterChain storefrontChain(HttpSecurity http, Demo demo) {
        Problem nothing = Problem.notFound("page");
        var api = PathPatternRequestMatcher.withDefaults().matcher("/demo/api/**");
        http.securityMatcher("/demo", "/demo/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(api, new CacheControlHeadersWriter()))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .authorizeHttpRequests(paths -> paths.requestMatchers(HttpMethod.GET)
                        .access((visitor, request) -> new AuthorizationDecision(demo.isOn()))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, exception) -> ProblemWriter.write(response, nothing))
                        .accessDeniedHandler((request, response, exception) -> ProblemWriter.write(response, nothing)));
        return http.build();
    }
}
