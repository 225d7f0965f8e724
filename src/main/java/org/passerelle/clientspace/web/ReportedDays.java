package org.passerelle.clientspace.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ReportState;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.Opinion;
import org.passerelle.clientspace.Opinions;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Component;

/// Submitted and approved days on a client's missions: this month's and the two before.
@Component
class ReportedDays {

    private static final int MONTHS = 3;

    /// @param waits whether the client has said nothing of these days yet
    record Asked(Month month, SpaceView.DaysRow row, boolean waits) {}

    private final Activity activity;
    private final Missions missions;
    private final People people;
    private final Opinions opinions;
    private final java.time.Clock clock;

    ReportedDays(Activity activity, Missions missions, People people, Opinions opinions, java.time.Clock clock) {
        this.activity = activity;
        this.missions = missions;
        this.people = people;
        this.opinions = opinions;
        this.clock = clock;
    }

    List<Asked> of(ClientLink link, String base, Texts t) {
        var mine = missions.all(link.operator()).stream()
                .filter(mission -> mission.client().equals(link.client()))
                .toList();
        var found = new ArrayList<Asked>();
        var month = Month.containing(Days.today(clock));
        for (int i = 0; i < MONTHS && !mine.isEmpty(); i++) {
            for (var report : activity.all(link.operator(), month)) {
                if (!isSaid(report)) continue;
                for (var mission : mine) {
                    if (report.missions().contains(mission.id())) found.add(asked(link, report, mission, base, t));
                }
            }
            month = month.previous();
        }
        found.sort(Comparator.comparing(one -> !one.waits()));
        return found;
    }

    static boolean isSaid(ActivityReport report) {
        return report.state() == ReportState.SUBMITTED || report.state() == ReportState.APPROVED;
    }

    private Asked asked(ClientLink link, ActivityReport report, Mission mission, String base, Texts t) {
        var opinion = last(link, report, mission.id());
        var state = opinion == null ? "WAITS" : opinion.agreed() ? "AGREED" : "CONTESTED";
        var row = new SpaceView.DaysRow(
                people.get(report.person()).name() + " · " + mission.terms().title(),
                t.month(report.month()),
                t.localize("clientspace.days." + state),
                tone(opinion),
                base + "/activites/" + report.id() + "/" + mission.id());
        return new Asked(report.month(), row, opinion == null);
    }

    static String tone(@org.jspecify.annotations.Nullable Opinion opinion) {
        return opinion == null ? "warn" : opinion.agreed() ? "ok" : "refuse";
    }

    /// What was said of just these days, or null.
    @org.jspecify.annotations.Nullable
    Opinion last(ClientLink link, ActivityReport report, MissionId mission) {
        var days = Opinions.fingerprint(report, mission);
        return opinions.of(link.operator(), report.id()).stream()
                .filter(one -> one.mission().equals(mission) && one.days().equals(days))
                .findFirst()
                .orElse(null);
    }
}
