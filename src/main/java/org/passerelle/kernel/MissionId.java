package org.passerelle.kernel;

import java.util.UUID;

/// Names a mission. Random, never a counter (S-17).
public record MissionId(UUID value) {

    public static MissionId random() {
        return new MissionId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static MissionId of(String text) {
        return new MissionId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
