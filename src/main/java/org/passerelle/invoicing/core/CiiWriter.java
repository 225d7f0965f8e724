package org.passerelle.invoicing.core;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;

/// Writes an invoice as UN/CEFACT Cross Industry Invoice D22B in the profile EN 16931. The order of the elements is
/// that of the schema and may not be changed. Characters that XML 1.0 cannot hold are replaced, never an exception.
public final class CiiWriter {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final String RSM = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    private static final String RAM =
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    private static final String QDT = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100";
    private static final String UDT = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";
    private static final String PROFILE = "urn:cen.eu:en16931:2017";
    private static final String CURRENCY = "EUR";
    private static final String SIREN_SCHEME = "0002";
    private static final String SIRET_SCHEME = "0009";
    private static final String VAT_ON_PAYMENT = "72";
    private static final String VAT_ON_INVOICE = "5";

    private final InvoiceDocument invoice;
    private final XMLStreamWriter xml;

    private CiiWriter(InvoiceDocument invoice, XMLStreamWriter xml) {
        this.invoice = invoice;
        this.xml = xml;
    }

    /// The XML in UTF-8.
    public static byte[] write(InvoiceDocument invoice) {
        var out = new ByteArrayOutputStream(8192);
        try {
            var xml = XML.createXMLStreamWriter(out, "UTF-8");
            new CiiWriter(invoice, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("in-memory XML", e);
        }
        return out.toByteArray();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rsm:CrossIndustryInvoice");
        xml.writeAttribute("xmlns:rsm", RSM);
        xml.writeAttribute("xmlns:ram", RAM);
        xml.writeAttribute("xmlns:qdt", QDT);
        xml.writeAttribute("xmlns:udt", UDT);
        context();
        header();
        xml.writeStartElement("rsm:SupplyChainTradeTransaction");
        var items = invoice.items();
        for (int i = 0; i < items.size(); i++) line(i + 1, items.get(i));
        agreement();
        delivery();
        settlement();
        end();
        end();
        xml.writeEndDocument();
    }

    private void context() throws XMLStreamException {
        xml.writeStartElement("rsm:ExchangedDocumentContext");
        start("BusinessProcessSpecifiedDocumentContextParameter");
        leaf("ID", invoice.process());
        end();
        start("GuidelineSpecifiedDocumentContextParameter");
        leaf("ID", PROFILE);
        end();
        end();
    }

    private void header() throws XMLStreamException {
        xml.writeStartElement("rsm:ExchangedDocument");
        leaf("ID", invoice.number());
        leaf("TypeCode", invoice.type().code());
        date("IssueDateTime", "udt", invoice.issueDate());
        for (var note : invoice.notes()) note(note.text(), note.subject());
        note(invoice.audience().name(), "BAR");
        end();
    }

    private void note(String text, String subject) throws XMLStreamException {
        start("IncludedNote");
        leaf("Content", text);
        leaf("SubjectCode", subject);
        end();
    }

    private void line(int number, InvoiceItem item) throws XMLStreamException {
        start("IncludedSupplyChainTradeLineItem");
        start("AssociatedDocumentLineDocument");
        leaf("LineID", Integer.toString(number));
        end();
        start("SpecifiedTradeProduct");
        leaf("Name", item.label());
        leaf("Description", item.description());
        end();
        start("SpecifiedLineTradeAgreement");
        start("NetPriceProductTradePrice");
        leaf("ChargeAmount", item.unitPrice().value().toPlainString());
        end();
        end();
        start("SpecifiedLineTradeDelivery");
        leaf("BilledQuantity", item.quantity().toPlainString(), "unitCode", item.unitCode());
        end();
        start("SpecifiedLineTradeSettlement");
        start("ApplicableTradeTax");
        leaf("TypeCode", "VAT");
        leaf("CategoryCode", item.vatCategory().name());
        rate(item.vatCategory(), item.vatRate());
        end();
        period(item.period());
        start("SpecifiedTradeSettlementLineMonetarySummation");
        money("LineTotalAmount", item.net());
        end();
        end();
        end();
    }

    private void agreement() throws XMLStreamException {
        start("ApplicableHeaderTradeAgreement");
        leaf("BuyerReference", invoice.buyerReference());
        seller(invoice.seller());
        buyer(invoice.buyer());
        referenced("BuyerOrderReferencedDocument", invoice.orderReference());
        referenced("ContractReferencedDocument", invoice.contractReference());
        end();
    }

    private void seller(Seller seller) throws XMLStreamException {
        start("SellerTradeParty");
        siret(seller.siret());
        leaf("Name", seller.name());
        leaf("Description", seller.legalLine());
        legal(seller.siret().siren().value());
        if (!seller.email().isBlank()) {
            start("DefinedTradeContact");
            start("EmailURIUniversalCommunication");
            leaf("URIID", seller.email());
            end();
            end();
        }
        address(seller.address());
        electronic(ElectronicAddress.of(seller));
        var vat = seller.vat();
        if (vat == null || invoice.isOutsideVat())
            registration(seller.siret().siren().value(), "FC");
        else registration(vat.value(), "VA");
        end();
    }

    private void buyer(Buyer buyer) throws XMLStreamException {
        start("BuyerTradeParty");
        var siret = buyer.siret();
        if (siret != null) siret(siret);
        leaf("Name", buyer.name());
        var siren = buyer.siren();
        if (siren != null) legal(siren.value());
        address(buyer.address());
        electronic(ElectronicAddress.of(buyer));
        VatNumber vat = buyer.vat();
        if (vat != null && !invoice.isOutsideVat()) registration(vat.value(), "VA");
        end();
    }

    private void siret(Siret siret) throws XMLStreamException {
        leaf("GlobalID", siret.value(), "schemeID", SIRET_SCHEME);
    }

    private void legal(String siren) throws XMLStreamException {
        start("SpecifiedLegalOrganization");
        leaf("ID", siren, "schemeID", SIREN_SCHEME);
        end();
    }

    private void registration(String id, String scheme) throws XMLStreamException {
        start("SpecifiedTaxRegistration");
        leaf("ID", id, "schemeID", scheme);
        end();
    }

    private void address(PostalAddress address) throws XMLStreamException {
        start("PostalTradeAddress");
        leaf("PostcodeCode", address.postcode());
        leaf("LineOne", address.line1());
        leaf("LineTwo", address.line2());
        leaf("CityName", address.city());
        leaf("CountryID", address.country());
        end();
    }

    private void electronic(@Nullable ElectronicAddress address) throws XMLStreamException {
        if (address == null) return;
        start("URIUniversalCommunication");
        leaf("URIID", address.value(), "schemeID", address.scheme());
        end();
    }

    private void referenced(String element, String id) throws XMLStreamException {
        if (id.isBlank()) return;
        start(element);
        leaf("IssuerAssignedID", id);
        end();
    }

    private void delivery() throws XMLStreamException {
        var address = invoice.deliverTo();
        if (address == null) {
            xml.writeEmptyElement("ram:ApplicableHeaderTradeDelivery");
            return;
        }
        start("ApplicableHeaderTradeDelivery");
        start("ShipToTradeParty");
        address(address);
        end();
        end();
    }

    private void settlement() throws XMLStreamException {
        var settlement = invoice.settlement();
        var mandate = settlement.mandate();
        var payee = settlement.payee();
        start("ApplicableHeaderTradeSettlement");
        if (mandate != null) leaf("CreditorReferenceID", mandate.creditor());
        leaf("PaymentReference", invoice.paymentReference());
        leaf("InvoiceCurrencyCode", CURRENCY);
        if (payee != null) {
            start("PayeeTradeParty");
            leaf("Name", payee.name());
            legal(payee.siren().value());
            end();
        }
        paymentMeans(settlement);
        for (var group : invoice.vatGroups()) tax(group, settlement.vatOnDebits());
        period(invoice.period());
        start("SpecifiedTradePaymentTerms");
        date("DueDateDateTime", "udt", settlement.dueDate());
        if (mandate != null) leaf("DirectDebitMandateID", mandate.reference());
        end();
        summation(settlement.paid());
        earlier(invoice.earlier());
        end();
    }

    private void paymentMeans(Settlement settlement) throws XMLStreamException {
        var iban = settlement.iban();
        var mandate = settlement.mandate();
        boolean transfer = settlement.means() == PaymentMeans.TRANSFER;
        if (transfer && iban == null) return;
        start("SpecifiedTradeSettlementPaymentMeans");
        leaf("TypeCode", settlement.means().code());
        if (mandate != null) {
            start("PayerPartyDebtorFinancialAccount");
            leaf("IBANID", mandate.debtor().value());
            end();
        }
        if (!transfer || iban == null) {
            end();
            return;
        }
        start("PayeePartyCreditorFinancialAccount");
        leaf("IBANID", iban.value());
        end();
        if (!settlement.bic().isBlank()) {
            start("PayeeSpecifiedCreditorFinancialInstitution");
            leaf("BICID", settlement.bic());
            end();
        }
        end();
    }

    private void tax(VatGroup group, boolean onDebits) throws XMLStreamException {
        start("ApplicableTradeTax");
        money("CalculatedAmount", group.vat());
        leaf("TypeCode", "VAT");
        var exemption = group.exemption();
        if (exemption != null) leaf("ExemptionReason", exemption.reason());
        money("BasisAmount", group.base());
        leaf("CategoryCode", group.category().name());
        if (exemption != null) leaf("ExemptionReasonCode", exemption.code());
        leaf("DueDateTypeCode", onDebits ? VAT_ON_INVOICE : VAT_ON_PAYMENT);
        rate(group.category(), group.rate());
        end();
    }

    private void summation(Money paid) throws XMLStreamException {
        var net = invoice.net();
        start("SpecifiedTradeSettlementHeaderMonetarySummation");
        money("LineTotalAmount", net);
        money("TaxBasisTotalAmount", net);
        leaf("TaxTotalAmount", invoice.vat().toString(), "currencyID", CURRENCY);
        money("GrandTotalAmount", invoice.total());
        if (!paid.isZero()) money("TotalPrepaidAmount", paid);
        money("DuePayableAmount", invoice.due());
        end();
    }

    private void earlier(List<EarlierInvoice> invoices) throws XMLStreamException {
        for (var one : invoices) {
            start("InvoiceReferencedDocument");
            leaf("IssuerAssignedID", one.number());
            date("FormattedIssueDateTime", "qdt", one.issueDate());
            end();
        }
    }

    private void period(@Nullable DateRange period) throws XMLStreamException {
        if (period == null) return;
        start("BillingSpecifiedPeriod");
        date("StartDateTime", "udt", period.start());
        date("EndDateTime", "udt", period.end());
        end();
    }

    private void date(String element, String prefix, LocalDate day) throws XMLStreamException {
        start(element);
        xml.writeStartElement(prefix + ":DateTimeString");
        xml.writeAttribute("format", "102");
        xml.writeCharacters(DateTimeFormatter.BASIC_ISO_DATE.format(day));
        end();
        end();
    }

    private void rate(VatCategory category, Rate rate) throws XMLStreamException {
        if (category.hasRate()) leaf("RateApplicablePercent", rate.toString());
    }

    private void money(String element, Money money) throws XMLStreamException {
        leaf(element, money.toString());
    }

    private void start(String element) throws XMLStreamException {
        xml.writeStartElement("ram:" + element);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /// Nothing for an empty text: EN 16931 forbids empty elements.
    private void leaf(String element, String text) throws XMLStreamException {
        if (text.isBlank()) return;
        start(element);
        xml.writeCharacters(XmlText.clean(text));
        end();
    }

    private void leaf(String element, String text, String attribute, String value) throws XMLStreamException {
        start(element);
        xml.writeAttribute(attribute, value);
        xml.writeCharacters(XmlText.clean(text));
        end();
    }
}
