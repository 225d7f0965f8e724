package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.kernel.Money;

/// My invoices: those to issue first, then those that left.
public record InvoicesView(List<Row> drafts, List<Row> issued, Money open) {

    /// @param number of the invoice, or what it will be for
    /// @param what client, month
    /// @param open what is still owed
    public record Row(
            String href,
            String number,
            String what,
            String date,
            String due,
            String state,
            String stateTone,
            Money gross,
            Money open) {}
}
