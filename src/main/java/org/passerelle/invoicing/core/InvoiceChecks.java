package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.documents.pdf.French;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;

/// Everything that would make an invoice bounce, asked before a number is taken: the rules of EN 16931 and BR-FR that
/// our own data can break, and the mentions that French law wants. All obstacles are gathered, in the order of the
/// page. Keys of SIREN, SIRET, VAT number and IBAN were checked when those values were made.
public final class InvoiceChecks {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9+\\-_/]{1,35}");
    private static final Pattern ELECTRONIC = Pattern.compile("[A-Za-z0-9\\-_.+]{1,125}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,100}@[^@\\s]{1,150}");

    /// BR-FR-16: the values that the format admits, past and present. Which of them is due is for the law to say.
    private static final Set<String> RATES = Set.of(
            "0", "0.9", "1.05", "1.75", "2.1", "5.5", "7", "8.5", "9.2", "9.6", "10", "13", "19.6", "20", "20.6");

    /// BR-FR-08.
    private static final Set<String> PROCESSES =
            Set.of("B1", "S1", "M1", "B2", "S2", "M2", "S3", "B4", "S4", "M4", "S5", "S6", "B7", "S7");

    private static final int QUANTITY_DECIMALS = 4;
    private static final int PRICE_DECIMALS = 6;
    private static final int LONGEST_AMOUNT = 19;

    private final InvoiceDocument invoice;
    private final List<Obstacle> found = new ArrayList<>();

    private InvoiceChecks(InvoiceDocument invoice) {
        this.invoice = invoice;
    }

    /// Empty when nothing stands in the way. A draft without number is asked everything else.
    public static List<Obstacle> obstacles(InvoiceDocument invoice) {
        var checks = new InvoiceChecks(invoice);
        checks.heading();
        checks.seller();
        checks.buyer();
        checks.audience();
        checks.items();
        checks.earlier();
        checks.settlement();
        checks.notes();
        checks.mentions();
        return List.copyOf(checks.found);
    }

    private void heading() {
        var number = invoice.number();
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            refuse("number", "number.format", "BR-FR-01", Map.of("number", shown(number)));
        }
        year("issueDate", invoice.issueDate());
        if (!PROCESSES.contains(invoice.process())) {
            refuse("process", "process.unknown", "BR-FR-08", Map.of("process", shown(invoice.process())));
        }
        if (invoice.type().isDeposit() && invoice.process().endsWith("4")) {
            refuse("process", "process.deposit", "BR-FR-CO-08", Map.of("process", invoice.process()));
        }
        text("buyerReference", invoice.buyerReference());
        text("orderReference", invoice.orderReference());
        text("contractReference", invoice.contractReference());
    }

    private void seller() {
        var seller = invoice.seller();
        required("seller.name", seller.name(), "IN-10");
        text("seller.legalLine", seller.legalLine());
        text("seller.email", seller.email());
        address("seller.address", seller.address());
        var electronic = ElectronicAddress.of(seller).value();
        if (!electronic.startsWith(seller.siret().siren().value())
                || !ELECTRONIC.matcher(electronic).matches()) {
            refuse("seller.eInvoiceAddress", "electronic.format", "BR-FR-13", Map.of("address", shown(electronic)));
        }
    }

    private void buyer() {
        var buyer = invoice.buyer();
        required("buyer.name", buyer.name(), "IN-10");
        address("buyer.address", buyer.address());
        var siren = buyer.siren();
        var siret = buyer.siret();
        if (siren != null && siret != null && !siret.siren().equals(siren)) {
            refuse(
                    "buyer.siret",
                    "buyer.siret.other",
                    "BR-FR-09",
                    Map.of("siret", siret.value(), "siren", siren.value()));
        }
        var address = ElectronicAddress.of(buyer);
        if (address == null) {
            refuse("buyer.email", "buyer.electronic.missing", "BR-FR-12", Map.of());
        } else if (address.isEmail() ? !EMAIL.matcher(address.value()).matches() : !inDirectory(address, buyer)) {
            refuse("buyer.eInvoiceAddress", "electronic.format", "BR-FR-21", Map.of("address", shown(address.value())));
        }
    }

    private boolean inDirectory(ElectronicAddress address, Buyer buyer) {
        if (!ELECTRONIC.matcher(address.value()).matches()) return false;
        var siren = buyer.siren();
        return invoice.audience() != Audience.B2B
                || siren == null
                || address.value().startsWith(siren.value());
    }

    private void audience() {
        var buyer = invoice.buyer();
        if (invoice.audience() == Audience.B2B && buyer.siren() == null) {
            refuse("buyer.siren", "buyer.siren.missing", "BR-FR-11", Map.of("name", shown(buyer.name())));
        }
        if (!invoice.audience().isConsumer()) return;
        if (buyer.siren() != null || buyer.siret() != null || buyer.vat() != null) {
            refuse("buyer.siren", "buyer.siren.consumer", "IN-12", Map.of("name", shown(buyer.name())));
        }
        if (invoice.frame() == Frame.PORTAGE_SALARIAL) {
            refuse("buyer", "buyer.consumer.portage", "PS-01", Map.of("name", shown(buyer.name())));
        }
    }

    private void items() {
        var items = invoice.items();
        if (items.isEmpty()) refuse("items", "items.none", "BR-16", Map.of());
        for (int i = 0; i < items.size(); i++) item("items[" + i + "].", i + 1, items.get(i));
        if (items.stream().anyMatch(item -> item.vatCategory() == VatCategory.AE)
                && invoice.buyer().vat() == null) {
            refuse(
                    "buyer.vat",
                    "buyer.vat.missing",
                    "IN-34",
                    Map.of("name", shown(invoice.buyer().name())));
        }
        outside();
        goods();
        if (invoice.total().toString().length() > LONGEST_AMOUNT) {
            refuse("items", "items.amount.long", "BR-FR-DEC-01", Map.of());
        }
    }

    // What is outside the scope of VAT has an invoice of its own.
    private void outside() {
        if (!invoice.isOutsideVat()) return;
        if (invoice.items().stream().anyMatch(item -> item.vatCategory() != VatCategory.O)) {
            refuse("items", "vat.outside.mixed", "BR-O-11", Map.of());
        }
        if (invoice.buyer().address().country().equals("FR")) {
            refuse("items", "vat.outside.france", "IN-34", Map.of());
        }
    }

    private void goods() {
        if (invoice.items().stream().noneMatch(item -> item.vatCategory() == VatCategory.K)) return;
        if (invoice.buyer().vat() == null) {
            refuse(
                    "buyer.vat",
                    "buyer.vat.goods",
                    "BR-IC-02",
                    Map.of("name", shown(invoice.buyer().name())));
        }
        if (invoice.deliverTo() == null) refuse("deliverTo", "delivery.missing", "BR-IC-12", Map.of());
    }

    private void item(String field, int position, InvoiceItem item) {
        var line = Integer.toString(position);
        required(field + "label", item.label(), "BR-25");
        text(field + "description", item.description());
        if (item.quantity().signum() <= 0) {
            refuse(field + "quantity", "item.quantity.positive", "BR-FR-DEC-02", Map.of("line", line));
        }
        if (decimals(item.quantity()) > QUANTITY_DECIMALS) {
            refuse(
                    field + "quantity",
                    "item.quantity.decimals",
                    "BR-FR-DEC-02",
                    Map.of("line", line, "quantity", French.decimal(item.quantity(), 0)));
        }
        var price = item.unitPrice().value();
        if (price.signum() <= 0) {
            refuse(field + "unitPrice", "item.price.positive", "BR-FR-DEC-03", Map.of("line", line));
        }
        if (decimals(price) > PRICE_DECIMALS) {
            refuse(
                    field + "unitPrice",
                    "item.price.decimals",
                    "BR-FR-DEC-03",
                    Map.of("line", line, "price", French.decimal(price, 2)));
        }
        vat(field, line, item);
    }

    private void vat(String field, String line, InvoiceItem item) {
        var rate = item.vatRate();
        if (!RATES.contains(rate.toString())) {
            refuse(
                    field + "vatRate",
                    "item.rate.unknown",
                    "BR-FR-16",
                    Map.of("line", line, "rate", French.percent(rate)));
        } else if ((item.vatCategory() == VatCategory.S) == rate.isZero()) {
            refuse(
                    field + "vatRate",
                    "item.rate.category",
                    "BR-FR-15",
                    Map.of(
                            "line",
                            line,
                            "rate",
                            French.percent(rate),
                            "category",
                            item.vatCategory().name()));
        }
        var exemption = item.exemption();
        if (item.vatCategory().needsReason() && exemption == null) {
            refuse(field + "exemption", "item.exemption.missing", "IN-10", Map.of("line", line));
        }
        if (item.vatCategory() == VatCategory.S && invoice.seller().vat() == null) {
            refuse(field + "vatRate", "seller.vat.missing", "IN-32", Map.of("line", line));
        }
        if (exemption != null) exemption(field, line, exemption);
    }

    private void exemption(String field, String line, Exemption exemption) {
        text(field + "exemption", exemption.reason());
        boolean french = invoice.buyer().address().country().equals("FR");
        if (exemption.code().equals(Exemption.UNION_REVERSE_CHARGE) && french
                || exemption.code().equals(Exemption.DOMESTIC_REVERSE_CHARGE) && !french) {
            refuse(field + "exemption", "vat.reverse.country", "IN-34", Map.of("line", line));
        }
        if (exemption.code().equals(Exemption.CREDIT_WITHOUT_VAT)
                && !invoice.type().isCreditNote()) {
            refuse(field + "exemption", "vat.credit_only", "G6.21", Map.of("line", line));
        }
    }

    private void earlier() {
        if (invoice.type().refersToEarlier() && invoice.earlier().isEmpty()) {
            refuse(
                    "earlier",
                    "earlier.missing",
                    "IN-03",
                    Map.of("type", invoice.type().title()));
        }
        if (invoice.type() == InvoiceType.GLOBAL_ALLOWANCE
                && (invoice.contractReference().isBlank() || invoice.period() == null)) {
            refuse("contractReference", "allowance.contract", "BT-12", Map.of());
        }
        if (invoice.type().isCorrection() && invoice.earlier().size() > 1) {
            refuse("earlier", "earlier.several", "BR-FR-CO-04", Map.of());
        }
        for (var one : invoice.earlier()) {
            if (!NUMBER.matcher(one.number()).matches()) {
                refuse("earlier", "number.format", "BR-FR-02", Map.of("number", shown(one.number())));
            }
            if (one.issueDate().isAfter(invoice.issueDate())) {
                refuse(
                        "issueDate",
                        "earlier.later",
                        "IN-03",
                        Map.of("number", shown(one.number()), "date", French.day(one.issueDate())));
            }
        }
        if (invoice.type().isCreditNote() && !invoice.earlier().isEmpty()) creditable();
    }

    private void creditable() {
        var left = invoice.earlier().stream().map(EarlierInvoice::creditable).reduce(Money.ZERO, Money::plus);
        if (invoice.total().compareTo(left) > 0) {
            refuse(
                    "items",
                    "credit.too_large",
                    "IN-03",
                    Map.of("total", French.money(invoice.total()), "left", French.money(left)));
        }
    }

    private void settlement() {
        var settlement = invoice.settlement();
        year("settlement.dueDate", settlement.dueDate());
        boolean paidBefore = invoice.process().endsWith("2");
        if (settlement.dueDate().isBefore(invoice.issueDate())
                && !invoice.type().isDeposit()
                && !paidBefore) {
            refuse(
                    "settlement.dueDate",
                    "due.before_issue",
                    "BR-FR-CO-07",
                    Map.of("due", French.day(settlement.dueDate()), "issued", French.day(invoice.issueDate())));
        }
        if (settlement.paid().compareTo(Money.ZERO.max(invoice.total())) > 0
                || settlement.paid().isNegative()) {
            refuse(
                    "settlement.paid",
                    "paid.beyond",
                    "BR-CO-16",
                    Map.of("paid", French.money(settlement.paid()), "total", French.money(invoice.total())));
        } else if (paidBefore && !invoice.due().isZero()) {
            refuse("settlement.paid", "paid.not_all", "BR-FR-CO-09", Map.of("due", French.money(invoice.due())));
        }
        boolean transfer = settlement.means() == PaymentMeans.TRANSFER;
        if (transfer
                && settlement.iban() == null
                && !invoice.type().isCreditNote()
                && invoice.due().isPositive()) {
            refuse("settlement.iban", "iban.missing", "BR-61", Map.of());
        }
        if (settlement.means() == PaymentMeans.DIRECT_DEBIT && settlement.mandate() == null) {
            refuse("settlement.mandate", "mandate.missing", "BT-89", Map.of());
        }
        if (invoice.type().isFactored() && settlement.payee() == null) {
            refuse("settlement.payee", "payee.missing", "BR-17", Map.of());
        }
        text("settlement.reference", settlement.reference());
        text("settlement.bic", settlement.bic());
    }

    private void notes() {
        for (var subject : List.of(Note.RECOVERY_INDEMNITY, Note.LATE_PENALTIES, Note.DISCOUNT)) {
            long count = invoice.notes().stream()
                    .filter(note ->
                            note.subject().equals(subject) && !note.text().isBlank())
                    .count();
            if (count != 1) refuse("notes", "note.once", "BR-FR-05", Map.of("subject", subject));
        }
        for (var note : invoice.notes()) text("notes", note.text());
        if (invoice.type().isSelfBilled()
                && invoice.notes().stream().noneMatch(note -> note.equals(Notes.selfBilling()))) {
            refuse("notes", "self_billing.missing", "IN-10", Map.of());
        }
    }

    private void mentions() {
        var mentions = invoice.mentions();
        if (invoice.frame() == Frame.PORTAGE_SALARIAL && mentions.guarantor() == null) {
            refuse("mentions.guarantor", "guarantor.missing", "PS-24", Map.of());
        }
        if (invoice.audience().isConsumer() && mentions.mediator() == null) {
            refuse("mentions.mediator", "mediator.missing", "CO-08", Map.of());
        }
        if (invoice.frame() == Frame.CAE_SAP && mentions.homeService() == null) {
            refuse("mentions.homeService", "home_service.missing", "SP-11", Map.of());
        }
        text("mentions.place", mentions.place());
        for (var sentence : mentions.withdrawal()) text("mentions.withdrawal", sentence);
        for (var sentence : mentions.others()) text("mentions.others", sentence);
    }

    private void address(String field, PostalAddress address) {
        if (address.line1().isBlank()
                || address.postcode().isBlank()
                || address.city().isBlank()) {
            refuse(field, "address.incomplete", "IN-10", Map.of());
        }
        text(field, address.line1() + address.line2() + address.postcode() + address.city());
    }

    private void required(String field, String value, String rule) {
        if (value.isBlank()) refuse(field, "text.missing", rule, Map.of("field", field));
        text(field, value);
    }

    private void text(String field, String value) {
        if (!XmlText.isClean(value)) {
            refuse(field, "text.characters", "XML 1.0", Map.of("text", shown(value)));
        }
    }

    private void year(String field, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2099) {
            refuse(field, "date.year", "BR-FR-03", Map.of("date", French.day(day)));
        }
    }

    private void refuse(String field, String code, String rule, Map<String, String> data) {
        found.add(new Obstacle(field, code, rule, data));
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /// A text fit for a sentence: short, and without what cannot be printed.
    private static String shown(String text) {
        var clean = XmlText.clean(text);
        return clean.codePointCount(0, clean.length()) <= 60
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, 60)) + "…";
    }
}
