package org.passerelle.invoicing.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.platform.xml.SafeXml;

/// Reads an invoice that a supplier sent: Factur-X, CII or UBL (formats §4). Elements are known by local name. What is
/// hostile (DOCTYPE, depth, size), no invoice, or does not add up is refused in words, and nothing of it is kept.
public final class InvoiceReader {

    /// Largest file, in bytes.
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Set<String> ATTACHMENTS = Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");
    private static final Set<String> LINES =
            Set.of("IncludedSupplyChainTradeLineItem", "InvoiceLine", "CreditNoteLine");
    private static final String CII = "CrossIndustryInvoice";
    private static final int MOST_LINES = 10_000;

    private final Map<String, String> head = new HashMap<>();
    private final List<Map<String, String>> lines = new ArrayList<>();

    private InvoiceReader() {}

    /// @throws InvalidValue `invoice.size`, `invoice.unreadable`, `invoice.unknown`, `invoice.missing` or
    /// `invoice.sums`
    public static IncomingInvoice read(byte[] file) {
        if (file.length > LARGEST) throw new InvalidValue("invoice.size", Integer.toString(file.length));
        return new InvoiceReader().invoice(isPdf(file) ? attached(file) : file);
    }

    private static boolean isPdf(byte[] file) {
        return file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
    }

