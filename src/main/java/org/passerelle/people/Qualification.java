package org.passerelle.people;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;

/// What PS-06 asks about. What is not known stays null and is asked for, never guessed.
///
/// @param diplomaLevel European level 3 (CAP) to 8 (doctorate), 0 for none; level 5 is bac+2
/// @param experienceMonths significant experience in the same sector, in months
public record Qualification(
        @Nullable Integer diplomaLevel, @Nullable Integer experienceMonths) {

    public static final Qualification UNKNOWN = new Qualification(null, null);

    public Qualification {
        if (diplomaLevel != null && (diplomaLevel < 0 || diplomaLevel > 8)) {
            throw new InvalidValue("diploma.level", diplomaLevel.toString());
        }
        if (experienceMonths != null && (experienceMonths < 0 || experienceMonths > 720)) {
            throw new InvalidValue("experience.months", experienceMonths.toString());
        }
    }
}
