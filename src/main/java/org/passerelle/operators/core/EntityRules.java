package org.passerelle.operators.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.operators.Operator;
import org.passerelle.operators.SignOff;

/// What the law asks of a legal entity before it may work.
public final class EntityRules {

    private static final int GUARANTEE_WARNING_DAYS = 60;

    private EntityRules() {}

    /// Everything found on the law's day, refusals first.
    public static List<Finding> findings(Operator operator, Law law) {
        var findings = new ArrayList<Finding>();
        contributionIsVoted(operator, law, findings);
        guaranteeStands(operator, law, findings);
        insuranceRuns(operator, law, findings);
        return List.copyOf(findings);
    }

    // CA-14: the general meeting fixes « bases, taux ou montants » of the contribution.
    private static void contributionIsVoted(Operator operator, Law law, List<Finding> findings) {
        if (operator.isCooperative() && operator.fees().stream().anyMatch(terms -> terms.vote() == null)) {
            findings.add(finding("CA-14", "", Severity.REFUSE, Map.of(), law));
        }
    }

    /// CA-40: a cooperative departs from the three-year rule only on a legal opinion that it holds.
    ///
    /// @param held for which policies there is one
    public static List<Finding> departure(AssociationPolicy policy, Set<AssociationPolicy> held, Law law) {
        if (!SignOff.isNeededFor(policy) || held.contains(policy)) return List.of();
        return List.of(finding("CA-40", "sign_off", Severity.REFUSE, Map.of(), law));
    }

    // PS-22: no portage without guarantee. An amount below the year's floor is judged where the payroll is known.
    private static void guaranteeStands(Operator operator, Law law, List<Finding> findings) {
        if (operator.frame() != Frame.PORTAGE_SALARIAL) return;
        var guarantee = operator.guarantee();
        if (guarantee == null) {
            findings.add(finding("PS-22", "missing", Severity.REFUSE, Map.of(), law));
            return;
        }
        var until = Map.of("until", guarantee.validUntil().toString());
        if (!guarantee.covers(law.day())) {
            findings.add(finding("PS-22", "expired", Severity.WARN, until, law));
        } else if (guarantee.validUntil().isBefore(law.day().plusDays(GUARANTEE_WARNING_DAYS))) {
            findings.add(finding("PS-22", "expires", Severity.WARN, until, law));
        }
    }

    // PS-30: professional liability insurance is named in both contracts.
    private static void insuranceRuns(Operator operator, Law law, List<Finding> findings) {
        if (operator.insurer().validUntil().isBefore(law.day())) {
            var until = Map.of("until", operator.insurer().validUntil().toString());
            findings.add(finding("PS-30", "expired", Severity.WARN, until, law));
        }
    }

    private static Finding finding(String rule, String variant, Severity severity, Map<String, String> data, Law law) {
        return new Finding(rule, variant, severity, law.text("article_" + rule), data, Map.of(), law.day());
    }
}
