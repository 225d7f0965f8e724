package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.passerelle.deadlines.Actor;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.law.Delays;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;

/// The clocks of a person under an employment contract of portage, of a title that authorises work, and of an agreed
/// termination.
final class WorkerClocks {

    private WorkerClocks() {}

    static void collect(Collected found, Person person) {
        var employment = person.employment();
        boolean left = employment.exit() != null
                && employment.exit().isBefore(found.situation().today());
        if (left && employment.kind() != ContractKind.CDD) return;
        switch (employment.kind()) {
            case CDI -> {
                delivery(found, person);
                visit(found, person);
                trial(found, person);
            }
            case CDD -> {
                term(found, person);
                if (left) return;
                delivery(found, person);
                visit(found, person);
                fixedTermTrial(found, person);
            }
            case CESA, CAPE, MANDATE -> {}
        }
        title(found, person);
        if (employment.kind() == ContractKind.CDI || employment.kind() == ContractKind.CESA) agreed(found, person);
    }

    // PS-45. By the house's choice a CDI is handed over as fast as a CDD.
    private static void delivery(Collected found, Person person) {
        var situation = found.situation();
        var about = Subject.of(person.id());
        if (situation.last(FactKind.CONTRACT_DELIVERED, about).isPresent()) return;
        var concluded = situation
                .last(FactKind.CONTRACT_CONCLUDED, about)
                .orElse(person.employment().entry());
        var law = found.law(concluded, "CDD_DELIVERY_DAYS");
        found.duty("PS-45", "deliver")
                .about(about, person.id())
                .with("concluded", concluded)
                .using(law, "CDD_DELIVERY_DAYS")
                .dueOn(Delays.contractDelivery(concluded, situation.days(), law));
    }

    // PS-27
    private static void visit(Collected found, Person person) {
        var about = Subject.of(person.id());
        if (found.situation().last(FactKind.VISIT_HELD, about).isPresent()) return;
        var entry = person.employment().entry();
        var law = found.law(entry, "VIP_MONTHS");
        found.duty("PS-27", "visit")
                .about(about, person.id())
                .with("entry", entry)
                .using(law, "VIP_MONTHS")
                .dueOn(entry.plusMonths(law.number("VIP_MONTHS")));
    }

    // PS-49
    private static void trial(Collected found, Person person) {
        var about = Subject.of(person.id());
        var employment = person.employment();
        var parameter = employment.cadre() ? "PS_TRIAL_CADRE_MONTHS" : "PS_TRIAL_TECHNICIAN_MONTHS";
        var law = found.law(employment.entry(), parameter);
        int months = law.number(parameter);
        boolean renewed = found.situation().last(FactKind.TRIAL_RENEWED, about).isPresent();
        var last = Trial.lastDay(employment.entry(), renewed ? months * (1 + law.number("TRIAL_RENEWALS")) : months);
        if (!renewed) {
            found.milestone("PS-49", "renew")
                    .about(about, person.id())
                    .with("months", months)
                    .using(law, parameter)
                    .dueOn(last);
        }
        found.milestone("PS-49", "notice")
                .about(about, person.id())
                .number(renewed ? "renewed" : "")
                .with("end", last)
                .using(law, parameter, "TRIAL_NOTICE_MONTHS", "TRIAL_NOTICE_TWO_WEEKS_DAYS")
                .dueOn(Trial.lastNotice(employment.entry(), last, law));
    }

    // PS-50
    private static void fixedTermTrial(Collected found, Person person) {
        var employment = person.employment();
        var exit = employment.exit();
        if (exit == null) return;
        var law = found.law(employment.entry(), "CDD_TRIAL_SHORT_WEEKS");
        var last = Trial.lastDayOfFixedTerm(employment.entry(), exit, law);
        found.milestone("PS-50", "end")
                .about(Subject.of(person.id()), person.id())
                .with("term", exit)
                .using(law, "CDD_TRIAL_SHORT_WEEKS", "CDD_TRIAL_LONG_MONTHS", "CDD_TRIAL_SHORT_CONTRACT_MONTHS")
                .dueOn(last);
    }

