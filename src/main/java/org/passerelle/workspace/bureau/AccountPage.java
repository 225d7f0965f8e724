package org.passerelle.workspace.bureau;

import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.workspace.web.Balances;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The activity account of one person in full, as that person sees it.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR})
class AccountPage {

    private final Desks desks;
    private final People people;
    private final Balances balances;

    AccountPage(Desks desks, People people, Balances balances) {
        this.desks = desks;
        this.people = people;
        this.balances = balances;
    }

    @GetMapping("/bureau/{operator}/personnes/{person}/compte")
    ModelAndView account(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID person,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.PEOPLE, t);
        var found = people.get(new PersonId(person));
        if (!found.operator().equals(desk.operator())) throw Desks.notHere();
        var href = desk.href("personnes/" + found.id());
        var view = balances.of(desk.operator(), found.id(), href + "/compte", typed, t);
        return Partials.page(
                "workspace/bureau/account", Map.of("desk", desk, "person", found.name(), "href", href, "view", view));
    }
}
