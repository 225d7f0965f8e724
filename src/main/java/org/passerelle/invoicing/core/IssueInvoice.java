package org.passerelle.invoicing.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.documents.pdf.French;
import org.passerelle.invoicing.DraftInvoice;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;

/// From a draft to the document that leaves the house: who sells to whom, what is said of it, what stands in the way.
public final class IssueInvoice {

    private IssueInvoice() {}

    /// Everything that is known before the number.
    ///
    /// @param worker full name of who did the work
    /// @param corrected the invoice that a credit note takes back or a corrective invoice replaces
    /// @param deposits what was invoiced before and is taken off
    public record Subject(
            DraftInvoice draft,
            Operator operator,
            Client client,
            Mission mission,
            String worker,
            @Nullable EarlierInvoice corrected,
            List<Deposit> deposits) {

        public Subject {
            deposits = List.copyOf(deposits);
        }

        public boolean isCreditNote() {
            return draft.type().isCreditNote();
        }

        /// With VAT.
        public Money deducted() {
            return deposits.stream().map(one -> one.totals().gross()).reduce(Money.ZERO, Money::plus);
        }
    }

    /// The prefix of the number: the operator's for invoices, AV for credit notes, AC for deposits, with the year
    /// (IN-02).
    public static String series(Subject subject, LocalDate date) {
        var type = subject.draft().type();
        var prefix = type.isCreditNote()
                ? "AV"
                : type.isDeposit() ? "AC" : subject.operator().series();
        return prefix + "-" + date.getYear();
    }

    public static String number(String series, long sequence) {
        return series + String.format(Locale.ROOT, "-%06d", sequence);
    }

    public static LocalDate dueDate(Subject subject, LocalDate date) {
        return subject.isCreditNote() ? date : date.plusDays(subject.client().paymentTermDays());
    }

    /// The document without its number.
    public static InvoiceDocument document(Subject subject, LocalDate date, Instant now, Law law) {
        var draft = subject.draft();
        var operator = subject.operator();
        var client = subject.client();
        var audience = audience(client);
        return new InvoiceDocument(
                "",
                draft.type(),
                date,
                now,
                operator.frame(),
                audience,
                subject.deposits().isEmpty() ? "S1" : "S4",
                seller(operator),
                buyer(client),
                draft.month().days(),
                null,
                "",
                orderReference(subject.mission()),
                "",
                subject.corrected() == null
                        ? subject.deposits().stream().map(Deposit::earlier).toList()
                        : List.of(subject.corrected()),
                draft.lines().stream()
                        .map(line -> item(line, subject, audience, law))
                        .toList(),
                new Settlement(
                        dueDate(subject, date),
                        subject.isCreditNote() ? null : operator.iban(),
                        operator.bic(),
                        "",
                        subject.deducted(),
                        false),
                notes(audience, law),
                mentions(operator, audience, subject, law));
    }

    /// What this house asks beyond [InvoiceChecks], all of it and not only the first.
    public static List<Obstacle> obstacles(Subject subject, InvoiceDocument document, Law law) {
        var found = new ArrayList<Obstacle>();
        var operator = subject.operator();
        var client = subject.client();
        int longest = law.number("payment_term_max_days");
        if (!client.isConsumer() && client.paymentTermDays() > longest) {
            found.add(new Obstacle("dueDate", "term.long", "IN-20", Map.of("days", Integer.toString(longest))));
        }
        for (var line : subject.draft().lines()) {
            if (!isRate(line.vat(), law)) {
                found.add(new Obstacle("vat", "vat.rate", "IN-31", Map.of("rate", French.percent(line.vat()))));
            }
        }
        var guarantee = operator.guarantee();
        if (operator.frame() == Frame.PORTAGE_SALARIAL
                && guarantee != null
                && !guarantee.covers(document.issueDate())) {
            found.add(new Obstacle(
                    "mentions.guarantor",
                    "guarantee.ended",
                    "PS-22",
                    Map.of("date", French.day(guarantee.validUntil()))));
        }
        return found;
    }

