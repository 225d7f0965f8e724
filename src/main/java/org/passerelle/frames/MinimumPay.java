package org.passerelle.frames;

import static org.passerelle.frames.Ruling.ALLOWED;
import static org.passerelle.frames.Ruling.refuse;
import static org.passerelle.frames.Ruling.warn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Severity;

/// Can the price fund the minimum pay (PS-64), and the SMIC (PS-65b)?
///
/// The month at full time is compared: what the client pays for a full month, less the operator's fee, with the
/// minimum and its employer contributions. Interpretation: minimum, SMIC and ceilings are all prorated to the time
/// declared, so that the days of work do not change the answer unless the fee is a flat sum.
/// Interpretation (PS-65): the minimum is base pay, paid leave, apport and reserve together.
final class MinimumPay {

    private static final String OLD_GRID = "portage_min_old_";
    private static final BigDecimal MONTHS_IN_A_YEAR = BigDecimal.valueOf(12);

    private final Case facts;
    private final String step;

    private MinimumPay(Case facts, String step) {
        this.facts = facts;
        this.step = step;
    }

    static MinimumPay of(Case facts) {
        return new MinimumPay(facts, step(facts));
    }

    Ruling againstTheBranch() {
        return judge(branchMinimum(), step);
    }

    /// A second, independent check: when the base pay inside the step lies below the SMIC, the base is raised to it.
    Ruling againstTheSmic() {
        var required = smicMinimum();
        if (required.compareTo(branchMinimum()) <= 0) return ALLOWED;
        // What is missing, and a fee that is merely tight, the branch's minimum has said already.
        return judge(required, "smic_hourly") instanceof Ruling.Found found && found.severity() == Severity.REFUSE
                ? found.with("smic", smicMonthly()).with("branch", branchMinimum())
                : ALLOWED;
    }

    private Ruling judge(Money required, String parameter) {
        var terms = facts.question().terms();
        var fee = facts.question().house().fee();
        if (terms.pricePerDay() == null && terms.daysPerMonth() == null && fee != null) {
            return new Ruling.Asks(List.of(Fact.PRICE, Fact.DAYS));
        }
        if (terms.pricePerDay() == null) return new Ruling.Asks(List.of(Fact.PRICE));
        if (terms.daysPerMonth() == null && fee != null) return new Ruling.Asks(List.of(Fact.DAYS));

        var fullTime = facts.law().number("PS_FULL_TIME_DAYS");
        var days = terms.daysPerMonth() == null ? fullTime : terms.daysPerMonth();
        var share = days.divide(fullTime, 10, RoundingMode.HALF_UP).min(BigDecimal.ONE);
        var turnover = terms.pricePerDay().exact().times(days).roundHalfUp();
        var cost = PayCost.ofFullMonth(required, facts.law().law())
                .exact()
                .times(share)
                .roundHalfUp();
        var available = fee == null ? turnover : turnover.minus(fee.apply(turnover));
        var found = available.compareTo(cost) < 0
                ? refuse()
                : fee == null && isTight(turnover, cost) ? warn().variant("tight") : null;
        if (found == null) return ALLOWED;
        return found.using(parameter)
                .with("price", terms.pricePerDay())
                .with("days", Statute.plain(days))
                .with("turnover", turnover)
                .with("available", available)
                .with("minimum", required.exact().times(share).roundHalfUp())
                .with("fullTime", required)
                .with("cost", cost)
                .with("priceNeeded", priceNeeded(cost, days))
                .with("maxFee", maxFee(turnover, cost));
    }

    /// No operator is chosen: would the fee of an expensive one take what the minimum needs?
    private boolean isTight(Money turnover, Money cost) {
        var fee = turnover.exact().times(facts.law().rate("PS_FEE_MARKET_HIGH"));
        return turnover.exact().minus(fee).compareTo(cost.exact()) < 0;
    }

    private static Money priceNeeded(Money cost, BigDecimal days) {
        return Money.of(cost.toBigDecimal().divide(days, 2, RoundingMode.CEILING));
    }

    private static Rate maxFee(Money turnover, Money cost) {
        if (!turnover.isPositive()) return Rate.ZERO;
        var left = turnover.minus(cost).max(Money.ZERO).toBigDecimal();
        return new Rate(left.divide(turnover.toBigDecimal(), 3, RoundingMode.FLOOR));
    }

    /// The step's amount for a month at full time. The grid before amendment 12 came without the reserve.
    private Money branchMinimum() {
        var law = facts.law();
        var minimum = law.money("portage_reference_pmss").exact().times(law.rate(step));
        return (step.startsWith(OLD_GRID) ? minimum.plus(minimum.times(law.rate("portage_reserve_cdi"))) : minimum)
                .roundHalfUp();
    }

    /// The SMIC with the same leave, apport and reserve on top.
    private Money smicMinimum() {
        var law = facts.law();
        var onTop = BigDecimal.ONE
                .add(law.rate("portage_paid_leave").ratio())
                .add(law.rate("portage_apport_affaires").ratio())
                .add(law.rate("portage_reserve_cdi").ratio());
        return smicMonthly().exact().times(onTop).roundHalfUp();
    }

    private Money smicMonthly() {
        var year = facts.law().money("smic_hourly").exact().times(facts.law().number("smic_hours_year"));
        return Money.of(year.value().divide(MONTHS_IN_A_YEAR, 2, RoundingMode.HALF_UP));
    }

    // The grid of amendment 12 has four steps; the one before it had two for those paid by the hour.
    private static String step(Case facts) {
        boolean old = !facts.law().covers("portage_min_level1");
        return switch (orLowest(facts.question().house().step())) {
            case PREMIER_NIVEAU -> old ? "portage_min_old_junior" : "portage_min_level1";
            case JUNIOR -> old ? "portage_min_old_junior" : "portage_min_junior";
            case SENIOR -> old ? "portage_min_old_senior" : "portage_min_senior";
            case EXPERT -> old ? "portage_min_old_forfait_jours" : "portage_min_expert";
        };
    }

    private static PayStep orLowest(@Nullable PayStep step) {
        return step == null ? PayStep.PREMIER_NIVEAU : step;
    }
}