    // PS-43, PS-44
    private static void term(Collected found, Person person) {
        var employment = person.employment();
        var about = Subject.of(person.id());
        var law = found.law(employment.entry(), "CDD_MAX_MONTHS");
        int months = law.number("CDD_MAX_MONTHS");
        int more = law.number("CDD_PROSPECTING_MONTHS");
        var longest = Trial.lastDay(employment.entry(), months);
        var exit = employment.exit();
        var term = Optional.ofNullable(exit).orElse(longest);
        found.milestone("PS-43", exit == null ? "longest" : "term")
                .about(about, person.id())
                .with("longest", longest)
                .with("months", months)
                .using(law, "CDD_MAX_MONTHS", "CDD_MAX_RENEWALS")
                .dueOn(term);
        if (term.isAfter(longest)) return; // postponed already, and that once only
        found.milestone("PS-44", "extension")
                .about(about, person.id())
                .with(
                        "until",
                        earlier(
                                Trial.lastDay(term.plusDays(1), more),
                                Trial.lastDay(employment.entry(), months + more)))
                .with("months", more)
                .using(law, "CDD_PROSPECTING_MONTHS")
                .dueOn(term);
    }

    // KY-05. Whether somebody needs a title we learn from what is told of it.
    private static void title(Collected found, Person person) {
        var situation = found.situation();
        var about = Subject.of(person.id());
        var asked = situation.last(FactKind.TITLE_CHECK_ASKED, about);
        var expires = situation.last(FactKind.TITLE_EXPIRES, about);
        var entry = person.employment().entry();
        if (asked.isPresent()) {
            var law = found.law(asked.get(), "TITLE_CHECK_DAYS");
            found.milestone("KY-05", "silence")
                    .about(about, person.id())
                    .number(asked.get())
                    .with("asked", asked.get())
                    .using(law, "TITLE_CHECK_DAYS")
                    .dueOn(Delays.titleCheckMet(asked.get(), situation.days(), law));
        } else if (expires.isPresent()) {
            var law = found.law(entry, "TITLE_CHECK_DAYS");
            found.duty("KY-05", "ask")
                    .about(about, person.id())
                    .with("entry", entry)
                    .using(law, "TITLE_CHECK_DAYS")
                    .dueOn(situation.days().minusOuvrables(entry, law.number("TITLE_CHECK_DAYS")));
        }
        expires.ifPresent(last -> found.duty("KY-05", "expiry")
                .about(about, person.id())
                .number(last)
                .by(Actor.FREELANCER)
                .alertedOn(Arrays.stream(found.steps("TITLE_ALERT_DAYS"))
                        .mapToObj(last::minusDays)
                        .toList())
                .dueOn(last));
    }

    // UN-04
    private static void agreed(Collected found, Person person) {
        var situation = found.situation();
        var about = Subject.of(person.id());
        situation.last(FactKind.TERMINATION_SIGNED, about).ifPresent(signed -> {
            var law = found.law(signed, "AGREED_TERMINATION_WITHDRAWAL_DAYS");
            found.milestone("UN-04", "withdrawal")
                    .about(about, person.id())
                    .number(signed)
                    .with("signed", signed)
                    .using(law, "AGREED_TERMINATION_WITHDRAWAL_DAYS")
                    .dueOn(Delays.lastWithdrawal(signed, law));
        });
        situation.last(FactKind.APPROVAL_ASKED, about).ifPresent(received -> {
            var law = found.law(received, "AGREED_TERMINATION_APPROVAL_DAYS");
            found.milestone("UN-04", "approval")
                    .about(about, person.id())
                    .number(received)
                    .with("received", received)
                    .with("end", Delays.earliestEnd(received, situation.days(), law))
                    .using(law, "AGREED_TERMINATION_APPROVAL_DAYS")
                    .dueOn(Delays.tacitApproval(received, situation.days(), law));
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
