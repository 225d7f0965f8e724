package org.passerelle.kernel;

import java.util.UUID;

/// Names a group of operators, the tenant. Random, never a counter (S-17).
public record GroupId(UUID value) {

    public static GroupId random() {
        return new GroupId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static GroupId of(String text) {
        return new GroupId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
