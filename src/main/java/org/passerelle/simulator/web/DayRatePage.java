package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.pay.PayEngine;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.simulator.core.DayRate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Quel tarif pour quel net ? »: from the wish back to the price of a day.
@Controller
@OpenToVisitors
class DayRatePage {

    static final String PATH = "/quel-tarif";

    private final Laws laws;
    private final PayEngine engine;
    private final Clock clock;
    private final Gate gate;

    DayRatePage(Laws laws, Clock clock, Gate gate) {
        this.laws = laws;
        this.engine = PayEngine.of(laws);
        this.clock = clock;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView ask(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        return Answers.show("simulator/dayrate", view.answer(), Map.of("view", view), response);
    }

    @GetMapping(PATH + "/pdf")
    Object paper(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        var result = view.result();
        if (result == null) return ask(typed, t, response);
        return gate.paper("quel-tarif", () -> Reports.of(view, result, t));
    }

    private DayRateView view(Typed typed, Texts t) {
        var in = new Inputs(typed, t, "simulator.quel-tarif.");
        var form = DayRateForm.read(in, Days.today(clock));
        try {
            if (form == null) return DayRateView.wrong(answer(in, "", t));
            if (form.work().billable().signum() == 0) {
                in.refuse("vacances", t.localize("simulator.quel-tarif.nothing"));
                return DayRateView.wrong(answer(in, "", t));
            }
            var answers = DayRate.search(
                    laws, engine, form.question(), form.wish(), form.work().billable(), form.lost());
            var since = laws.on(form.question().month().lastDay()).period().from();
            var answer = answer(in, Answer.provenance(Days.today(clock), since, t), t);
            return DayRateView.of(answer, form, answers, t);
        } catch (NoVersion e) {
            in.refuse("le", t.localize("simulator.year.unknown", t.date(e.day())));
            return DayRateView.wrong(answer(in, "", t));
        }
    }

    private static Answer answer(Inputs in, String provenance, Texts t) {
        return Answer.of("quel-tarif", PATH, in, in.fields(DayRateForm.FIRST), HouseFields.details(in), provenance, t);
    }
}
