package org.passerelle.invoicing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// What will be invoiced: one mission in one month, from an approved report. No number yet.
///
/// @param corrects the issued invoice that this credit note takes back, wholly or in part (IN-03); null for an invoice
public record DraftInvoice(
        InvoiceId id,
        OperatorId operator,
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
