package org.passerelle.operators;

import java.time.LocalDate;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PostalAddress;

/// The financial guarantee of a portage company (PS-22, PS-23). The guarantor's name and address go on every
/// document of the company (PS-24, C. trav. R1251-15).
///
/// @param amount what is guaranteed, above zero
/// @param validFrom first day of cover
/// @param validUntil last day of cover
public record Guarantee(
        String guarantor, PostalAddress address, Money amount, LocalDate validFrom, LocalDate validUntil) {

    public Guarantee {
        Checked.text("guarantor", guarantor);
        if (!amount.isPositive()) throw new InvalidValue("money.positive", amount.toString());
        if (validUntil.isBefore(validFrom)) throw new InvalidValue("range.order", validFrom + " – " + validUntil);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }
}
