package org.passerelle.workspace.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.platform.web.ChartRow;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.portfolio.ClientFigures;
import org.passerelle.portfolio.Cockpit;
import org.passerelle.portfolio.Cockpits;
import org.passerelle.portfolio.core.Runway;
import org.passerelle.portfolio.core.StopPath;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « Mes clients »: how much hangs on one of them, and « et si ce client s'arrête » (DP-05). One client is lawful.
@Controller
@OpenTo(Role.FREELANCER)
class MyClientsPage {

    private static final int MONTHS = 12;

    private final MyFile files;
    private final Cockpits cockpits;

    MyClientsPage(MyFile files, Cockpits cockpits) {
        this.files = files;
        this.cockpits = cockpits;
    }

    @GetMapping("/mes-clients")
    ModelAndView page(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "arret", required = false) @Nullable List<String> stop,
            Typed typed,
            Texts t) {
        var need = typed.text("besoin").isBlank() ? null : typed.value("besoin", Typed::money);
        if (need != null && need.isNegative()) typed.refuse("besoin", t.localize("value.money.positive", ""));
        var cockpit = cockpits.of(files.of(who), typed.hasErrors() ? null : need);
        var model = Map.of("view", view(cockpit, stop == null ? List.of() : stop, typed, t));
        return typed.hasErrors()
                ? Partials.unprocessable("workspace/myclients", model)
                : Partials.page("workspace/myclients", model);
    }

    private static MyClientsView view(Cockpit cockpit, List<String> stop, Typed typed, Texts t) {
        var here = Month.containing(cockpit.portfolio().on());
        var from = month(typed.text("mois"), here);
        var chosen = cockpit.clients().stream()
                .filter(one -> stop.contains(one.client().toString()))
                .map(ClientFigures::name)
                .toList();
        var path = StopPath.of(cockpit.portfolio(), chosen, from, MONTHS);
        return new MyClientsView(
                FindingCard.of(cockpit.dependency().findings(), t),
                figures(cockpit, t),
                cockpit.clients().stream().map(one -> client(one, t)).toList(),
                cockpit.trend().stream()
                        .map(point -> new ChartRow(
                                t.month(Month.containing(point.on())),
                                percent(point.share(), t),
                                point.share().movePointRight(1).intValue()))
                        .toList(),
                cockpit.clients().stream()
                        .map(one -> new MyClientsView.Choice(
                                one.client().toString(), one.name(), chosen.contains(one.name())))
                        .toList(),
                fields(cockpit, here, from, typed, t),
                t.localize(typed.text("besoin").isBlank() ? "clients.need.usual" : "clients.need.yours"),
                !chosen.isEmpty(),
                verdict(path, cockpit.portfolio().monthlyNeed(), t),
                chosen.isEmpty() ? List.of() : steps(path, t));
    }

    private static List<Field> fields(Cockpit cockpit, Month here, Month from, Typed typed, Texts t) {
        var months = new ArrayList<Option>();
        var month = here;
        for (int i = 0; i < MONTHS; i++, month = month.next()) {
            months.add(new Option(month.toString(), t.month(month), month.equals(from)));
        }
        var need = Field.money("besoin", t.localize("clients.need")).hint(t.localize("clients.need.hint"));
        return List.of(
                Field.select("mois", t.localize("clients.stop.from"), months),
                typed.text("besoin").isBlank()
                        ? need.value(
                                cockpit.portfolio().monthlyNeed().toString().replace('.', ','))
                        : typed.back(need));
    }

    private static List<MyClientsView.Figure> figures(Cockpit cockpit, Texts t) {
        var dependency = cockpit.dependency();
        var runway = dependency.runway();
        return List.of(
                new MyClientsView.Figure(
                        t.localize("clients.first"),
                        percent(dependency.firstClientShare(), t),
                        dependency.firstClient().orElse("")),
                new MyClientsView.Figure(t.localize("clients.three"), percent(dependency.topThreeShare(), t), ""),
                new MyClientsView.Figure(
                        t.localize("clients.effective"),
                        t.number(dependency.shares().effectiveClients()),
                        t.localize("clients.hhi", t.number(dependency.shares().hhi()))),
                new MyClientsView.Figure(
                        t.localize("clients.runway"),
                        runway.months()
                                .map(months -> t.localize("clients.months", t.number(months)))
                                .orElse("–"),
                        runway(runway, t)));
    }

    private static String runway(Runway runway, Texts t) {
        return runway.lastDay()
                .map(day -> t.localize("clients.runway.until", t.longDate(day)))
                .orElse(t.localize("clients.runway.endless"));
    }

    private static MyClientsView.Client client(ClientFigures one, Texts t) {
        var until = one.until();
        return new MyClientsView.Client(
                one.name(),
                until == null ? t.localize("clients.over") : t.localize("clients.until", t.date(until)),
                percent(one.share(), t),
                t.money(one.invoiced()),
                t.money(one.collected()),
                t.money(one.signed()),
                t.number(one.days()));
    }

    private static List<MyClientsView.Step> steps(StopPath path, Texts t) {
        long most = path.steps().stream()
                .mapToLong(step -> step.left().cents())
                .max()
                .orElse(1);
        return path.steps().stream()
                .map(step -> new MyClientsView.Step(
                        t.month(step.month()),
                        t.money(step.income()),
                        t.money(step.need()),
                        step.missing().isPositive()
                                ? t.localize("clients.missing", t.money(step.missing()))
                                : t.money(step.left()),
                        most <= 0 ? 0 : (int) (step.left().cents() * 1000 / most),
                        step.missing().isPositive()))
                .toList();
    }

    private static String verdict(StopPath path, Money need, Texts t) {
        if (!need.isPositive()) return t.localize("clients.verdict.no_need");
        var broken = path.broken();
        return broken == null
                ? t.localize(
                        "clients.verdict.lasts", t.month(path.steps().getLast().month()))
                : t.localize("clients.verdict.breaks", t.month(broken));
    }

    private static Month month(String typed, Month here) {
        try {
            var month = Month.of(typed);
            return month.compareTo(here) < 0 ? here : month;
        } catch (RuntimeException e) {
            return here;
        }
    }

    private static String percent(BigDecimal share, Texts t) {
        return t.percent(org.passerelle.kernel.Rate.ofPercent(share));
    }
}
