package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.passerelle.deadlines.Actor;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.frames.Contracts;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;

/// The clocks of a CESA: interviews, trial, and the three years after which it ends by law.
final class CooperativeClocks {

    private static final int MONTHS_IN_A_YEAR = 12;

    private CooperativeClocks() {}

    static void collect(Collected found, Person person) {
        var employment = person.employment();
        if (employment.kind() != ContractKind.CESA
                || employment.exit() != null
                        && employment.exit().isBefore(found.situation().today())) {
            return;
        }
        interviews(found, person);
        rolling(found, person);
        trial(found, person);
        association(found, person);
    }

    // CA-02: the house's rhythm, in months 5 and 11 of each year of the contract
    private static void interviews(Collected found, Person person) {
        var situation = found.situation();
        var about = Subject.of(person.id());
        var entry = person.employment().entry();
        var held = situation.days(FactKind.INTERVIEW_HELD, about);
        long now = Math.max(0, ChronoUnit.YEARS.between(entry, situation.today()));
        var months = found.steps("CESA_INTERVIEW_MONTHS");
        for (long year = now; year <= now + 1; year++) {
            var first = entry.plusYears(year);
            var next = entry.plusYears(year + 1);
            long done = held.stream()
                    .filter(day -> !day.isBefore(first) && day.isBefore(next))
                    .count();
            for (int i = (int) Math.min(done, months.length); i < months.length; i++) {
                found.milestone("CA-02", "interview")
                        .about(about, person.id())
                        .number(year + "-" + i)
                        .with("number", i + 1)
                        .with("year", year + 1)
                        .dueOn(first.plusMonths(months[i]));
            }
        }
    }

    // CA-02: two in any twelve months, so the last but one is never older than that
    private static void rolling(Collected found, Person person) {
        var situation = found.situation();
        var about = Subject.of(person.id());
        var entry = person.employment().entry();
        var held = situation.days(FactKind.INTERVIEW_HELD, about).stream()
                .filter(day -> !day.isAfter(situation.today()))
                .toList();
        int wanted = found.today().number("CESA_INTERVIEWS_YEAR");
        var from = held.size() < wanted ? entry : held.get(held.size() - wanted);
        found.duty("CA-02", "rolling")
                .about(about, person.id())
                .number(from)
                .with("from", from)
                .using(found.today(), "CESA_INTERVIEWS_YEAR")
                .dueOn(from.plusMonths(MONTHS_IN_A_YEAR));
    }

    // CA-04, CA-35
    private static void trial(Collected found, Person person) {
        var entry = person.employment().entry();
        var law = found.law(entry, "CESA_TRIAL_MAX_MONTHS");
        int months = Contracts.longestTrialMonths(earlier(found, person), law);
        if (months == 0) return;
        found.milestone("CA-04", "end")
                .about(Subject.of(person.id()), person.id())
                .with("months", months)
                .using(law, "CESA_TRIAL_MAX_MONTHS")
                .dueOn(Trial.lastDay(entry, months));
    }

    // CA-03: « au plus tard trois ans », less earlier contracts; otherwise the contract ends
    private static void association(Collected found, Person person) {
        var situation = found.situation();
        var about = Subject.of(person.id());
        if (situation.last(FactKind.ASSOCIATED, about).isPresent()) return;
        var entry = person.employment().entry();
        var law = found.law(entry, "CESA_ASSOCIATION_MONTHS");
        var due = Contracts.associationDeadline(entry, earlier(found, person), law);
        found.duty("CA-03", "associate")
                .about(about, person.id())
                .by(Actor.FREELANCER)
                .with("entry", entry)
                .using(law, "CESA_ASSOCIATION_MONTHS")
                .alertedOn(Arrays.stream(found.steps("CESA_ASSOCIATION_ALERT_MONTHS"))
                        .mapToObj(due::minusMonths)
                        .toList())
                .dueOn(due);
    }

    private static Period earlier(Collected found, Person person) {
        LocalDate entry = person.employment().entry();
        return found.situation()
                .first(FactKind.EARLIER_CONTRACT_BEGAN, Subject.of(person.id()))
                .filter(began -> began.isBefore(entry))
                .map(began -> Period.between(began, entry))
                .orElse(Period.ZERO);
    }
}
