package org.passerelle.compte;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.passerelle.compte.core.StatementPage;
import org.passerelle.compte.core.StatementPaper;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.ledger.Movement;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The activity accounts of the workers in scope.
@Service
public class Compte {

    private static final String FEES = "907000";
    private static final String FEE_SOURCE = "fee:";

    private final Ledger ledger;
    private final Advances advances;
    private final Operators operators;
    private final People people;
    private final Laws laws;
    private final Clock clock;

    Compte(Ledger ledger, Advances advances, Operators operators, People people, Laws laws, Clock clock) {
        this.ledger = ledger;
        this.advances = advances;
        this.operators = operators;
        this.people = people;
        this.laws = laws;
        this.clock = clock;
    }

    /// The statement of a month as a PDF (PS-60): also for a month without movement.
    @Transactional(readOnly = true)
    public byte[] statement(OperatorId operator, PersonId person, Month month) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var paper = StatementPaper.of(
                of(operator, person),
                operators.get(operator),
                people.get(person),
                month,
                Days.of(now),
                now,
                laws.on(month.lastDay()));
        return StatementPage.render(paper);
    }

    /// What the book says of this worker now.
    @Transactional(readOnly = true)
    public ActivityAccount of(OperatorId operator, PersonId person) {
        var movements = new ArrayList<AccountMovement>();
        for (Pocket pocket : Pocket.values()) {
            for (Movement m : ledger.movements(operator, pocket.account(), person)) movements.add(read(m));
        }
        movements.sort(java.util.Comparator.comparing(AccountMovement::date));
        return new ActivityAccount(
                operator,
                person,
                balance(operator, person, Pocket.AVAILABLE),
                balance(operator, person, Pocket.RESERVE),
                balance(operator, person, Pocket.LEAVE),
                balance(operator, person, Pocket.ADVANCE),
                movements);
    }

    /// Disponible alone, without the movements: O(1).
    @Transactional(readOnly = true)
    public Money balance(OperatorId operator, PersonId person, Pocket pocket) {
        return ledger.balance(operator, pocket.account(), person).negated();
    }

    /// The account once the fee on what was collected is taken and advances are taken back; nothing is posted.
    @Transactional(readOnly = true)
    public ActivityAccount afterFees(OperatorId operator, PersonId person) {
        var account = of(operator, person)
                .with(feesDue(operator, person).stream().map(DueFee::movement).toList());
        return account.with(advances.movements(account));
    }

    /// What may be advanced to the worker on that day, beside what was advanced before (SW-07): the price without VAT
    /// of invoices not overdue, less the fee, within the operator's limit.
    @Transactional(readOnly = true)
    public Money advanceable(Operator house, ActivityAccount account, LocalDate on) {
        return advances.most(house, account, on);
    }

    /// Takes the fee on what was collected, month by month, and nothing twice: the fee of a month is that of its whole
    /// collection, so that several payments bear the same as one (PS-67, CA-14).
    ///
    /// Then takes advances back from what is available (SW-07).
    ///
    /// @return the fee that was taken now; negative when a refund to the client gives some back
    @Transactional
    public Money takeFees(OperatorId operator, PersonId person) {
        var taken = Money.ZERO;
        for (DueFee due : feesDue(operator, person)) {
            ledger.post(due.entry(operator, person));
            taken = taken.plus(due.amount);
        }
        if (!balance(operator, person, Pocket.ADVANCE).isZero()) {
            advances.recovery(of(operator, person)).ifPresent(ledger::post);
        }
        return taken;
    }

    private List<DueFee> feesDue(OperatorId operator, PersonId person) {
        var house = operators.get(operator);
        var months = new TreeMap<Month, MonthOfFees>();
        for (Movement m : ledger.movements(operator, Pocket.AVAILABLE.account(), person)) {
            if (m.source().startsWith(FEE_SOURCE)) {
                var month = Month.of(m.source().split(":")[2]);
                months.computeIfAbsent(month, MonthOfFees::new).fee(m);
            } else if (Category.ENCAISSEMENT.name().equals(m.category())) {
                months.computeIfAbsent(Month.containing(m.date()), MonthOfFees::new)
                        .collection(m);
            }
        }
        return months.values().stream()
                .map(month -> month.due(house, person))
                .filter(due -> !due.amount.isZero())
                .toList();
    }

    /// The fee that a month's collection has not borne yet.
    private record DueFee(LocalDate date, String label, String clause, Money amount, String source) {

        Entry entry(OperatorId operator, PersonId person) {
            return Entry.on(operator, Entry.ANALYTIC, date, source)
                    .label(label)
                    .line(Line.ofWorker(
                            Pocket.AVAILABLE.account(),
                            person,
                            amount.negated(),
                            label,
                            Category.FRAIS_DE_GESTION.name(),
                            clause))
                    .credit(FEES, amount)
                    .entry();
        }

        AccountMovement movement() {
            return new AccountMovement(
                    date, Pocket.AVAILABLE, Category.FRAIS_DE_GESTION, label, clause, amount.negated(), "", source);
        }
    }

    private static AccountMovement read(Movement m) {
        return new AccountMovement(
                m.date(),
                Pocket.of(m.account()),
                m.category() == null ? Category.AUTRE_CHARGE : Category.valueOf(m.category()),
                m.label(),
                m.clause(),
                m.credited(),
                m.pieceRef(),
                m.source());
    }

    /// What a month collected and what fee it has borne.
    private static final class MonthOfFees {

        private final Month month;
        private Money collected = Money.ZERO;
        private Money taken = Money.ZERO;
        private LocalDate lastCollection;
        private int count;

        MonthOfFees(Month month) {
            this.month = month;
            lastCollection = month.firstDay();
        }

        void collection(Movement m) {
            collected = collected.plus(m.credited());
            if (m.date().isAfter(lastCollection)) lastCollection = m.date();
        }

        void fee(Movement m) {
            taken = taken.minus(m.credited());
            count++;
        }

        DueFee due(Operator house, PersonId person) {
            var terms = house.fee(lastCollection);
            return new DueFee(
                    lastCollection,
                    (house.isCooperative() ? "Contribution coopérative " : "Frais de gestion ") + month,
                    terms.clause(),
                    terms.model().on(collected).minus(taken),
                    FEE_SOURCE + person.value() + ":" + month + ":" + (count + 1));
        }
    }
}
