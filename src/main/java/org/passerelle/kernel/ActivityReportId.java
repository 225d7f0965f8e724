package org.passerelle.kernel;

import java.util.UUID;

/// Names a monthly activity report. Random, never a counter (S-17).
public record ActivityReportId(UUID value) {

    public static ActivityReportId random() {
        return new ActivityReportId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static ActivityReportId of(String text) {
        return new ActivityReportId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
