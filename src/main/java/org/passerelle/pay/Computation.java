package org.passerelle.pay;

/// One month being computed. The parts that do not depend on the gross are worked out once, so that the inverse can
/// ask for many grosses. All sums in 10⁻⁹ €.
final class Computation {

    final LawPlan plan;
    final PayTerms terms;
    final YearToDate before;

    // of the month, whatever the gross
    final long ceilings;
    /// The month's ceiling for its days, whatever the hours.
    final long monthCeiling;
    final long coverCeilings;
    final long sicknessLimit;
    final long familyLimit;
    final Reduction reduction;
    final boolean samePeriod;
    private final long fullSmic;
    /// Full time, in hundredths of an hour a week or in days a year.
    private final long full;
    private final long supplement;

    // of the gross
    /// Pay itself, as agreed and paid.
    long cash;
    /// Pay subject to contributions: with the employer's cover beyond what is exempt.
    long gross;
    /// Employer's prévoyance and health cover beyond the limit of exemption.
    long excess;
    long t1;
    long t2;
    long upTo4;
    long upTo8;
    long cover;
    long coverPart;
    long csgBase;
    long sicknessReduced;
    long familyReduced;
    long reductionPay;
    long reductionSmic;
    int coefficient;
    long reductionSum;
    final long[] employer = new long[LineKind.COUNT];
    final long[] employee = new long[LineKind.COUNT];
    long employerTotal;
    long employeeTotal;

    Computation(LawPlan plan, PayInput input, YearToDate before) {
        this.plan = plan;
        this.terms = input.terms();
        this.before = before;
        boolean inDays = terms.daysPerYear > 0;
        full = inDays ? plan.forfaitDays : plan.legalHours;
        // overtime counts in the minimum wage (D241-7 IV), a forfait beyond 218 days does not
        long time = inDays ? Math.min(terms.daysPerYear, full) : terms.hoursHundredths;
        // part-time lowers the ceiling, overtime never raises it
        ceilings = before.ceiling() + input.ceiling().of(byTime(plan.pmss, Math.min(time, full)));
        monthCeiling = input.ceiling().of(plan.pmss);
        coverCeilings = before.coverCeiling() + monthCeiling;
        fullSmic = input.smic().of(byTime(plan.smic12, time));
        sicknessLimit = before.sicknessLimit() + input.smic().of(byTime(plan.maladieLimit12, time));
        familyLimit = before.familyLimit() + input.smic().of(byTime(plan.familleLimit12, time));
        reduction = terms.headcount >= plan.fifty ? plan.reductionLarge : plan.reductionSmall;
        samePeriod = before.reductionSince() == reduction.since().toEpochDay();
        supplement = supplementRate();
    }

    private long byTime(long sum, long time) {
        return time == full ? sum : Nanos.divideHalfUp(sum * time, full);
    }

    long regional() {
        return Math.min(terms.versementMobiliteRegional, plan.regionalMost);
    }

    private long supplementRate() {
        if (terms.headcount < plan.supplementFrom) return 0;
        var table = terms.headcount < plan.supplementHighFrom ? plan.supplement : plan.supplementHigh;
        return table.rateFor(terms.alternantsShare);
    }

    /// Works out every line for this gross and returns what the month costs the employer.
    long run(long grossCents) {
        cash = grossCents * Nanos.PER_CENT;
        employerTotal = 0;
        employeeTotal = 0;
        cover();
        bases(cash + excess);
        health();
        retirement();
        unemployment();
        others();
        csg();
        reduce();
        return cash + employerTotal;
    }

    /// Prévoyance is a percentage of pay before any excess joins it; the excess over the exemption does (D242-1).
    /// Interpretation: the limit is measured month by month, on the ceiling of the days present.
    private void cover() {
        cover = terms.cadre
                ? Math.min(before.coverGross() + cash, coverCeilings)
                        - Math.min(before.coverGross(), before.coverCeiling())
                : 0;
        long prevoyance = Nanos.times(cover, plan.prevoyance);
        set(LineKind.PREVOYANCE_CADRES, prevoyance, 0);
        set(LineKind.MUTUELLE, terms.premiumEmployer, terms.premium - terms.premiumEmployer);
        coverPart = prevoyance + terms.premiumEmployer;
        excess = Math.max(0, coverPart - plan.coverExempt.of(monthCeiling, cash));
    }

