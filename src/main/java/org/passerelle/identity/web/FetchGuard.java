package org.passerelle.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// The browser says where a request comes from; what another site sends is refused, except that somebody follows a
/// link to us (S-20). An old browser says nothing and is left to the token.
final class FetchGuard extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        boolean reads = READS.contains(request.getMethod());
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site)) {
            boolean followsLink = reads && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
            if (!followsLink) return true;
        }
        return !reads && !sameOrigin(request, request.getHeader("Origin"));
    }

    private static boolean sameOrigin(HttpServletRequest request, @Nullable String origin) {
        if (origin == null) return true;
        try {
            var from = URI.create(origin);
            int port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
            return request.getScheme().equals(from.getScheme())
                    && request.getServerName().equalsIgnoreCase(from.getHost())
                    && request.getServerPort() == port;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
