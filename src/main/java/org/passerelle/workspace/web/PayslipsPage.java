package org.passerelle.workspace.web;

import java.util.List;
import java.util.Map;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.platform.web.Partials;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// My payslips.
@Controller
@OpenTo(Role.FREELANCER)
class PayslipsPage {

    private final MyFile files;

    PayslipsPage(MyFile files) {
        this.files = files;
    }

    @GetMapping("/bulletins")
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        files.of(who);
        return Partials.page("workspace/payslips", Map.of("view", new PayslipsView(List.of())));
    }
}
