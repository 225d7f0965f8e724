package org.passerelle.joining.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.joining.Door;
import org.passerelle.joining.Welcome;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Ouvrir mon dossier »: an address, a link by mail, a password. What was typed in a simulation comes along.
@Controller
@OpenToVisitors
@RequestMapping(WelcomePage.PATH)
class WelcomePage {

    static final String PATH = "/entrer";

    private static final String ENTER = "joining/enter";
    private static final String LINK = "joining/link";

    private final Welcome welcome;

    WelcomePage(Welcome welcome) {
        this.welcome = welcome;
    }

    @GetMapping
    ModelAndView show(Typed typed, Texts t) {
        return Partials.page(ENTER, entering(typed, t));
    }

    @PostMapping
    ModelAndView ask(Typed typed, HttpServletRequest request, HttpServletResponse response, Texts t) {
        typed.intent();
        var email = typed.mustText("email");
        var house = typed.must("maison", OperatorId::of);
        var open = welcome.doors().stream().anyMatch(door -> door.operator().equals(house));
        if (house != null && !open) typed.refuse("maison", t.localize("joining.house.closed"));
        if (house != null && !typed.hasErrors()) {
            try {
                var carried = Carried.answers(Carried.raw(typed));
                boolean sent =
                        within(house, "visitor", () -> welcome.ask(house, email, carried, request.getRemoteAddr()));
                if (sent) return Partials.seeOther(PATH, Toast.ok("joining.sent"));
                typed.refuse("email", t.localize("joining.later"));
                response.setHeader("Retry-After", "60");
                var later = Partials.page(ENTER, entering(typed, t));
                later.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                return later;
            } catch (InvalidValue e) {
                typed.refuse("email", t.error(e));
            }
        }
        return Partials.unprocessable(ENTER, entering(typed, t));
    }

    @GetMapping("/{token}")
    ModelAndView link(@PathVariable String token, Typed typed, Texts t) {
        var link = find(token);
        if (link == null || !link.live()) return Partials.seeOther(PATH, Toast.warn("joining.link.late", ""));
        return Partials.page(LINK, accepting(link, token, typed, t));
    }

    @PostMapping("/{token}")
    ModelAndView accept(@PathVariable String token, Typed typed, Texts t) {
        typed.intent();
        var link = find(token);
        if (link == null) return Partials.seeOther(PATH, Toast.warn("joining.link.late", ""));
        if (!link.known() && link.live()) typed.mustText("password");
        if (!typed.hasErrors()) {
            try {
                // A second press of the button finds the link used and the account there: the same next page.
                within(
                        link.operator(),
                        "joining link",
                        () -> welcome.accept(link.operator(), token, typed.text("password")));
                return Partials.seeOther("/connexion?suite=" + FilePage.PATH, Toast.ok("joining.ready"));
            } catch (InvalidValue e) {
                typed.refuse("password", t.error(e));
            }
        }
        return Partials.unprocessable(LINK, accepting(link, token, typed, t));
    }

    private Welcome.@Nullable Link find(String token) {
        var operator = Welcome.operatorOf(token).orElseThrow(WelcomePage::none);
        return within(operator, "joining link", () -> welcome.find(operator, token))
                .orElse(null);
    }

    /// In the scope of the one entity, and of no other.
    private static <T> T within(OperatorId operator, String actor, Callable<T> work) {
        try {
            return Scopes.call(Scope.of(actor, operator), work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> entering(Typed typed, Texts t) {
        var doors = welcome.doors();
        var raw = Carried.raw(typed);
        var fields = new java.util.ArrayList<Field>();
        if (doors.size() > 1) {
            fields.add(typed.back(Field.select("maison", t.localize("joining.house"), houses(doors, t))
                    .must()));
        }
        fields.add(typed.back(Field.of("email", "email", t.localize("joining.email"))
                .hint(t.localize("joining.email.hint"))
                .must()
                .autocomplete("email")));
        var model = new HashMap<String, Object>();
        model.put("fields", List.copyOf(fields));
        model.put("carried", raw);
        model.put("house", doors.size() == 1 ? doors.getFirst().operator().toString() : "");
        model.put("houseName", doors.size() == 1 ? doors.getFirst().name() : "");
        model.put("open", !doors.isEmpty());
        model.put("wrong", typed.hasErrors());
        model.put("intent", java.util.UUID.randomUUID());
        return model;
    }

    private static List<Option> houses(List<Door> doors, Texts t) {
        var options = new java.util.ArrayList<Option>();
        options.add(new Option("", t.localize("joining.choose"), true));
        for (var door : doors) {
            var frame = t.localize("frames.name." + door.frame().name());
            options.add(new Option(door.operator().toString(), door.name() + " – " + frame, false));
        }
        return options;
    }

    private static Map<String, Object> accepting(Welcome.Link link, String token, Typed typed, Texts t) {
        var fields = link.known()
                ? List.<Field>of()
                : List.of(Field.of("password", "password", t.localize("joining.password"))
                        .hint(t.localize("joining.password.hint"))
                        .must()
                        .autocomplete("new-password")
                        .error(typed.error("password")));
        return Map.of(
                "action", PATH + "/" + token,
                "house", link.house(),
                "email", link.email(),
                "known", link.known(),
                "fields", fields,
                "wrong", typed.hasErrors(),
                "problem", link.known() && typed.hasErrors() ? String.valueOf(typed.error("password")) : "",
                "intent", java.util.UUID.randomUUID());
    }

    /// For whoever asks for what is not there.
    static NoSuchElementException none() {
        return new NoSuchElementException("no file");
    }
}
