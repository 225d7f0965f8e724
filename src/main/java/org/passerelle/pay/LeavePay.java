package org.passerelle.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;

/// Pay for leave days by the two methods of L3141-24; the worker has the larger. The right is a number of days acquired
/// in the reference period, of which some are taken or, at the end of the contract, compensated (L3141-28).
///
/// @param tenth a tenth of all gross of the reference period, for these days
/// @param maintained what work on these days would have brought
public record LeavePay(Money tenth, Money maintained) {

    /// @param grossOfPeriod gross of the reference period with apport and the leave pay of the year before
    /// @param acquired days acquired in the period, above 0 (2.5 working days a month, L3141-3)
    /// @param days taken or compensated, at most those acquired
    /// @param monthlyPay what a whole month of work would have brought in the month of the leave
    /// @param monthDays days of that month, counted like the days of leave (ouvrables or ouvrés)
    /// @throws IllegalArgumentException when more days are taken than were acquired, or days are none
    public static LeavePay of(
            Law law,
            Money grossOfPeriod,
            BigDecimal acquired,
            BigDecimal days,
            Money monthlyPay,
            BigDecimal monthDays) {
        if (acquired.signum() <= 0 || monthDays.signum() <= 0 || days.signum() < 0 || days.compareTo(acquired) > 0) {
            throw new IllegalArgumentException(days + " of " + acquired + " days, month of " + monthDays);
        }
        var share = law.rate("portage_paid_leave").ratio();
        return new LeavePay(
                part(grossOfPeriod.toBigDecimal().multiply(share), days, acquired),
                part(monthlyPay.toBigDecimal(), days, monthDays));
    }

    private static Money part(BigDecimal sum, BigDecimal days, BigDecimal of) {
        return Money.of(sum.multiply(days).divide(of, 2, RoundingMode.HALF_UP));
    }

    /// What is due.
    public Money due() {
        return tenth.max(maintained);
    }

    /// The tenth brings more than salary maintained.
    public boolean byTheTenth() {
        return tenth.compareTo(maintained) > 0;
    }
}
