package org.passerelle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// POST → 303 → GET. A browser follows the Location; htmx receives 204 with `HX-Redirect` and loads the page.
final class SeeOther implements View {

    static final String TOAST = "toast";

    private final String path;

    /// @throws IllegalArgumentException when the path could leave this site
    SeeOther(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.chars().anyMatch(c -> c == '\\' || c < ' ')) {
            throw new IllegalArgumentException("not a path of ours");
        }
        this.path = path;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        if (model != null && model.get(TOAST) instanceof Toast toast) toast.leave(request, response);
        if (JteView.fromHtmx(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader("HX-Redirect", path);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", path);
        }
    }
}
