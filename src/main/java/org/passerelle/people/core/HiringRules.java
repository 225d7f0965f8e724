package org.passerelle.people.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// What must hold before an entity takes a person on, or changes the contract.
public final class HiringRules {

    private HiringRules() {}

    /// Everything found on the law's day.
    ///
    /// @param doubled whether another file of the entity already holds this NIR
    public static List<Finding> findings(Operator operator, Person person, boolean doubled, Law law) {
        var findings = new ArrayList<Finding>();
        contractIsOfTheFrame(operator, person, law, findings);
        if (doubled) findings.add(finding("KY-01", "double", Severity.REFUSE, Map.of(), law));
        return List.copyOf(findings);
    }

    // PS-20: an entity signs contracts of its own frame only.
    private static void contractIsOfTheFrame(Operator operator, Person person, Law law, List<Finding> findings) {
        var contract = person.employment().kind();
        if (contract.belongsTo(operator.frame())) return;
        var data = Map.of("contract", contract.name(), "frame", operator.frame().name());
        findings.add(finding("PS-20", "contract", Severity.REFUSE, data, law));
    }

    private static Finding finding(String rule, String variant, Severity severity, Map<String, String> data, Law law) {
        return new Finding(rule, variant, severity, law.text("article_" + rule), data, Map.of(), law.day());
    }
}
