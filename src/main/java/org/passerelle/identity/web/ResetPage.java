package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.PasswordReset;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mot de passe oublié »: the same answer whether somebody has the address or not (S-04, S-07).
@Controller
@OpenToVisitors
class ResetPage {

    static final String ASK = "/connexion/oubli";
    static final String SET = "/connexion/nouveau";

    private static final SessionCookie COOKIE = new SessionCookie("oubli");
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final PasswordReset reset;
    private final List<String> hosts;

    ResetPage(PasswordReset reset, @Value("${passerelle.web.hosts:localhost}") List<String> hosts) {
        this.reset = reset;
        this.hosts = List.copyOf(hosts);
    }

    @GetMapping(ASK)
    ModelAndView show(Texts t) {
        return asking(HttpStatus.OK, "", null, t);
    }

    @PostMapping(ASK)
    ModelAndView ask(
            @RequestParam(name = "username", defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        if (email.isBlank() || email.length() > 254) {
            return asking(HttpStatus.UNPROCESSABLE_CONTENT, email, t.localize("identity.reset.email"), t);
        }
        var browser = PasswordReset.fresh();
        if (!reset.ask(email, browser, base(request), request.getRemoteAddr(), t)) {
            response.setHeader("Retry-After", "60");
            return asking(HttpStatus.TOO_MANY_REQUESTS, email, t.localize("identity.signin.later"), t);
        }
        COOKIE.write(request, response, browser, LIFE);
        return Partials.seeOther("/connexion", Toast.ok("identity.reset.sent"));
    }

    @GetMapping(SET)
    ModelAndView choose(@RequestParam(defaultValue = "") String jeton, HttpServletRequest request, Texts t) {
        var browser = COOKIE.read(request);
        if (browser == null || reset.of(jeton, browser).isEmpty()) {
            return Partials.seeOther(ASK, Toast.warn("identity.reset.late", ""));
        }
        return setting(HttpStatus.OK, jeton, null, t);
    }

    @PostMapping(SET)
    ModelAndView set(
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        var browser = COOKIE.read(request);
        try {
            if (browser == null || !reset.use(jeton, browser, password)) {
                return asking(HttpStatus.UNPROCESSABLE_CONTENT, "", t.localize("identity.reset.late"), t);
            }
        } catch (InvalidValue e) {
            return setting(HttpStatus.UNPROCESSABLE_CONTENT, jeton, t.error(e), t);
        }
        COOKIE.clear(request, response);
        return Partials.seeOther("/connexion", Toast.ok("identity.reset.done"));
    }

    /// Our own address, never one that the request made up (S-24).
    private String base(HttpServletRequest request) {
        var host = request.getServerName();
        if (!hosts.contains(host)) throw new NoSuchElementException();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
    }

    private static ModelAndView asking(HttpStatus answer, String email, @Nullable String problem, Texts t) {
        var field = Field.of("email", "username", t.localize("identity.email"))
                .value(email)
                .must()
                .autocomplete("username");
        return view(answer, ASK, "", field, "identity.reset", problem, t);
    }

    private static ModelAndView setting(HttpStatus answer, String token, @Nullable String problem, Texts t) {
        var field = Field.of("password", "password", t.localize("identity.reset.password"))
                .hint(t.localize("identity.reset.password.hint"))
                .must()
                .autocomplete("new-password");
        return view(answer, SET, token, field, "identity.reset.choose", problem, t);
    }

    private static ModelAndView view(
            HttpStatus answer,
            String action,
            String token,
            Field field,
            String title,
            @Nullable String problem,
            Texts t) {
        var model = new HashMap<String, Object>();
        model.put("action", action);
        model.put("token", token);
        model.put("field", field);
        model.put("title", t.localize(title));
        model.put("lead", t.localize(title + ".lead"));
        model.put("button", t.localize(title + ".button"));
        if (problem != null) model.put("problem", problem);
        var view = Partials.page("identity/reset", Map.copyOf(model));
        view.setStatus(answer);
        return view;
    }
}
