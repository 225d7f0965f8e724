package org.passerelle.cli.corpus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.invoicing.core.Audience;
import org.passerelle.invoicing.core.Buyer;
import org.passerelle.invoicing.core.EarlierInvoice;
import org.passerelle.invoicing.core.Exemption;
import org.passerelle.invoicing.core.InvoiceDocument;
import org.passerelle.invoicing.core.InvoiceItem;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.invoicing.core.LegalMentions;
import org.passerelle.invoicing.core.Mandate;
import org.passerelle.invoicing.core.Note;
import org.passerelle.invoicing.core.Notes;
import org.passerelle.invoicing.core.Payee;
import org.passerelle.invoicing.core.PaymentMeans;
import org.passerelle.invoicing.core.Settlement;
import org.passerelle.invoicing.core.VatCase;
import org.passerelle.invoicing.core.VatCategory;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;

/// One invoice of the corpus; says only what differs from a service sold to a company.
final class Sample {

    static final LocalDate ISSUED = LocalDate.of(2026, 10, 31);
    private static final Instant CREATED = Instant.parse("2026-10-31T09:30:00Z");
    private static final Iban ACCOUNT = Iban.of("FR7630000000010000000001171");
    private static final String BIC = "AGRIFRPP";

    private final Law law;
    private final int position;
    private final List<InvoiceItem> items = new ArrayList<>();
    private InvoiceType type = InvoiceType.INVOICE;
    private Cast.House house = Cast.PORTAGE;
    private Audience audience = Audience.B2B;
    private Buyer buyer = Cast.COMPANY;
    private String process = "S1";
    private @Nullable PostalAddress deliverTo;
    private String buyerReference = "";
    private String order = "";
    private String contract = "";
    private List<EarlierInvoice> earlier = List.of();
    private Money paid = Money.ZERO;
    private boolean allPaid;
    private boolean onDebits;
    private LocalDate due = LocalDate.of(2026, 11, 30);
    private LocalDate issued = ISSUED;
    private PaymentMeans means = PaymentMeans.TRANSFER;
    private @Nullable Mandate mandate;
    private @Nullable Payee payee;

    Sample(Law law, int position) {
        this.law = law;
        this.position = position;
    }

    Sample type(InvoiceType value) {
        type = value;
        if (value.refersToEarlier()) {
            earlier = List.of(new EarlierInvoice(
                    "FA-2026-%06d".formatted(900 + position), LocalDate.of(2026, 9, 30), Money.of("50000")));
        }
        if (value.isFactored()) payee = Cast.FACTOR;
        return this;
    }

    Sample from(Cast.House value) {
        house = value;
        return this;
    }

    Sample to(Buyer value) {
        buyer = value;
        audience = value.siren() != null
                ? Audience.B2B
                : value.address().country().equals("FR") ? Audience.B2C : Audience.B2BINT;
        return this;
    }

    Sample process(String value) {
        process = value;
        return this;
    }

    Sample deliveredTo(PostalAddress value) {
        deliverTo = value;
        return this;
    }

    Sample references(String reference, String orderNumber, String contractNumber) {
        buyerReference = reference;
        order = orderNumber;
        contract = contractNumber;
        return this;
    }

    Sample after(EarlierInvoice... value) {
        earlier = List.of(value);
        return this;
    }

    Sample paid(String value) {
        paid = Money.of(value);
        return this;
    }

    Sample allPaid() {
        allPaid = true;
        due = ISSUED;
        return this;
    }

    Sample onDebits() {
        onDebits = true;
        return this;
    }

    Sample issued(LocalDate value) {
        issued = value;
        return this;
    }

    Sample by(PaymentMeans value, @Nullable Mandate with) {
        means = value;
        mandate = with;
        return this;
    }

    Sample item(String label, String quantity, String unit, String price, String percent) {
        return item(label, quantity, unit, price, VatCategory.S, percent, null);
    }

    Sample item(String label, String quantity, String unit, String price, VatCase reason) {
        return item(label, quantity, unit, price, reason.category(), "0", reason.exemption(law));
    }

    private Sample item(
            String label,
            String quantity,
            String unit,
            String price,
            VatCategory category,
            String percent,
            @Nullable Exemption exemption) {
        items.add(new InvoiceItem(
                label,
                "Mission M-%03d, consultant P-007".formatted(position),
                new BigDecimal(quantity),
                unit,
                Amount.of(price),
                category,
                Rate.ofPercent(percent),
                exemption,
                null));
        return this;
    }

    InvoiceDocument document() {
        if (items.isEmpty()) item("Conseil en organisation", "10", "DAY", "510", "20");
        var draft = with(paid);
        return allPaid ? with(draft.total()) : draft;
    }

    private InvoiceDocument with(Money settled) {
        boolean transfer = means == PaymentMeans.TRANSFER && !type.isCreditNote();
        return new InvoiceDocument(
                number(),
                type,
                issued,
                CREATED,
                house.frame(),
                audience,
                process,
                house.seller(),
                buyer,
                new DateRange(issued.withDayOfMonth(1), issued.withDayOfMonth(issued.lengthOfMonth())),
                deliverTo,
                buyerReference,
                order,
                contract,
                earlier,
                items,
                new Settlement(
                        due,
                        transfer ? ACCOUNT : null,
                        transfer ? BIC : "",
                        "",
                        settled,
                        onDebits,
                        means,
                        mandate,
                        payee),
                notes(),
                mentions());
    }

    private String number() {
        var series = type.isCreditNote() ? "AV" : type.isDeposit() ? "AC" : "FA";
        return String.format(Locale.ROOT, "%s-2026-%06d", series, position);
    }

    private List<Note> notes() {
        var notes = new ArrayList<>(
                audience.isConsumer()
                        ? Notes.consumer()
                        : Notes.business(
                                law.money("recovery_fee"),
                                law.number("late_penalty_legal_multiple") + " fois le taux d’intérêt légal"));
        if (type.isSelfBilled()) notes.add(Notes.selfBilling());
        if (payee != null) notes.add(Notes.factored(payee));
        return notes;
    }

    private LegalMentions mentions() {
        boolean consumer = audience.isConsumer();
        return new LegalMentions(
                house.frame() == Frame.PORTAGE_SALARIAL ? Cast.GUARANTOR : null,
                Cast.INSURER,
                consumer ? Cast.MEDIATOR : null,
                consumer ? Cast.WITHDRAWAL : List.of(),
                consumer ? buyer.address().oneLine() : "",
                house.frame() == Frame.CAE_SAP ? Cast.HOME_SERVICE : null,
                List.of());
    }

    /// Texts in one line for a name: letters, digits and dashes.
    static String slug(String text) {
        return String.join(
                "-",
                Arrays.stream(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                                .replaceAll("\\p{M}", "")
                                .toLowerCase(Locale.ROOT)
                                .split("[^a-z0-9]+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
