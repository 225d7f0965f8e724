package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.pay.PayEngine;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.simulator.core.Micro;
import org.passerelle.simulator.core.PaidYear;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Une année »: twelve months that are not alike, with the reserve, and the month in which a threshold bites.
@Controller
@OpenToVisitors
class YearPage {

    static final String PATH = "/une-annee";

    private final Laws laws;
    private final PayEngine engine;
    private final Clock clock;
    private final Gate gate;

    YearPage(Laws laws, Clock clock, Gate gate) {
        this.laws = laws;
        this.engine = PayEngine.of(laws);
        this.clock = clock;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView ask(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        return Answers.show("simulator/year", view.answer(), Map.of("view", view), response);
    }

    @GetMapping(PATH + "/pdf")
    Object paper(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        var result = view.result();
        if (result == null) return ask(typed, t, response);
        return gate.paper("une-annee", () -> Reports.of(view, result, t));
    }

    private YearView view(Typed typed, Texts t) {
        var in = new Inputs(typed, t, "simulator.une-annee.");
        var form = YearForm.read(in, Days.today(clock));
        try {
            if (form == null) return wrong(in, t);
            var year = PaidYear.live(laws, engine, form.employee(), form.house().fee(), form.plans());
            var micro = Micro.live(laws, form.house().activity(), form.house().acre(), form.plans(), List.of());
            var since = laws.on(form.house().month().lastDay()).period().from();
            var answer = answer(in, Answer.provenance(Days.today(clock), since, t), t);
            return YearView.of(answer, in.fields(YearForm.months()), form, year, micro, t);
        } catch (NoVersion e) {
            in.refuse("le", t.localize("simulator.year.unknown", t.date(e.day())));
            return wrong(in, t);
        }
    }

    private static YearView wrong(Inputs in, Texts t) {
        return YearView.wrong(answer(in, "", t), in.fields(YearForm.months()));
    }

    private static Answer answer(Inputs in, String provenance, Texts t) {
        var first = new java.util.ArrayList<>(in.fields("cadre", HouseFields.FEE, "frais", "lisse"));
        var answer = Answer.of("une-annee", PATH, in, first, HouseFields.details(in), provenance, t);
        return answer.and(in.fields(YearForm.months()));
    }
}
