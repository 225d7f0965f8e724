package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.passerelle.deadlines.Actor;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.kernel.Frame;

/// The clocks of the legal entity itself: declaration and guarantee in portage, settlement and deliberation in a
/// cooperative.
final class EntityClocks {

    private EntityClocks() {}

    static void collect(Collected found) {
        var operator = found.situation().operator();
        if (operator.frame() == Frame.PORTAGE_SALARIAL) {
            declaration(found);
            guarantee(found);
        }
        if (operator.isCooperative()) {
            settlement(found);
            deliberation(found);
        }
    }

    // PS-21: « l'activité … ne peut être exercée qu'après » declaration and guarantee (L1254-27).
    private static void declaration(Collected found) {
        var situation = found.situation();
        var entity = Subject.of(situation.operator().id());
        var declared = situation.first(FactKind.ACTIVITY_DECLARED, entity);
        if (declared.isEmpty()) {
            var firstEntry = situation.people().stream()
                    .map(person -> person.employment().entry())
                    .min(Comparator.naturalOrder())
                    .orElse(situation.today());
            found.duty("PS-21", "declare")
                    .by(Actor.DIRECTOR)
                    .dueOn(firstEntry.isBefore(situation.since()) ? situation.since() : firstEntry);
        } else {
            var law = found.law(declared.get(), "PS_DECLARATION_DAYS");
            var silence = declared.get().plusDays(law.number("PS_DECLARATION_DAYS"));
            var endorsed =
                    situation.first(FactKind.DECLARATION_ENDORSED, entity).orElse(silence);
            found.milestone("PS-21", "start")
                    .by(Actor.DIRECTOR)
                    .with("declared", declared.get())
                    .using(law, "PS_DECLARATION_DAYS")
                    .dueOn(endorsed.isBefore(silence) ? endorsed : silence);
        }
        for (var change : situation.days(FactKind.ENTITY_CHANGES, entity)) {
            found.duty("PS-21", "change").by(Actor.DIRECTOR).number(change).dueOn(change);
        }
    }

    // PS-22, PS-25
    private static void guarantee(Collected found) {
        var situation = found.situation();
        var guarantee = situation.operator().guarantee();
        if (guarantee == null) return;
        var until = guarantee.validUntil();
        found.duty("PS-22", "renew")
                .by(Actor.DIRECTOR)
                .number(until)
                .with("guarantor", guarantee.guarantor())
                .alertedOn(Arrays.stream(found.steps("GF_ALERT_DAYS"))
                        .mapToObj(until::minusDays)
                        .toList())
                .dueOn(until);
        LocalDate obtained = situation
                .last(
                        FactKind.GUARANTEE_OBTAINED,
                        Subject.of(situation.operator().id()))
                .orElse(guarantee.validFrom());
        var law = found.law(obtained, "GF_COPY_DAYS");
        found.duty("PS-25", "copy")
                .by(Actor.DIRECTOR)
                .number(obtained)
                .with("obtained", obtained)
                .using(law, "GF_COPY_DAYS")
                .dueOn(obtained.plusDays(law.number("GF_COPY_DAYS")));
    }

    // CA-11: within a month of the meeting that approves the accounts
    private static void settlement(Collected found) {
        var situation = found.situation();
        for (var meeting : situation.days(
                FactKind.ACCOUNTS_APPROVED, Subject.of(situation.operator().id()))) {
            var law = found.law(meeting, "CESA_SETTLEMENT_MONTHS");
            found.duty("CA-11", "settle")
                    .number(meeting)
                    .with("meeting", meeting)
                    .using(law, "CESA_SETTLEMENT_MONTHS")
                    .dueOn(meeting.plusMonths(law.number("CESA_SETTLEMENT_MONTHS")));
        }
    }

    // CA-15: each year. Interpretation: once in a calendar year, by its last day.
    private static void deliberation(Collected found) {
        var situation = found.situation();
        int year = situation.today().getYear();
        var held = situation.days(
                FactKind.SUPPORT_DELIBERATED, Subject.of(situation.operator().id()));
        boolean done = held.stream().anyMatch(day -> day.getYear() == year);
        int next = done ? year + 1 : year;
        found.duty("CA-15", "deliberate").by(Actor.DIRECTOR).number(next).dueOn(LocalDate.of(next, 12, 31));
    }
}
