package org.passerelle.kernel;

import java.util.UUID;

/// Names a payslip. Random, never a counter (S-17).
public record PayslipId(UUID value) {

    public static PayslipId random() {
        return new PayslipId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static PayslipId of(String text) {
        return new PayslipId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
