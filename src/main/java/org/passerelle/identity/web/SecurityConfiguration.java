package org.passerelle.identity.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.passerelle.identity.store.Sessions;
import org.passerelle.platform.crypto.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What every request passes: headers, where it comes from, who asks, the token of the form; then the gate.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            List.of(
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "font-src 'self'",
                    "connect-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'"));

    private final ObjectProvider<FactorGate> factors;

    SecurityConfiguration(ObjectProvider<FactorGate> factors) {
        this.factors = factors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessGate()).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(factors.getObject()).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    /// Files that are the same for everybody: no look at who asks.
    @Bean
    @Order(1)
    SecurityFilterChain chainOfFiles(HttpSecurity http) {
        http.securityMatcher("/css/**", "/js/**", "/img/**", "/fonts/**", "/webjars/**")
                .headers(headers -> common(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /// Who may open what is asked handler by handler, by the {@link AccessGate}: closed unless it says otherwise.
    @Bean
    @Order(2)
    SecurityFilterChain chainOfPages(HttpSecurity http, Sessions sessions, Vault vault) {
        http.headers(SecurityConfiguration::common)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .csrf(
                        csrf -> // a provider signs what it tells and has no form
                        csrf.ignoringRequestMatchers("/notifications/carte")
                                .csrfTokenRepository(new FormTokens(vault.houseKey("form tokens")))
                                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new FetchGuard(), CsrfFilter.class)
                .addFilterBefore(new SignInFilter(sessions), CsrfFilter.class);
        return http.build();
    }

    /// Referrers go to no other site, and never less than that: under `no-referrer` a browser posts our own forms with
    /// `Origin: null`, which [FetchGuard] refuses.
    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy",
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
                                + " publickey-credentials-get=(self), publickey-credentials-create=(self)"))
                .addHeaderWriter(new StaticHeadersWriter("Vary", "HX-Request"));
    }
}
