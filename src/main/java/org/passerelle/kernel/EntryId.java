package org.passerelle.kernel;

import java.util.UUID;

/// Names an entry of the book. Random, never a counter (S-17).
public record EntryId(UUID value) {

    public static EntryId random() {
        return new EntryId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static EntryId of(String text) {
        return new EntryId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
