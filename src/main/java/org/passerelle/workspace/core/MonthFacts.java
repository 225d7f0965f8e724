package org.passerelle.workspace.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// Everything the freelancer's home page says about one month, as one query finds it.
///
/// @param report state of the activity report (`DRAFT`, `SUBMITTED`, `APPROVED`, `RETURNED`), or null for none yet
/// @param returnReason why the report came back
/// @param worked days of work reported (mission, prospecting, training)
/// @param drafts invoices drafted from the report and not issued yet
/// @param invoices invoices issued for the month, credited ones left out
/// @param invoiced their sum, VAT included
/// @param paid what came in of it, VAT included
/// @param due the earliest due date of what is still open
/// @param netPaid net pay of the month's payslip, or null when there is none yet
/// @param payDate of that payslip
/// @param available what the activity account holds free (901100)
/// @param reserve what it holds in reserve (901200)
/// @param leave provision for paid leave (901300)
public record MonthFacts(
        OperatorId operator,
        PersonId person,
        String firstName,
        String operatorName,
        Frame frame,
        Month month,
        @Nullable String report,
        @Nullable String returnReason,
        BigDecimal worked,
        int drafts,
        int invoices,
        Money invoiced,
        Money paid,
        @Nullable LocalDate due,
        @Nullable Money netPaid,
        @Nullable LocalDate payDate,
        Money available,
        Money reserve,
        Money leave) {

    public boolean isReported() {
        return "SUBMITTED".equals(report) || "APPROVED".equals(report);
    }

    public Money open() {
        return invoiced.minus(paid);
    }

    public boolean isOverdue(LocalDate today) {
        return due != null && due.isBefore(today) && open().isPositive();
    }
}
