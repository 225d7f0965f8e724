package org.passerelle.portfolio.core;

import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// One invoice to a client, or a credit note as a negative amount.
///
/// @param client name or code; the same text is the same client
/// @param amount without VAT
public record Invoiced(String client, LocalDate date, Money amount) {}
