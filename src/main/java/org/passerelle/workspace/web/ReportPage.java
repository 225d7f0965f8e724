package org.passerelle.workspace.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.activity.Activity;
import org.passerelle.activity.Reporting;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Missions;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The activity report as a calendar: saved as a draft, filled at once, or handed over.
@Controller
@OpenTo(Role.FREELANCER)
@RequestMapping("/activite")
class ReportPage {

    private static final String TEMPLATE = "workspace/report";

    private final MyFile files;
    private final Activity activity;
    private final Missions missions;
    private final Clock clock;

    ReportPage(MyFile files, Activity activity, Missions missions, Clock clock) {
        this.files = files;
        this.activity = activity;
        this.missions = missions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView calendar(
            @AuthenticationPrincipal SignedIn who, @RequestParam(name = "mois") Optional<String> mois, Texts t) {
        var me = files.of(who);
        var month = mois.map(Month::of).orElseGet(() -> Month.containing(Days.today(clock)));
        var report = activity.of(me.id(), month).orElse(null);
        var form = new ReportForm(month, missions.of(me.id()), t);
        var view = report == null
                ? form.view(null, List.of(), List.of(), List.of())
                : form.view(report, report.days(), report.findings(), List.of());
        return Partials.page(TEMPLATE, Map.of("view", view));
    }

    /// @param act `brouillon` keeps a draft, `envoi` hands it over, `remplir` fills the free working days and keeps
    ///     nothing yet
    @PostMapping
    ModelAndView save(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam("mois") String mois,
            @RequestParam(name = "acte", defaultValue = "brouillon") String act,
            Typed typed,
            Texts t) {
        var me = files.of(who);
        var month = Month.of(mois);
        var form = new ReportForm(month, missions.of(me.id()), t);
        var read = form.read(typed);
        var known = activity.of(me.id(), month).orElse(null);
        if (act.equals("remplir")) {
            var filled = form.filled(read.lines(), typed.text("avec"));
            return Partials.page(TEMPLATE, Map.of("view", form.view(known, filled, List.of(), read.wrong())));
        }
        if (!read.wrong().isEmpty()) {
            return Partials.unprocessable(
                    TEMPLATE, Map.of("view", form.view(known, read.lines(), List.of(), read.wrong())));
        }
        var saved = activity.save(me.id(), month, read.lines(), typed.intent());
        if (saved instanceof Reporting.Accepted(var report) && act.equals("envoi")) {
            saved = activity.submit(report.id());
        }
        return switch (saved) {
            case Reporting.Accepted(var report) ->
                report.state().isOpen()
                        ? Partials.seeOther("/activite?mois=" + month, Toast.ok("workspace.report.saved"))
                        : Partials.seeOther(
                                "/mon-mois?mois=" + month, Toast.ok("workspace.report.sent", t.ofMonth(month)));
            case Reporting.Refused(var findings) ->
                Partials.unprocessable(TEMPLATE, Map.of("view", form.view(known, read.lines(), findings, List.of())));
        };
    }
}
