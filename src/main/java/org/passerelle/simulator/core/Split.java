package org.passerelle.simulator.core;

import org.passerelle.kernel.Money;

/// Where each euro of a turnover goes. The parts add up to the turnover, to the cent.
///
/// @param expenses refunded to the worker (or borne by the independent)
/// @param fee of the operator
/// @param employer contributions of the employer, after the reduction
/// @param worker contributions of the worker, or of the independent with the training levy
/// @param setAside reserve and leave, with their load: the worker's, paid later
/// @param net before income tax
/// @param left stays on the account; negative when the minimum was due and the money was not there
/// @param taxable what the income tax is computed on
/// @param gross pay on the payslip, nothing for an independent
public record Split(
        Money turnover,
        Money expenses,
        Money fee,
        Money employer,
        Money worker,
        Money setAside,
        Money net,
        Money left,
        Money taxable,
        Money gross) {

    public Split {
        var parts = expenses.plus(fee)
                .plus(employer)
                .plus(worker)
                .plus(setAside)
                .plus(net)
                .plus(left);
        if (!parts.equals(turnover)) {
            throw new IllegalStateException("the split leaks: " + parts + " of " + turnover);
        }
    }

    public static Split of(PaidYear year) {
        return new Split(
                year.sum(m -> m.plan().turnover()),
                year.sum(m -> m.plan().expenses()),
                year.sum(PaidMonth::fee),
                year.sum(PaidMonth::employerShare),
                year.sum(PaidMonth::employeeShare),
                year.last().reserve().plus(year.last().leave()),
                year.sum(PaidMonth::net),
                year.last().balance(),
                year.sum(PaidMonth::netTaxable),
                year.sum(PaidMonth::gross));
    }

    public static Split of(Micro micro) {
        return new Split(
                micro.turnover(),
                micro.expenses(),
                micro.fee(),
                Money.ZERO,
                micro.social().plus(micro.training()),
                Money.ZERO,
                micro.net(),
                Money.ZERO,
                micro.taxable(),
                Money.ZERO);
    }

    /// Net and what is set aside or left: all that is the worker's in the end.
    public Money own() {
        return net.plus(setAside).plus(left);
    }
}
