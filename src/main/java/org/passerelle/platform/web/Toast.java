package org.passerelle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// A short word after something was done; shown once by the next page. It travels in a cookie of one minute, so no
/// node has to remember it. Given to [Partials#seeOther(String, Toast)].
///
/// @param kind `ok`, `info` or `warn`
/// @param key of the sentence
/// @param value what {0} stands for, or an empty text
public record Toast(String kind, String key, String value) {

    private static final String COOKIE = "toast";
    private static final String BETWEEN = "\u0000";

    public static Toast ok(String key) {
        return new Toast("ok", key, "");
    }

    public static Toast ok(String key, String value) {
        return new Toast("ok", key, value);
    }

    public static Toast warn(String key, String value) {
        return new Toast("warn", key, value);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        var text = String.join(BETWEEN, kind, key, value).getBytes(StandardCharsets.UTF_8);
        set(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(text), Duration.ofMinutes(1));
    }

    /// Takes what the page before left, if anything; a cookie that is none of ours says nothing.
    static @Nullable Toast take(HttpServletRequest request, HttpServletResponse response) {
        var cookies = request.getCookies();
        if (cookies == null) return null;
        for (var cookie : cookies) {
            if (!cookie.getName().equals(COOKIE)) continue;
            set(request, response, "", Duration.ZERO);
            return read(cookie.getValue());
        }
        return null;
    }

    private static @Nullable Toast read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            boolean ours = parts.length == 3 && parts[0].matches("ok|info|warn");
            return ours ? new Toast(parts[0], parts[1], parts[2]) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
