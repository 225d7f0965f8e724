package org.passerelle.invoicing.core;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.passerelle.invoicing.core.EReport.DayPayments;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;

/// Writes an e-report as flux 10 of the public portal (formats §5.2), in its order of elements and without namespace.
public final class Flux10Writer {

    private static final String PROFILE = "urn.cpro.gouv.fr:1p0:ereporting";
    private static final String VAT = "VAT";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int NAME_IN_ID = 16;

    private final XmlOut xml;

    private Flux10Writer(XmlOut xml) {
        this.xml = xml;
    }

    /// The XML in UTF-8.
    ///
    /// @throws IllegalArgumentException when there is nothing to tell
    public static byte[] write(EReport report) {
        return XmlOut.document("Report", out -> new Flux10Writer(out).report(report));
    }

    private void report(EReport report) throws XMLStreamException {
        header(report.header());
        switch (report) {
            case EReport.Transactions transactions -> transactions(transactions);
            case EReport.Payments payments -> payments(payments);
        }
    }

    private void header(EReport.Header header) throws XMLStreamException {
        xml.start("ReportDocument");
        xml.leaf("Id", header.id());
        xml.start("IssueDateTime");
        xml.leaf("DateTimeString", MOMENT.format(header.sent()));
        xml.end();
        xml.leaf("TypeCode", header.replaces() ? "RE" : "IN");
        party("Sender", header.platform(), "0238", "Plateforme " + header.platform(), "WK");
        party("Issuer", header.issuer().value(), "0002", header.name(), "SE");
        xml.end();
    }

    private void party(String element, String id, String scheme, String name, String role) throws XMLStreamException {
        xml.start(element);
        xml.leaf("Id", id, "schemeId", scheme);
        xml.leaf("Name", name);
        xml.leaf("RoleCode", role);
        xml.end();
    }

    private void transactions(EReport.Transactions report) throws XMLStreamException {
        if (report.isEmpty()) throw new IllegalArgumentException("nothing to report");
        xml.start("TransactionsReport");
        period("ReportPeriod", report.header().period());
        for (var invoice : report.invoices()) invoice(invoice);
        for (var sales : report.sales()) sales(sales);
        xml.end();
    }

    private void period(String element, DateRange period) throws XMLStreamException {
        xml.start(element);
        xml.leaf("StartDate", day(period.start()));
        xml.leaf("EndDate", day(period.end()));
        xml.end();
    }

    private void invoice(InvoiceDocument invoice) throws XMLStreamException {
        xml.start("Invoice");
        xml.leaf("ID", invoice.number());
        xml.leaf("IssueDate", day(invoice.issueDate()));
        xml.leaf("TypeCode", invoice.type().code());
        xml.leaf("CurrencyCode", "EUR");
        xml.leaf("DueDate", day(invoice.settlement().dueDate()));
        xml.leaf(
                "TaxDueDateTypeCode",
                invoice.settlement().vatOnDebits() ? EReporting.ON_INVOICE : EReporting.ON_PAYMENT);
        xml.start("BusinessProcess");
        xml.leaf("ID", invoice.process());
        xml.leaf("TypeID", PROFILE);
        xml.end();
        for (var one : invoice.earlier()) {
            xml.start("ReferencedDocument");
            xml.leaf("ID", one.number());
            xml.leaf("IssueDate", day(one.issueDate()));
            xml.end();
        }
        seller(invoice.seller());
        buyer(invoice.buyer());
        var delivery = invoice.deliverTo();
        if (delivery != null) {
            xml.start("Delivery");
            xml.start("Location");
            xml.leaf("CountryId", delivery.country());
            xml.end();
            xml.end();
        }
        var period = invoice.period();
        if (period != null && period.start().isBefore(period.end())) period("InvoicePeriod", period);
        xml.start("MonetaryTotal");
        xml.leaf("TaxExclusiveAmount", invoice.net().toString());
        xml.leaf("TaxAmount", invoice.vat().toString(), "CurrencyCode", "EUR");
        xml.end();
        for (var group : invoice.vatGroups()) group(group);
        xml.end();
    }

