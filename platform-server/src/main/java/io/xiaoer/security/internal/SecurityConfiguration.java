package io.xiaoer.security.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** One filter chain for each kind of caller; what no chain allows is denied. The portal adds its own chain, last. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(HttpSecurity http) {
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .oauth2AuthorizationServer(server ->
                        server.tokenEndpoint(token -> token.accessTokenRequestConverter(allScopesByDefault())))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/oauth2/token")
                        .authenticated()
                        .requestMatchers("/oauth2/jwks")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, JwtDecoder apiTokenDecoder, ProblemWriter problems) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/v1/signup")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/api/v1/templates")
                                .permitAll()
                                .requestMatchers("/api/v1/bots/*/conversations/**", "/api/v1/conversations/**")
                                .hasAuthority("SCOPE_chat")
                                .anyRequest()
                                .hasAuthority("SCOPE_manage"))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(apiTokenDecoder))
                        .authenticationEntryPoint(unauthorized(problems))
                        .accessDeniedHandler(forbidden(problems)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized(problems))
                        .accessDeniedHandler(forbidden(problems)))
                .addFilterAfter(new BodyLimitFilter(problems), HeaderWriterFilter.class)
                .addFilterAfter(new TenantFilter(), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain widget(
            HttpSecurity http, SigningKeys keys, Clock clock, Directory directory, Bots bots, ProblemWriter problems) {
        return http.securityMatcher("/widget/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/widget/v1/*/session")
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                isFor(authentication.get(), WidgetFilter.keyOf(context.getRequest())))))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(TokenConfiguration.widgetTokenDecoder(keys, clock)))
                                .authenticationEntryPoint(unauthorized(problems)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized(problems))
                        // a token for another shop's widget: what it asks for does not exist for it
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(response, Code.NOT_FOUND, "There is no such thing.")))
                .addFilterAfter(new BodyLimitFilter(problems), HeaderWriterFilter.class)
                .addFilterBefore(new WidgetFilter(directory, bots, problems), BearerTokenAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain open(HttpSecurity http) {
        return http.securityMatcher(
                        "/livez",
                        "/readyz",
                        "/openapi.json",
                        "/openapi.json/**",
                        "/docs/**",
                        "/swagger-ui/**",
                        "/chat/**",
                        "/chat-assets/**",
                        "/error")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.frameOptions(Customizer.withDefaults())
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self';"
                                + " img-src 'self' https: data:; style-src 'self' 'unsafe-inline';"
                                + " script-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Without the portal there is nothing else to reach. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingClass("com.vaadin.flow.spring.security.VaadinSecurityConfigurer")
    SecurityFilterChain nothingElse(HttpSecurity http, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, denied) ->
                        problems.write(response, Code.NOT_FOUND, "There is no such path.")))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A request that names no scope is for all that the client has (the server may choose, RFC 6749 section 3.3). */
    private static AuthenticationConverter allScopesByDefault() {
        var converter = new OAuth2ClientCredentialsAuthenticationConverter();
        return request -> {
            Authentication converted = converter.convert(request);
            if (converted instanceof OAuth2ClientCredentialsAuthenticationToken token
                    && token.getScopes().isEmpty()
                    && token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                    && client.getRegisteredClient() != null) {
                return new OAuth2ClientCredentialsAuthenticationToken(
                        client, client.getRegisteredClient().getScopes(), Map.of());
            }
            return converted;
        };
    }

    private static boolean isFor(Authentication authentication, String widgetKey) {
        return authentication.getPrincipal() instanceof Jwt token && widgetKey.equals(token.getClaimAsString("key"));
    }

    private static AuthenticationEntryPoint unauthorized(ProblemWriter problems) {
        return (request, response, failure) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(response, Code.UNAUTHORIZED, "Send a valid, unexpired token as a Bearer token.");
        };
    }

    private static AccessDeniedHandler forbidden(ProblemWriter problems) {
        return (request, response, denied) ->
                problems.write(response, Code.FORBIDDEN, "The token's scopes do not allow this.");
    }
}
