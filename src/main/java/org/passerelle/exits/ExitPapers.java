package org.passerelle.exits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.exits.core.Departure;
import org.passerelle.exits.core.LastDayPapers;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The papers of the last day, drawn from the file, the contract's versions and the payslips (UN-06). Nothing is
/// written: drawn again from the same books they say the same.
@Service
public class ExitPapers {

    private final People people;
    private final Operators operators;
    private final Payslips payslips;
    private final Laws laws;
    private final Clock clock;

    ExitPapers(People people, Operators operators, Payslips payslips, Laws laws, Clock clock) {
        this.people = people;
        this.operators = operators;
        this.payslips = payslips;
        this.laws = laws;
        this.clock = clock;
    }

    /// What keeps that paper from being drawn for somebody, or null: `exit.running`, `exit.payslip_missing`.
    public @Nullable String obstacle(Person person, ExitPaper paper) {
        var exit = person.employment().exit();
        if (exit == null
                || Arrays.stream(Way.values())
                        .noneMatch(way -> way.suits(person.employment().kind()))) return "exit.running";
        if (paper.needsLastPayslip()
                && slips(person, exit).stream().noneMatch(slip -> slip.month().contains(exit))) {
            return "exit.payslip_missing";
        }
        return null;
    }

    /// @param way how it ended, as the statement for the unemployment insurance says; null: to be filled in
    /// @return a PDF/A, in French
    /// @throws InvalidValue with the [#obstacle(Person, ExitPaper)]
    @Transactional(readOnly = true)
    public byte[] draw(Person person, ExitPaper paper, @Nullable Way way) {
        var obstacle = obstacle(person, paper);
        var exit = person.employment().exit();
        if (obstacle != null || exit == null) throw new InvalidValue(String.valueOf(obstacle), "");
        return LastDayPapers.render(departure(person, exit, way), paper, Texts.in(Language.FR));
    }

    private Departure departure(Person person, LocalDate exit, @Nullable Way way) {
        var french = Texts.in(Language.FR);
        var operator = operators.get(person.operator());
        var slips = slips(person, exit);
        var last = slips.stream().filter(slip -> slip.month().contains(exit)).toList();
        var terms = person.employment();
        return new Departure(
                operator.name(),
                operator.address(),
                identity(operator, french),
                person.code(),
                person.name(),
                person.address(),
                person.birthDate(),
                terms.entry(),
                exit,
                jobs(person, exit),
                terms.kind().name(),
                way == null ? "" : french.localize("exit.way." + way),
                last.stream().flatMap(slip -> paid(slip, french).stream()).toList(),
                last.stream().map(IssuedPayslip::netPaid).reduce(Money.ZERO, Money::plus),
                slips.stream()
                        .map(slip -> new Departure.Earned(
                                slip.month(),
                                slip.payDate(),
                                slip.sheet().hoursPerWeek(),
                                slip.gross(),
                                slip.withheld()))
                        .toList(),
                laws.on(exit).number("PORTABILITY_MAX_MONTHS"),
                clock.instant());
    }

    private static List<String> identity(Operator operator, Texts french) {
        return List.of(
                "SIRET " + operator.siret(),
                french.localize("exit.paper.ape", operator.ape()),
                operator.agreement().title());
    }

    /// Payslips that stand, of this contract, oldest first.
    private List<IssuedPayslip> slips(Person person, LocalDate exit) {
        int back = laws.on(exit).number("EMPLOYER_STATEMENT_MONTHS");
        var first = Month.containing(exit).firstDay().minusMonths(back - 1);
        return payslips.of(person.operator(), person.id()).stream()
                .filter(slip ->
                        !slip.month().lastDay().isBefore(person.employment().entry()))
                .filter(slip -> !slip.month().firstDay().isAfter(exit)
                        && !slip.month().firstDay().isBefore(first))
                .sorted(Comparator.comparing(IssuedPayslip::month))
                .toList();
    }

    /// The jobs one after the other: the one of the first month, then those that replaced it.
    private List<Departure.Job> jobs(Person person, LocalDate exit) {
        var entry = person.employment().entry();
        var starts = new TreeMap<LocalDate, String>();
        starts.put(
                entry,
                people.in(Month.containing(entry), person.id()).employment().job());
        for (var version : people.employments(person)) {
            var from = version.from().firstDay();
            if (!from.isAfter(exit))
                starts.put(from.isBefore(entry) ? entry : from, version.value().job());
        }
        var jobs = new ArrayList<Departure.Job>();
        for (var start : starts.entrySet()) {
            var before = jobs.isEmpty() ? null : jobs.getLast();
            if (before != null && before.name().equals(start.getValue())) continue;
            if (before != null) {
                jobs.removeLast();
                jobs.add(new Departure.Job(
                        before.name(), before.from(), start.getKey().minusDays(1)));
            }
            jobs.add(new Departure.Job(start.getValue(), start.getKey(), exit));
        }
        return jobs;
    }

    private static List<Departure.Paid> paid(IssuedPayslip slip, Texts french) {
        var paid = new ArrayList<Departure.Paid>();
        for (var earning : slip.sheet().earnings()) paid.add(new Departure.Paid(earning.label(), earning.amount()));
        var totals = slip.sheet().totals();
        paid.add(new Departure.Paid(
                french.localize("exit.paper.contributions"), totals.employee().negated()));
        if (!totals.withheld().isZero()) {
            paid.add(new Departure.Paid(
                    french.localize("exit.paper.tax"), totals.withheld().negated()));
        }
        var rest =
                slip.netPaid().minus(paid.stream().map(Departure.Paid::amount).reduce(Money.ZERO, Money::plus));
        if (!rest.isZero()) paid.add(new Departure.Paid(french.localize("exit.paper.other"), rest));
        return paid;
    }
}
