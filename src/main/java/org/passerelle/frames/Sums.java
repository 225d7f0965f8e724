package org.passerelle.frames;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;

/// Sums and thresholds of the catalogue that need nothing but the law of a day.
public final class Sums {

    private static final BigDecimal DAYS_IN_A_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal MONTHS_IN_A_YEAR = BigDecimal.valueOf(12);

    private Sums() {}

    /// The financial guarantee of a portage company: a part of last year's payroll, never below two ceilings (PS-22).
    public static Money guarantee(Money payrollOfLastYear, Law law) {
        var floor = law.amount("pass").times(law.decimal("GF_MIN_PASS"));
        return payrollOfLastYear.exact().times(law.rate("GF_RATE")).max(floor).roundHalfUp();
    }

    /// May a declared body also do other things (SP-04)? Fewer than eleven employees, other turnover of the previous
    /// calendar year at most 30 % of the total.
    public static boolean exemptFromExclusivity(int employees, Money total, Money other, Law law) {
        return employees < law.number("SAP_EXEMPT_HEADCOUNT")
                && other.exact().compareTo(total.exact().times(law.rate("SAP_EXEMPT_SHARE"))) <= 0;
    }

    /// Social contributions of a liberal micro-entreprise (BNC, general scheme) on what was received (ME-04, ME-06).
    ///
    /// @param acre on the day of creation the law of [#created] says how much of the rate is waived; null without
    public static Money microContributions(Money received, @org.jspecify.annotations.Nullable Law created, Law law) {
        var rate = law.rate("micro_social_services_bnc");
        if (created != null) {
            var kept = BigDecimal.ONE.subtract(created.rate("micro_acre_cut").ratio());
            rate = new Rate(rate.ratio().multiply(kept));
        }
        return received.exact().times(rate).roundHalfUp();
    }

    /// Contribution to training of a liberal micro-entreprise (ME-04).
    public static Money microTraining(Money received, Law law) {
        return received.exact().times(law.rate("micro_cfp_liberal")).roundHalfUp();
    }

    /// When VAT begins for services under the franchise (ME-03).
    public enum Vat {
        NEVER,
        NEXT_YEAR,
        AT_ONCE
    }

    /// @param received of the calendar year so far
    public static Vat vatOfServices(Money received, Law law) {
        if (received.compareTo(law.money("vat_franchise_services")) <= 0) return Vat.NEVER;
        return received.compareTo(law.money("vat_franchise_services_tolerance")) <= 0 ? Vat.NEXT_YEAR : Vat.AT_ONCE;
    }

    /// Late penalties of an invoice between professionals, day by day on 365; the flat recovery fee comes on top
    /// (IN-21).
    ///
    /// @param due last day on which payment was in time
    public static Money latePenalty(Money sum, Rate yearly, LocalDate due, LocalDate paid) {
        long late = Math.max(0, ChronoUnit.DAYS.between(due, paid));
        return new Amount(sum.exact()
                        .times(yearly)
                        .times(BigDecimal.valueOf(late))
                        .value()
                        .divide(DAYS_IN_A_YEAR, 10, RoundingMode.HALF_UP))
                .roundHalfUp();
    }

    /// Legal dismissal indemnity: a quarter of a month per year up to ten years, a third beyond (UN-05).
    ///
    /// @param months of uninterrupted seniority; whole months count
    public static Money dismissalIndemnity(Money referencePay, int months, Law law) {
        if (months < law.number("DISMISSAL_MIN_MONTHS")) return Money.ZERO;
        var years = BigDecimal.valueOf(months).divide(MONTHS_IN_A_YEAR, 10, RoundingMode.HALF_UP);
        var first = years.min(law.decimal("DISMISSAL_FIRST_YEARS"));
        var quarter = first.divide(law.decimal("DISMISSAL_FIRST_DIVISOR"), 10, RoundingMode.HALF_UP);
        var third = years.subtract(first).divide(law.decimal("DISMISSAL_LATER_DIVISOR"), 10, RoundingMode.HALF_UP);
        return referencePay.exact().times(quarter.add(third)).roundHalfUp();
    }

    /// Indemnity at the end of a fixed-term contract that no open-ended one follows (PS-51).
    public static Money endOfContract(Money grossOfContract, boolean openEndedFollows, Law law) {
        return openEndedFollows
                ? Money.ZERO
                : grossOfContract.exact().times(law.rate("portage_cdd_end")).roundHalfUp();
    }

    /// Must the buyer collect the vigilance file (KY-10)? At signature, then every six months.
    public static boolean vigilanceFile(Money contractTotal, Law law) {
        return contractTotal.compareTo(law.money("vigilance_threshold")) >= 0;
    }
}
