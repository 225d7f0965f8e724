package org.passerelle.kernel;

import java.util.UUID;

/// Names a legal entity of an operator. Random, never a counter (S-17).
public record OperatorId(UUID value) {

    public static OperatorId random() {
        return new OperatorId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static OperatorId of(String text) {
        return new OperatorId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
