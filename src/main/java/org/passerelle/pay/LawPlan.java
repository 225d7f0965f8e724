package org.passerelle.pay;

import java.util.EnumMap;
import java.util.Map;
import org.passerelle.law.Law;

/// The law of one span of days, compiled for the computation: rates as whole numbers, names resolved once.
final class LawPlan {

    static final String SHORT_CONTRACT = "pas_short_contract_abatement";
    private static final String REGIONAL = "vmrr";

    final long pmss;
    /// 12 × the monthly minimum wage of a full-time month, in 10⁻⁹ €: hourly × hours of the year.
    final long smic12;

    /// The legal week in hundredths of an hour.
    final long legalHours;

    /// Days of a full forfait-jours.
    final long forfaitDays;

    final int four;
    final int eight;
    final int eleven;
    final int fifty;
    final int supplementFrom;
    final int supplementHighFrom;

    final long maladie;
    /// Reduced rate less full rate, or 0 where none exists.
    final long maladieCut;

    final long maladieLimit12;
    final long famille;
    final long familleCut;
    final long familleLimit12;
    final Shares plafonnee;
    final Shares deplafonnee;
    final Shares arrcoT1;
    final Shares arrcoT2;
    final Shares cegT1;
    final Shares cegT2;
    final Shares cet;
    final Shares apec;
    final long chomage;
    final long ags;
    final long fnalSmall;
    final long fnalLarge;
    final long csa;
    final long dialogue;
    final long formationSmall;
    final long formationLarge;
    final long cpfCdd;
    final long apprenticeshipMain;
    final long apprenticeshipBalance;
    final long apprentissage;
    final StepTable supplement;
    final StepTable supplementHigh;
    final long peec;
    /// Most that a region may ask, or 0 before it could.
    final long regionalMost;
    final long forfaitSocial;
    final long prevoyance;
    /// Employer's cover that bears no contributions.
    final CoverLimit coverExempt;
    /// Cover that is deducted from taxable income.
    final CoverLimit coverDeductible;
    final long csgKept;
    final long csgDeductible;
    final long csgNonDeductible;
    final long crds;
    final Reduction reductionSmall;
    final Reduction reductionLarge;
    final StepTable[] neutral;
    /// Taken off before the neutral table is read for a short contract, or -1 where no amount is known.
    final long shortContractCut;
    private final Map<LineKind, LineRule> small = new EnumMap<>(LineKind.class);
    private final Map<LineKind, LineRule> large = new EnumMap<>(LineKind.class);

