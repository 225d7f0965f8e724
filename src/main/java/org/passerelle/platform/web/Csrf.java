package org.passerelle.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// The token of `ui/csrf.jte`. Asked for only where a form stands, since asking may open a session.
public final class Csrf {

    private Csrf() {}

    /// The token of the current request; null where none is in use.
    public static @Nullable CsrfToken token() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) return null;
        return request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST)
                        instanceof CsrfToken token
                ? token
                : null;
    }
}
