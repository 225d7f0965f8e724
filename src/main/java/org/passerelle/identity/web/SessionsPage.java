package org.passerelle.identity.web;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.SignedIn;
import org.passerelle.identity.store.PasskeyStore;
import org.passerelle.identity.store.Sessions;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// "Mes sessions": where this person is signed in, and the end of each.
@Controller
@OpenTo
class SessionsPage {

    private final Sessions sessions;
    private final PasskeyStore passkeys;

    SessionsPage(Sessions sessions, PasskeyStore passkeys) {
        this.sessions = sessions;
        this.passkeys = passkeys;
    }

    @GetMapping("/sessions")
    ModelAndView list(@AuthenticationPrincipal SignedIn who, Authentication authentication, Texts t) {
        var current = ((SessionToken) authentication).session();
        var rows = sessions.of(who.user()).stream()
                .map(open -> new SessionRow(
                        open.id(),
                        open.device(),
                        t.moment(open.createdAt()),
                        t.moment(open.lastSeenAt()),
                        open.id().equals(current)))
                .toList();
        var keys = passkeys.of(who.user()).stream()
                .map(key -> new PasskeyRow(key.id(), key.label(), t.moment(key.createdAt())))
                .toList();
        return Partials.page("identity/sessions", Map.of("sessions", rows, "passkeys", keys));
    }

    @PostMapping("/sessions/{session}/fin")
    ModelAndView end(@AuthenticationPrincipal SignedIn who, @PathVariable String session) {
        UUID id = UserId.of(session).value();
        if (!sessions.end(who.user(), id)) throw new NoSuchElementException();
        return Partials.seeOther("/sessions", Toast.ok("identity.sessions.ended"));
    }
}
