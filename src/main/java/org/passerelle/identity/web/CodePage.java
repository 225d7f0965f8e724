package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.SecondFactor;
import org.passerelle.identity.store.Sessions;
import org.passerelle.identity.store.Users;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The second step of a sign-in: a code of the application, or a recovery code.
@Controller
@OpenToVisitors
class CodePage {

    static final String PATH = "/connexion/code";

    private final SecondFactor factors;
    private final Sessions sessions;
    private final Users users;
    private final SignInPage door;

    CodePage(SecondFactor factors, Sessions sessions, Users users, SignInPage door) {
        this.factors = factors;
        this.sessions = sessions;
        this.users = users;
        this.door = door;
    }

    @GetMapping(PATH)
    ModelAndView show(@RequestParam(defaultValue = "") String suite, HttpServletRequest request, Texts t) {
        if (SignInFilter.due(request) == null) return Partials.seeOther("/connexion");
        return form(HttpStatus.OK, PATH, suite, null, t);
    }

    @PostMapping(PATH)
    ModelAndView judge(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        var due = SignInFilter.due(request);
        if (due == null) return Partials.seeOther("/connexion");
        var user = due.who().user();
        return switch (factors.judge(user, code)) {
            case ACCEPTED -> {
                sessions.end(user, due.id());
                var found = users.byId(user).orElseThrow().user();
                yield Partials.seeOther(door.open(found, Sessions.Shown.SECOND_FACTOR, suite, request, response));
            }
            case REFUSED -> form(HttpStatus.UNPROCESSABLE_CONTENT, PATH, suite, t.localize("identity.code.refused"), t);
            case LATER -> {
                response.setHeader("Retry-After", "60");
                yield form(HttpStatus.TOO_MANY_REQUESTS, PATH, suite, t.localize("identity.signin.later"), t);
            }
        };
    }

    /// @param action where the code goes
    static ModelAndView form(HttpStatus answer, String action, String suite, @Nullable String problem, Texts t) {
        var model = new HashMap<String, Object>();
        model.put(
                "code",
                Field.text("code", t.localize("identity.code"))
                        .hint(t.localize("identity.code.hint"))
                        .must()
                        .autocomplete("one-time-code"));
        model.put("action", action);
        model.put("suite", Destination.isOurs(suite) ? suite : "");
        if (problem != null) model.put("problem", problem);
        var view = Partials.page("identity/code", Map.copyOf(model));
        view.setStatus(answer);
        return view;
    }
}
