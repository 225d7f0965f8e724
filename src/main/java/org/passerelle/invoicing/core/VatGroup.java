package org.passerelle.invoicing.core;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// VAT of one category and rate, computed once on the sum of its lines (BG-23).
public record VatGroup(
        VatCategory category, Rate rate, @Nullable Exemption exemption, Money base, Money vat) {}
