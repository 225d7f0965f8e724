package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// One line (BG-25).
///
/// @param label what was done (BT-153)
/// @param description who did it, for which mission (BT-154); may be empty
/// @param quantity above zero, at most four decimals
/// @param unitCode UN/ECE: DAY, HUR, LS, C62, KMT (BT-130)
/// @param unitPrice euros excluding VAT, above zero, at most six decimals (BT-146)
/// @param vatRate zero unless the category is S
/// @param exemption wanted by every category that charges nothing
/// @param period days on which it was done, when narrower than that of the invoice
public record InvoiceItem(
        String label,
        String description,
        BigDecimal quantity,
        String unitCode,
        Amount unitPrice,
        VatCategory vatCategory,
        Rate vatRate,
        @Nullable Exemption exemption,
        @Nullable DateRange period) {

    /// Quantity × price to the cent, half up (BT-131).
    public Money net() {
        return unitPrice.times(quantity).roundHalfUp();
    }
}
