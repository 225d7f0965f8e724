package org.passerelle.banking.core;

import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// A movement as matching sees it. Texts are empty when not given.
public record Incoming(
        Money amount, boolean reversal, LocalDate date, String endToEndId, String remittance, String counterparty) {}
