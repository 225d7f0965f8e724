package org.passerelle.kernel;

import java.util.UUID;

/// Names a client of one legal entity. Random, never a counter (S-17).
public record ClientId(UUID value) {

    public static ClientId random() {
        return new ClientId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static ClientId of(String text) {
        return new ClientId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
