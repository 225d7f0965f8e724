package org.passerelle.simulator.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.pay.LineKind;
import org.passerelle.pay.Payslip;

/// A payslip of another operator beside ours: the same gross, the same terms, line by line.
///
/// @param rows what was typed, in its order, lines that belong together as one row
/// @param untyped lines of ours that nobody typed
/// @param withoutBasis what lines without a legal basis that we know cost in the month
/// @param differing what is charged beyond our lines in the month; negative when it is less
public record PayslipCheck(List<Row> rows, List<LineKind> untyped, Money withoutBasis, Money differing) {

    /// A line may be off by a cent or two, as each is rounded by itself.
    private static final long CENTS_PER_LINE = 2;

    public PayslipCheck {
        rows = List.copyOf(rows);
        untyped = List.copyOf(untyped);
    }

    /// A line as typed: one sum, or the worker's and then the employer's.
    public record Typed(String label, Money first, @Nullable Money second) {}

    public enum State {
        SAME,
        DIFFERENT,
        /// We know the line, but nothing is due under these terms.
        NOT_DUE,
        NO_BASIS,
        BOOKING,
        EARNING,
        TOTAL
    }

    /// @param labels as typed
    /// @param theirs both shares together
    /// @param ours both shares together, or null where there is nothing to compare
    /// @param reason why there is no basis, or the figure of a total; else empty
    public record Row(
            List<String> labels,
            State state,
            Money theirs,
            @Nullable Money ours,
            Set<LineKind> kinds,
            String reason) {

        public Money difference() {
            return ours == null ? theirs : theirs.minus(ours);
        }
    }

    /// @return what a year of such months costs beyond what we compute
    public Money yearly() {
        return withoutBasis.plus(differing).times(12);
    }

    public static PayslipCheck of(List<Typed> lines, Payslip slip) {
        var known = new LinkedHashMap<Typed, LineNames.Meaning>();
        for (var line : lines) known.put(line, LineNames.of(line.label()));
        var rows = new ArrayList<Row>();
        var done = new HashSet<Typed>();
        var seen = EnumSet.noneOf(LineKind.class);
        var named = named(known);
        for (var entry : known.entrySet()) {
            if (done.contains(entry.getKey())) continue;
            rows.add(
                    switch (entry.getValue()) {
                        case LineNames.Meaning.Contribution(var kinds) -> {
                            var wanted = narrowed(kinds, named);
                            var together = together(known, wanted, named);
                            done.addAll(together);
                            seen.addAll(wanted);
                            yield contribution(together, wanted, slip);
                        }
                        case LineNames.Meaning.Total(var figure) -> total(entry.getKey(), figure, slip);
                        case LineNames.Meaning.Earning _ -> plain(entry.getKey(), State.EARNING, "");
                        case LineNames.Meaning.Booking _ -> plain(entry.getKey(), State.BOOKING, "");
                        case LineNames.Meaning.NoBasis(var reason) -> plain(entry.getKey(), State.NO_BASIS, reason);
                    });
        }
        return new PayslipCheck(rows, untyped(seen, slip), sum(rows, State.NO_BASIS), differing(rows));
    }

    /// Kinds that have a line of their own.
    private static Set<LineKind> named(java.util.Map<Typed, LineNames.Meaning> known) {
        var named = EnumSet.noneOf(LineKind.class);
        for (var meaning : known.values()) {
            if (meaning instanceof LineNames.Meaning.Contribution(var kinds) && kinds.size() == 1) named.addAll(kinds);
        }
        return named;
    }

    /// A line that groups kinds stands for those that have no line of their own.
    private static Set<LineKind> narrowed(Set<LineKind> kinds, Set<LineKind> named) {
        if (kinds.size() == 1) return kinds;
        var left = EnumSet.copyOf(kinds);
        left.removeAll(named);
        return left.isEmpty() ? kinds : left;
    }

    private static List<Typed> together(
            java.util.Map<Typed, LineNames.Meaning> known, Set<LineKind> wanted, Set<LineKind> named) {
        var together = new ArrayList<Typed>();
        known.forEach((line, meaning) -> {
            if (meaning instanceof LineNames.Meaning.Contribution(var kinds)
                    && narrowed(kinds, named).equals(wanted)) {
                together.add(line);
            }
        });
        return together;
    }

    private static Row contribution(List<Typed> lines, Set<LineKind> kinds, Payslip slip) {
        var worker = Money.ZERO;
        var employer = Money.ZERO;
        for (var kind : kinds) {
            worker = worker.plus(slip.employee(kind));
            employer = employer.plus(slip.employer(kind));
        }
        var labels = lines.stream().map(Typed::label).toList();
        var theirs = Money.ZERO;
        boolean oneSum = true;
        for (var line : lines) {
            theirs = theirs.plus(line.first());
            if (line.second() != null) {
                theirs = theirs.plus(line.second());
                oneSum = false;
            }
        }
        var both = worker.plus(employer);
        // a reduction is printed with or without its minus
        if (both.isNegative() && theirs.isPositive()) theirs = theirs.negated();
        var ours = oneSum ? nearest(theirs, worker, employer, both) : both;
        long slack = CENTS_PER_LINE * (lines.size() + kinds.size());
        boolean same = Math.abs(theirs.minus(ours).cents()) <= slack;
        var state = same ? State.SAME : both.isZero() ? State.NOT_DUE : State.DIFFERENT;
        return new Row(labels, state, theirs, ours, kinds, "");
    }

    /// With one sum nobody says whose share it is: the one that it is nearest to.
    private static Money nearest(Money theirs, Money... ours) {
        var best = ours[0];
        for (var sum : ours) {
            if (sum.isZero() && !best.isZero()) continue;
            if (best.isZero()
                    || theirs.minus(sum).abs().compareTo(theirs.minus(best).abs()) < 0) best = sum;
        }
        return best;
    }

    private static Row total(Typed line, String figure, Payslip slip) {
        var printed = slip.printed();
        var theirs = line.second() == null ? line.first() : line.second();
        var ours = switch (figure) {
            case "net" -> printed.netBeforeTax();
            case "social" -> printed.netSocial();
            case "taxable" -> printed.netTaxable();
            case "cost" -> printed.employerCost();
            case "gross" -> printed.gross();
            default -> null;
        };
        return new Row(List.of(line.label()), State.TOTAL, theirs, ours, Set.of(), figure);
    }

    private static Row plain(Typed line, State state, String reason) {
        var theirs = line.second() == null ? line.first() : line.first().plus(line.second());
        return new Row(List.of(line.label()), state, theirs, null, Set.of(), reason);
    }

    private static List<LineKind> untyped(Set<LineKind> seen, Payslip slip) {
        var untyped = new ArrayList<LineKind>();
        for (var kind : LineKind.values()) {
            boolean due = !slip.employee(kind).isZero() || !slip.employer(kind).isZero();
            if (due && !seen.contains(kind)) untyped.add(kind);
        }
        return untyped;
    }

    private static Money sum(List<Row> rows, State state) {
        return rows.stream()
                .filter(r -> r.state() == state)
                .map(r -> r.theirs().abs())
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money differing(List<Row> rows) {
        return rows.stream()
                .filter(r -> r.state() == State.DIFFERENT || r.state() == State.NOT_DUE)
                .map(Row::difference)
                .reduce(Money.ZERO, Money::plus);
    }
}
