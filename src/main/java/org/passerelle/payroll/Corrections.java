package org.passerelle.payroll;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Ledger;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.payroll.Correction.Change;
import org.passerelle.payroll.Correction.Reason;
import org.passerelle.payroll.store.CorrectionStore;
import org.passerelle.payroll.store.PayslipStore;
import org.passerelle.people.People;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A payslip never changes: what was wrong is put right by a new payslip of the same month that cancels and replaces it
/// . Both stay, and the person sees both. The book takes the opposite of the earlier entries and the new ones, in
/// the month itself while it is open and today once it is closed.
@Service
public class Corrections {

    private final Operators operators;
    private final People people;
    private final Planning planning;
    private final Issuing issuing;
    private final PayslipStore payslips;
    private final CorrectionStore store;
    private final PaymentOrders orders;
    private final Ledger ledger;
    private final Intents intents;
    private final Clock clock;

    Corrections(
            Operators operators,
            People people,
            Planning planning,
            Issuing issuing,
            PayslipStore payslips,
            CorrectionStore store,
            PaymentOrders orders,
            Ledger ledger,
            Intents intents,
            Clock clock) {
        this.operators = operators;
        this.people = people;
        this.planning = planning;
        this.issuing = issuing;
        this.payslips = payslips;
        this.store = store;
        this.orders = orders;
        this.ledger = ledger;
        this.intents = intents;
        this.clock = clock;
    }

    /// What a correction would come to; nothing is written.
    ///
    /// @param gross as in [Change]
    /// @throws java.util.NoSuchElementException when the scope has no such payslip
    @Transactional(readOnly = true)
    public Correction preview(OperatorId operator, PayslipId payslip, @Nullable Money gross) {
        return decide(operators.get(operator), payslips.find(payslip).orElseThrow(), gross);
    }

    /// Gives the new payslip. What remains to be paid is ordered; what was paid too much is kept from later pay, a
    /// tenth
    /// at a time (L3251-3).
    ///
    /// @param intent the caller's id for this act; the same again gives the same payslip
    /// @throws org.passerelle.platform.once.IntentReused when the intent was for another change
    /// @throws java.util.NoSuchElementException when the scope has no such payslip
    @Transactional
    public Correction correct(OperatorId operator, PayslipId payslip, Change change, UUID intent) {
        var wish = intents.wish(
                operator, intent, "payslip_correction", payslip, change.reason(), change.gross(), change.payDate());
        var before = payslips.find(payslip).orElseThrow();
        if (wish.isDone()) {
            var made = store.of(operator, payslip).orElseThrow().payslip();
            return new Correction.Made(payslips.find(made).orElseThrow());
        }
        int last = payslips.lockSeries(operator, before.month());
        var house = operators.get(operator);
        var decided = decide(house, before, change.gross());
        if (decided instanceof Correction.Possible possible) {
            intents.keep(wish);
            return new Correction.Made(write(house, before, possible.after(), change, last + 1));
        }
        return decided;
    }

    private Correction decide(Operator house, IssuedPayslip before, @Nullable Money gross) {
        if (store.of(before.operator(), before.id()).isPresent()) return new Correction.Refused(Reason.REPLACED);
        if (payslips.hasLater(before.operator(), before.person(), before.month())) {
            return new Correction.Refused(Reason.LATER_MONTH_PAID);
        }
        var after = planning.again(house, people.in(before.month(), before.person()), before, gross);
        if (after == null) return new Correction.Refused(Reason.NOTHING_TO_PAY);
        if (after.equals(before.sheet())) return new Correction.Refused(Reason.NOTHING_CHANGES);
        return new Correction.Possible(before, after);
    }

    private IssuedPayslip write(Operator house, IssuedPayslip before, Sheet after, Change change, int position) {
        var operator = before.operator();
        var person = people.in(before.month(), before.person());
        var ordered = Money.ZERO;
        for (var version : payslips.history(operator, before.person())) {
            if (version.month().equals(before.month())) {
                ordered = ordered.plus(orders.withdraw(operator, version.source(), change.reason()));
            }
        }
        var due = after.totals().netBeforeTax().minus(after.totals().withheld()).minus(before.recovered());
        var owed = due.minus(ordered);
        var why = "Annulation du bulletin " + before.number();
        var earned = ledger.openDay(operator, before.month().lastDay());
        var borne = ledger.openDay(operator, before.payDate());
        ledger.reverse(operator, ledger.of(operator, before.source()).orElseThrow(), earned, why);
        ledger.reverse(operator, ledger.of(operator, before.source() + ":ca").orElseThrow(), borne, why);
        var replacement = new Issuing.Replacement(before, change.reason(), ordered, owed);
        var payslip = issuing.issue(
                house,
                person,
                new Issuing.Given(
                        before.month(),
                        change.payDate(),
                        earned,
                        borne,
                        after,
                        planning.hours(person, before.month()),
                        before.refund(),
                        before.recovered(),
                        owed,
                        position,
                        replacement));
        store.insert(
                operator,
                new PayslipCorrection(
                        payslip.id(),
                        payslip.number(),
                        before.id(),
                        before.number(),
                        change.reason(),
                        owed.negated().max(Money.ZERO),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor()));
        return payslip;
    }

    private static String actor() {
        var actor = Scopes.current().actor();
        return actor.isEmpty() ? "system" : actor;
    }

    /// Every correction of a person's payslips, oldest first.
    @Transactional(readOnly = true)
    public List<PayslipCorrection> of(OperatorId operator, PersonId person) {
        return store.of(operator, person);
    }

    /// What the person still owes of pay that was too much.
    @Transactional(readOnly = true)
    public Money overpaid(OperatorId operator, PersonId person) {
        return store.overpaid(operator, person);
    }
}
