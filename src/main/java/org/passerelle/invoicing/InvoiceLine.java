package org.passerelle.invoicing;

import java.math.BigDecimal;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Rate;

/// What was done, how much of it, at which price.
///
/// @param quantity days, hours or pieces, at most four decimals
/// @param unitCode UN/ECE 20: `DAY`, `HUR`, `C62` (piece)
/// @param unitPrice without VAT; the buyer of a consumer's invoice sees it with VAT too (CO-11)
/// @param net quantity × unit price, rounded half up to the cent
public record InvoiceLine(
        MissionId mission,
        PersonId person,
        Kind kind,
        String label,
        BigDecimal quantity,
        String unitCode,
        Money unitPrice,
        Rate vat,
        Money net) {

    public enum Kind {
        WORK,
        EXPENSE
    }

    public static InvoiceLine of(
            MissionId mission,
            PersonId person,
            Kind kind,
            String label,
            BigDecimal quantity,
            String unitCode,
            Money unitPrice,
            Rate vat) {
        var net = unitPrice.exact().times(quantity).roundHalfUp();
        return new InvoiceLine(mission, person, kind, label, quantity, unitCode, unitPrice, vat, net);
    }

    /// The VAT of this line alone, exact; invoices round it once per rate.
    public Amount exactVat() {
        return net.exact().times(vat);
    }
}
