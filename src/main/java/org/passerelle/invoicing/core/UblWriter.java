package org.passerelle.invoicing.core;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.VatNumber;

/// Writes an invoice as OASIS UBL 2.1, profile EN 16931: an Invoice, or a CreditNote for the types that give back. The
/// order of the elements is that of the schema and may not be changed. It says what [CiiWriter] says.
public final class UblWriter {

    private static final String DOCUMENT = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String PROFILE = "urn:cen.eu:en16931:2017";
    private static final String VAT_ON_PAYMENT = "432";
    private static final String VAT_ON_INVOICE = "3";
    private static final String MEANS_UNDEFINED = "1";

    private final InvoiceDocument invoice;
    private final boolean credit;
    private final XmlOut xml;

    private UblWriter(InvoiceDocument invoice, XmlOut xml) {
        this.invoice = invoice;
        this.credit = invoice.type().isUblCreditNote();
        this.xml = xml;
    }

    /// The XML in UTF-8.
    public static byte[] write(InvoiceDocument invoice) {
        var root = invoice.type().isUblCreditNote() ? "CreditNote" : "Invoice";
        return XmlOut.document(
                root,
                out -> new UblWriter(invoice, out).document(),
                "xmlns",
                DOCUMENT + root + "-2",
                "xmlns:cac",
                DOCUMENT + "CommonAggregateComponents-2",
                "xmlns:cbc",
                DOCUMENT + "CommonBasicComponents-2");
    }

    private void document() throws XMLStreamException {
        var settlement = invoice.settlement();
        xml.leaf("cbc:CustomizationID", PROFILE);
        xml.leaf("cbc:ProfileID", invoice.process());
        xml.leaf("cbc:ID", invoice.number());
        xml.leaf("cbc:IssueDate", invoice.issueDate().toString());
        if (!credit) xml.leaf("cbc:DueDate", settlement.dueDate().toString());
        xml.leaf(
                credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode",
                invoice.type().code());
        for (var note : invoice.notes()) xml.leaf("cbc:Note", "#" + note.subject() + "#" + note.text());
        xml.leaf("cbc:Note", "#BAR#" + invoice.audience().name());
        xml.leaf("cbc:DocumentCurrencyCode", "EUR");
        xml.leaf("cbc:BuyerReference", invoice.buyerReference());
        period(invoice.period(), settlement.vatOnDebits() ? VAT_ON_INVOICE : VAT_ON_PAYMENT);
        reference("cac:OrderReference", invoice.orderReference());
        for (var one : invoice.earlier()) {
            xml.start("cac:BillingReference");
            xml.start("cac:InvoiceDocumentReference");
            xml.leaf("cbc:ID", one.number());
            xml.leaf("cbc:IssueDate", one.issueDate().toString());
            xml.end();
            xml.end();
        }
        reference("cac:ContractDocumentReference", invoice.contractReference());
        seller(invoice.seller(), settlement);
        buyer(invoice.buyer());
        payee(settlement.payee());
        delivery(invoice.deliverTo());
        means(settlement);
        taxes();
        totals();
        var items = invoice.items();
        for (int i = 0; i < items.size(); i++) line(i + 1, items.get(i));
    }

    private void reference(String element, String id) throws XMLStreamException {
        if (id.isBlank()) return;
        xml.start(element);
        xml.leaf("cbc:ID", id);
        xml.end();
    }

    private void period(@Nullable DateRange period, String vatDue) throws XMLStreamException {
        xml.start("cac:InvoicePeriod");
        if (period != null) {
            xml.leaf("cbc:StartDate", period.start().toString());
            xml.leaf("cbc:EndDate", period.end().toString());
        }
        xml.leaf("cbc:DescriptionCode", vatDue);
        xml.end();
    }

