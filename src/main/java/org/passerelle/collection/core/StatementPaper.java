package org.passerelle.collection.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.documents.pdf.French;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Money;

/// A client's statement of account as PDF/A: every invoice and credit note, what was paid, what is owed.
public final class StatementPaper {

    private StatementPaper() {}

    /// @param invoices oldest first
    public static byte[] render(String house, String client, List<IssuedInvoice> invoices, LocalDate day, Instant at) {
        var title = "Relevé de compte – " + client;
        var paper = new Paper(new PaperInfo(title, house, at));
        paper.footer(List.of(house, "Situation au " + French.day(day)));
        paper.paragraph(title, Style.TITLE);
        paper.skip(4);
        paper.paragraph(house + ", situation au " + French.day(day), Style.BODY.coloured(Style.MUTED));
        paper.skip(10);
        var table = new Table(
                        paper,
                        List.of(
                                Table.Column.left("Pièce", 1.6),
                                Table.Column.left("Date", 1),
                                Table.Column.left("Échéance", 1),
                                Table.Column.right("Montant TTC", 1.2),
                                Table.Column.right("Payé", 1.2),
                                Table.Column.right("Avoirs", 1.1),
                                Table.Column.right("Reste dû", 1.2)))
                .compact(8.5, 3);
        table.heading();
        var open = Money.ZERO;
        var late = Money.ZERO;
        for (var invoice : invoices) {
            if (invoice.isCreditNote()) continue;
            open = open.plus(invoice.open());
            if (invoice.dueDate().isBefore(day)) late = late.plus(invoice.open());
            table.row(
                    invoice.number(),
                    French.day(invoice.issueDate()),
                    French.day(invoice.dueDate()),
                    French.money(invoice.payable().gross()),
                    French.money(invoice.paid()),
                    French.money(invoice.credited()),
                    French.money(invoice.open()));
        }
        table.total("Total dû", "", "", "", "", "", French.money(open));
        paper.skip(10);
        paper.paragraph("Dont échu : " + French.money(late) + ".", Style.BODY);
        return paper.bytes();
    }
}
