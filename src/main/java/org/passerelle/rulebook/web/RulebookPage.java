package org.passerelle.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.law.Laws;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// « Règles en vigueur »: what the law data hold, for everybody.
@Controller
@OpenToVisitors
class RulebookPage {

    private final Laws laws;
    private final Clock clock;

    RulebookPage(Laws laws, Clock clock) {
        this.laws = laws;
        this.clock = clock;
    }

    @GetMapping("/regles")
    ModelAndView all(Typed typed, Texts t, HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        var view = RulebookView.of(laws.all(), typed.text("mot"), typed.text("sujet"), Days.today(clock), t);
        return Partials.either("rulebook/all", "rulebook/found", Map.of("view", view));
    }

    @GetMapping("/regles/{code}")
    ModelAndView one(@PathVariable String code, Texts t) {
        var parameter = laws.all().stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no parameter of that code"));
        return Partials.page("rulebook/one", Map.of("view", ParameterView.of(parameter, Days.today(clock), t)));
    }

    @GetMapping(path = "/regles.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    LawJson json() {
        return LawJson.of(laws.all(), Days.today(clock));
    }
}