    private void seller(Seller seller, Settlement settlement) throws XMLStreamException {
        xml.start("cac:AccountingSupplierParty");
        xml.start("cac:Party");
        electronic(ElectronicAddress.of(seller));
        identification(seller.siret().value(), "0009");
        var mandate = settlement.mandate();
        if (mandate != null) identification(mandate.creditor(), "SEPA");
        address("cac:PostalAddress", seller.address());
        var vat = invoice.isOutsideVat() ? null : seller.vat();
        if (vat == null) taxScheme(seller.siret().siren().value(), "TAX");
        else taxScheme(vat.value(), "VAT");
        xml.start("cac:PartyLegalEntity");
        xml.leaf("cbc:RegistrationName", seller.name());
        xml.leaf("cbc:CompanyID", seller.siret().siren().value(), "schemeID", "0002");
        xml.leaf("cbc:CompanyLegalForm", seller.legalLine());
        xml.end();
        if (!seller.email().isBlank()) {
            xml.start("cac:Contact");
            xml.leaf("cbc:ElectronicMail", seller.email());
            xml.end();
        }
        xml.end();
        xml.end();
    }

    private void buyer(Buyer buyer) throws XMLStreamException {
        xml.start("cac:AccountingCustomerParty");
        xml.start("cac:Party");
        var electronic = ElectronicAddress.of(buyer);
        if (electronic != null) electronic(electronic);
        var siret = buyer.siret();
        if (siret != null) identification(siret.value(), "0009");
        address("cac:PostalAddress", buyer.address());
        VatNumber vat = buyer.vat();
        if (vat != null && !invoice.isOutsideVat()) taxScheme(vat.value(), "VAT");
        xml.start("cac:PartyLegalEntity");
        xml.leaf("cbc:RegistrationName", buyer.name());
        var siren = buyer.siren();
        if (siren != null) xml.leaf("cbc:CompanyID", siren.value(), "schemeID", "0002");
        xml.end();
        xml.end();
        xml.end();
    }

    private void electronic(ElectronicAddress address) throws XMLStreamException {
        xml.leaf("cbc:EndpointID", address.value(), "schemeID", address.scheme());
    }

    private void identification(String id, String scheme) throws XMLStreamException {
        xml.start("cac:PartyIdentification");
        xml.leaf("cbc:ID", id, "schemeID", scheme);
        xml.end();
    }

    private void taxScheme(String id, String scheme) throws XMLStreamException {
        xml.start("cac:PartyTaxScheme");
        xml.leaf("cbc:CompanyID", id);
        scheme(scheme);
        xml.end();
    }

    private void scheme(String id) throws XMLStreamException {
        xml.start("cac:TaxScheme");
        xml.leaf("cbc:ID", id);
        xml.end();
    }

    private void address(String element, PostalAddress address) throws XMLStreamException {
        xml.start(element);
        xml.leaf("cbc:StreetName", address.line1());
        xml.leaf("cbc:AdditionalStreetName", address.line2());
        xml.leaf("cbc:CityName", address.city());
        xml.leaf("cbc:PostalZone", address.postcode());
        xml.start("cac:Country");
        xml.leaf("cbc:IdentificationCode", address.country());
        xml.end();
        xml.end();
    }

    private void payee(@Nullable Payee payee) throws XMLStreamException {
        if (payee == null) return;
        xml.start("cac:PayeeParty");
        xml.start("cac:PartyName");
        xml.leaf("cbc:Name", payee.name());
        xml.end();
        xml.start("cac:PartyLegalEntity");
        xml.leaf("cbc:CompanyID", payee.siren().value(), "schemeID", "0002");
        xml.end();
        xml.end();
    }

    private void delivery(@Nullable PostalAddress address) throws XMLStreamException {
        if (address == null) return;
        xml.start("cac:Delivery");
        xml.start("cac:DeliveryLocation");
        address("cac:Address", address);
        xml.end();
        xml.end();
    }

