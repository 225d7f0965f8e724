package org.passerelle.payroll;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// The outcome of correcting a payslip, or of asking what it would be.
public sealed interface Correction {

    /// What is asked.
    ///
    /// @param reason 1 to 300 characters, printed on the new payslip
    /// @param gross the most gross of the month, or null for what the person's file says
    /// @param payDate of what remains to be paid
    record Change(String reason, @Nullable Money gross, LocalDate payDate) {

        private static final int LONGEST = 300;

        public Change {
            reason = reason(reason);
            if (gross != null && !gross.isPositive()) throw new InvalidValue("money.positive", gross.toString());
        }

        /// The reason as it is kept: without spaces around it, 1 to 300 characters.
        public static String reason(String typed) {
            var reason = typed.strip();
            if (reason.isEmpty() || reason.length() > LONGEST) throw new InvalidValue("correction.reason", "");
            return reason;
        }
    }

    /// The new payslip was given.
    record Made(IssuedPayslip payslip) implements Correction {}

    /// It may be given, and would come to this.
    ///
    /// @param before the payslip that it would cancel and replace
    record Possible(IssuedPayslip before, Sheet after) implements Correction {

        /// Net pay less that of the earlier payslip; negative when too much was paid.
        public Money difference() {
            return net(after).minus(net(before.sheet()));
        }

        private static Money net(Sheet sheet) {
            return sheet.totals().netBeforeTax().minus(sheet.totals().withheld());
        }
    }

    record Refused(Reason reason) implements Correction {}

    /// The sentence is the message `payroll.not_corrected.<reason>`.
    enum Reason {
        /// Another payslip has replaced it already.
        REPLACED,
        /// A later month is paid: its sums of the year started from this payslip.
        LATER_MONTH_PAID,
        /// The month comes to the same again.
        NOTHING_CHANGES,
        /// The month would come to no pay at all.
        NOTHING_TO_PAY
    }
}
