package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookies of the sign-in. Over https they are `__Host-` and Secure; without https they are given on this
/// machine's own address only, for the demo (S-05).
final class SessionCookie {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final String name;

    SessionCookie(String name) {
        this.name = name;
    }

    @Nullable
    String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return null;
        var wanted = name(request);
        for (var cookie : cookies) {
            if (cookie.getName().equals(wanted)) return cookie.getValue();
        }
        return null;
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value, -1).toString());
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value, java.time.Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, value, life.toSeconds()).toString());
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", 0).toString());
    }

    private ResponseCookie cookie(HttpServletRequest request, String value, long seconds) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(guarded(request))
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
    }

    private String name(HttpServletRequest request) {
        return guarded(request) ? "__Host-" + name : name;
    }

    private static boolean guarded(HttpServletRequest request) {
        return request.isSecure() || !LOOPBACK.contains(request.getServerName());
    }
}
