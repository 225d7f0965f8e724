package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.SecondFactor;
import org.passerelle.identity.SignedIn;
import org.passerelle.identity.store.Sessions;
import org.passerelle.identity.store.Users;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « C’est bien vous ? » before what may cost dearly: the second factor once more, then a session with a new token
/// (S-05, S-06). A passkey confirms by the same ceremony as at the door.
@Controller
@OpenTo
class ConfirmationPage {

    static final String PATH = "/connexion/confirmation";

    private final SecondFactor factors;
    private final Users users;
    private final SignInPage door;

    ConfirmationPage(SecondFactor factors, Users users, SignInPage door) {
        this.factors = factors;
        this.users = users;
        this.door = door;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String suite, Texts t) {
        if (!factors.has(who.user())) return Partials.seeOther(FactorsPage.PATH);
        return page(HttpStatus.OK, who, suite, "", t);
    }

    @PostMapping(PATH)
    ModelAndView judge(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        return switch (factors.judge(who.user(), code)) {
            case ACCEPTED -> {
                var user = users.byId(who.user()).orElseThrow().user();
                yield Partials.seeOther(door.open(user, Sessions.Shown.SECOND_FACTOR, suite, request, response));
            }
            case REFUSED -> page(HttpStatus.UNPROCESSABLE_CONTENT, who, suite, t.localize("identity.code.refused"), t);
            case LATER -> page(HttpStatus.TOO_MANY_REQUESTS, who, suite, t.localize("identity.signin.later"), t);
        };
    }

    private ModelAndView page(HttpStatus answer, SignedIn who, String suite, String problem, Texts t) {
        var view = CodePage.form(answer, PATH, suite, problem.isEmpty() ? null : problem, t);
        view.addObject("makesCodes", factors.makesCodes(who.user()));
        view.addObject("passkey", factors.hasPasskey(who.user()));
        view.addObject("again", true);
        return view;
    }
}
