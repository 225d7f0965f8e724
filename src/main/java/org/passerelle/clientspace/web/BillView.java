package org.passerelle.clientspace.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Square;

/// One invoice as its client sees it.
///
/// @param card where a payment by card is opened, or empty
/// @param cardSaid what became of the last payment by card, or empty
/// @param transfer how to pay by transfer; null when nothing is owed
public record BillView(
        String number,
        String house,
        String state,
        String tone,
        String issued,
        String due,
        Money net,
        Money vat,
        Money gross,
        Money paid,
        Money credited,
        Money open,
        List<String> lines,
        @Nullable Transfer transfer,
        String card,
        String cardSaid,
        String cardTone,
        java.util.UUID intent,
        String base,
        String file) {

    public BillView {
        lines = List.copyOf(lines);
    }

    /// @param iban in groups of four
    /// @param square EPC069-12
    public record Transfer(String holder, String iban, String bic, Money amount, String reference, Square square) {}
}
