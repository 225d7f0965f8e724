package org.passerelle.pay;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.law.Law;

/// What is always the same about a line under one law: its name, its article, its parameters.
///
/// @param label as the payslip prints it
/// @param group block of the payslip: `SANTE`
/// @param article the rule, as it is cited
/// @param source texts from which the values were taken
public record LineRule(LineKind kind, String label, String group, String article, String source, List<Part> parts) {

    /// @param parameters codes, the first of which gives label and block
    static LineRule of(Law law, LineKind kind, Base[] bases, String... parameters) {
        var parts = new Part[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            var version = law.version(parameters[i]);
            parts[i] = new Part(
                    parameters[i],
                    bases[Math.min(i, bases.length - 1)],
                    version.from(),
                    version.article(),
                    version.source(),
                    version.status());
        }
        var first = law.parameter(parameters[0]);
        return new LineRule(
                kind,
                first.payslip(),
                first.group(),
                List.of(parts).stream().map(Part::article).distinct().collect(Collectors.joining("; ")),
                List.of(parts).stream().map(Part::source).distinct().collect(Collectors.joining("; ")),
                List.of(parts));
    }
}
