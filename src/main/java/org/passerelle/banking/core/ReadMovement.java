package org.passerelle.banking.core;

import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// One movement of a statement: an entry, or one transaction within an entry. Texts are empty when not given.
///
/// @param amount positive: came in; negative: went out
/// @param reversal an earlier movement coming back (RvslInd)
/// @param returnReason ISO code of a return: `AC04`
/// @param bankReference AcctSvcrRef of the transaction, else of the entry
/// @param endToEndId the payer's reference; `NOTPROVIDED` is read as none
/// @param paymentId PmtInfId, for a batch of ours booked as one
/// @param remittance what the payer wrote, structured references at the end
/// @param line where it stands in the file
public record ReadMovement(
        Money amount,
        boolean reversal,
        String returnReason,
        LocalDate bookingDate,
        LocalDate valueDate,
        String bankReference,
        String endToEndId,
        String messageId,
        String paymentId,
        String counterparty,
        String counterpartyIban,
        String remittance,
        int line) {}
