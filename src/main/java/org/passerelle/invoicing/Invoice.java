package org.passerelle.invoicing;

import java.util.List;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A draft has no number; an issued invoice cannot lack one and never changes (IN-02).
public sealed interface Invoice permits DraftInvoice, IssuedInvoice {

    InvoiceId id();

    OperatorId operator();

    ClientId client();

    MissionId mission();

    PersonId person();

    List<InvoiceLine> lines();

    InvoiceState state();

    default Totals totals() {
        return Totals.of(lines());
    }
}
