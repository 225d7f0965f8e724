package org.passerelle.workspace.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.FindingCard;

/// One invoice.
///
/// @param issueHref where a draft is issued, or empty for an issued one
/// @param follow reminders, disputes and litigation, in words
/// @param fileHref of the PDF, or empty for a draft
public record InvoiceView(
        String title,
        String client,
        String state,
        String stateTone,
        String issueDate,
        String dueDate,
        List<Line> lines,
        List<VatRow> vats,
        Money net,
        Money gross,
        Money paid,
        Money open,
        boolean draft,
        String issueHref,
        String fileHref,
        List<FindingCard> findings,
        List<String> follow,
        UUID intent) {

    public record Line(String label, String quantity, Money price, String vat, Money net) {}

    public record VatRow(String label, Money amount) {}
}
