package org.passerelle.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.activity.core.ReportRules;
import org.passerelle.activity.store.ReportStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.missions.StartGate;
import org.passerelle.people.People;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The activity reports of the entities in scope.
@Service
public class Activity {

    private final ReportStore store;
    private final People people;
    private final Missions missions;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Intents intents;
    private final List<StartGate> gates;

    Activity(
            ReportStore store,
            People people,
            Missions missions,
            Trail trail,
            Laws laws,
            Clock clock,
            ApplicationEventPublisher events,
            Intents intents,
            List<StartGate> gates) {
        this.store = store;
        this.people = people;
        this.missions = missions;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
        this.events = events;
        this.intents = intents;
        this.gates = List.copyOf(gates);
    }

    /// Replaces the lines of the person's report of the month, opened when there is none.
    /// Refused: more than a full day in a day, a day outside its mission or month, a report that is no longer open.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    @Transactional
    public Reporting save(PersonId personId, Month month, List<ActivityDay> days, UUID intent) {
        var person = people.get(personId);
        var wish = intents.wish(person.operator(), intent, "report", personId, month, days);
        var before = store.savedBy(person.operator(), intent);
        if (before.isPresent()) return new Reporting.Accepted(get(before.get()));
        var findings = findings(personId, month, days);
        if (refused(findings)) return new Reporting.Refused(findings);
        var report = store.open(person.operator(), personId, month);
        if (!report.state().isOpen()) return new Reporting.Refused(List.of(locked(month)));
        store.replaceLines(report, days);
        store.saved(report, intent, clock.instant());
        intents.keep(wish);
        record(report, "report.saved", Map.of("lines", Integer.toString(days.size())));
        return new Reporting.Accepted(get(report.id()));
    }

    /// Hands the report to the gestionnaire. Submitting what is submitted changes nothing.
    @Transactional
    public Reporting submit(ActivityReportId id) {
        var report = store.lock(id).orElseThrow();
        if (report.state().isOpen()) {
            // A mission may have been shortened since the days were saved.
            var findings = findings(report.person(), report.month(), report.days());
            if (refused(findings)) return new Reporting.Refused(findings);
            store.submitted(report, clock.instant());
            record(report, "report.submitted", Map.of());
        }
        return new Reporting.Accepted(get(id));
    }

    /// Locks the report and says so ([ActivityApproved]). Approving what is approved changes nothing.
    ///
    /// @throws IllegalStateException when it was not submitted
    @Transactional
    public Reporting approve(ActivityReportId id) {
        var report = store.lock(id).orElseThrow();
        if (report.state() == ReportState.APPROVED) return new Reporting.Accepted(get(id));
        if (report.state() != ReportState.SUBMITTED)
            throw new IllegalStateException("report " + id + " is not submitted");
        var findings = findings(report.person(), report.month(), report.days());
        if (refused(findings)) return new Reporting.Refused(findings);
        store.approved(report, clock.instant(), Scopes.current().actor());
        record(report, "report.approved", Map.of());
        events.publishEvent(new ActivityApproved(report.operator(), id, report.person(), report.month()));
        return new Reporting.Accepted(get(id));
    }

    /// Gives the report back with a reason the worker reads.
    ///
    /// @throws InvalidValue `reason.missing` when there is none
    /// @throws IllegalStateException when it is approved or was never submitted
    @Transactional
    public Reporting giveBack(ActivityReportId id, String reason) {
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        var report = store.lock(id).orElseThrow();
        if (report.state() == ReportState.RETURNED) return new Reporting.Accepted(get(id));
        if (report.state() != ReportState.SUBMITTED)
            throw new IllegalStateException("report " + id + " is not submitted");
        store.returned(report, reason.strip());
        record(report, "report.returned", Map.of("reason", reason.strip()));
        return new Reporting.Accepted(get(id));
    }

    @Transactional(readOnly = true)
    public Optional<ActivityReport> find(ActivityReportId id) {
        return store.find(id).map(this::judged);
    }

    /// @throws java.util.NoSuchElementException when the scope has no such report
    @Transactional(readOnly = true)
    public ActivityReport get(ActivityReportId id) {
        return find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<ActivityReport> of(PersonId person, Month month) {
        return store.of(person, month).map(this::judged);
    }

    /// The entity's reports of a month.
    @Transactional(readOnly = true)
    public List<ActivityReport> all(OperatorId operator, Month month) {
        return store.all(operator, month).stream().map(this::judged).toList();
    }

    /// The reports that wait for the gestionnaire, oldest month first.
    @Transactional(readOnly = true)
    public List<ActivityReport> waiting(OperatorId operator) {
        return store.waiting(operator).stream().map(this::judged).toList();
    }

    private ActivityReport judged(ActivityReport report) {
        var findings = report.state() == ReportState.APPROVED
                ? ofTheDays(report.person(), report.month(), report.days())
                : findings(report.person(), report.month(), report.days());
        return report.with(findings);
    }

    /// What the days themselves say, and what keeps work on their missions from beginning.
    private List<Finding> findings(PersonId person, Month month, List<ActivityDay> days) {
        var findings = new ArrayList<>(ofTheDays(person, month, days));
        var own = own(person);
        firstDays(days).forEach((mission, day) -> {
            var known = own.get(mission);
            if (known != null) gates.forEach(gate -> findings.addAll(gate.unmet(known, day)));
        });
        return findings.stream().distinct().toList();
    }

    private List<Finding> ofTheDays(PersonId person, Month month, List<ActivityDay> days) {
        return ReportRules.findings(
                people.get(person),
                month,
                days,
                own(person),
                store.partsOutside(person, month),
                laws.on(month.lastDay()));
    }

    private Map<MissionId, Mission> own(PersonId person) {
        return missions.of(person).stream().collect(Collectors.toMap(Mission::id, Function.identity()));
    }

    /// The first day of work on each mission, in the order of the missions.
    private static Map<MissionId, LocalDate> firstDays(List<ActivityDay> days) {
        var first = new LinkedHashMap<MissionId, LocalDate>();
        for (var day : days) {
            var mission = day.mission();
            if (mission != null) first.merge(mission, day.day(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return first;
    }

    private Finding locked(Month month) {
        var law = laws.on(month.lastDay());
        return new Finding(
                "PS-70",
                "locked",
                Severity.REFUSE,
                law.text("article_PS-70"),
                Map.of("month", month.toString()),
                Map.of(),
                law.day());
    }

    private static boolean refused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE);
    }

    private void record(ActivityReport report, String action, Map<String, String> details) {
        trail.record(report.operator(), action, "report", report.id().toString(), details);
    }
}
