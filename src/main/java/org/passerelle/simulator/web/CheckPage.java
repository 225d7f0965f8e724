package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.YearToDate;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.simulator.core.PayslipCheck;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Vérifier mon bulletin »: the lines of any operator's payslip beside ours. Nothing is stored.
@Controller
@OpenToVisitors
class CheckPage {

    static final String PATH = "/verifier-mon-bulletin";

    private final Laws laws;
    private final PayEngine engine;
    private final Clock clock;
    private final Gate gate;

    CheckPage(Laws laws, Clock clock, Gate gate) {
        this.laws = laws;
        this.engine = PayEngine.of(laws);
        this.clock = clock;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView ask(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        return Answers.show("simulator/check", view.answer(), Map.of("view", view), response);
    }

    @GetMapping(PATH + "/pdf")
    Object paper(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        var result = view.result();
        if (result == null) return ask(typed, t, response);
        return gate.paper("verifier-mon-bulletin", () -> Reports.of(view, result, t));
    }

    private CheckView view(Typed typed, Texts t) {
        var in = new Inputs(typed, t, "simulator.verifier-mon-bulletin.");
        var form = CheckForm.read(in, typed, t, Days.today(clock));
        try {
            if (form == null) return CheckView.wrong(answer(in, "", t), CheckForm.typed(typed), t);
            var slip = engine.pay(PayInput.of(form.month().lastDay(), form.gross(), form.terms()), YearToDate.NONE);
            var check = PayslipCheck.of(form.lines(), slip);
            var since = laws.on(form.month().lastDay()).period().from();
            var answer = answer(in, Answer.provenance(Days.today(clock), since, t), t);
            return CheckView.of(answer, CheckForm.typed(typed), slip, check, t);
        } catch (NoVersion e) {
            in.refuse("le", t.localize("simulator.day.unknown", t.date(e.day())));
            return CheckView.wrong(answer(in, "", t), CheckForm.typed(typed), t);
        }
    }

    private static Answer answer(Inputs in, String provenance, Texts t) {
        return Answer.of(
                        "verifier-mon-bulletin",
                        PATH,
                        in,
                        in.fields("brut", "statut", "cadre", "le"),
                        in.fields("effectif", "mobilite", "atmp", "mutuelle"),
                        provenance,
                        t)
                .and(java.util.List.of(CheckForm.field(in, t)));
    }
}
