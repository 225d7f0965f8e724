package org.passerelle.compte.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.operators.MinimumComposition;
import org.passerelle.people.PayStep;

/// The base pay below which declared time may not be paid: the step of the branch (PS-64, PS-65) and, as a second and
/// independent check, the minimum wage (PS-65b).
///
/// @param ofTheStep base that brings base, apport, leave and reserve together up to the step
/// @param ofTheSmic minimum wage for the same time
public record MinimumBase(Money ofTheStep, Money ofTheSmic) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /// @param time declared time over full time, 0 to 1
    public static MinimumBase of(Law law, PayStep step, MinimumComposition composition, BigDecimal time) {
        var parts = BigDecimal.ONE;
        if (composition.leave())
            parts = parts.add(law.rate("portage_paid_leave").ratio());
        if (composition.apport())
            parts = parts.add(law.rate("portage_apport_affaires").ratio());
        // the percentages of amendment 12 hold the reserve; in the grid before it the reserve came on top
        if (composition.reserve() && law.covers("portage_min_level1")) {
            parts = parts.add(law.rate("portage_reserve_cdi").ratio());
        }
        var amount = law.money("portage_reference_pmss").exact().times(law.rate(parameter(law, step)));
        var base = amount.roundHalfUp().toBigDecimal().multiply(time).divide(parts, 2, RoundingMode.CEILING);
        var smic = law.money("smic_hourly")
                .toBigDecimal()
                .multiply(law.decimal("smic_hours_year"))
                .multiply(time)
                .divide(MONTHS, 2, RoundingMode.HALF_UP);
        return new MinimumBase(Money.of(base), Money.of(smic));
    }

    /// The higher requirement.
    public Money required() {
        return ofTheStep.max(ofTheSmic);
    }

    // The grid before amendment 12 had two steps for those paid by the hour, and one for forfait-jours.
    private static String parameter(Law law, PayStep step) {
        boolean old = !law.covers("portage_min_level1");
        return switch (step) {
            case PREMIER_NIVEAU -> old ? "portage_min_old_junior" : "portage_min_level1";
            case JUNIOR -> old ? "portage_min_old_junior" : "portage_min_junior";
            case SENIOR -> old ? "portage_min_old_senior" : "portage_min_senior";
            case EXPERT -> old ? "portage_min_old_forfait_jours" : "portage_min_expert";
        };
    }
}
