package org.passerelle.portfolio.core;

import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;

/// Work that is signed and not yet invoiced.
///
/// @param month in which it will bring its money
/// @param amount what will reach the activity account, not negative
public record SignedOrder(String client, Month month, Money amount) {}