    LawPlan(Law law) {
        pmss = Nanos.of(law.money("pmss"));
        smic12 = Nanos.of(law.money("smic_hourly")) * law.number("smic_hours_year");
        legalHours = 100L * law.number("legal_week");
        forfaitDays = law.number("forfait_jours");
        four = law.number("ceiling_multiple_4p");
        if (law.number("csg_abatement_ceiling") != four) throw new IllegalStateException("CSG needs its own ceiling");
        eight = law.number("ceiling_multiple_8p");
        eleven = law.number("threshold_eleven");
        fifty = law.number("threshold_fnal");
        supplementFrom = law.number("threshold_apprenticeship_supplement");
        supplementHighFrom = law.number("threshold_apprenticeship_supplement_high");
        maladie = employer(law, "maladie");
        famille = employer(law, "allocations_familiales");
        boolean reduced = law.covers("maladie_reduced");
        maladieCut = reduced ? employer(law, "maladie_reduced") - maladie : 0;
        maladieLimit12 = reduced ? limit12(law, "maladie_reduced_threshold") : 0;
        familleCut = reduced ? employer(law, "allocations_familiales_reduced") - famille : 0;
        familleLimit12 = reduced ? limit12(law, "allocations_familiales_reduced_threshold") : 0;
        plafonnee = Shares.of(law, "vieillesse_plafonnee");
        deplafonnee = Shares.of(law, "vieillesse_deplafonnee");
        arrcoT1 = Shares.of(law, "agirc_arrco_t1");
        arrcoT2 = Shares.of(law, "agirc_arrco_t2");
        cegT1 = Shares.of(law, "ceg_t1");
        cegT2 = Shares.of(law, "ceg_t2");
        cet = Shares.of(law, "cet");
        apec = Shares.of(law, "apec");
        chomage = employer(law, "chomage");
        ags = employer(law, "ags");
        fnalSmall = employer(law, "fnal_small");
        fnalLarge = employer(law, "fnal_large");
        csa = employer(law, "csa");
        dialogue = employer(law, "dialogue_social");
        formationSmall = employer(law, "formation_small");
        formationLarge = employer(law, "formation_large");
        cpfCdd = employer(law, "cpf_cdd");
        apprenticeshipMain = employer(law, "taxe_apprentissage_main");
        apprenticeshipBalance = employer(law, "taxe_apprentissage_balance");
        apprentissage = apprenticeshipMain + apprenticeshipBalance;
        supplement = new StepTable(law.table("apprentissage_supplement"));
        supplementHigh = new StepTable(law.table("apprentissage_supplement_2000"));
        peec = employer(law, "peec");
        regionalMost = law.covers(REGIONAL) ? employer(law, REGIONAL) : 0;
        forfaitSocial = employer(law, "forfait_social");
        prevoyance = employer(law, "prevoyance_cadres");
        coverExempt = CoverLimit.of(law, "psc_exempt", 1);
        coverDeductible = CoverLimit.of(law, "psc_tax_deduct", eight);
        csgKept = Nanos.RATE_ONE - Nanos.rate(law.rate("csg_abatement"));
        csgDeductible = Nanos.rate(law.employee("csg_deductible"));
        csgNonDeductible = Nanos.rate(law.employee("csg_non_deductible"));
        crds = Nanos.rate(law.employee("crds"));
        reductionSmall = Reduction.of(law, false);
        reductionLarge = Reduction.of(law, true);
        shortContractCut = law.covers(SHORT_CONTRACT) ? Nanos.of(law.money(SHORT_CONTRACT)) : -1;
        neutral = new StepTable[Zone.values().length];
        for (Zone zone : Zone.values()) neutral[zone.ordinal()] = new StepTable(law.table(zone.parameter()));
        name(law, reduced);
    }

    /// @param employee in 10⁻⁷
    /// @param employer in 10⁻⁷
    record Shares(long employee, long employer) {

        static Shares of(Law law, String code) {
            return new Shares(Nanos.rate(law.employee(code)), Nanos.rate(law.employer(code)));
        }
    }

    LineRule rule(LineKind kind, boolean largeFirm) {
        var rule = (largeFirm ? large : small).get(kind);
        if (rule == null) throw new IllegalStateException("no rule for " + kind);
        return rule;
    }

    /// A reduction is known for these days.
    boolean reduces() {
        return reductionSmall != Reduction.NONE;
    }

    /// `FORMATION` changes at eleven employees, `FNAL` and the reduction at fifty.
    LineRule rule(LineKind kind, PayTerms terms) {
        return rule(kind, terms.headcount >= (kind == LineKind.FORMATION ? eleven : fifty));
    }

    private static long employer(Law law, String code) {
        return Nanos.rate(law.employer(code));
    }

    private static long limit12(Law law, String code) {
        var smic = law.money("smic_hourly_reduced_rates").toBigDecimal();
        return smic.multiply(law.decimal("smic_hours_year"))
                .multiply(law.decimal(code))
                .movePointRight(9)
                .longValueExact();
    }

