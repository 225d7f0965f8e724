package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ReportState;
import org.passerelle.activity.Reporting;
import org.passerelle.clientspace.Opinions;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Activity reports: read, approved, or given back with a reason (PS-70).
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/activites")
class ReportsPage {

    private final Desks desks;
    private final Activity activity;
    private final People people;
    private final Missions missions;
    private final Opinions opinions;
    private final Clock clock;

    ReportsPage(Desks desks, Activity activity, People people, Missions missions, Opinions opinions, Clock clock) {
        this.desks = desks;
        this.activity = activity;
        this.people = people;
        this.missions = missions;
        this.opinions = opinions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(name = "mois") Optional<String> mois,
            Texts t) {
        var desk = desks.at(who, operator, Place.REPORTS, t);
        var month =
                mois.map(Month::of).orElse(Month.containing(Days.today(clock)).previous());
        var sheet = Sheet.titled(t.localize("bureau.place.REPORTS"))
                .above(t.month(month))
                .link(t.month(month.previous()), desk.href("activites?mois=" + month.previous()))
                .link(t.month(month.next()), desk.href("activites?mois=" + month.next()))
                .list(table(
                        desk,
                        t.localize("bureau.reports.waiting"),
                        activity.waiting(desk.operator()),
                        "bureau.reports.nothing",
                        t))
                .list(table(
                        desk,
                        t.localize("bureau.reports.month", t.ofMonth(month)),
                        activity.all(desk.operator(), month),
                        "bureau.reports.none",
                        t));
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @GetMapping("/{report}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID report, Texts t) {
        var desk = desks.at(who, operator, Place.REPORTS, t);
        return Partials.page(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, find(desk, report), null, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{report}/approbation")
    ModelAndView approve(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID report, Texts t) {
        var desk = desks.at(who, operator, Place.REPORTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, report);
        return switch (activity.approve(found.id())) {
            case Reporting.Accepted(var done) ->
                Partials.seeOther(
                        desk.href("activites"),
                        Toast.ok(
                                "bureau.report.approved",
                                people.get(done.person()).name()));
            case Reporting.Refused(var findings) ->
                Partials.unprocessable(
                        "workspace/bureau/sheet",
                        Map.of("desk", desk, "sheet", sheet(desk, found.with(findings), null, t)));
        };
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{report}/retour")
    ModelAndView giveBack(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID report,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.REPORTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, report);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, typed, t)));
        }
        activity.giveBack(found.id(), reason);
        return Partials.seeOther(
                desk.href("activites"),
                Toast.ok("bureau.report.returned", people.get(found.person()).name()));
    }

    private ActivityReport find(Desk desk, UUID id) {
        return activity.find(new ActivityReportId(id))
                .filter(report -> report.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private Listing table(Desk desk, String title, List<ActivityReport> reports, String empty, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.col.month")),
                Column.number(t.localize("bureau.col.days")),
                Column.text(t.localize("bureau.col.state")));
        var rows = reports.stream()
                .map(report -> List.of(
                        Cell.link(people.get(report.person()).name(), "", desk.href("activites/" + report.id())),
                        Cell.text(t.month(report.month())),
                        Cell.figure(t.number(worked(report))),
                        Cell.badge(t.localize("bureau.report." + report.state().name()), tone(report.state()))))
                .toList();
        return new Listing(title, columns, rows, t.localize(empty));
    }

    private static java.math.BigDecimal worked(ActivityReport report) {
        return report.days().stream()
                .filter(line -> line.kind().isWork() && line.unit() == org.passerelle.activity.ActivityUnit.DAY)
                .map(ActivityDay::quantity)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    }

    private Sheet sheet(Desk desk, ActivityReport report, @org.jspecify.annotations.Nullable Typed typed, Texts t) {
        var person = people.get(report.person());
        var sheet = Sheet.titled(person.name())
                .above(t.localize("bureau.report.of", t.ofMonth(report.month())))
                .in(t.localize("bureau.report." + report.state().name()), tone(report.state()))
                .found(FindingCard.of(report.findings(), t))
                .saying(report.returnReason() == null ? "" : report.returnReason())
                .facts(
                        t.localize("bureau.report.total"),
                        Fact.of(t.localize("bureau.report.worked"), t.number(worked(report))),
                        Fact.link(
                                t.localize("bureau.col.person"),
                                person.code() + " · " + person.name(),
                                desk.href("personnes/" + person.id())))
                .list(days(desk, report, t));
        var said = opinions.of(desk.operator(), report.id()).stream()
                .map(one -> Fact.of(
                        missions.get(one.mission()).terms().title(),
                        t.localize(
                                "bureau.report.client."
                                        + (one.days().equals(Opinions.fingerprint(report, one.mission()))
                                                ? one.agreed() ? "AGREED" : "CONTESTED"
                                                : "OTHER"),
                                t.moment(one.at()),
                                one.reason())))
                .toList();
        if (!said.isEmpty()) sheet.facts(t.localize("bureau.report.client"), said);
        if (report.state() == ReportState.SUBMITTED) {
            var base = desk.href("activites/" + report.id());
            var reason =
                    Field.of("textarea", "reason", t.localize("bureau.reason")).must();
            sheet.act(Act.main(
                            t.localize("bureau.report.approve"),
                            t.localize("bureau.report.approve.hint"),
                            base + "/approbation"))
                    .act(Act.saying(
                            t.localize("bureau.giveback"),
                            "",
                            base + "/retour",
                            typed == null ? reason : typed.back(reason)));
        }
        return sheet.done();
    }

    private Listing days(Desk desk, ActivityReport report, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.day")),
                Column.text(t.localize("bureau.col.kind")),
                Column.number(t.localize("bureau.col.quantity")));
        var rows = report.days().stream()
                .map(line -> List.of(
                        Cell.text(t.weekday(line.day())),
                        kind(desk, line, t),
                        Cell.figure(t.localize("bureau.unit." + line.unit().name(), t.number(line.quantity())))))
                .toList();
        return new Listing(t.localize("bureau.report.days"), columns, rows, t.localize("bureau.report.empty"));
    }

    private Cell kind(Desk desk, ActivityDay line, Texts t) {
        var mission = line.mission();
        if (mission == null)
            return Cell.text(t.localize("bureau.kind." + line.kind().name()));
        var known = missions.get(mission);
        return Cell.link(known.code() + " · " + known.terms().title(), "", desk.href("missions/" + known.id()));
    }

    static String tone(ReportState state) {
        return switch (state) {
            case DRAFT -> "quiet";
            case SUBMITTED -> "warn";
            case APPROVED -> "ok";
            case RETURNED -> "info";
        };
    }
}
