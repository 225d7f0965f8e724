package org.passerelle.invoicing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// What will be invoiced: one mission in one month, from an approved report. No number yet.
///
/// @param type INVOICE, CREDIT_NOTE, CORRECTED or DEPOSIT
/// @param report null for what was not drafted from a report
/// @param corrects the issued invoice that this credit note takes back, wholly or in part, or that a corrective invoice
/// replaces (IN-03); null otherwise
public record DraftInvoice(
        InvoiceId id,
        OperatorId operator,
        InvoiceType type,
        ClientId client,
        MissionId mission,
        PersonId person,
        Month month,
        @Nullable ActivityReportId report,
        @Nullable InvoiceId corrects,
        List<InvoiceLine> lines)
        implements Invoice {

    public DraftInvoice {
        lines = List.copyOf(lines);
    }

    @Override
    public InvoiceState state() {
        return InvoiceState.DRAFT;
    }
}
