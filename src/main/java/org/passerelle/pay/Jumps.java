package org.passerelle.pay;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// Finds what makes the cost jump between one gross and the next cent.
final class Jumps {

    /// Far above what a cent of gross may cost a line, far below any jump.
    private static final long NOTICEABLE = Nanos.PER_CENT;

    private Jumps() {}

    /// @param month is left as computed for the gross after
    static List<Jump> above(Computation month, long grossCents) {
        month.run(grossCents);
        var lines = month.employer.clone();
        int coefficient = month.coefficient;
        month.run(grossCents + 1);
        var jumps = new ArrayList<Jump>();
        for (var kind : LineKind.values()) {
            long step = month.employer[kind.ordinal()] - lines[kind.ordinal()];
            if (step <= NOTICEABLE) continue;
            var plan = month.plan;
            switch (kind) {
                case CET -> jumps.add(jump(Jump.Cause.CET, month.ceilings, 0, plan.cet.employer(), step));
                case MALADIE ->
                    jumps.add(jump(
                            Jump.Cause.SICKNESS_RATE,
                            month.sicknessLimit / 12,
                            plan.maladie + plan.maladieCut,
                            plan.maladie,
                            step));
                case ALLOCATIONS_FAMILIALES ->
                    jumps.add(jump(
                            Jump.Cause.FAMILY_RATE,
                            month.familyLimit / 12,
                            plan.famille + plan.familleCut,
                            plan.famille,
                            step));
                case REDUCTION_GENERALE -> jumps.add(reduction(month, coefficient, step));
                default -> {
                    // forfait social, training, transport …: proportional to pay
                }
            }
        }
        return jumps;
    }

    private static Jump reduction(Computation month, int coefficient, long step) {
        long exit = month.reduction.exit(month.reductionSmic);
        boolean lost = month.coefficient == 0 && coefficient > 1;
        return jump(
                lost ? Jump.Cause.REDUCTION_LOST : Jump.Cause.REDUCTION_STEP,
                lost ? exit : 0,
                1_000L * coefficient,
                1_000L * month.coefficient,
                step);
    }

    private static Jump jump(Jump.Cause cause, long limit, long from, long to, long step) {
        Rate before = Nanos.toRate(from);
        return new Jump(
                cause, limit == 0 ? Money.ZERO : Nanos.money(limit), before, Nanos.toRate(to), Nanos.amount(step));
    }
}
