package org.passerelle.clientspace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.clientspace.ClientDoors;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.clientspace.Opinions;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.MissionId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The client approves the days of a month on its mission, or contests them with a reason.
@Controller
@OpenToVisitors
@RequestMapping("/espace/{token}/activites/{report}/{mission}")
class DaysPage {

    private final ClientDoors doors;
    private final ClientLinks links;
    private final Activity activity;
    private final Missions missions;
    private final People people;
    private final Operators operators;
    private final Opinions opinions;
    private final ReportedDays reported;

    DaysPage(
            ClientDoors doors,
            ClientLinks links,
            Activity activity,
            Missions missions,
            People people,
            Operators operators,
            Opinions opinions,
            ReportedDays reported) {
        this.doors = doors;
        this.links = links;
        this.activity = activity;
        this.missions = missions;
        this.people = people;
        this.operators = operators;
        this.opinions = opinions;
        this.reported = reported;
    }

    private record Subject(ActivityReport report, Mission mission) {}

    @GetMapping
    ModelAndView shown(
            @PathVariable String token,
            @PathVariable UUID report,
            @PathVariable UUID mission,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        return doors.page(token, request, response, link -> {
            var subject = mine(link, report, mission);
            links.seen(link, "days", "");
            return Partials.page("clientspace/days", Map.of("view", view(link, subject, token, typed, t)));
        });
    }

    @PostMapping
    ModelAndView said(
            @PathVariable String token,
            @PathVariable UUID report,
            @PathVariable UUID mission,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        var intent = typed.intent();
        return doors.page(token, request, response, link -> {
            var subject = mine(link, report, mission);
            boolean agreed = typed.text("avis").equals("accord");
            var reason = agreed ? "" : typed.mustText("reason");
            if (typed.hasErrors()) {
                return Partials.unprocessable("clientspace/days", Map.of("view", view(link, subject, token, typed, t)));
            }
            opinions.say(link, subject.report(), subject.mission().id(), agreed, reason, intent);
            return Partials.seeOther(
                    "/espace/" + token,
                    Toast.ok(agreed ? "clientspace.days.done.AGREED" : "clientspace.days.done.CONTESTED"));
        });
    }

    private Subject mine(ClientLink link, UUID report, UUID mission) {
        if (!link.asksDays()) throw ClientDoors.none();
        var found = activity.find(new ActivityReportId(report))
                .filter(one -> one.operator().equals(link.operator()) && ReportedDays.isSaid(one))
                .orElseThrow(ClientDoors::none);
        var on = missions.find(new MissionId(mission))
                .filter(one ->
                        one.client().equals(link.client()) && found.missions().contains(one.id()))
                .orElseThrow(ClientDoors::none);
        return new Subject(found, on);
    }

    private DaysView view(ClientLink link, Subject subject, String token, Typed typed, Texts t) {
        var report = subject.report();
        var mission = subject.mission();
        var days = report.days().stream()
                .filter(day -> mission.id().equals(day.mission()))
                .toList();
        var said = reported.last(link, report, mission.id());
        var total = days.stream().map(ActivityDay::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new DaysView(
                mission.terms().title(),
                operators.get(link.operator()).name(),
                people.get(report.person()).name(),
                t.month(report.month()),
                days.stream()
                        .map(day -> new DaysView.Day(
                                t.weekday(day.day()),
                                t.localize("clientspace.unit." + day.unit().name(), t.number(day.quantity()))))
                        .toList(),
                days.isEmpty()
                        ? ""
                        : t.localize(
                                "clientspace.unit." + days.getFirst().unit().name(), t.number(total)),
                said == null
                        ? ""
                        : t.localize(
                                said.agreed() ? "clientspace.days.said.AGREED" : "clientspace.days.said.CONTESTED",
                                t.moment(said.at()),
                                said.reason()),
                said == null || said.agreed() ? "ok" : "warn",
                typed.back(Field.of("textarea", "reason", t.localize("clientspace.days.reason"))
                        .hint(t.localize("clientspace.days.reason.hint"))
                        .must()),
                typed.hasErrors(),
                "/espace/" + token,
                "/espace/" + token + "/activites/" + report.id() + "/" + mission.id(),
                UUID.randomUUID(),
                UUID.randomUUID());
    }
}
