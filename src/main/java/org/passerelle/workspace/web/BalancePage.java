package org.passerelle.workspace.web;

import java.util.Map;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Solde »: the worker's own activity account.
@Controller
@OpenTo(Role.FREELANCER)
class BalancePage {

    private final MyFile files;
    private final Balances balances;

    BalancePage(MyFile files, Balances balances) {
        this.files = files;
        this.balances = balances;
    }

    @GetMapping("/solde")
    ModelAndView balance(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        var me = files.of(who);
        var view = balances.of(me.operator(), me.id(), "/solde", typed, t);
        return Partials.page("workspace/balance", Map.of("view", view));
    }
}
