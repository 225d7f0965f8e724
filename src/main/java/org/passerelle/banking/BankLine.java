package org.passerelle.banking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.StatementId;

/// One movement on a bank account, as the bank booked it.
///
/// @param reference names the line in the books: the bank's own reference, or statement and position
/// @param amount positive: money came in; negative: it went out
/// @param reversal the return of an earlier movement; never matched without a person
/// @param counterparty the other side's name as the bank gives it, may be empty
/// @param endToEndId the payer's own reference, null when none was given
/// @param remittance what the payer wrote, may be empty
public record BankLine(
        BankLineId id,
        OperatorId operator,
        StatementId statement,
        String reference,
        LocalDate bookingDate,
        LocalDate valueDate,
        Money amount,
        boolean reversal,
        String counterparty,
        @Nullable String endToEndId,
        String remittance,
        BankLineState state) {}