    private void name(Law law, boolean reduced) {
        if (reduced) {
            both(law, LineKind.MALADIE, Base.GROSS, "maladie", "maladie_reduced");
            both(
                    law,
                    LineKind.ALLOCATIONS_FAMILIALES,
                    Base.GROSS,
                    "allocations_familiales",
                    "allocations_familiales_reduced");
        } else {
            both(law, LineKind.MALADIE, Base.GROSS, "maladie");
            both(law, LineKind.ALLOCATIONS_FAMILIALES, Base.GROSS, "allocations_familiales");
        }
        both(law, LineKind.VIEILLESSE_PLAFONNEE, Base.T1, "vieillesse_plafonnee");
        both(law, LineKind.VIEILLESSE_DEPLAFONNEE, Base.GROSS, "vieillesse_deplafonnee");
        both(law, LineKind.ATMP, Base.GROSS, "atmp");
        both(law, LineKind.AGIRC_ARRCO, new Base[] {Base.T1, Base.T2}, "agirc_arrco_t1", "agirc_arrco_t2");
        both(law, LineKind.CEG, new Base[] {Base.T1, Base.T2}, "ceg_t1", "ceg_t2");
        both(law, LineKind.CET, Base.UP_TO_8_CEILINGS, "cet");
        both(law, LineKind.APEC, Base.UP_TO_4_CEILINGS, "apec");
        both(law, LineKind.CHOMAGE, Base.UP_TO_4_CEILINGS, "chomage");
        both(law, LineKind.AGS, Base.UP_TO_4_CEILINGS, "ags");
        small.put(LineKind.FNAL, LineRule.of(law, LineKind.FNAL, new Base[] {Base.T1}, "fnal_small"));
        large.put(LineKind.FNAL, LineRule.of(law, LineKind.FNAL, new Base[] {Base.GROSS}, "fnal_large"));
        both(law, LineKind.CSA, Base.GROSS, "csa");
        both(law, LineKind.DIALOGUE_SOCIAL, Base.GROSS, "dialogue_social");
        small.put(LineKind.FORMATION, LineRule.of(law, LineKind.FORMATION, new Base[] {Base.GROSS}, "formation_small"));
        large.put(LineKind.FORMATION, LineRule.of(law, LineKind.FORMATION, new Base[] {Base.GROSS}, "formation_large"));
        both(law, LineKind.CPF_CDD, Base.GROSS, "cpf_cdd");
        both(
                law,
                LineKind.TAXE_APPRENTISSAGE,
                Base.GROSS,
                "taxe_apprentissage_main",
                "taxe_apprentissage_balance",
                "apprentissage_supplement",
                "apprentissage_supplement_2000");
        both(law, LineKind.PEEC, Base.GROSS, "peec");
        if (regionalMost == 0) both(law, LineKind.VERSEMENT_MOBILITE, Base.GROSS, "versement_mobilite");
        else both(law, LineKind.VERSEMENT_MOBILITE, Base.GROSS, "versement_mobilite", REGIONAL);
        both(law, LineKind.FORFAIT_SOCIAL, Base.EMPLOYER_COVER, "forfait_social");
        both(law, LineKind.PREVOYANCE_CADRES, Base.FULL_T1, "prevoyance_cadres");
        both(law, LineKind.MUTUELLE, Base.PREMIUM, "mutuelle_er_share_min");
        both(law, LineKind.CSG_DEDUCTIBLE, Base.CSG, "csg_deductible");
        both(law, LineKind.CSG_NON_DEDUCTIBLE, Base.CSG, "csg_non_deductible");
        both(law, LineKind.CRDS, Base.CSG, "crds");
        nameReduction(law, small, "small");
        nameReduction(law, large, "large");
    }

    private static void nameReduction(Law law, Map<LineKind, LineRule> rules, String size) {
        var base = new Base[] {Base.REDUCTION_PAY};
        if (law.covers("rgdu_tmin")) {
            rules.put(
                    LineKind.REDUCTION_GENERALE,
                    LineRule.of(
                            law,
                            LineKind.REDUCTION_GENERALE,
                            base,
                            "rgdu_tdelta_" + size,
                            "rgdu_tmin",
                            "rgdu_power",
                            "rgdu_exit_smic",
                            "smic_hourly"));
        } else if (law.covers("rg_max_" + size)) {
            rules.put(
                    LineKind.REDUCTION_GENERALE,
                    LineRule.of(
                            law, LineKind.REDUCTION_GENERALE, base, "rg_max_" + size, "rg_exit_smic", "smic_hourly"));
        }
    }

    private void both(Law law, LineKind kind, Base base, String... parameters) {
        both(law, kind, new Base[] {base}, parameters);
    }

    private void both(Law law, LineKind kind, Base[] bases, String... parameters) {
        var rule = LineRule.of(law, kind, bases, parameters);
        small.put(kind, rule);
        large.put(kind, rule);
    }
}
