package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Identity;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.identity.SecondFactor;
import org.passerelle.identity.SignInResult;
import org.passerelle.identity.SignedIn;
import org.passerelle.identity.User;
import org.passerelle.identity.store.Sessions;
import org.passerelle.identity.store.Users;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.NavEntry;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The door: e-mail and password, or a passkey; and the way out.
@Controller
@OpenToVisitors
class SignInPage {

    private final Identity identity;
    private final Sessions sessions;
    private final Users users;
    private final SecondFactor factors;
    private final ObjectProvider<NavEntry> navigation;

    SignInPage(
            Identity identity,
            Sessions sessions,
            Users users,
            SecondFactor factors,
            ObjectProvider<NavEntry> navigation) {
        this.identity = identity;
        this.factors = factors;
        this.sessions = sessions;
        this.users = users;
        this.navigation = navigation;
    }

    @GetMapping("/connexion")
    ModelAndView show(@RequestParam(defaultValue = "") String suite, Texts t) {
        return form(HttpStatus.OK, "", suite, null, t);
    }

    @PostMapping("/connexion")
    ModelAndView signIn(
            @RequestParam(name = "username", defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        return switch (identity.judge(email, password, request.getRemoteAddr())) {
            case SignInResult.Accepted(var user) -> enter(user, suite, request, response);
            case SignInResult.Refused _ ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, email, suite, t.localize("identity.signin.refused"), t);
            case SignInResult.Later _ -> {
                response.setHeader("Retry-After", "60");
                yield form(HttpStatus.TOO_MANY_REQUESTS, email, suite, t.localize("identity.signin.later"), t);
            }
        };
    }

    /// With a password alone, or first of all: a code is asked next of whoever has an application that makes them.
    private ModelAndView enter(User user, String suite, HttpServletRequest request, HttpServletResponse response) {
        if (!factors.makesCodes(user.id())) {
            return Partials.seeOther(open(user, Sessions.Shown.PASSWORD, suite, request, response));
        }
        open(user, Sessions.Shown.PASSWORD_FIRST, suite, request, response);
        var next = Destination.isOurs(suite) ? "?suite=" + URLEncoder.encode(suite, StandardCharsets.UTF_8) : "";
        return Partials.seeOther(CodePage.PATH + next);
    }

    /// A new session each time; the one that the browser had before ends (S-05).
    /// @return where to go
    String open(
            User user, Sessions.Shown shown, String suite, HttpServletRequest request, HttpServletResponse response) {
        endCurrent();
        var device = Device.of(request.getHeader("User-Agent"));
        SignInFilter.COOKIE.write(request, response, identity.signIn(user.id(), device, shown));
        return Destination.isOurs(suite) ? suite : home(user);
    }

    /// The first page that this person may open.
    private String home(User user) {
        var roles = new SignedIn(user.id(), user.group(), user.name(), users.roles(user.id())).roles();
        return navigation.stream()
                .filter(entry -> roles.stream().anyMatch(role -> role.name().equals(entry.role())))
                .min(Comparator.comparingInt(NavEntry::order))
                .map(NavEntry::href)
                .orElse("/");
    }

    @PostMapping("/deconnexion")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        endCurrent();
        SignInFilter.COOKIE.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Partials.seeOther("/connexion");
    }

    private void endCurrent() {
        var authentication = org.springframework.security.core.context.SecurityContextHolder.getContext()
                .getAuthentication();
        if (authentication instanceof SessionToken token) {
            sessions.end(token.getPrincipal().user(), token.session());
        }
    }

    private static ModelAndView form(HttpStatus answer, String email, String suite, @Nullable String problem, Texts t) {
        var model = new HashMap<String, Object>();
        model.put(
                "email",
                Field.of("email", "username", t.localize("identity.email"))
                        .value(email)
                        .must()
                        .autocomplete("username"));
        model.put(
                "password",
                Field.of("password", "password", t.localize("identity.password"))
                        .must()
                        .autocomplete("current-password"));
        model.put("suite", Destination.isOurs(suite) ? suite : "");
        if (problem != null) model.put("problem", problem);
        var view = Partials.page("identity/signin", Map.copyOf(model));
        view.setStatus(answer);
        return view;
    }
}
