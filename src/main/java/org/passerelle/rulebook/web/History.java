package org.passerelle.rulebook.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Content;
import org.passerelle.law.Parameter;
import org.passerelle.law.Version;

/// The history of a parameter as steps in a picture of 600 by 120; the table beside it says the same.
///
/// @param lines one path per value, at most two (employer, employee)
/// @param today where today stands from the left
public record History(List<Line> lines, int today) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 120;

    private static final int TOP = 12;
    private static final int BOTTOM = 108;
    private static final int MONTHS_AROUND = 6;

    public History {
        lines = List.copyOf(lines);
    }

    /// @param path of SVG, steps from left to right
    /// @param kind name of its class: `first`, `second`
    public record Line(String path, String kind) {}

    /// Nothing to draw for words, scales and a value that was never another one.
    static Optional<History> of(Parameter parameter, LocalDate today) {
        var versions = parameter.versions();
        if (versions.size() < 2 || figure(versions.getFirst(), true) == null) return Optional.empty();
        var from = versions.getFirst().from();
        var last = versions.getLast();
        var after = last.to() == null ? last.from() : last.to();
        var until = (after.isAfter(today) ? after : today).plusMonths(MONTHS_AROUND);
        boolean shares = versions.getFirst().content() instanceof Content.Shares;
        var highest = BigDecimal.ZERO;
        for (var version : versions) {
            for (boolean employer : new boolean[] {true, false}) {
                var value = figure(version, employer);
                if (value != null) highest = highest.max(value);
            }
        }
        if (highest.signum() == 0) return Optional.empty();
        var lines = new ArrayList<Line>();
        lines.add(new Line(path(versions, true, from, until, highest), "first"));
        if (shares && versions.stream().anyMatch(v -> nonZero(figure(v, false)))) {
            lines.add(new Line(path(versions, false, from, until, highest), "second"));
        }
        return Optional.of(new History(lines, x(today, from, until)));
    }

    private static boolean nonZero(@Nullable BigDecimal value) {
        return value != null && value.signum() != 0;
    }

    private static @Nullable BigDecimal figure(Version version, boolean employer) {
        return switch (version.content()) {
            case Content.Sum sum -> sum.amount().toBigDecimal();
            case Content.Proportion proportion -> proportion.rate().percent();
            case Content.Number number -> number.value();
            case Content.Shares shares -> (employer ? shares.employer() : shares.employee()).percent();
            case Content.Scale _, Content.Words _ -> null;
        };
    }

    private static String path(
            List<Version> versions, boolean employer, LocalDate from, LocalDate until, BigDecimal highest) {
        var path = new StringBuilder();
        LocalDate reached = null;
        for (var version : versions) {
            var value = figure(version, employer);
            if (value == null) continue;
            int y = y(value, highest);
            int start = x(version.from(), from, until);
            boolean joined = reached != null && reached.plusDays(1).equals(version.from());
            if (joined) path.append('H').append(start).append('V').append(y);
            else path.append('M').append(start).append(' ').append(y);
            reached = version.to() == null ? until : version.to();
            path.append('H').append(x(reached, from, until));
        }
        return path.toString();
    }

    private static int x(LocalDate day, LocalDate from, LocalDate until) {
        long whole = Math.max(1, until.toEpochDay() - from.toEpochDay());
        long here = Math.clamp(day.toEpochDay() - from.toEpochDay(), 0, whole);
        return (int) (here * WIDTH / whole);
    }

    private static int y(BigDecimal value, BigDecimal highest) {
        return BOTTOM
                - value.multiply(BigDecimal.valueOf(BOTTOM - TOP))
                        .divide(highest, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
