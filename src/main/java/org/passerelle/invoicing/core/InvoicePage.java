package org.passerelle.invoicing.core;

import static org.passerelle.documents.pdf.Paper.INNER;
import static org.passerelle.documents.pdf.Paper.LEFT;
import static org.passerelle.documents.pdf.Paper.RIGHT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.documents.pdf.Addressee;
import org.passerelle.documents.pdf.French;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.documents.pdf.Table.Column;

/// The invoice as people read it: everything that the XML holds, in words (IN-10, IN-12), and the mentions owed to
/// this buyer.
final class InvoicePage {

    private static final double COLUMN = 300;
    private static final Style VALUE = Style.BODY;
    private static final Style KEY = Style.SMALL.sized(8);

    private final InvoiceDocument invoice;
    private final Paper paper;

    private InvoicePage(InvoiceDocument invoice) {
        this.invoice = invoice;
        paper = new Paper(new PaperInfo(title(invoice), invoice.seller().name(), invoice.createdAt()));
    }

    static Paper draw(InvoiceDocument invoice) {
        var page = new InvoicePage(invoice);
        page.paper.footer(page.footer());
        page.head();
        page.parties();
        page.items();
        page.totals();
        page.payment();
        page.sentences();
        return page.paper;
    }

    private static String title(InvoiceDocument invoice) {
        return invoice.type().title() + " " + invoice.number() + " – "
                + invoice.seller().name();
    }

    private void head() {
        var seller = invoice.seller();
        double top = paper.y();
        double at = paper.block(LEFT, top, COLUMN - 60, seller.name(), Style.HEADING.sized(14));
        at = paper.block(LEFT, at + 3, COLUMN - 60, French.address(seller.address()), Style.BODY.coloured(Style.MUTED));
        var identity = new ArrayList<String>();
        if (!seller.legalLine().isBlank()) identity.add(seller.legalLine());
        identity.add("SIREN " + French.registration(seller.siret().siren().value()) + " · SIRET "
                + French.registration(seller.siret().value()));
        var vat = seller.vat();
        if (vat != null) identity.add("N° TVA " + vat.value());
        if (!seller.email().isBlank()) identity.add(seller.email());
        identity.add("Adresse de facturation électronique " + ElectronicAddress.of(seller));
        at = paper.block(LEFT, at + 2, COLUMN - 40, String.join("\n", identity), Style.SMALL);

        double right = paper.y();
        paper.textRight(RIGHT, right, invoice.type().title(), Style.TITLE);
        paper.textRight(RIGHT, right + 27, "N° " + invoice.number(), Style.STRONG.sized(11));
        paper.textRight(RIGHT, right + 44, "du " + French.longDay(invoice.issueDate()), VALUE);
        paper.moveTo(Math.max(at, right + 62) + 16);
    }

    private void parties() {
        double top = paper.y();
        double left = facts(top);
        double x = LEFT + COLUMN - 20;
        var buyer = invoice.buyer();
        double right = paper.addressee(
                x,
                top,
                RIGHT - x,
                new Addressee("FACTURÉ À", buyer.name(), French.address(buyer.address()), buyerIdentity(buyer)));
        paper.moveTo(Math.max(left, right) + 20);
    }

    private static String buyerIdentity(Buyer buyer) {
        var parts = new ArrayList<String>();
        var siren = buyer.siren();
        if (siren != null) parts.add("SIREN " + French.registration(siren.value()));
        var siret = buyer.siret();
        if (siret != null) parts.add("SIRET " + French.registration(siret.value()));
        var vat = buyer.vat();
        if (vat != null) parts.add("N° TVA " + vat.value());
        var address = ElectronicAddress.of(buyer);
        if (address != null) {
            parts.add((address.isEmail() ? "Courriel " : "Adresse de facturation électronique ") + address);
        }
        return String.join("\n", parts);
    }

    private double facts(double top) {
        double at = top;
        var settlement = invoice.settlement();
        at = fact(at, "Date d’émission", French.day(invoice.issueDate()));
        at = fact(at, "Date d’échéance", French.day(settlement.dueDate()));
        var period = invoice.period();
        if (period != null) at = fact(at, "Période", French.days(period));
        at = fact(at, "Votre référence", invoice.buyerReference());
        at = fact(at, "Bon de commande", invoice.orderReference());
        at = fact(at, "Contrat", invoice.contractReference());
        for (var one : invoice.earlier()) {
            at = fact(at, verb(), "facture " + one.number() + " du " + French.day(one.issueDate()));
        }
        var delivery = invoice.deliverTo();
        if (delivery != null) at = fact(at, "Livré à", delivery.oneLine());
        at = fact(at, "Opération", Words.process(invoice.process()));
        at = fact(at, "Client", Words.audience(invoice.audience()));
        return at;
    }

    private String verb() {
        if (invoice.type().isCorrection()) return "Remplace";
        return invoice.type().isCreditNote() ? "Corrige" : "Après";
    }

    private double fact(double top, String key, String value) {
        return paper.fact(LEFT, top, 92, COLUMN - 92 - 40, key, value);
    }

