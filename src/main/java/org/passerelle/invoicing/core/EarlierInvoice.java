package org.passerelle.invoicing.core;

import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// The invoice that this one corrects (BT-25, BT-26; IN-03).
///
/// @param creditable what may still be credited of it, VAT included
public record EarlierInvoice(String number, LocalDate issueDate, Money creditable) {}
