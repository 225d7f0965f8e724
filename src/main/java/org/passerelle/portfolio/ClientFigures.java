package org.passerelle.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.Money;

/// One client in a worker's figures of twelve months and of what is signed.
///
/// @param invoiced excl. VAT, credit notes taken off
/// @param share of what was invoiced, in %, two decimals
/// @param collected incl. VAT
/// @param open still due, incl. VAT
/// @param signed orders to come, after the fee
/// @param days of work reported
/// @param until last day of the last mission, null when none runs
public record ClientFigures(
        ClientId client,
        String name,
        Money invoiced,
        BigDecimal share,
        Money collected,
        Money open,
        Money signed,
        BigDecimal days,
        @Nullable LocalDate until) {}