    private static boolean isRate(Rate rate, Law law) {
        if (rate.isZero()) return true;
        for (var code : List.of("vat_normal", "vat_intermediate", "vat_reduced", "vat_super_reduced", "vat_overseas")) {
            if (law.rate(code).compareTo(rate) == 0) return true;
        }
        return false;
    }

    private static Audience audience(Client client) {
        if (client.isConsumer()) return Audience.B2C;
        return client.siren() == null ? Audience.B2BINT : Audience.B2B;
    }

    private static Seller seller(Operator operator) {
        return new Seller(
                operator.name(),
                operator.legalForm() + " au capital de " + French.money(operator.capital()) + " – RCS "
                        + operator.rcsCity(),
                operator.siret(),
                operator.vat(),
                operator.address(),
                null,
                operator.email());
    }

    private static Buyer buyer(Client client) {
        var electronic = client.eInvoiceAddress();
        return new Buyer(
                client.name(),
                client.siren(),
                client.siret(),
                client.vat(),
                client.address(),
                electronic == null || !electronic.scheme().equals("0225") ? null : electronic.value(),
                client.email());
    }

    private static String orderReference(Mission mission) {
        var reference = mission.terms().orderReference();
        return reference == null ? "" : reference;
    }

    private static InvoiceItem item(InvoiceLine line, Subject subject, Audience audience, Law law) {
        boolean charged = !line.vat().isZero();
        boolean reverse = !charged && audience == Audience.B2BINT;
        var description = line.kind() == InvoiceLine.Kind.WORK
                ? subject.worker() + ", " + French.month(subject.draft().month()) + ", mission "
                        + subject.mission().code()
                : "Frais refacturés, mission " + subject.mission().code();
        return new InvoiceItem(
                line.label(),
                description,
                line.quantity(),
                line.unitCode(),
                line.unitPrice().exact(),
                charged ? VatCategory.S : reverse ? VatCategory.AE : VatCategory.E,
                line.vat(),
                charged ? null : exemption(reverse, law),
                null);
    }

    // Interpretation: an entity that charges VAT sells without it only abroad (IN-34) or for training (IN-33).
    private static Exemption exemption(boolean reverse, Law law) {
        return reverse
                ? new Exemption("VATEX-EU-AE", law.text("vat_reverse_charge_mention"))
                : new Exemption("VATEX-FR-CGI261-4", law.text("vat_training_exemption_mention"));
    }

    private static List<Note> notes(Audience audience, Law law) {
        if (audience.isConsumer()) return Notes.consumer();
        return Notes.business(
                law.money("recovery_fee"), law.number("late_penalty_legal_multiple") + " fois le taux d’intérêt légal");
    }

    private static LegalMentions mentions(Operator operator, Audience audience, Subject subject, Law law) {
        var guarantee = operator.guarantee();
        var insurer = operator.insurer();
        var mediator = operator.mediator();
        return new LegalMentions(
                guarantee == null || operator.frame() != Frame.PORTAGE_SALARIAL
                        ? null
                        : new LegalMentions.Guarantor(
                                guarantee.guarantor(),
                                guarantee.address().oneLine(),
                                law.text("portage_guarantor_reference"),
                                new org.passerelle.kernel.DateRange(guarantee.validFrom(), guarantee.validUntil())),
                new LegalMentions.Insurer(insurer.name(), insurer.policyNumber()),
                mediator == null || !audience.isConsumer()
                        ? null
                        : new LegalMentions.Mediator(mediator.name(), mediator.address(), mediator.site()),
                List.of(),
                audience.isConsumer() ? subject.client().address().oneLine() : "",
                homeService(operator, subject.worker()),
                List.of());
    }

    // SP-11: the declaration with its day, the approval when there is one, who worked. Without a declaration the page
    // says that no tax benefit arises.
    private static LegalMentions.@Nullable HomeService homeService(Operator operator, String worker) {
        if (operator.frame() != Frame.CAE_SAP) return null;
        var sap = operator.sap();
        if (sap == null) return new LegalMentions.HomeService("", "", List.of(worker), true);
        var approved = sap.approvedOn();
        return new LegalMentions.HomeService(
                sap.number() + " du " + French.day(sap.declaredOn()),
                approved == null ? "" : "du " + French.day(approved),
                List.of(worker),
                false);
    }
}
