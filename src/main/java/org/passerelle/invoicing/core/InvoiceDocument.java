package org.passerelle.invoicing.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;

/// Everything an invoice says, in the XML and on the page. Totals follow from the items and are nowhere else.
///
/// @param number BT-1; empty as long as none was taken
/// @param createdAt written into the file; the same document and instant give the same bytes
/// @param frame of the seller: decides which legal mentions are owed
/// @param process BT-23: S1 service, S2 already paid, S4 after a deposit, M1 with goods
/// @param period days on which the work was done (BG-14)
/// @param deliverTo where goods go when it is not the buyer's address (BG-15, IN-12); null for services
/// @param buyerReference BT-10, for instance the service code of a public body; may be empty
/// @param orderReference BT-13; may be empty
/// @param contractReference BT-12; may be empty
/// @param notes PMT, PMD and AAB each once, consumers included (BR-FR-05); see [Notes]
public record InvoiceDocument(
        String number,
        InvoiceType type,
        LocalDate issueDate,
        Instant createdAt,
        Frame frame,
        Audience audience,
        String process,
        Seller seller,
        Buyer buyer,
        @Nullable DateRange period,
        @Nullable PostalAddress deliverTo,
        String buyerReference,
        String orderReference,
        String contractReference,
        List<EarlierInvoice> earlier,
        List<InvoiceItem> items,
        Settlement settlement,
        List<Note> notes,
        LegalMentions mentions) {

    public InvoiceDocument {
        earlier = List.copyOf(earlier);
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /// The same document under its number.
    public InvoiceDocument numbered(String taken) {
        return new InvoiceDocument(
                taken,
                type,
                issueDate,
                createdAt,
                frame,
                audience,
                process,
                seller,
                buyer,
                period,
                deliverTo,
                buyerReference,
                orderReference,
                contractReference,
                earlier,
                items,
                settlement,
                notes,
                mentions);
    }

    /// Sum of the lines excluding VAT (BT-106, BT-109).
    public Money net() {
        return items.stream().map(InvoiceItem::net).reduce(Money.ZERO, Money::plus);
    }

    /// VAT by category and rate, on the sum of the lines and never line by line, in order of first appearance (BG-23).
    public List<VatGroup> vatGroups() {
        var first = new LinkedHashMap<String, InvoiceItem>();
        var bases = new LinkedHashMap<String, Money>();
        for (var item : items) {
            var key = item.vatCategory() + " " + item.vatRate();
            first.putIfAbsent(key, item);
            bases.merge(key, item.net(), Money::plus);
        }
        var groups = new ArrayList<VatGroup>(bases.size());
        bases.forEach((key, base) -> {
            var item = first.get(key);
            if (item == null) throw new IllegalStateException(key);
            groups.add(new VatGroup(
                    item.vatCategory(), item.vatRate(), item.exemption(), base, vatOn(base, item.vatRate())));
        });
        return List.copyOf(groups);
    }

    /// BT-110.
    public Money vat() {
        return vatGroups().stream().map(VatGroup::vat).reduce(Money.ZERO, Money::plus);
    }

    /// Including VAT (BT-112).
    public Money total() {
        return net().plus(vat());
    }

    /// Left to pay (BT-115).
    public Money due() {
        return total().minus(settlement.paid());
    }

    /// Some of it lies outside the scope of VAT; then all of it does (BR-O-11).
    public boolean isOutsideVat() {
        return items.stream().anyMatch(item -> item.vatCategory() == VatCategory.O);
    }

    /// What the payer should quote (BT-83).
    public String paymentReference() {
        return settlement.reference().isBlank() ? number : settlement.reference();
    }

    private static Money vatOn(Money base, Rate rate) {
        return base.exact().times(rate).roundHalfUp();
    }
}
