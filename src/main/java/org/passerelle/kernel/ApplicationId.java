package org.passerelle.kernel;

import java.util.UUID;

/// Names somebody's application to join an entity. Random, never a counter (S-17).
public record ApplicationId(UUID value) {

    public static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static ApplicationId of(String text) {
        return new ApplicationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
