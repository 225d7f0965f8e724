package org.passerelle.banking;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PaymentOrderId;

/// A transfer to be made: prepared, then part of one exported file, then seen on a statement.
///
/// @param preparedBy who prepared it
/// @param file message id of the file that carries it, null while prepared
public record PaymentOrder(
        PaymentOrderId id,
        PaymentRequest request,
        PaymentOrderState state,
        String preparedBy,
        @Nullable String file) {}
