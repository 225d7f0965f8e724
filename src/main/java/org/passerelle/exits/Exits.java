package org.passerelle.exits;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.deadlines.core.Situation;
import org.passerelle.exits.core.WaysOut;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;
import org.passerelle.law.WorkingDays;
import org.passerelle.operators.Operators;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What leaving would mean, from what the house knows today. Nothing is written.
@Service
public class Exits {

    private final People people;
    private final Operators operators;
    private final Compte compte;
    private final Payslips payslips;
    private final Deadlines deadlines;
    private final Laws laws;
    private final Clock clock;

    Exits(
            People people,
            Operators operators,
            Compte compte,
            Payslips payslips,
            Deadlines deadlines,
            Laws laws,
            Clock clock) {
        this.people = people;
        this.operators = operators;
        this.compte = compte;
        this.payslips = payslips;
        this.deadlines = deadlines;
        this.laws = laws;
        this.clock = clock;
    }

    /// @throws java.util.NoSuchElementException when the scope has no such person
    /// @throws IllegalArgumentException when their contract cannot end that way ([Way#suits])
    @Transactional(readOnly = true)
    public Exit simulate(PersonId id, Leaving.Wish wish) {
        var person = people.get(id);
        var operator = operators.get(person.operator());
        return WaysOut.of(
                leaving(person),
                wish,
                operator.policies(),
                WorkingDays.in(Situation.territory(operator)),
                Days.today(clock),
                laws);
    }

    private Leaving leaving(Person person) {
        var operator = person.operator();
        var entry = person.employment().entry();
        var facts = deadlines.facts(operator).stream()
                .map(told -> told.fact())
                .filter(fact -> fact.subject().equals(Subject.of(person.id())))
                .toList();
        var earlier = facts.stream()
                .filter(fact -> fact.kind() == FactKind.EARLIER_CONTRACT_BEGAN)
                .map(fact -> fact.day())
                .filter(day -> day.isBefore(entry))
                .min(LocalDate::compareTo)
                .map(began -> Period.between(began, entry))
                .orElse(Period.ZERO);
        return new Leaving(
                person.employment(),
                facts.stream().anyMatch(fact -> fact.kind() == FactKind.TRIAL_RENEWED),
                earlier,
                payslips.of(operator, person.id()).stream()
                        .filter(payslip -> !payslip.month().lastDay().isBefore(entry))
                        .sorted(Comparator.comparing(IssuedPayslip::month))
                        .map(IssuedPayslip::gross)
                        .toList(),
                compte.balance(operator, person.id(), Pocket.AVAILABLE),
                compte.balance(operator, person.id(), Pocket.RESERVE),
                compte.balance(operator, person.id(), Pocket.LEAVE));
    }
}
