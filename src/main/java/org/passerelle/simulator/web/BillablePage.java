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

    BillablePage(Laws laws, Clock clock) {
        this.laws = laws;
        this.clock = clock;
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
            response.setHeader("HX-Push-Url", asked.address());
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
