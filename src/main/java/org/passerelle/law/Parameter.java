package org.passerelle.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A dated parameter: one YAML file.
///
/// @param folder subject under which the file lies: `contributions`
/// @param label in French, as documents print it
/// @param payslip label of the payslip line in which it is printed (several parameters may share one line)
/// @param article where it is to be read
/// @param base what it applies to
/// @param group block of the payslip, or empty
/// @param when condition in words, or empty
/// @param rounding how results are rounded
/// @param checked day on which a person last held the newest value against its source
/// @param versions by rising day, none overlapping
public record Parameter(
        String code,
        String folder,
        String label,
        String payslip,
        String article,
        String base,
        String group,
        String when,
        String rounding,
        LocalDate checked,
        String note,
        List<Version> versions) {

    public Parameter {
        versions = List.copyOf(versions);
    }

    public Optional<Version> on(LocalDate day) {
        return versions.stream().filter(v -> v.covers(day)).findFirst();
    }
}
