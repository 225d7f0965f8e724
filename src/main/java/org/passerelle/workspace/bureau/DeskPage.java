package org.passerelle.workspace.bureau;

import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// « À traiter »: what a rule says a person must see, with the reason. Nothing else.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR})
class DeskPage {

    private final Desks desks;
    private final Queue queue;

    DeskPage(Desks desks, Queue queue) {
        this.desks = desks;
        this.queue = queue;
    }

    @GetMapping("/bureau")
    ModelAndView desk(@AuthenticationPrincipal SignedIn who) {
        return Partials.seeOther("/bureau/" + desks.first(who));
    }

    @GetMapping("/bureau/{operator}")
    ModelAndView queue(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.QUEUE, t);
        var items = queue.of(desk, who, t);
        var sheet = Sheet.titled(t.localize("bureau.queue"))
                .saying(items.isEmpty() ? t.localize("bureau.queue.empty") : "");
        for (var listing : items) sheet.list(listing);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }
}
