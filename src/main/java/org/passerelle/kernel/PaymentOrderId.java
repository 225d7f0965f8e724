package org.passerelle.kernel;

import java.util.UUID;

/// Names a payment ordered at the bank. Random, never a counter (S-17).
public record PaymentOrderId(UUID value) {

    public static PaymentOrderId random() {
        return new PaymentOrderId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static PaymentOrderId of(String text) {
        return new PaymentOrderId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
