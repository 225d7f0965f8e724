package org.passerelle.cli.corpus;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.invoicing.core.EReport;
import org.passerelle.invoicing.core.EReporting;
import org.passerelle.invoicing.core.InvoiceDocument;
import org.passerelle.invoicing.core.Seller;
import org.passerelle.kernel.DateRange;

/// The e-reports that the sellers of the corpus owe for the month: sales, and payments as if all had paid at once.
public final class CorpusReports {

    private static final DateRange MONTH = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    private static final LocalDateTime SENT = LocalDateTime.of(2026, 11, 9, 8, 0);
    private static final String PLATFORM = "0000";

    private CorpusReports() {}

    /// By name of the file.
    public static Map<String, EReport> of(Collection<InvoiceDocument> invoices) {
        var bySeller = new LinkedHashMap<Seller, List<InvoiceDocument>>();
        for (var invoice : invoices) {
            if (invoice.type().isSelfBilled()) continue; // the buyer tells
            bySeller.computeIfAbsent(invoice.seller(), _ -> new java.util.ArrayList<>())
                    .add(invoice);
        }
        var reports = new LinkedHashMap<String, EReport>();
        bySeller.forEach((seller, sold) -> {
            var siren = seller.siret().siren();
            var sales = EReporting.transactions(header(seller, "TX"), sold);
            if (!sales.isEmpty()) reports.put(siren + "-transactions", sales);
            var payments = EReporting.payments(
                    header(seller, "PA"),
                    sold.stream()
                            .map(invoice -> new EReporting.Received(invoice, invoice.issueDate(), invoice.total()))
                            .toList());
            if (!payments.isEmpty()) reports.put(siren + "-paiements", payments);
        });
        return reports;
    }

    private static EReport.Header header(Seller seller, String kind) {
        var siren = seller.siret().siren();
        return new EReport.Header(kind + "-" + siren + "-202610-1", SENT, false, PLATFORM, siren, seller.name(), MONTH);
    }
}
