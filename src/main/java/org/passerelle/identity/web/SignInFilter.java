package org.passerelle.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.store.Sessions;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.web.Failure;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who asks, and gives the rest of the request their scope: the operators they belong to.
final class SignInFilter extends OncePerRequestFilter {

    static final SessionCookie COOKIE = new SessionCookie("passerelle");

    /// The session's token, for the token of the forms.
    static final String TOKEN = SignInFilter.class.getName() + ".token";

    private static final String DUE = SignInFilter.class.getName() + ".due";

    private final Sessions sessions;

    SignInFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    /// The session whose second factor is still due; whoever holds it is not signed in.
    static Sessions.@Nullable Current due(HttpServletRequest request) {
        return (Sessions.Current) request.getAttribute(DUE);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = COOKIE.read(request);
        Optional<Sessions.Current> current;
        try {
            current = token == null || Failure.isKnown(request) ? Optional.empty() : sessions.find(token);
        } catch (RuntimeException e) {
            Failure.send(e, request, response);
            return;
        }
        if (token == null || current.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(TOKEN, token);
        if (current.get().due()) {
            request.setAttribute(DUE, current.get());
            chain.doFilter(request, response);
            return;
        }
        var who = current.get().who();
        SecurityContextHolder.setContext(new SecurityContextImpl(
                new SessionToken(who, current.get().id(), current.get().strongAt())));
        ScopedValue.CallableOp<Boolean, Exception> rest = () -> {
            chain.doFilter(request, response);
            return true;
        };
        try {
            Scopes.call(new Scope(who.operators(), who.user().toString()), rest);
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
