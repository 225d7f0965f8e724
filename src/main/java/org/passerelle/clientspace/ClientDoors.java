package org.passerelle.clientspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.web.Partials;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Opens what a link leads to: in the scope of the entity that the link names and of no other, not too often, known to
/// no other site and to no search engine.
@Component
public class ClientDoors {

    public static final String ACTOR = "client-pages";

    private static final int WAIT_SECONDS = 60;

    private final ClientLinks links;
    private final Clock clock;

    ClientDoors(ClientLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /// @throws NoSuchElementException for what never was a link
    public ModelAndView page(
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<ClientLink, ModelAndView> page) {
        return open(token, request, response, page, () -> closed("over", HttpStatus.GONE), () -> {
            response.setHeader("Retry-After", Integer.toString(WAIT_SECONDS));
            return closed("later", HttpStatus.TOO_MANY_REQUESTS);
        });
    }

    /// As a page, for a file.
    public <T> T open(
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<ClientLink, T> opened,
            Supplier<T> over,
            Supplier<T> later) {
        // not no-referrer: browsers would then send `Origin: null` with our own forms
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!links.mayTry(request.getRemoteAddr(), clock.instant())) return later.get();
        var operator = ClientLinks.operatorOf(token).orElseThrow(ClientDoors::none);
        try {
            return Scopes.call(Scope.of(ACTOR, operator), () -> {
                var link = links.find(operator, token).orElseThrow(ClientDoors::none);
                return link.isLive(clock.instant()) ? opened.apply(link) : over.get();
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelAndView closed(String why, HttpStatus status) {
        var page = Partials.page("clientspace/closed", Map.of("why", why));
        page.setStatus(status);
        return page;
    }

    public static NoSuchElementException none() {
        return new NoSuchElementException("no link");
    }
}
