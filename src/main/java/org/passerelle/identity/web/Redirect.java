package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Leads whoever may not pass to the page that can help, and back afterwards.
final class Redirect {

    private Redirect() {}

    /// A browser is led there; htmx is told to go there; a program reads the status.
    ///
    /// @param status for whoever follows no redirect
    static void to(String page, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var accept = request.getHeader("Accept");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(status);
        } else if (accept != null && accept.contains("application/json")) {
            response.setStatus(status);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", page);
        }
    }

    /// The page with the way back: to what was asked, or for a form to the page that it stood on.
    static String andBack(String page, HttpServletRequest request) {
        var back = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null
                ? request.getRequestURI()
                : refererOf(request);
        return back.isEmpty() ? page : page + "?suite=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static String refererOf(HttpServletRequest request) {
        try {
            var referer = request.getHeader("Referer");
            var path = referer == null ? "" : URI.create(referer).getPath();
            return path != null && Destination.isOurs(path) ? path : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