    private void items() {
        boolean consumer = invoice.audience().isConsumer();
        var columns = new ArrayList<>(List.of(
                Column.left("DÉSIGNATION", 1),
                Column.right("QUANTITÉ", -62),
                Column.right("PRIX UNITAIRE HT", -78),
                Column.right("TVA", -36),
                Column.right("TOTAL HT", -68)));
        if (consumer) columns.set(2, Column.right("PRIX HT / TTC", -78));
        var table = new Table(paper, columns);
        table.heading();
        for (var item : invoice.items()) {
            var below = new ArrayList<String>();
            if (!item.description().isBlank()) below.add(item.description());
            var period = item.period();
            if (period != null) below.add(French.days(period));
            table.rowWithNote(
                    String.join("\n", below),
                    item.label(),
                    French.decimal(item.quantity(), 0) + " " + Words.unit(item.unitCode(), item.quantity()),
                    consumer ? price(item) + "\n" + withVat(item) : price(item),
                    item.vatCategory().hasRate() ? French.percent(item.vatRate()) : "–",
                    French.figure(item.net()));
        }
        paper.skip(14);
    }

    private static String price(InvoiceItem item) {
        return French.decimal(item.unitPrice().value(), 2);
    }

    /// A consumer reads prices with VAT (CO-11).
    private static String withVat(InvoiceItem item) {
        var factor = BigDecimal.ONE.add(item.vatRate().ratio());
        return French.figure(item.unitPrice().times(factor).roundHalfUp()) + " TTC";
    }

    private void totals() {
        var groups = invoice.vatGroups();
        paper.need(34 + Math.max(groups.size() * 26.0, 80));
        double top = paper.y();
        double left = vatTable(top, groups);
        double x = RIGHT - 200;
        double at = top;
        at = sum(x, at, "Total HT", French.money(invoice.net()), VALUE);
        at = sum(x, at, "TVA", French.money(invoice.vat()), VALUE);
        at = sum(x, at, "Total TTC", French.money(invoice.total()), VALUE);
        if (!invoice.settlement().paid().isZero()) {
            at = sum(x, at, "Déjà payé", French.money(invoice.settlement().paid()), VALUE);
        }
        var due = invoice.type().isCreditNote() ? "À votre crédit" : "Net à payer";
        paper.box(x - 10, at + 3, RIGHT - x + 10, 26, Style.ACCENT);
        var strong = Style.STRONG.sized(11).coloured(0xFFFFFF);
        paper.text(x, at + 9.5, due, strong);
        paper.textRight(RIGHT - 10, at + 9.5, French.money(invoice.due()), strong);
        paper.moveTo(Math.max(left, at + 29) + 18);
    }

    private double sum(double x, double top, String label, String value, Style style) {
        paper.text(x, top, label, style.coloured(Style.MUTED));
        paper.textRight(RIGHT - 10, top, value, style);
        paper.rule(x - 10, RIGHT, top + 15.5, 0.4, Style.RULE);
        return top + 19;
    }

    private double vatTable(double top, List<VatGroup> groups) {
        double width = 240;
        double[] right = {LEFT + 90, LEFT + 165, LEFT + width};
        paper.text(LEFT, top, "TAUX DE TVA", Style.LABEL);
        paper.textRight(right[1], top, "BASE HT", Style.LABEL);
        paper.textRight(right[2], top, "MONTANT", Style.LABEL);
        double at = top + 11;
        paper.rule(LEFT, LEFT + width, at, 0.6, Style.ACCENT);
        at += 4;
        for (var group : groups) {
            var rate = group.category().hasRate() ? French.percent(group.rate()) + " " : "";
            paper.text(LEFT, at, rate + "(" + Words.category(group.category()) + ")", VALUE);
            paper.textRight(right[1], at, French.figure(group.base()), VALUE);
            paper.textRight(right[2], at, French.figure(group.vat()), VALUE);
            at += 15;
            var exemption = group.exemption();
            if (exemption != null) {
                at = paper.block(LEFT, at - 2, width, ground(exemption), Style.SMALL);
                at += 4;
            }
        }
        var moment = invoice.settlement().vatOnDebits()
                ? "Option pour le paiement de la taxe d’après les débits"
                : "TVA exigible à l’encaissement";
        return paper.block(LEFT, at, width, moment, Style.SMALL);
    }

    private static String ground(Exemption exemption) {
        return exemption.code().isEmpty() ? exemption.reason() : exemption.reason() + " (" + exemption.code() + ")";
    }

    private void otherMeans(Settlement settlement) {
        var words = new ArrayList<String>();
        words.add(
                "Règlement par " + Words.means(settlement.means()) + ", référence " + invoice.paymentReference() + ".");
        var mandate = settlement.mandate();
        if (mandate != null) {
            words.add("Mandat " + mandate.reference() + ", créancier " + mandate.creditor() + ", compte débité "
                    + grouped(mandate.debtor().value()) + ".");
        }
        for (var sentence : words) paper.paragraph(sentence, Style.BODY);
        paper.skip(8);
    }

