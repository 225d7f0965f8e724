package org.passerelle.payroll;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.people.Person;

/// What a payroll would come to for one person if it were run on the day it was asked for.
public sealed interface PayPreview {

    Person person();

    /// The payslip of the month was given: nothing more happens.
    record Given(Person person, IssuedPayslip payslip) implements PayPreview {}

    /// A payslip would be given.
    ///
    /// @param refund professional expenses paid back with it, VAT included
    /// @param recovered kept of what was paid too much before (L3251-3)
    record Payable(Person person, Sheet sheet, Money refund, Money recovered) implements PayPreview {

        public Money netPaid() {
            var totals = sheet.totals();
            return totals.netBeforeTax().minus(totals.withheld()).plus(refund).minus(recovered);
        }
    }

    /// No payslip would be given.
    ///
    /// @param otherwise what would be paid if only the reason fell away, as far as it can be told
    record Unpaid(
            Person person, NotPaid.Reason reason, @Nullable Payable otherwise) implements PayPreview {}

    static PayPreview of(Person person, Planning.Plan plan) {
        return switch (plan) {
            case Planning.Plan.Given(var payslip) -> new Given(person, payslip);
            case Planning.Plan.Refused(var reason, var otherwise) ->
                new Unpaid(person, reason, otherwise == null ? null : payable(person, otherwise));
            case Planning.Plan.Ready ready -> {
                var payable = payable(person, ready);
                yield payable == null ? new Unpaid(person, NotPaid.Reason.NOTHING_TO_PAY, null) : payable;
            }
        };
    }

    private static @Nullable Payable payable(Person person, Planning.Plan.Ready ready) {
        var sheet = ready.sheet();
        return sheet == null ? null : new Payable(person, sheet, ready.refunds().total(), ready.recovered());
    }
}
