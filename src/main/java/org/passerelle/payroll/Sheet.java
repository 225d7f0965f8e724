package org.passerelle.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.HoursBasis;
import org.passerelle.pay.MonthShare;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.Withholding;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.YearToDate;
import org.passerelle.pay.Zone;

/// What a payslip was computed from and came to, kept with it for ever. No NIR, no IBAN.
///
/// @param date day whose law was used
/// @param personalRate of the withholding tax, null for the neutral table
/// @param before sums of the year's earlier payslips
/// @param after sums that the next month starts from
/// @param leave days of leave paid with the month, or null
/// @param lines as printed, with the versions of the parameters used
public record Sheet(
        LocalDate date,
        Money gross,
        EmployerTerms employer,
        boolean cadre,
        boolean fixedTerm,
        BigDecimal hoursPerWeek,
        HoursBasis hoursBasis,
        @Nullable Rate personalRate,
        Zone zone,
        MonthShare ceiling,
        MonthShare smic,
        YearToDate before,
        YearToDate after,
        List<Earning> earnings,
        List<Line> lines,
        Totals totals,
        Account account,
        @Nullable Leave leave) {

    public Sheet {
        earnings = List.copyOf(earnings);
        lines = List.copyOf(lines);
    }

    /// The month as it was asked of the engine.
    public PayInput input() {
        var withholding = personalRate == null ? Withholding.NEUTRAL : new Withholding.Personal(personalRate);
        var worker = new WorkerTerms(cadre, fixedTerm, hoursPerWeek, hoursBasis, withholding, zone);
        return new PayInput(date, gross, PayTerms.of(employer, worker), ceiling, smic);
    }

    /// @param code `base`, `complement`, `apport`, `leave`, `leave_taken`, `end_of_contract`, `fixed`,
    ///     `variable`
    /// @param base what the rate is applied to, or null
    public record Earning(
            String code,
            String label,
            @Nullable Money base,
            @Nullable Rate rate,
            Money amount) {}

    public record Line(
            String id,
            String label,
            String group,
            String article,
            String source,
            Money employer,
            Money employee,
            List<Part> parts) {

        public Line {
            parts = List.copyOf(parts);
        }
    }

    /// @param since first day of the version of the parameter
    public record Part(String parameter, LocalDate since, Money base, Rate employer, Rate employee) {}

    /// Leave taken in the month, or left when the contract ends (PS-69, R3243-1 12°).
    ///
    /// @param acquired days since the contract began, in weeks of five
    /// @param taken paid with this month
    /// @param left after it
    /// @param tenth what the days are worth by the tenth of the period's gross
    /// @param maintained what they are worth by the pay that work would have brought
    public record Leave(
            BigDecimal acquired,
            BigDecimal taken,
            BigDecimal left,
            Money tenth,
            Money maintained,
            List<LocalDate> days) {

        public Leave {
            days = List.copyOf(days);
        }

        /// Whether the tenth brings more than the pay maintained.
        public boolean byTheTenth() {
            return tenth.compareTo(maintained) > 0;
        }
    }

    public record Totals(
            Money employee,
            Money employer,
            Money netBeforeTax,
            Money netTaxable,
            Money netSocial,
            Rate withholdingRate,
            Money withheld,
            Money cost,
            Money reduction,
            BigDecimal coefficient) {}

    /// What the month did to the activity account (PS-61).
    ///
    /// @param opening disponible before the month
    /// @param expenses refunded, without VAT
    /// @param reserve set aside
    /// @param leave set aside
    /// @param leaveReleased taken back from the provision for leave days
    /// @param reserveReleased taken back from the reserve when the contract ends (PS-66), or null
    /// @param advance of the operator on invoices not collected yet (SW-07), or null
    /// @param advanceRecovered taken back in the month from what was collected, or null
    /// @param balance disponible that stays
    /// @param isShort the minimum was due before the client had paid (SW-07)
    public record Account(
            Money opening,
            Money collected,
            Money fee,
            Money expenses,
            Money reserve,
            Money leave,
            Money leaveReleased,
            @Nullable Money reserveReleased,
            @Nullable Money advance,
            @Nullable Money advanceRecovered,
            Money balance,
            boolean isShort) {

        /// Taken back from the reserve; zero on sheets from before it could be.
        public Money fromReserve() {
            return reserveReleased == null ? Money.ZERO : reserveReleased;
        }

        /// Advanced by the operator (SW-07).
        public Money advanced() {
            return advance == null ? Money.ZERO : advance;
        }

        /// Taken back by the operator from what was collected.
        public Money takenBack() {
            return advanceRecovered == null ? Money.ZERO : advanceRecovered;
        }
    }
}