    private void payment() {
        var settlement = invoice.settlement();
        if (settlement.means() != PaymentMeans.TRANSFER) otherMeans(settlement);
        var payee = settlement.payee();
        if (payee != null) {
            paper.paragraph(
                    "À payer à " + payee.name() + ", SIREN "
                            + French.registration(payee.siren().value()) + ".",
                    Style.STRONG);
        }
        var iban = settlement.iban();
        if (iban == null || settlement.means() != PaymentMeans.TRANSFER) return;
        paper.need(64);
        double top = paper.y();
        paper.box(LEFT, top, INNER, 48, Style.TINT);
        paper.text(LEFT + 12, top + 8, "RÈGLEMENT PAR VIREMENT SEPA", Style.LABEL);
        paper.textRight(
                RIGHT - 12,
                top + 7,
                "Date d’échéance : " + French.longDay(settlement.dueDate()),
                Style.STRONG.sized(8.5));
        paper.text(LEFT + 12, top + 25, "IBAN", KEY);
        paper.text(LEFT + 38, top + 24, grouped(iban.value()), Style.STRONG);
        if (!settlement.bic().isBlank()) {
            paper.text(LEFT + 225, top + 25, "BIC", KEY);
            paper.text(LEFT + 246, top + 24, settlement.bic(), VALUE);
        }
        paper.text(LEFT + 325, top + 25, "Référence", KEY);
        paper.textWithin(LEFT + 370, top + 24, INNER - 382, invoice.paymentReference(), Style.STRONG);
        paper.moveTo(top + 62);
    }

    private void sentences() {
        var text = new ArrayList<String>();
        for (var note : invoice.notes()) text.add(note.text());
        var mentions = invoice.mentions();
        if (!mentions.place().isBlank()) text.add("Lieu d’exécution : " + mentions.place() + ".");
        homeService(text, mentions.homeService());
        section("CONDITIONS", text);
        if (invoice.audience().isConsumer()) {
            var rights = new ArrayList<>(mentions.withdrawal());
            var mediator = mentions.mediator();
            if (mediator != null) {
                rights.add("En cas de litige, vous pouvez saisir gratuitement le médiateur de la consommation : "
                        + mediator.name() + ", " + mediator.address() + ", " + mediator.site() + ".");
            }
            section("VOS DROITS", rights);
        }
        var legal = new ArrayList<String>();
        var insurer = mentions.insurer();
        if (insurer != null) {
            legal.add("Assurance de responsabilité civile professionnelle : " + insurer.name() + ", contrat n° "
                    + insurer.policyNumber() + ".");
        }
        var guarantor = guarantor();
        if (guarantor != null) legal.add(guarantor);
        legal.addAll(mentions.others());
        section("MENTIONS", legal);
    }

    private void homeService(List<String> text, LegalMentions.@Nullable HomeService service) {
        if (service == null) return;
        if (!service.declaration().isBlank()) {
            text.add("Services à la personne, déclaration " + service.declaration() + ".");
        }
        if (!service.approval().isBlank()) text.add("Agrément " + service.approval() + ".");
        if (!service.workers().isEmpty()) {
            text.add("Intervenants : " + String.join(", ", service.workers()) + ".");
        }
        text.add("Montant effectivement acquitté : "
                + French.money(invoice.settlement().paid()) + ".");
        if (service.approvedButNotDeclared()) {
            text.add("Ces prestations n’ouvrent pas droit aux avantages fiscaux des services à la personne.");
        }
    }

    private @Nullable String guarantor() {
        var guarantor = invoice.mentions().guarantor();
        if (guarantor == null) return null;
        var validity = guarantor.validity();
        return "Garantie financière (" + guarantor.article() + ") : " + guarantor.name() + ", " + guarantor.address()
                + (validity == null ? "" : ", valable " + French.days(validity)) + ".";
    }

    private void section(String heading, List<String> sentences) {
        if (sentences.isEmpty()) return;
        paper.need(30);
        paper.paragraph(heading, Style.LABEL);
        paper.skip(1);
        for (var sentence : sentences) {
            paper.paragraph(sentence, Style.SMALL);
        }
        paper.skip(8);
    }

    private List<String> footer() {
        var seller = invoice.seller();
        var vat = seller.vat();
        var identity = seller.name() + (seller.legalLine().isBlank() ? "" : " – " + seller.legalLine()) + " – SIRET "
                + French.registration(seller.siret().value()) + (vat == null ? "" : " – N° TVA " + vat.value());
        var guarantor = invoice.mentions().guarantor();
        var guaranteed = guarantor == null
                ? null
                : "Garantie financière : " + guarantor.name() + ", " + guarantor.address() + " (" + guarantor.article()
                        + ")";
        return Stream.of(identity, seller.address().oneLine(), guaranteed)
                .filter(Objects::nonNull)
                .toList();
    }

    /// By fours, as banks print it.
    private static String grouped(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1\u00A0");
    }
}
