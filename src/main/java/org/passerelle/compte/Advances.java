package org.passerelle.compte;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Line;
import org.passerelle.operators.Operator;
import org.springframework.stereotype.Component;

/// Pay before the client has paid (SW-07): how much an operator may advance, and how it comes back. The advance is a
/// pocket of the activity account, so that the worker and the operator read the same sum: moved to the disponible when
/// pay needs it, moved back by what clients pay. It is never kept from pay that is due.
@Component
class Advances {

    private static final String SOURCE = "advance:";
    private static final String LABEL = "Reprise d’avance sur encaissement";

    private final Invoicing invoicing;

    Advances(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    /// Interpretation: an overdue invoice is a risk that the operator may bear but does not add to; the fee is counted
    /// as if everything came in one month.
    Money most(Operator house, ActivityAccount account, LocalDate on) {
        var policies = house.policies();
        if (!policies.payBeforeCollection() || !policies.advanceCap().isPositive()) return Money.ZERO;
        var expected = invoicing.issuedFor(house.id(), account.person()).stream()
                .filter(invoice -> !invoice.isCreditNote() && invoice.open().isPositive())
                .filter(invoice -> !invoice.dueDate().isBefore(on))
                .map(Advances::withoutVat)
                .reduce(Money.ZERO, Money::plus);
        var earned = expected.minus(house.fee(on).model().on(expected));
        return earned.min(policies.advanceCap()).plus(account.advance()).max(Money.ZERO);
    }

    private static Money withoutVat(IssuedInvoice invoice) {
        var totals = invoice.totals();
        return Money.of(invoice.open()
                .toBigDecimal()
                .multiply(totals.net().toBigDecimal())
                .divide(totals.gross().toBigDecimal(), 2, RoundingMode.DOWN));
    }

    /// What is to be taken back now, as it will stand on the account.
    List<AccountMovement> movements(ActivityAccount account) {
        var amount = toTakeBack(account);
        if (amount.isZero()) return List.of();
        var date = lastCollection(account);
        return List.of(
                new AccountMovement(
                        date, Pocket.AVAILABLE, Category.AVANCE, LABEL, null, amount.negated(), "", source(account)),
                new AccountMovement(date, Pocket.ADVANCE, Category.AVANCE, LABEL, null, amount, "", source(account)));
    }

    Optional<Entry> recovery(ActivityAccount account) {
        var amount = toTakeBack(account);
        if (amount.isZero()) return Optional.empty();
        return Optional.of(Entry.on(account.operator(), Entry.ANALYTIC, lastCollection(account), source(account))
                .label(LABEL)
                .line(line(account, Pocket.AVAILABLE, amount.negated()))
                .line(line(account, Pocket.ADVANCE, amount))
                .entry());
    }

    private static Line line(ActivityAccount account, Pocket pocket, Money signed) {
        return Line.ofWorker(
                pocket.account(),
                account.person(),
                signed,
                LABEL,
                Category.AVANCE.name(),
                "contrat de travail, avance sur factures non encaissées");
    }

    private static Money toTakeBack(ActivityAccount account) {
        return account.available().min(account.advance().negated()).max(Money.ZERO);
    }

    private static LocalDate lastCollection(ActivityAccount account) {
        return account.movements().stream()
                .filter(m -> m.category() == Category.ENCAISSEMENT)
                .map(AccountMovement::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Named by its place, so that asked twice it is taken back once.
    private static String source(ActivityAccount account) {
        long before = account.movements().stream()
                .filter(m -> m.pocket() == Pocket.ADVANCE && isRecovery(m))
                .count();
        return SOURCE + account.person().value() + ":" + (before + 1);
    }

    /// Whether a movement takes an advance back.
    static boolean isRecovery(AccountMovement movement) {
        return movement.source().startsWith(SOURCE);
    }
}