    // A credit note has its day to pay inside the means of payment.
    private void means(Settlement settlement) throws XMLStreamException {
        var iban = settlement.iban();
        boolean transfer = settlement.means() == PaymentMeans.TRANSFER;
        if (transfer && iban == null && !credit) return;
        xml.start("cac:PaymentMeans");
        xml.leaf(
                "cbc:PaymentMeansCode",
                transfer && iban == null ? MEANS_UNDEFINED : settlement.means().code());
        if (credit) xml.leaf("cbc:PaymentDueDate", settlement.dueDate().toString());
        xml.leaf("cbc:PaymentID", invoice.paymentReference());
        if (transfer && iban != null) {
            xml.start("cac:PayeeFinancialAccount");
            xml.leaf("cbc:ID", iban.value());
            if (!settlement.bic().isBlank()) {
                xml.start("cac:FinancialInstitutionBranch");
                xml.leaf("cbc:ID", settlement.bic());
                xml.end();
            }
            xml.end();
        }
        var mandate = settlement.mandate();
        if (mandate != null) {
            xml.start("cac:PaymentMandate");
            xml.leaf("cbc:ID", mandate.reference());
            xml.start("cac:PayerFinancialAccount");
            xml.leaf("cbc:ID", mandate.debtor().value());
            xml.end();
            xml.end();
        }
        xml.end();
    }

    private void taxes() throws XMLStreamException {
        xml.start("cac:TaxTotal");
        xml.money("cbc:TaxAmount", invoice.vat());
        for (var group : invoice.vatGroups()) {
            xml.start("cac:TaxSubtotal");
            xml.money("cbc:TaxableAmount", group.base());
            xml.money("cbc:TaxAmount", group.vat());
            category("cac:TaxCategory", group.category(), group.rate(), group.exemption());
            xml.end();
        }
        xml.end();
    }

    private void category(String element, VatCategory category, Rate rate, @Nullable Exemption exemption)
            throws XMLStreamException {
        xml.start(element);
        xml.leaf("cbc:ID", category.name());
        if (category.hasRate()) xml.leaf("cbc:Percent", rate.toString());
        if (exemption != null) {
            xml.leaf("cbc:TaxExemptionReasonCode", exemption.code());
            xml.leaf("cbc:TaxExemptionReason", exemption.reason());
        }
        scheme("VAT");
        xml.end();
    }

    private void totals() throws XMLStreamException {
        xml.start("cac:LegalMonetaryTotal");
        xml.money("cbc:LineExtensionAmount", invoice.net());
        xml.money("cbc:TaxExclusiveAmount", invoice.net());
        xml.money("cbc:TaxInclusiveAmount", invoice.total());
        var paid = invoice.settlement().paid();
        if (!paid.isZero()) xml.money("cbc:PrepaidAmount", paid);
        xml.money("cbc:PayableAmount", invoice.due());
        xml.end();
    }

    private void line(int number, InvoiceItem item) throws XMLStreamException {
        xml.start(credit ? "cac:CreditNoteLine" : "cac:InvoiceLine");
        xml.leaf("cbc:ID", Integer.toString(number));
        xml.leaf(
                credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                item.quantity().toPlainString(),
                "unitCode",
                item.unitCode());
        xml.money("cbc:LineExtensionAmount", item.net());
        var period = item.period();
        if (period != null) {
            xml.start("cac:InvoicePeriod");
            xml.leaf("cbc:StartDate", period.start().toString());
            xml.leaf("cbc:EndDate", period.end().toString());
            xml.end();
        }
        xml.start("cac:Item");
        xml.leaf("cbc:Description", item.description());
        xml.leaf("cbc:Name", item.label());
        category("cac:ClassifiedTaxCategory", item.vatCategory(), item.vatRate(), null);
        xml.end();
        xml.start("cac:Price");
        xml.leaf("cbc:PriceAmount", item.unitPrice().value().toPlainString(), "currencyID", "EUR");
        xml.end();
        xml.end();
    }
}
