package org.passerelle.simulator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.kernel.Money;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.pay.PayEngine;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.simulator.core.Hypotheses;
import org.passerelle.simulator.core.Question;
import org.passerelle.simulator.core.Remains;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Combien me restera-t-il ? »: one turnover, four frames, side by side.
@Controller
@OpenToVisitors
class RemainsPage {

    static final String PATH = "/combien";

    private static final Hypotheses H = Hypotheses.standard();
    static final Money MOST = Money.of("1000000");

    private final Laws laws;
    private final PayEngine engine;
    private final Clock clock;
    private final Gate gate;

    RemainsPage(Laws laws, Clock clock, Gate gate) {
        this.laws = laws;
        this.engine = PayEngine.of(laws);
        this.clock = clock;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView ask(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        return Answers.show("simulator/remains", view.answer(), Map.of("view", view), response);
    }

    @GetMapping(PATH + "/pdf")
    Object paper(Typed typed, Texts t, HttpServletResponse response) {
        var view = view(typed, t);
        var result = view.result();
        if (result == null) return ask(typed, t, response);
        return gate.paper("combien", () -> Reports.of(view, result, t));
    }

    private RemainsView view(Typed typed, Texts t) {
        var in = new Inputs(typed, t, "simulator.combien.");
        var asked = Asked.read(in, Days.today(clock));
        try {
            if (in.wrong() || asked == null) return RemainsView.wrong(answer(in, "", t));
            var remains = Remains.of(laws, engine, asked);
            var since = laws.on(asked.month().lastDay()).period().from();
            var answer = answer(in, Answer.provenance(Days.today(clock), since, t), t);
            return RemainsView.of(answer, asked, remains, HouseFields.compared(), laws, engine, t);
        } catch (NoVersion e) {
            in.refuse("le", t.localize("simulator.year.unknown", t.date(e.day())));
            return RemainsView.wrong(answer(in, "", t));
        }
    }

    private static Answer answer(Inputs in, String provenance, Texts t) {
        return Answer.of(
                "combien",
                PATH,
                in,
                in.fields("tjm", "jours", "ca", "frais", HouseFields.FEE),
                HouseFields.details(in),
                provenance,
                t);
    }

    /// The question as typed: a day rate and days, or a turnover.
    private static final class Asked {

        static @Nullable Question read(Inputs in, LocalDate today) {
            var rate = in.money("tjm", H.money("day_rate"), Money.of("10000"));
            var days = in.number("jours", H.number("days"), "0", "31");
            var turnover = in.money("ca", MOST);
            var expenses = in.money("frais", Money.ZERO, Money.of("100000"));
            var house = HouseFields.read(in, today);
            if (in.wrong()) return null;
            // a turnover without days says nothing about the time worked: no minimum is asked for then
            boolean ofDays = turnover == null || in.touched("jours");
            return new Question(
                    house.month(),
                    turnover == null ? rate.exact().times(days).roundHalfUp() : turnover,
                    ofDays ? days : null,
                    expenses,
                    house.fee(),
                    house.portage(),
                    house.cooperative(),
                    house.activity(),
                    house.acre());
        }
    }
}
