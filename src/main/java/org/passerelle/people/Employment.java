package org.passerelle.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// The contract in a few figures, as payroll needs them.
///
/// @param entry first day in the entity
/// @param exit last day, null while it runs
/// @param cadre executive status, which decides contributions and printed wording
/// @param step step of the branch's grid (PS-64); null outside portage
/// @param hoursPerWeek working time of the contract, above 0 up to 48
/// @param job the work as the payslip names it: « Consultante en organisation »
/// @param fixedPart the fixed part of a CESA per month (CA-10), zero in portage
/// @param requestedGross the gross pay the worker wishes per month; null: all that the account allows
public record Employment(
        ContractKind kind,
        LocalDate entry,
        @Nullable LocalDate exit,
        boolean cadre,
        @Nullable PayStep step,
        BigDecimal hoursPerWeek,
        String job,
        Money fixedPart,
        @Nullable Money requestedGross) {

    private static final BigDecimal LONGEST_WEEK = BigDecimal.valueOf(48);

    public Employment {
        if (exit != null && exit.isBefore(entry)) throw new InvalidValue("range.order", entry + " – " + exit);
        if (hoursPerWeek.signum() <= 0 || hoursPerWeek.compareTo(LONGEST_WEEK) > 0) {
            throw new InvalidValue("hours.range", hoursPerWeek.toPlainString());
        }
        if (job.isBlank()) throw new InvalidValue("job.missing", "");
        if (fixedPart.isNegative()) throw new InvalidValue("money.positive", fixedPart.toString());
        if (requestedGross != null && requestedGross.isNegative()) {
            throw new InvalidValue("money.positive", requestedGross.toString());
        }
        boolean portage = kind == ContractKind.CDI || kind == ContractKind.CDD;
        if (!portage && step != null) throw new InvalidValue("step.outside_portage", step.name());
    }

    /// The same contract between other days.
    public Employment between(LocalDate first, @Nullable LocalDate last) {
        return new Employment(kind, first, last, cadre, step, hoursPerWeek, job, fixedPart, requestedGross);
    }

    /// Whether the contract runs on that day.
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(entry) && (exit == null || !day.isAfter(exit));
    }
}