    // The first attachment under one of the names that the format knows; the page is not looked at.
    private static byte[] attached(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var names = document.getDocumentCatalog().getNames();
            var files = names == null || names.getEmbeddedFiles() == null
                    ? null
                    : names.getEmbeddedFiles().getNames();
            if (files != null) {
                for (var file : files.entrySet()) {
                    if (!ATTACHMENTS.contains(file.getKey())) continue;
                    var embedded = file.getValue().getEmbeddedFile();
                    if (embedded == null) break;
                    try (var content = embedded.createInputStream()) {
                        var bytes = content.readNBytes(LARGEST + 1);
                        if (bytes.length > LARGEST) throw new InvalidValue("invoice.size", file.getKey());
                        return bytes;
                    }
                }
            }
        } catch (IOException e) {
            throw new InvalidValue("invoice.unreadable", "PDF");
        }
        throw new InvalidValue("invoice.unknown", "PDF");
    }

    private IncomingInvoice invoice(byte[] xml) {
        String root;
        try {
            root = gather(SafeXml.reader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            throw new InvalidValue("invoice.unreadable", "XML");
        }
        return switch (root) {
            case CII -> cii();
            case "Invoice", "CreditNote" -> ubl(root);
            default -> throw new InvalidValue("invoice.unknown", root.substring(0, Math.min(40, root.length())));
        };
    }

    // Leaves by their path below the root, the first of each; those of a line on their own.
    private String gather(XMLStreamReader reader) throws XMLStreamException {
        var path = new ArrayDeque<String>();
        var text = new StringBuilder();
        var root = "";
        Map<String, String> line = null;
        var lineStart = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    if (root.isEmpty()) root = name;
                    else path.addLast(name);
                    text.setLength(0);
                    if (line == null && LINES.contains(name)) {
                        line = new HashMap<>();
                        lineStart = path.size();
                        if (lines.size() >= MOST_LINES) throw new InvalidValue("invoice.size", "lines");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    var value = text.toString().strip();
                    if (!value.isEmpty()) {
                        if (line == null) head.putIfAbsent(String.join("/", path), value);
                        else line.putIfAbsent(below(path, lineStart), value);
                    }
                    text.setLength(0);
                    if (line != null && path.size() == lineStart) {
                        lines.add(line);
                        line = null;
                    }
                    if (!path.isEmpty()) path.removeLast();
                }
                default -> {}
            }
        }
        return root;
    }

    private static String below(ArrayDeque<String> path, int from) {
        return String.join("/", path.stream().skip(from).toList());
    }

    private IncomingInvoice cii() {
        var deal = "SupplyChainTradeTransaction/";
        var seller = deal + "ApplicableHeaderTradeAgreement/SellerTradeParty/";
        var buyer = deal + "ApplicableHeaderTradeAgreement/BuyerTradeParty/";
        var money = deal + "ApplicableHeaderTradeSettlement/";
        var sums = money + "SpecifiedTradeSettlementHeaderMonetarySummation/";
        var read = new ArrayList<IncomingInvoice.Line>();
        for (var line : lines) {
            read.add(new IncomingInvoice.Line(
                    must(line, "SpecifiedTradeProduct/Name"),
                    number(must(line, "SpecifiedLineTradeDelivery/BilledQuantity")),
                    amount(
                            must(
                                    line,
                                    "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount")),
                    line.getOrDefault("SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent", "")));
        }
        var dueDate = head.get(money + "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString");
        return checked(new IncomingInvoice(
                "CII",
                must(head, "ExchangedDocument/ID"),
                must(head, "ExchangedDocument/TypeCode"),
                basic(must(head, "ExchangedDocument/IssueDateTime/DateTimeString")),
                dueDate == null ? null : basic(dueDate),
                must(head, seller + "Name"),
                first(seller + "SpecifiedLegalOrganization/ID", seller + "SpecifiedTaxRegistration/ID"),
                must(head, buyer + "Name"),
                first(buyer + "SpecifiedLegalOrganization/ID", buyer + "SpecifiedTaxRegistration/ID"),
                must(head, money + "InvoiceCurrencyCode"),
                amount(must(head, sums + "TaxBasisTotalAmount")),
                amount(head.getOrDefault(sums + "TaxTotalAmount", "0.00")),
                amount(must(head, sums + "GrandTotalAmount")),
                amount(must(head, sums + "DuePayableAmount")),
                read));
    }

    private IncomingInvoice ubl(String root) {
        boolean credit = root.equals("CreditNote");
        var seller = "AccountingSupplierParty/Party/";
        var buyer = "AccountingCustomerParty/Party/";
        var read = new ArrayList<IncomingInvoice.Line>();
        for (var line : lines) {
            read.add(new IncomingInvoice.Line(
                    must(line, "Item/Name"),
                    number(must(line, credit ? "CreditedQuantity" : "InvoicedQuantity")),
                    amount(must(line, "LineExtensionAmount")),
                    line.getOrDefault("Item/ClassifiedTaxCategory/Percent", "")));
        }
        var dueDate = first("DueDate", "PaymentMeans/PaymentDueDate");
        return checked(new IncomingInvoice(
                "UBL",
                must(head, "ID"),
                must(head, root + "TypeCode"),
                day(must(head, "IssueDate"), DateTimeFormatter.ISO_LOCAL_DATE),
                dueDate.isEmpty() ? null : day(dueDate, DateTimeFormatter.ISO_LOCAL_DATE),
                first(seller + "PartyLegalEntity/RegistrationName", seller + "PartyName/Name"),
                first(seller + "PartyLegalEntity/CompanyID", seller + "PartyTaxScheme/CompanyID"),
                first(buyer + "PartyLegalEntity/RegistrationName", buyer + "PartyName/Name"),
                first(buyer + "PartyLegalEntity/CompanyID", buyer + "PartyTaxScheme/CompanyID"),
                must(head, "DocumentCurrencyCode"),
                amount(must(head, "LegalMonetaryTotal/TaxExclusiveAmount")),
                amount(head.getOrDefault("TaxTotal/TaxAmount", "0.00")),
                amount(must(head, "LegalMonetaryTotal/TaxInclusiveAmount")),
                amount(must(head, "LegalMonetaryTotal/PayableAmount")),
                read));
    }

    // BR-CO-15: what it asks for must be what it says.
    private static IncomingInvoice checked(IncomingInvoice invoice) {
        if (!invoice.net().plus(invoice.vat()).equals(invoice.total())) {
            throw new InvalidValue("invoice.sums", invoice.number());
        }
        if (invoice.lines().isEmpty()) throw new InvalidValue("invoice.missing", "lines");
        return invoice;
    }

    private String first(String... paths) {
        for (var path : paths) {
            var value = head.get(path);
            if (value != null) return value;
        }
        return "";
    }

    private static String must(Map<String, String> values, String path) {
        String value = values.get(path);
        if (value == null) throw new InvalidValue("invoice.missing", path.substring(path.lastIndexOf('/') + 1));
        return value;
    }

    private static Money amount(@Nullable String text) {
        var number = number(text);
        if (number.stripTrailingZeros().scale() > 2) throw new InvalidValue("invoice.sums", number.toPlainString());
        return Money.of(number);
    }

    private static BigDecimal number(@Nullable String text) {
        if (text == null || !text.matches("-?[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            throw new InvalidValue("invoice.unreadable", "number");
        }
        return new BigDecimal(text);
    }

    private static LocalDate basic(String text) {
        return day(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static LocalDate day(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            throw new InvalidValue("invoice.unreadable", "date");
        }
    }
}
