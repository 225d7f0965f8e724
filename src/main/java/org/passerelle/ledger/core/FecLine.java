package org.passerelle.ledger.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// One line of the FEC before it is written: what the book says, labels not yet looked up.
public record FecLine(
        String journal,
        long number,
        LocalDate date,
        String account,
        @Nullable String aux,
        @Nullable String auxLabel,
        String pieceRef,
        LocalDate pieceDate,
        String label,
        Money debit,
        Money credit,
        @Nullable String letter,
        @Nullable LocalDate letterDate,
        LocalDate validDate) {}
