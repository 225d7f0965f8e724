package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.Role;
import org.passerelle.identity.SecondFactor;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// After the [AccessGate]: those who look after others show a second factor (S-01), and whoever has one shows it again
/// before what [FreshFactor] marks (S-06).
@Component
class FactorGate implements HandlerInterceptor {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final SecondFactor factors;
    private final Clock clock;
    private final boolean compulsory;

    /// Compulsory unless `passerelle.sign-in.second-factor` says `offered`; the demo offers it.
    FactorGate(SecondFactor factors, Clock clock, Environment settings) {
        this.factors = factors;
        this.clock = clock;
        this.compulsory = settings.getProperty("passerelle.demo.folder", "").isBlank()
                && !settings.getProperty("passerelle.sign-in.second-factor", "required")
                        .equals("offered");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || isDoor(method)) return true;
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SessionToken token)) return true;
        var who = token.getPrincipal();
        if (compulsory
                && token.strongAt() == null
                && !isOwnSecurity(method)
                && who.roles().stream().anyMatch(Role::looksAfterOthers)) {
            var next = factors.has(who.user()) ? confirmation(request) : FactorsPage.PATH;
            Redirect.to(next, HttpServletResponse.SC_FORBIDDEN, request, response);
            return false;
        }
        if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), FreshFactor.class)
                && !isFresh(token)
                && factors.has(who.user())) {
            Redirect.to(confirmation(request), HttpServletResponse.SC_FORBIDDEN, request, response);
            return false;
        }
        return true;
    }

    private static String confirmation(HttpServletRequest request) {
        return Redirect.andBack(ConfirmationPage.PATH, request);
    }

    private boolean isFresh(SessionToken token) {
        var strong = token.strongAt();
        return strong != null && strong.plus(FRESH).isAfter(clock.instant());
    }

    /// The page where one adds what is missing.
    private static boolean isOwnSecurity(HandlerMethod method) {
        return method.getBeanType().getPackage().equals(FactorGate.class.getPackage());
    }

    private static boolean isDoor(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenToVisitors.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), OpenToVisitors.class);
    }
}
