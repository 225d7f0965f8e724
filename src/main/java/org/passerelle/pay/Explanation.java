package org.passerelle.pay;

import java.util.ArrayList;
import java.util.List;

/// From computed figures to lines that say where they come from.
final class Explanation {

    private Explanation() {}

    static PayLine line(Computation c, LineKind kind, long employer, long employee) {
        var rule = c.plan.rule(kind, c.terms);
        return new PayLine(rule, parts(c, kind, rule.parts()), employer, employee);
    }

    private static List<PayPart> parts(Computation c, LineKind kind, List<Part> parts) {
        var plan = c.plan;
        return switch (kind) {
            case MALADIE -> reducible(parts, c.gross, plan.maladie, c.sicknessReduced, plan.maladieCut);
            case ALLOCATIONS_FAMILIALES -> reducible(parts, c.gross, plan.famille, c.familyReduced, plan.familleCut);
            case ATMP -> one(parts, c.gross, c.terms.atmp);
            case VIEILLESSE_PLAFONNEE -> one(parts, c.t1, plan.plafonnee);
            case VIEILLESSE_DEPLAFONNEE -> one(parts, c.gross, plan.deplafonnee);
            case AGIRC_ARRCO -> two(c, parts, plan.arrcoT1, plan.arrcoT2);
            case CEG -> two(c, parts, plan.cegT1, plan.cegT2);
            case CET -> one(parts, c.upTo8, plan.cet);
            case APEC -> one(parts, c.upTo4, plan.apec);
            case CHOMAGE -> one(parts, c.upTo4, plan.chomage);
            case AGS -> one(parts, c.upTo4, plan.ags);
            case FNAL ->
                c.terms.headcount >= plan.fifty
                        ? one(parts, c.gross, plan.fnalLarge)
                        : one(parts, c.t1, plan.fnalSmall);
            case CSA -> one(parts, c.gross, plan.csa);
            case DIALOGUE_SOCIAL -> one(parts, c.gross, plan.dialogue);
            case FORMATION ->
                one(parts, c.gross, c.terms.headcount >= plan.eleven ? plan.formationLarge : plan.formationSmall);
            case CPF_CDD -> one(parts, c.gross, plan.cpfCdd);
            case TAXE_APPRENTISSAGE -> apprenticeship(c, parts);
            case PEEC -> one(parts, c.gross, plan.peec);
            case VERSEMENT_MOBILITE -> mobility(c, parts);
            case FORFAIT_SOCIAL -> one(parts, c.coverPart, plan.forfaitSocial);
            case PREVOYANCE_CADRES -> one(parts, c.cover, plan.prevoyance);
            case MUTUELLE -> List.of(premium(c, parts.getFirst()));
            case CSG_DEDUCTIBLE -> withheld(parts, c.csgBase, plan.csgDeductible);
            case CSG_NON_DEDUCTIBLE -> withheld(parts, c.csgBase, plan.csgNonDeductible);
            case CRDS -> withheld(parts, c.csgBase, plan.crds);
            // the coefficient on all pay of the period; what was taken in earlier months comes off the result
            case REDUCTION_GENERALE -> one(parts, c.reductionPay, -1_000L * c.coefficient);
        };
    }

    private static List<PayPart> one(List<Part> parts, long base, long employer) {
        return List.of(new PayPart(parts.getFirst(), base, employer, 0));
    }

    private static List<PayPart> one(List<Part> parts, long base, LawPlan.Shares shares) {
        return List.of(new PayPart(parts.getFirst(), base, shares.employer(), shares.employee()));
    }

    private static List<PayPart> withheld(List<Part> parts, long base, long employee) {
        return List.of(new PayPart(parts.getFirst(), base, 0, employee));
    }

    private static List<PayPart> two(Computation c, List<Part> parts, LawPlan.Shares t1, LawPlan.Shares t2) {
        var first = new PayPart(parts.getFirst(), c.t1, t1.employer(), t1.employee());
        if (c.t2 == 0) return List.of(first);
        return List.of(first, new PayPart(parts.getLast(), c.t2, t2.employer(), t2.employee()));
    }

    /// A month wholly at one rate is one part; a month that also puts earlier ones right shows the points regained
    /// or lost on the sum that they concern.
    private static List<PayPart> reducible(List<Part> parts, long gross, long full, long reduced, long cut) {
        if (reduced == 0) return List.of(new PayPart(parts.getFirst(), gross, full, 0));
        if (reduced == gross) return List.of(new PayPart(parts.getLast(), gross, full + cut, 0));
        return List.of(new PayPart(parts.getFirst(), gross, full, 0), new PayPart(parts.getLast(), reduced, cut, 0));
    }

    private static List<PayPart> apprenticeship(Computation c, List<Part> parts) {
        var all = new ArrayList<PayPart>(3);
        all.add(new PayPart(parts.get(0), c.gross, c.plan.apprenticeshipMain, 0));
        all.add(new PayPart(parts.get(1), c.gross, c.plan.apprenticeshipBalance, 0));
        if (c.supplement() != 0) {
            var part = parts.get(c.terms.headcount < c.plan.supplementHighFrom ? 2 : 3);
            all.add(new PayPart(part, c.gross, c.supplement(), 0));
        }
        return all;
    }

    private static List<PayPart> mobility(Computation c, List<Part> parts) {
        var commune = new PayPart(parts.getFirst(), c.gross, c.terms.versementMobilite, 0);
        if (c.regional() == 0) return List.of(commune);
        return List.of(commune, new PayPart(parts.getLast(), c.gross, c.regional(), 0));
    }

    private static PayPart premium(Computation c, Part part) {
        long share = c.terms.premium == 0 ? 0 : Nanos.rate(c.terms.employer().mutuelleEmployerShare());
        return new PayPart(part, c.terms.premium, share, Nanos.RATE_ONE - share);
    }
}