    /// Capped bases are differences of sums since January (R242-2 II); some may be negative.
    private void bases(long month) {
        gross = month;
        long sum = before.gross() + month;
        long capped = Math.min(sum, ceilings);
        t1 = capped - Math.min(before.gross(), before.ceiling());
        long eightBefore = Math.min(before.gross(), plan.eight * before.ceiling());
        long eight = Math.min(sum, plan.eight * ceilings);
        t2 = eight - eightBefore - t1;
        upTo4 = capAtFour(sum);
        // CET: nothing until the sum of pay exceeds the ceilings, then from the first euro, and back
        upTo8 = (sum > ceilings ? eight : 0) - (before.gross() > before.ceiling() ? eightBefore : 0);
        sicknessReduced = reducedBase(sum, plan.maladieCut, sicknessLimit, before.sicknessLimit());
        familyReduced = reducedBase(sum, plan.familleCut, familyLimit, before.familyLimit());
    }

    private long capAtFour(long sum) {
        return Math.min(sum, plan.four * ceilings) - Math.min(before.gross(), plan.four * before.ceiling());
    }

    /// Pay to which the reduced rate applies: the whole sum while it does not exceed the limit, else none.
    private long reducedBase(long sum, long cut, long limit12, long limit12Before) {
        if (cut == 0) return 0;
        return (12 * sum <= limit12 ? sum : 0) - (12 * before.gross() <= limit12Before ? before.gross() : 0);
    }

    private void health() {
        set(LineKind.MALADIE, Nanos.times(gross, plan.maladie) + Nanos.times(sicknessReduced, plan.maladieCut), 0);
        set(
                LineKind.ALLOCATIONS_FAMILIALES,
                Nanos.times(gross, plan.famille) + Nanos.times(familyReduced, plan.familleCut),
                0);
        set(LineKind.ATMP, Nanos.times(gross, terms.atmp), 0);
    }

    private void retirement() {
        set(LineKind.VIEILLESSE_PLAFONNEE, t1, plan.plafonnee);
        set(LineKind.VIEILLESSE_DEPLAFONNEE, gross, plan.deplafonnee);
        both(LineKind.AGIRC_ARRCO, plan.arrcoT1, plan.arrcoT2);
        both(LineKind.CEG, plan.cegT1, plan.cegT2);
        set(LineKind.CET, upTo8, plan.cet);
    }

    private void unemployment() {
        set(LineKind.CHOMAGE, Nanos.times(upTo4, plan.chomage), 0);
        set(LineKind.AGS, Nanos.times(upTo4, plan.ags), 0);
        if (terms.cadre) set(LineKind.APEC, upTo4, plan.apec);
        else set(LineKind.APEC, 0, 0);
    }

    private void others() {
        boolean elevenOrMore = terms.headcount >= plan.eleven;
        boolean fiftyOrMore = terms.headcount >= plan.fifty;
        set(LineKind.FNAL, fiftyOrMore ? Nanos.times(gross, plan.fnalLarge) : Nanos.times(t1, plan.fnalSmall), 0);
        set(LineKind.CSA, Nanos.times(gross, plan.csa), 0);
        set(LineKind.DIALOGUE_SOCIAL, Nanos.times(gross, plan.dialogue), 0);
        set(LineKind.FORMATION, Nanos.times(gross, elevenOrMore ? plan.formationLarge : plan.formationSmall), 0);
        set(LineKind.CPF_CDD, terms.fixedTerm ? Nanos.times(gross, plan.cpfCdd) : 0, 0);
        set(LineKind.TAXE_APPRENTISSAGE, Nanos.times(gross, plan.apprentissage + supplement), 0);
        set(LineKind.PEEC, fiftyOrMore ? Nanos.times(gross, plan.peec) : 0, 0);
        set(
                LineKind.VERSEMENT_MOBILITE,
                elevenOrMore ? Nanos.times(gross, terms.versementMobilite + regional()) : 0,
                0);
        set(LineKind.FORFAIT_SOCIAL, elevenOrMore ? Nanos.times(coverPart, plan.forfaitSocial) : 0, 0);
    }

