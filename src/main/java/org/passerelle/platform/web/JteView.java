package org.passerelle.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.View;

/// Renders one precompiled template. The whole page is made before its first byte leaves, so a failure is an error
/// page and never half a page.
final class JteView implements View {

    private final TemplateEngine engine;
    private final String page;
    private final String part;
    private final List<NavEntry> navigation;

    JteView(TemplateEngine engine, String page, String part, List<NavEntry> navigation) {
        this.engine = engine;
        this.page = page;
        this.part = part;
        this.navigation = navigation;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var full = new HashMap<String, Object>();
        if (model != null) full.putAll(model);
        full.putIfAbsent("t", Texts.in(Preferences.language(request)));
        full.put("page", pageOf(request, response));
        var html = new Utf8ByteOutput();
        engine.render((fromHtmx(request) ? part : page) + ".jte", full, html);
        response.setContentType(getContentType());
        response.setContentLength(html.getContentLength());
        if (!response.getHeaders("Vary").contains("HX-Request")) response.addHeader("Vary", "HX-Request");
        html.writeTo(response.getOutputStream());
    }

    /// Whether htmx asks for a part (and not for a whole page through a boosted link).
    static boolean fromHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }

    private Page pageOf(HttpServletRequest request, HttpServletResponse response) {
        var user = request.getUserPrincipal();
        return new Page(
                path(request),
                Preferences.theme(request),
                nameOf(user),
                entriesFor(user),
                fromHtmx(request) ? null : Toast.take(request, response));
    }

    // A page that several of somebody's roles open is one entry.
    private List<NavEntry> entriesFor(@Nullable Principal user) {
        var byPage = new LinkedHashMap<String, NavEntry>();
        navigation.stream()
                .filter(entry -> mayOpen(user, entry))
                .sorted(Comparator.comparingInt(NavEntry::order))
                .forEach(entry -> byPage.putIfAbsent(entry.href(), entry));
        return List.copyOf(byPage.values());
    }

    private static @Nullable String nameOf(@Nullable Principal user) {
        if (user instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Greeted greeted) {
            return greeted.name();
        }
        return user == null ? null : user.getName();
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static boolean mayOpen(@Nullable Principal user, NavEntry entry) {
        if (entry.role().isEmpty()) return true;
        if (entry.role().equals(NavEntry.VISITOR)) return user == null;
        return user instanceof Authentication signedIn
                && signedIn.getAuthorities().stream()
                        .anyMatch(right -> ("ROLE_" + entry.role()).equals(right.getAuthority()));
    }
}
