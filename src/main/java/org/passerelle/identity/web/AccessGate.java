package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Asks each handler to whom it is open. One that does not say so is closed to everybody (S-10).
public final class AccessGate implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AccessGate.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) return true; // static files, and what does not exist
        if (ErrorController.class.isAssignableFrom(method.getBeanType())) return true;
        var who = signedIn();
        if (isOpen(method, who)) return true;
        if (who == null && opening(method, OpenTo.class) != null) {
            askToSignIn(request, response);
        } else {
            if (opening(method, OpenTo.class) == null) LOG.error("no @OpenTo on {}", method.getShortLogMessage());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return false;
    }

    /// Whether somebody may use the handler; also asked by the test that draws the table of roles and pages.
    public static boolean isOpen(HandlerMethod method, @Nullable SignedIn who) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), OpenTo.class);
        if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenToVisitors.class)) return true;
        if (onMethod == null && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), OpenToVisitors.class)) {
            return true;
        }
        var open = opening(method, OpenTo.class);
        if (open == null || who == null) return false;
        var wanted = Set.of(open.value());
        return wanted.isEmpty() || who.roles().stream().anyMatch(wanted::contains);
    }

    private static @Nullable OpenTo opening(HandlerMethod method, Class<OpenTo> type) {
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }

    static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who ? who : null;
    }

    /// A browser is led to the sign-in and back; htmx is told to go there; a program reads 401.
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = "/connexion";
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
            page += "?suite=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
        }
        Redirect.to(page, HttpServletResponse.SC_UNAUTHORIZED, request, response);
    }
}
