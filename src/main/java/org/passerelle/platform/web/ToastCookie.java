package org.passerelle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/// Carries the word left for the next page in a cookie of one use, so that no web session is needed for it (S-38).
/// A person who forges it changes a sentence on their own screen, which is escaped like any other.
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
final class ToastCookie implements FlashMapManager {

    private static final String NAME = "mot";
    private static final int LONGEST = 600;

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        var cookies = request.getCookies();
        if (cookies == null || !request.getMethod().equals("GET")) return null;
        for (var cookie : cookies) {
            if (!cookie.getName().equals(NAME)) continue;
            write(request, response, "", 0);
            var toast = read(cookie.getValue());
            if (toast == null) return null;
            var flash = new FlashMap();
            flash.put(SeeOther.TOAST, toast);
            return flash;
        }
        return null;
    }

    @Override
    public void saveOutputFlashMap(FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
        if (!(flash.get(SeeOther.TOAST) instanceof Toast toast)) return;
        var text = toast.kind() + "|" + toast.key() + "|" + toast.value();
        var value = URLEncoder.encode(text, StandardCharsets.UTF_8);
        if (value.length() <= LONGEST) write(request, response, value, 60);
    }

    private static @Nullable Toast read(String value) {
        try {
            var parts = URLDecoder.decode(value, StandardCharsets.UTF_8).split("\\|", 3);
            if (parts.length < 3 || !Set.of("ok", "info", "warn").contains(parts[0])) return null;
            return parts[1].matches("[A-Za-z0-9._-]{1,80}") ? new Toast(parts[0], parts[1], parts[2]) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(seconds)
                        .build()
                        .toString());
    }
}
