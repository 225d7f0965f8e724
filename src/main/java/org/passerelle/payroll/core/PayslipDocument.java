package org.passerelle.payroll.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siret;

/// Everything a payslip says (BP-02, R3243-1), already computed and rounded: the paper only shows.
/// Strike and staff representation have no place in it (R3243-4).
///
/// @param number our reference of the payslip
/// @param createdAt written into the file; the same document and instant give the same bytes
/// @param period days that the payslip covers
/// @param hours empty for a CESA, whose pay is not measured by time; then [#basis] says what it rests on
/// @param basis nature of the pay when it is not time; may be empty
/// @param earnings components of the gross, in order: base, complement, apport d'affaires, leave…
/// @param groups contributions in the order of the model: Santé, AT/MP, Retraite, Famille, Chômage, Autres, CSG/CRDS
/// @param exemptions lines that lessen what the employer owes (negative amounts); the employee side, if any, also
/// @param employeeTotal what the contributions take from the gross
/// @param employerTotal employer contributions after exemptions
/// @param untaxed expenses reimbursed (positive) and deductions (negative) outside gross and tax (BP-05)
/// @param netPaid net before tax − withholding + untaxed
/// @param employerCost total paid by the employer (14)
/// @param exemptionTotal total of the exemptions (13), positive
/// @param yearToDate cumulated figures
/// @param leave null when the period knows none
/// @param mentions any further sentences, in order
public record PayslipDocument(
        String number,
        Instant createdAt,
        Employer employer,
        Employee employee,
        Month month,
        DateRange period,
        LocalDate paymentDate,
        List<Hours> hours,
        String basis,
        List<Earning> earnings,
        Money gross,
        List<Group> groups,
        List<Contribution> exemptions,
        Money employeeTotal,
        Money employerTotal,
        Money netSocial,
        Money netBeforeTax,
        Withholding withholding,
        List<Item> untaxed,
        Money netPaid,
        Money employerCost,
        Money exemptionTotal,
        List<Item> yearToDate,
        @Nullable Leave leave,
        @Nullable Guarantor guarantor,
        List<String> mentions) {

    public PayslipDocument {
        hours = List.copyOf(hours);
        earnings = List.copyOf(earnings);
        groups = List.copyOf(groups);
        exemptions = List.copyOf(exemptions);
        untaxed = List.copyOf(untaxed);
        yearToDate = List.copyOf(yearToDate);
        mentions = List.copyOf(mentions);
        var expected = untaxed.stream().map(Item::amount).reduce(netBeforeTax.minus(withholding.amount()), Money::plus);
        if (!expected.equals(netPaid)) {
            throw new IllegalArgumentException("net paid " + netPaid + " should be " + expected);
        }
    }

    /// @param agreement title of the collective agreement; empty when none applies
    /// @param idcc its number; empty when none applies
    public record Employer(
            String name, PostalAddress address, Siret siret, String ape, String agreement, String idcc) {}

    /// @param code our number of the person: `P-001`
    /// @param position step or level in the classification; empty when none applies
    /// @param contract `CDI`, `CDD`, `CESA`
    public record Employee(
            String code,
            String name,
            PostalAddress address,
            Nir nir,
            String job,
            String position,
            String contract,
            boolean cadre,
            LocalDate entry) {}

    /// Hours of one rate: normal, then overtime apart.
    ///
    /// @param rate euros an hour; null when it is of no use
    public record Hours(
            String label, BigDecimal hours, @Nullable Money rate) {}

    /// One component of the gross.
    ///
    /// @param base what the rate is applied to, or null
    /// @param rate null for a plain sum
    public record Earning(
            String label, @Nullable Money base, @Nullable Rate rate, Money amount) {}

    public record Group(String title, List<Contribution> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /// @param base null for a flat premium
    /// @param employeeRate null when only the employer pays
    /// @param employee taken from the gross, positive; null when only the employer pays
    /// @param employer null when only the employee pays
    public record Contribution(
            String label,
            @Nullable Money base,
            @Nullable Rate employeeRate,
            @Nullable Money employee,
            @Nullable Money employer) {}

    /// Income tax withheld at source.
    ///
    /// @param kind where the rate comes from: `taux personnalisé`, `taux neutre`
    public record Withholding(String kind, Money base, Rate rate, Money amount) {}

    public record Item(String label, Money amount) {}

    /// Days of paid leave, and those taken in the month (12).
    ///
    /// @param taken days of leave of this month; may be empty
    /// @param indemnity paid for them within the gross
    public record Leave(
            BigDecimal acquiredDays,
            BigDecimal takenDays,
            BigDecimal balanceDays,
            List<DateRange> taken,
            Money indemnity) {
        public Leave {
            taken = List.copyOf(taken);
        }
    }

    /// PS-24, on every paper of a portage company.
    ///
    /// @param address on one line
    /// @param article `article L1254-26 I du code du travail`
    public record Guarantor(
            String name,
            String address,
            String article,
            @Nullable DateRange validity) {}
}
