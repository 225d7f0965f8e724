package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SecondFactor;
import org.passerelle.identity.SignedIn;
import org.passerelle.identity.store.Sessions;
import org.passerelle.identity.store.Users;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Square;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Deuxième facteur »: an application of codes is added, proves itself with a first code, and is removed.
@Controller
@OpenTo
class FactorsPage {

    static final String PATH = "/sessions/codes";

    private final SecondFactor factors;
    private final Users users;
    private final SignInPage door;

    FactorsPage(SecondFactor factors, Users users, SignInPage door) {
        this.factors = factors;
        this.users = users;
        this.door = door;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal SignedIn who, Texts t) {
        return page(HttpStatus.OK, who, "", t);
    }

    /// A new secret; the page then shows it until a first code came.
    @FreshFactor
    @PostMapping(PATH + "/debut")
    ModelAndView start(@AuthenticationPrincipal SignedIn who) {
        factors.start(who.user());
        return Partials.seeOther(PATH);
    }

    /// The first code. The recovery codes are shown in this answer and never again.
    @FreshFactor
    @PostMapping(PATH)
    ModelAndView confirm(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        var codes = factors.confirm(who.user(), code.strip().replace(" ", ""));
        if (codes.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, who, t.localize("identity.code.refused"), t);
        }
        var user = users.byId(who.user()).orElseThrow().user();
        var next = door.open(user, Sessions.Shown.SECOND_FACTOR, "", request, response);
        return recovery(codes, next);
    }

    @FreshFactor
    @PostMapping(PATH + "/secours")
    ModelAndView renew(@AuthenticationPrincipal SignedIn who) {
        if (!factors.makesCodes(who.user())) return Partials.seeOther(PATH);
        return recovery(factors.freshRecoveryCodes(who.user()), "/sessions");
    }

    @FreshFactor
    @PostMapping(PATH + "/retrait")
    ModelAndView remove(@AuthenticationPrincipal SignedIn who) {
        factors.remove(who.user());
        return Partials.seeOther(PATH, Toast.ok("identity.factor.removed"));
    }

    private static ModelAndView recovery(List<String> codes, String next) {
        return Partials.page("identity/recovery", Map.of("codes", codes, "next", next));
    }

    private ModelAndView page(HttpStatus answer, SignedIn who, String problem, Texts t) {
        var model = new HashMap<String, Object>();
        model.put("on", factors.makesCodes(who.user()));
        model.put("passkey", factors.hasPasskey(who.user()));
        model.put("forOthers", who.roles().stream().anyMatch(Role::looksAfterOthers));
        model.put("left", factors.recoveryCodesLeft(who.user()));
        model.put("problem", problem);
        factors.waiting(who.user()).ifPresent(secret -> {
            model.put("secret", secret.replaceAll("(.{4})(?!$)", "$1 "));
            model.put("square", Square.of(address(who, secret)));
            model.put(
                    "code",
                    Field.text("code", t.localize("identity.factor.first"))
                            .hint(t.localize("identity.factor.first.hint"))
                            .must()
                            .autocomplete("one-time-code"));
        });
        var view = Partials.page("identity/factors", Map.copyOf(model));
        view.setStatus(answer);
        return view;
    }

    /// What the application reads from the square: `otpauth://totp/…`.
    private String address(SignedIn who, String secret) {
        var email = users.byId(who.user()).orElseThrow().user().email();
        return "otpauth://totp/Passerelle:" + email + "?secret=" + secret + "&issuer=Passerelle";
    }
}
