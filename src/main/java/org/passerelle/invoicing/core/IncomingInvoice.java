package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// What somebody else's invoice says, as data and not as it looks: the page of a Factur-X file is never trusted.
///
/// @param format `CII` or `UBL`
/// @param type UNTDID 1001 as written, also one that we do not write
/// @param dueDate null when it names none
/// @param sellerId SIREN or other registration (BT-30), else the VAT number; empty when it names neither
/// @param buyerId the same of the buyer
public record IncomingInvoice(
        String format,
        String number,
        String type,
        LocalDate issueDate,
        @Nullable LocalDate dueDate,
        String seller,
        String sellerId,
        String buyer,
        String buyerId,
        String currency,
        Money net,
        Money vat,
        Money total,
        Money due,
        List<Line> lines) {

    public IncomingInvoice {
        lines = List.copyOf(lines);
    }

    /// @param quantity as written
    /// @param net without VAT
    /// @param rate of VAT in percent as written; empty when there is none
    public record Line(String label, BigDecimal quantity, Money net, String rate) {}
}