    private void seller(Seller seller) throws XMLStreamException {
        xml.start("Seller");
        xml.leaf("CompanyId", seller.siret().siren().value(), "schemeId", "0002");
        var vat = seller.vat();
        if (vat != null) xml.leaf("TaxRegistrationId", vat.value(), "qualifyingId", VAT);
        country(seller.address().country());
        xml.end();
    }

    // 0223: a VAT number of the Union; 0227: elsewhere, the country and the first letters of the name (G2.19).
    private void buyer(Buyer buyer) throws XMLStreamException {
        xml.start("Buyer");
        var siren = buyer.siren();
        var vat = buyer.vat();
        if (siren != null) xml.leaf("CompanyId", siren.value(), "schemeId", "0002");
        else if (vat != null) xml.leaf("CompanyId", vat.value(), "schemeId", "0223");
        else xml.leaf("CompanyId", foreignId(buyer), "schemeId", "0227");
        if (vat != null) xml.leaf("TaxRegistrationId", vat.value(), "qualifyingId", VAT);
        country(buyer.address().country());
        xml.end();
    }

    private static String foreignId(Buyer buyer) {
        var letters = Normalizer.normalize(buyer.name(), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toUpperCase(Locale.ROOT);
        return buyer.address().country() + letters.substring(0, Math.min(NAME_IN_ID, letters.length()));
    }

    private void country(String country) throws XMLStreamException {
        xml.start("PostalAddress");
        xml.leaf("CountryId", country);
        xml.end();
    }

    private void group(VatGroup group) throws XMLStreamException {
        xml.start("TaxSubTotal");
        xml.leaf("TaxableAmount", group.base().toString());
        xml.leaf("TaxAmount", group.vat().toString());
        xml.start("TaxCategory");
        xml.leaf("Code", group.category().name());
        if (group.category().hasRate()) xml.leaf("Percent", group.rate().toString());
        var exemption = group.exemption();
        if (exemption != null) {
            xml.leaf("TaxExemptionReason", exemption.reason());
            xml.leaf("TaxExemptionReasonCode", exemption.code());
        }
        xml.end();
        xml.end();
    }

    private void sales(EReport.DaySales sales) throws XMLStreamException {
        xml.start("Transactions");
        xml.leaf("Date", day(sales.day()));
        xml.leaf("TransactionsCurrency", "EUR");
        xml.leaf("TaxDueDateTypeCode", sales.vatDue());
        xml.leaf("CategoryCode", sales.category());
        xml.leaf("TaxExclusiveAmount", sales.net().toString());
        xml.leaf("TaxTotal", sales.vat().toString());
        xml.leaf("TransactionsCount", Integer.toString(sales.count()));
        for (var share : sales.shares()) {
            xml.start("TaxSubtotal");
            xml.leaf("TaxPercent", share.rate().toString());
            xml.leaf("TaxableAmount", share.base().toString());
            xml.leaf("TaxTotal", share.vat().toString());
            xml.end();
        }
        xml.end();
    }

    private void payments(EReport.Payments report) throws XMLStreamException {
        if (report.isEmpty()) throw new IllegalArgumentException("nothing to report");
        xml.start("PaymentsReport");
        period("ReportPeriod", report.header().period());
        for (var one : report.invoices()) {
            xml.start("Invoice");
            xml.leaf("InvoiceID", one.number());
            xml.leaf("IssueDate", day(one.issued()));
            payment(one.payment());
            xml.end();
        }
        for (var one : report.days()) {
            xml.start("Transactions");
            payment(one);
            xml.end();
        }
        xml.end();
    }

    private void payment(DayPayments payment) throws XMLStreamException {
        xml.start("Payment");
        xml.leaf("Date", day(payment.day()));
        for (var share : new TreeMap<>(payment.amounts()).entrySet()) {
            Money amount = share.getValue();
            xml.start("SubTotals");
            xml.leaf("TaxPercent", share.getKey().toString());
            xml.leaf("CurrencyCode", "EUR");
            xml.leaf("Amount", amount.toString());
            xml.end();
        }
        xml.end();
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
