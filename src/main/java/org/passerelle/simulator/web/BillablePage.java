package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.passerelle.frames.Frames;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Puis-je facturer ce client ? »: no sign-up, no waiting. Everything asked is in the address, so that the answer can
/// be shared and found again.
@Controller
@OpenToVisitors
class BillablePage {

    static final String PATH = "/puis-je-facturer";

    private static final String PAGE = "simulator/billable";
    private static final String PART = "simulator/answer";

    private final Laws laws;
    private final Clock clock;
    private final Gate gate;

    BillablePage(Laws laws, Clock clock, Gate gate) {
        this.laws = laws;
        this.clock = clock;
        this.gate = gate;
    }

    @GetMapping(PATH + "/pdf")
    Object paper(Typed typed, Texts t, HttpServletResponse response) {
        var asked = BillableForm.read(typed, t, Days.today(clock));
        var question = asked.question();
        if (typed.hasErrors() || question == null) return ask(typed, t, response);
        try {
            var law = laws.on(question.on());
            var view = BillableView.answer(
                    asked, Frames.advise(question, law), law.period().from(), t);
            return gate.paper("puis-je-facturer", () -> Reports.of(view, t));
        } catch (NoVersion e) {
            return ask(typed, t, response);
        }
    }

    @GetMapping(PATH)
    ModelAndView ask(Typed typed, Texts t, HttpServletResponse response) {
        var asked = BillableForm.read(typed, t, Days.today(clock));
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        if (typed.hasErrors()) {
            return Partials.unprocessable(PAGE, PART, model(BillableView.wrong(asked, t)));
        }
        var question = asked.question();
        if (question == null) return Partials.either(PAGE, PART, model(BillableView.blank(asked, t)));
        try {
            var law = laws.on(question.on());
            var advice = Frames.advise(question, law);
            response.setHeader("HX-Replace-Url", asked.address());
            return Partials.either(
                    PAGE,
                    PART,
                    model(BillableView.answer(asked, advice, law.period().from(), t)));
        } catch (NoVersion e) {
            typed.refuse(BillableForm.DAY, t.localize("simulator.day.unknown", t.date(e.day())));
            var again = BillableForm.read(typed, t, Days.today(clock));
            return Partials.unprocessable(PAGE, PART, model(BillableView.wrong(again, t)));
        }
    }

    private static Map<String, ?> model(BillableView view) {
        return Map.of("view", view);
    }
}
