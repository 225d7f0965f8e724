package org.passerelle.banking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// The wish to pay somebody.
///
/// @param subject the fact that is paid, unique in the entity: `payslip:…`, `expenses:…`
/// @param reference end-to-end reference, unique in the entity and for ever: `SAL-2026-10-P-001`
/// @param account ledger account that the payment settles, with its sub-ledger code: 421000, `P-001`
/// @param creditorName the account holder, as the bank knows it
/// @param amount above zero
/// @param remittance what the payee reads, at most 140 characters
public record PaymentRequest(
        OperatorId operator,
        PaymentKind kind,
        String subject,
        String reference,
        @Nullable PersonId person,
        String account,
        String accountAux,
        String creditorName,
        Iban creditorIban,
        Money amount,
        LocalDate executionDate,
        String remittance) {

    public PaymentRequest {
        if (!amount.isPositive()) throw new InvalidValue("money.positive", amount.toString());
        if (!reference.matches("[A-Z0-9][A-Z0-9-]{0,34}")) throw new InvalidValue("payment.reference", reference);
        if (subject.isBlank()) throw new InvalidValue("payment.subject", subject);
        if (creditorName.isBlank()) throw new InvalidValue("name.missing", "");
    }
}
