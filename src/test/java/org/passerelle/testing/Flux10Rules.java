package org.passerelle.testing;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The published rules of flux 10 (annex 7 of the public portal, formats §5.2), said again by us: neither XSD nor
/// schematron of the portal comes by a registry.
public final class Flux10Rules {

    private static final Set<String> RATES = Set.of(
            "0", "0.9", "1.05", "1.75", "2.1", "5.5", "7", "8.5", "9.2", "9.6", "10", "13", "19.6", "20", "20.6");
    private static final Set<String> TYPES = Set.of(
            "261", "380", "381", "384", "386", "389", "393", "396", "471", "472", "473", "500", "501", "502", "503");
    private static final Set<String> PROCESSES =
            Set.of("B1", "S1", "M1", "B2", "S2", "M2", "B4", "S4", "M4", "S5", "S6", "B7", "S7");

    private final Document report;
    private final List<String> found = new ArrayList<>();

    private Flux10Rules(Document report) {
        this.report = report;
    }

    public static List<String> complaints(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var rules = new Flux10Rules(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        rules.document();
        rules.dates();
        rules.invoices();
        rules.days();
        return rules.found;
    }

    private void document() throws Exception {
        matches("G1.104", "/Report/ReportDocument/Id", "[a-zA-Z0-9+_/-]{1,50}");
        matches("G7.53", "/Report/ReportDocument/IssueDateTime/DateTimeString", "20\\d{12}");
        matches("G8.01", "/Report/ReportDocument/TypeCode", "IN|RE");
        matches("G6.22", "/Report/ReportDocument/Sender[Id/@schemeId='0238']/Id", ".{4}");
        matches("G7.51", "/Report/ReportDocument/Sender/RoleCode", "WK");
        matches("G6.26", "/Report/ReportDocument/Issuer[Id/@schemeId='0002']/Id", "\\d{9}");
        matches("G7.52", "/Report/ReportDocument/Issuer/RoleCode", "BY|SE");
        int reports = all("/Report/TransactionsReport").size()
                + all("/Report/PaymentsReport").size();
        if (reports != 1) found.add("G6.29 " + reports + " reports");
    }

    private void dates() throws Exception {
        for (var date :
                all("//StartDate | //EndDate | //IssueDate | //DueDate | //Transactions/Date | //Payment/Date")) {
            if (!date.getTextContent().matches("20\\d{6}")) found.add("G1.09 " + date.getTextContent());
        }
        for (var period : all("//ReportPeriod | //InvoicePeriod")) {
            if (text(period, "StartDate").compareTo(text(period, "EndDate")) >= 0) found.add("G6.25 " + period);
        }
        for (var amount : all("//TaxExclusiveAmount | //TaxAmount | //TaxableAmount | //TaxTotal | //Amount")) {
            if (!amount.getTextContent().matches("-?\\d{1,17}\\.\\d{2}")) found.add("G1.14 " + amount.getTextContent());
        }
        for (var rate : all("//TaxPercent | //Percent")) {
            if (!RATES.contains(rate.getTextContent())) found.add("G1.24 " + rate.getTextContent());
        }
    }

    private void invoices() throws Exception {
        for (var invoice : all("/Report/TransactionsReport/Invoice")) {
            var id = text(invoice, "ID");
            if (!id.matches("[a-zA-Z0-9+_/-]{1,35}")) found.add("G1.05 " + id);
            if (!TYPES.contains(text(invoice, "TypeCode"))) found.add("G1.01 " + id);
            if (!PROCESSES.contains(text(invoice, "BusinessProcess/ID"))) found.add("G1.02 " + id);
            if (!text(invoice, "BusinessProcess/TypeID").equals("urn.cpro.gouv.fr:1p0:ereporting"))
                found.add("S1.12 " + id);
            if (!text(invoice, "TaxDueDateTypeCode").matches("5|29|72")) found.add("P1.11 " + id);
            var references =
                    all(invoice, "ReferencedDocument[ID and IssueDate]").size();
            if (text(invoice, "TypeCode").matches("384|47[123]") && references != 1) found.add("G1.32 " + id);
            if (text(invoice, "TypeCode").matches("261|381|396|50[23]") && references < 1) found.add("G1.32 " + id);
            if (text(invoice, "Buyer/CompanyId").isEmpty()) found.add("G6.28 " + id);
            for (var party : List.of("Seller", "Buyer")) {
                var scheme = text(invoice, party + "/CompanyId/@schemeId");
                var value = text(invoice, party + "/CompanyId");
                boolean right = switch (scheme) {
                    case "0002" -> value.matches("\\d{9}");
                    case "0223", "0227" -> value.length() <= 18;
                    default -> false;
                };
                if (!right) found.add("G2.19 " + id + " " + party + " " + scheme + " " + value);
                if (scheme.matches("0002|0223")
                        && text(invoice, party + "/TaxRegistrationId").isEmpty()) found.add("G2.33 " + id);
                if (!text(invoice, party + "/PostalAddress/CountryId").matches("[A-Z]{2}")) found.add("G2.01 " + id);
            }
            if (!text(invoice, "MonetaryTotal/TaxAmount/@CurrencyCode").equals("EUR")) found.add("G6.23 " + id);
            sum(
                    "G1.53",
                    id,
                    text(invoice, "MonetaryTotal/TaxExclusiveAmount"),
                    all(invoice, "TaxSubTotal/TaxableAmount"));
            sum("G1.53", id, text(invoice, "MonetaryTotal/TaxAmount"), all(invoice, "TaxSubTotal/TaxAmount"));
            for (var category : all(invoice, "TaxSubTotal/TaxCategory")) {
                var code = text(category, "Code");
                if (!code.matches("S|E|AE|K|G|O|Z")) found.add("G2.31 " + id);
                if (code.equals("E")
                        && (text(category, "TaxExemptionReason").isEmpty()
                                || text(category, "TaxExemptionReasonCode").isEmpty())) found.add("G1.40 " + id);
            }
        }
    }

    private void days() throws Exception {
        var keys = new HashSet<String>();
        for (var day : all("/Report/TransactionsReport/Transactions")) {
            var key = text(day, "Date")
                    + text(day, "CategoryCode")
                    + text(day, "TransactionsCurrency")
                    + text(day, "TaxDueDateTypeCode");
            if (!keys.add(key)) found.add("twice " + key);
            if (!text(day, "CategoryCode").matches("TPS1|TLB1|TNT1|TMA1")) found.add("G1.68 " + key);
            if (!text(day, "TransactionsCount").matches("[1-9]\\d*")) found.add("count " + key);
            sum("G1.53", key, text(day, "TaxExclusiveAmount"), all(day, "TaxSubtotal/TaxableAmount"));
            sum("G1.53", key, text(day, "TaxTotal"), all(day, "TaxSubtotal/TaxTotal"));
        }
        for (var payment : all("//Payment/SubTotals")) {
            if (!text(payment, "CurrencyCode").equals("EUR")) found.add("currency");
            if (text(payment, "TaxPercent").isEmpty() || text(payment, "Amount").isEmpty()) found.add("subtotal");
        }
    }

    private void sum(String rule, String id, String total, List<Element> parts) {
        var sum = parts.stream()
                .map(part -> new BigDecimal(part.getTextContent()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(new BigDecimal(total)) != 0) found.add(rule + " " + id + " " + total + " but " + sum);
    }

    private void matches(String rule, String path, String pattern) throws Exception {
        var nodes = all(path);
        if (nodes.size() != 1 || !nodes.getFirst().getTextContent().matches(pattern)) found.add(rule + " " + path);
    }

    private List<Element> all(String path) throws Exception {
        return all(report, path);
    }

    private static List<Element> all(Node from, String path) throws Exception {
        var nodes =
                (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, from, XPathConstants.NODESET);
        var list = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) list.add((Element) nodes.item(i));
        return list;
    }

    private static String text(Node from, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, from);
    }
}
