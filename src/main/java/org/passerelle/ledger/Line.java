package org.passerelle.ledger;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PersonId;

/// One line of an entry: a positive sum on one side of one account.
///
/// @param account number in the chart of accounts, at least three digits (FEC rule 5)
/// @param aux sub-ledger code (client or worker code); together with `auxLabel` or not at all (FEC rule 6)
/// @param worker the axis of the worker; compulsory on 901xxx
/// @param debit never negative; exactly one of debit and credit is positive
/// @param category why a worker's account moves (PS-62): `ENCAISSEMENT`, `FRAIS_DE_GESTION` …; compulsory on 901xxx
/// @param clause the clause of the contract that allows it (PS-62: no debit of 901xxx without one)
public record Line(
        String account,
        @Nullable String aux,
        @Nullable String auxLabel,
        @Nullable PersonId worker,
        Money debit,
        Money credit,
        String label,
        @Nullable String category,
        @Nullable String clause) {

    public Line {
        if (!account.matches("[1-9][0-9]{2,9}")) throw new IllegalArgumentException("no account number: " + account);
        if (debit.isNegative() || credit.isNegative() || debit.isZero() == credit.isZero()) {
            throw new IllegalArgumentException(account + ": one side, positive: " + debit + " / " + credit);
        }
        if ((aux == null) != (auxLabel == null)) throw new IllegalArgumentException("aux and its label go together");
        if (account.startsWith("901")) {
            if (worker == null || category == null) {
                throw new IllegalArgumentException(account + ": a worker's account needs worker and category (PS-62)");
            }
            if (debit.isPositive() && (clause == null || clause.isBlank())) {
                throw new IllegalArgumentException(account + ": no debit without a clause (PS-62)");
            }
        }
    }

    public static Line debit(String account, Money amount, String label) {
        return new Line(account, null, null, null, amount, Money.ZERO, label, null, null);
    }

    public static Line credit(String account, Money amount, String label) {
        return new Line(account, null, null, null, Money.ZERO, amount, label, null, null);
    }

    /// A line of a worker's activity account (901xxx): credit is what the worker owns.
    ///
    /// @param signed positive: credited to the worker; negative: charged
    public static Line ofWorker(
            String account, PersonId worker, Money signed, String label, String category, String clause) {
        return new Line(
                account,
                null,
                null,
                worker,
                signed.isNegative() ? signed.negated() : Money.ZERO,
                signed.isNegative() ? Money.ZERO : signed,
                label,
                category,
                clause);
    }

    public Line aux(String code, String codeLabel) {
        return new Line(account, code, codeLabel, worker, debit, credit, label, category, clause);
    }

    public Line worker(PersonId person) {
        return new Line(account, aux, auxLabel, person, debit, credit, label, category, clause);
    }

    public Line category(String why, @Nullable String clauseReference) {
        return new Line(account, aux, auxLabel, worker, debit, credit, label, why, clauseReference);
    }

    /// Debit positive, credit negative.
    public Money signed() {
        return debit.minus(credit);
    }

    /// The same sum on the other side.
    public Line reversed(String newLabel) {
        return new Line(
                account,
                aux,
                auxLabel,
                worker,
                credit,
                debit,
                newLabel,
                category,
                clause == null && account.startsWith("901") ? "contre-passation" : clause);
    }
}