    /// 98.25 % of pay up to four ceilings, all above, and the employer's whole cover without abatement (L136-2).
    private void csg() {
        long abated = excess == 0 ? upTo4 : capAtFour(before.gross() + cash);
        csgBase = Nanos.times(abated, plan.csgKept) + cash - abated + coverPart;
        set(LineKind.CSG_DEDUCTIBLE, 0, Nanos.times(csgBase, plan.csgDeductible));
        set(LineKind.CSG_NON_DEDUCTIBLE, 0, Nanos.times(csgBase, plan.csgNonDeductible));
        set(LineKind.CRDS, 0, Nanos.times(csgBase, plan.crds));
    }

    /// One coefficient for the sums of the period, less what was taken before: the month may give some back.
    private void reduce() {
        long smic = terms.equivalentHours ? Math.min(fullSmic, 12 * gross) : fullSmic;
        reductionPay = (samePeriod ? before.reductionPay() : 0) + gross;
        reductionSmic = (samePeriod ? before.reductionSmic() : 0) + smic;
        coefficient = reduction.coefficient(reductionPay, reductionSmic);
        reductionSum = coefficient == 0 ? 0 : Nanos.times(reductionPay, 1_000L * coefficient);
        set(LineKind.REDUCTION_GENERALE, (samePeriod ? before.reductionTaken() : 0) - reductionSum, 0);
    }

    private void both(LineKind kind, LawPlan.Shares first, LawPlan.Shares second) {
        set(
                kind,
                Nanos.times(t1, first.employer()) + Nanos.times(t2, second.employer()),
                Nanos.times(t1, first.employee()) + Nanos.times(t2, second.employee()));
    }

    private void set(LineKind kind, long base, LawPlan.Shares shares) {
        set(kind, Nanos.times(base, shares.employer()), Nanos.times(base, shares.employee()));
    }

    private void set(LineKind kind, long ofEmployer, long ofEmployee) {
        employer[kind.ordinal()] = ofEmployer;
        employee[kind.ordinal()] = ofEmployee;
        employerTotal += ofEmployer;
        employeeTotal += ofEmployee;
    }

    long netBeforeTax() {
        return cash - employeeTotal;
    }

    /// What the worker pays for cover and the employer for prévoyance, beyond what may be deducted from income; the
    /// employer's health cover is income from the first euro and does not count here (CGI 83 1° quater).
    long taxedCover() {
        long deducted = employee[LineKind.MUTUELLE.ordinal()] + employer[LineKind.PREVOYANCE_CADRES.ordinal()];
        return Math.max(0, deducted - plan.coverDeductible.of(monthCeiling, cash));
    }

    /// What the tax office calls the net: CSG and CRDS that are not deductible and the employer's share of the
    /// health cover come back in (CGI 83 1° quater); the employer's prévoyance does not.
    long netTaxable() {
        return netBeforeTax()
                + taxedCover()
                + employee[LineKind.CSG_NON_DEDUCTIBLE.ordinal()]
                + employee[LineKind.CRDS.ordinal()]
                + employer[LineKind.MUTUELLE.ordinal()];
    }

    /// What the rate is applied to: net taxable, less an abatement for a short contract at the neutral rate.
    long withheldOn(long taxable) {
        boolean cut = terms.shortContract && terms.personalRate < 0;
        return cut ? Math.max(0, taxable - plan.shortContractCut) : taxable;
    }

    long withholdingRate(long withheldOn) {
        return terms.personalRate >= 0 ? terms.personalRate : neutral().rateFor(withheldOn);
    }

    private StepTable neutral() {
        return plan.neutral[terms.worker().zone().ordinal()];
    }

    /// Every rate that may apply, from the lowest.
    long[] withholdingRates() {
        return terms.personalRate >= 0
                ? new long[] {terms.personalRate}
                : neutral().rates();
    }

    /// Never below zero.
    static long withheldCents(long withheldOn, long rate) {
        return Math.max(0, Nanos.toCents(Nanos.times(withheldOn, rate)));
    }

    long netPaidAt(long rate) {
        return netBeforeTax() - withheldCents(withheldOn(netTaxable()), rate) * Nanos.PER_CENT;
    }

    long supplement() {
        return supplement;
    }
}
