package org.passerelle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/// Language and light or dark: chosen by `?lang=` and `?theme=`, kept in cookies for a year.
final class Preferences implements HandlerInterceptor {

    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        keep(request, response, LANGUAGE, language(request).code());
        keep(request, response, THEME, theme(request).code());
        return true;
    }

    static Language language(HttpServletRequest request) {
        return Language.of(chosen(request, LANGUAGE));
    }

    static Theme theme(HttpServletRequest request) {
        return Theme.of(chosen(request, THEME));
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        if (!request.getMethod().equals("GET") || parameter(request, name) == null) return;
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static @Nullable String chosen(HttpServletRequest request, String name) {
        if (request.getMethod().equals("GET")) {
            var asked = parameter(request, name);
            if (asked != null) return asked;
        }
        var cookies = request.getCookies();
        if (cookies == null) return null;
        for (var cookie : cookies) {
            if (cookie.getName().equals(name)) return cookie.getValue();
        }
        return null;
    }

    /// Parameters that cannot be read have no language; the page that says so must still be written in one.
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalStateException e) {
            return null;
        }
    }
}
