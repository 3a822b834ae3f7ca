package io.xiaoer.security.internal;

import io.xiaoer.bots.Bots;
import io.xiaoer.security.ApiErrors;
import io.xiaoer.security.ProblemWriter;
import io.xiaoer.security.internal.ApiClientRegistrations.Secret;
import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenants.ApiClients;
import io.xiaoer.tenants.Suspensions;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The filter chains, first match first. Each names its paths; what none names belongs to the portal, whose own chain
 * comes after these, or to nobody.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CHAT_CONTENT_POLICY = "default-src 'self'; img-src 'self' https: data: blob:;"
            + " style-src 'self'; script-src 'self'; connect-src 'self'";
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher TOKEN = PATHS.matcher(HttpMethod.POST, "/oauth2/token");
    private static final RequestMatcher KEY_SET = PATHS.matcher(HttpMethod.GET, "/oauth2/jwks");
    private static final RequestMatcher OPEN_API = new OrRequestMatcher(
            PATHS.matcher(HttpMethod.POST, "/api/v1/signup"), PATHS.matcher(HttpMethod.GET, "/api/v1/templates"));
    private static final RequestMatcher SESSION = PATHS.matcher(HttpMethod.POST, "/widget/v1/{key}/session");

    private final SecurityLimits limits;
    private final RateLimits rates;
    private final Suspensions suspensions;
    private final ApiErrors errors;
    private final AccessProblems accessProblems;

    SecurityConfiguration(SecurityLimits limits, RateLimits rates, Suspensions suspensions, ApiErrors errors) {
        this.limits = limits;
        this.rates = rates;
        this.suspensions = suspensions;
        this.errors = errors;
        this.accessProblems = new AccessProblems(rates);
    }

    /** Token and key set only: the authorization server's other endpoints are outside this chain and denied by the next. */
    @Bean
    @Order(10)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            Directory directory,
            ApiClients clients,
            Operators operators,
            PasswordEncoder encoder,
            NoAuthorizations authorizations,
            JwtGenerator tokens) {
        TokenErrors errors = new TokenErrors();
        RegisteredClientRepository current = new ApiClientRegistrations(directory, clients, operators, Secret.CURRENT);
        RegisteredClientRepository old = new ApiClientRegistrations(directory, clients, operators, Secret.OLD);
        stateless(http)
                .securityMatcher(new OrRequestMatcher(TOKEN, KEY_SET))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(current)
                                .authorizationService(authorizations)
                                .tokenGenerator(tokens)
                                .clientAuthentication(client -> client.authenticationConverters(converters -> {
                                            converters.clear();
                                            converters.add(new ClientSecretBasicAuthenticationConverter());
                                        })
                                        .authenticationProviders(providers -> {
                                            providers.clear();
                                            for (RegisteredClientRepository secrets : List.of(current, old)) {
                                                var provider =
                                                        new ClientSecretAuthenticationProvider(secrets, authorizations);
                                                provider.setPasswordEncoder(encoder);
                                                providers.add(provider);
                                            }
                                        })
                                        .errorResponseHandler(errors))
                                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                                            converters.clear();
                                            converters.add(new AllScopesConverter());
                                        })
                                        .errorResponseHandler(errors)))
                .authorizeHttpRequests(paths ->
                        paths.requestMatchers(KEY_SET).permitAll().anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors))
                .addFilterAfter(new TokenLimitFilter(rates, TOKEN), BodyLimitFilter.class);
        return http.build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain noOtherAuthorizationChain(HttpSecurity http) {
        return nothing(stateless(http).securityMatcher("/oauth2/**", "/.well-known/**", "/connect/**"));
    }

    @Bean
    @Order(20)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            @Qualifier("apiTokenDecoder") JwtDecoder decoder,
            IdempotentRequests requests,
            TransactionTemplate transaction) {
        bearer(stateless(http).securityMatcher("/api/**"), decoder, OPEN_API)
                .authorizeHttpRequests(paths -> paths.requestMatchers(OPEN_API)
                        .permitAll()
                        .requestMatchers("/api/v1/bots/*/conversations/**", "/api/v1/conversations/**")
                        .hasAuthority("SCOPE_chat")
                        .requestMatchers("/api/v1/shop/**")
                        .hasAuthority("SCOPE_sync")
                        .requestMatchers("/api/v1/rules/**")
                        .hasAnyAuthority("SCOPE_manage", "SCOPE_sync")
                        .requestMatchers("/api/v1/ops/**")
                        .hasAuthority("SCOPE_" + Tokens.OPS)
                        .anyRequest()
                        .hasAuthority("SCOPE_manage"))
                .addFilterAfter(new RateLimitFilter(rates, false), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new TenantBindingFilter(suspensions, errors), RateLimitFilter.class)
                .addFilterAfter(new ScarceCallFilter(rates), TenantBindingFilter.class)
                .addFilterAfter(new IdempotencyFilter(requests, transaction), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    @Order(30)
    SecurityFilterChain widgetChain(
            HttpSecurity http, @Qualifier("widgetTokenDecoder") JwtDecoder decoder, WidgetKeys keys, Bots bots) {
        bearer(stateless(http).securityMatcher("/widget/**"), decoder, SESSION)
                .authorizeHttpRequests(paths ->
                        paths.requestMatchers(SESSION).permitAll().anyRequest().authenticated())
                .addFilterAfter(
                        new WidgetDoorFilter(keys, bots, rates, suspensions, errors), SecurityContextHolderFilter.class)
                .addFilterAfter(new RateLimitFilter(rates, true), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new WidgetTokenFilter(), RateLimitFilter.class)
                .addFilterAfter(new ScarceCallFilter(rates), WidgetTokenFilter.class);
        return http.build();
    }

    /** Events from shops' systems; what opens this door is their signature, which is looked at behind it. */
    @Bean
    @Order(35)
    SecurityFilterChain hookChain(HttpSecurity http) {
        stateless(http, limits.hook().toBytes())
                .securityMatcher("/hooks/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers(
                                PATHS.matcher(HttpMethod.POST, "/hooks/v1/{endpoint}"),
                                PATHS.matcher(HttpMethod.POST, "/hooks/bridges/{bridge}"),
                                PATHS.matcher(HttpMethod.POST, "/hooks/bridges/{bridge}/{account}"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, exception) -> ProblemWriter.write(response, Problem.notFound("page"))))
                .addFilterAfter(new HookLimitFilter(rates), BodyLimitFilter.class);
        return http.build();
    }

    /** The chat page: shops show it in a frame, and it is made of its own files only. */
    @Bean
    @Order(40)
    SecurityFilterChain chatChain(HttpSecurity http) {
        stateless(http)
                .securityMatcher("/chat/**", "/chat-assets/**")
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CHAT_CONTENT_POLICY)))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll());
        return http.build();
    }

    /** The widget's files, for pages of any shop; the same for everyone, and kept as long as they say themselves. */
    @Bean
    @Order(42)
    SecurityFilterChain sdkChain(HttpSecurity http) {
        stateless(http)
                .securityMatcher("/sdk/**")
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll());
        return http.build();
    }

    /** The management port's endpoints, which are reached from the host alone. */
    @Bean
    @Order(50)
    SecurityFilterChain managementChain(HttpSecurity http) {
        stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll());
        return http.build();
    }

    /** For everyone, and the same for everyone. */
    @Bean
    @Order(60)
    SecurityFilterChain openChain(HttpSecurity http) {
        stateless(http)
                .securityMatcher(new OrRequestMatcher(
                        PATHS.matcher("/livez"),
                        PATHS.matcher("/readyz"),
                        PATHS.matcher("/openapi.json/**"),
                        PATHS.matcher("/docs/**"),
                        PATHS.matcher("/swagger-ui/**"),
                        PATHS.matcher("/v3/api-docs/**"),
                        PATHS.matcher("/error")))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll());
        return http.build();
    }

    /** Without the portal, there is nothing else. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingClass("com.vaadin.flow.spring.security.VaadinSecurityConfigurer")
    SecurityFilterChain lastChain(HttpSecurity http) {
        return nothing(stateless(http));
    }

    /** A measurement around each of a dozen filters would cost more than the filters; requests are measured as a whole. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the firewall finds malformed never reaches a chain. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, exception) ->
                ProblemWriter.write(response, new Problem(Code.INVALID_INPUT, "The request is malformed."));
    }

    private HttpSecurity stateless(HttpSecurity http) {
        return stateless(http, limits.body().toBytes());
    }

    /** @param body bytes that a body may have */
    private HttpSecurity stateless(HttpSecurity http, long body) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new FailureFilter(), HeaderWriterFilter.class)
                .addFilterAfter(
                        new BodyLimitFilter(
                                body,
                                limits.batch().toBytes(),
                                limits.upload().toBytes(),
                                limits.image().toBytes()),
                        FailureFilter.class);
    }

    private HttpSecurity bearer(HttpSecurity http, JwtDecoder decoder, RequestMatcher open) {
        BearerTokenResolver header = new DefaultBearerTokenResolver();
        return http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        // an old token must not keep anyone from what needs none
                        .bearerTokenResolver(request -> open.matches(request) ? null : header.resolve(request))
                        .authenticationEntryPoint(accessProblems)
                        .accessDeniedHandler(accessProblems))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(accessProblems).accessDeniedHandler(accessProblems));
    }

    /** A chain behind which nothing is. */
    private static SecurityFilterChain nothing(HttpSecurity http) {
        Problem problem = Problem.notFound("page");
        http.authorizeHttpRequests(paths -> paths.anyRequest().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, exception) -> ProblemWriter.write(response, problem))
                        .accessDeniedHandler((request, response, exception) -> ProblemWriter.write(response, problem)));
        return http.build();
    }
}
