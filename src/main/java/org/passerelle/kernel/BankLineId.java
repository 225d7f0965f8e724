package org.passerelle.kernel;

import java.util.UUID;

/// Names a movement on a bank statement. Random, never a counter (S-17).
public record BankLineId(UUID value) {

    public static BankLineId random() {
        return new BankLineId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static BankLineId of(String text) {
        return new BankLineId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
