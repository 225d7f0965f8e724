package org.passerelle.simulator.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;

/// A month to be lived.
///
/// @param turnover collected, without VAT
/// @param expenses professional expenses to be refunded, without VAT
/// @param days worked for clients, or null when nobody said: then no minimum pay is asked for (PS-64)
/// @param mostGross most gross that is wished for, or null for all that the account allows
public record MonthPlan(
        Month month,
        Money turnover,
        Money expenses,
        @Nullable BigDecimal days,
        @Nullable Money mostGross) {}
