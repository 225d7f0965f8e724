package org.passerelle.banking;

import java.time.LocalDate;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PaymentOrderId;

/// The bank booked a transfer of ours.
///
/// @param subject the fact that was paid, as the order named it
public record TransferExecuted(OperatorId operator, PaymentOrderId order, String subject, LocalDate date) {}
