package org.passerelle.kernel;

import java.util.UUID;

/// Names an imported bank statement. Random, never a counter (S-17).
public record StatementId(UUID value) {

    public static StatementId random() {
        return new StatementId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static StatementId of(String text) {
        return new StatementId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
