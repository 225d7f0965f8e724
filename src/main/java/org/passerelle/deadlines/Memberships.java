package org.passerelle.deadlines;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.deadlines.store.FactStore;
import org.passerelle.frames.Contracts;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The association deadline of each entrepreneur-salarié, and what the cooperative's policy makes of it (CA-03, CA-40).
@Service
public class Memberships {

    private final FactStore facts;
    private final Operators operators;
    private final Laws laws;

    Memberships(FactStore facts, Operators operators, Laws laws) {
        this.facts = facts;
        this.operators = operators;
        this.laws = laws;
    }

    /// @return empty for a contract without that deadline
    @Transactional(readOnly = true)
    public Optional<Membership> of(Person person) {
        if (person.employment().kind() != ContractKind.CESA) return Optional.empty();
        var entry = person.employment().entry();
        var law = laws.on(entry);
        var about = Subject.of(person.id());
        var told = facts.facts(person.operator()).stream()
                .map(ToldFact::fact)
                .filter(fact -> fact.subject().equals(about))
                .toList();
        var earlier = told.stream()
                .filter(fact -> fact.kind() == FactKind.EARLIER_CONTRACT_BEGAN)
                .map(Fact::day)
                .filter(began -> began.isBefore(entry))
                .min(Comparator.naturalOrder())
                .map(began -> Period.between(began, entry))
                .orElse(Period.ZERO);
        return Optional.of(new Membership(
                operators.get(person.operator()).policies().association(),
                Contracts.associationDeadline(entry, earlier, law),
                entry.plusMonths(law.number("CESA_WAIVER_WARN_MONTHS")),
                told.stream().anyMatch(fact -> fact.kind() == FactKind.ASSOCIATED)));
    }

    /// What the worker's file says of it on a day: nothing while nothing is near.
    @Transactional(readOnly = true)
    public List<Finding> findings(Person person, LocalDate day) {
        var law = laws.on(day);
        return of(person)
                .flatMap(standing -> {
                    if (standing.isOverOn(day)) return Optional.of(over(standing, law));
                    if (!standing.isAtRiskOn(day)) return Optional.empty();
                    return Optional.of(finding("CA-40", "file", Severity.WARN, standing, law));
                })
                .stream()
                .toList();
    }

    /// The contract has ended by law.
    static Finding over(Membership standing, Law law) {
        return finding("CA-03", "over", Severity.REFUSE, standing, law);
    }

    private static Finding finding(String rule, String variant, Severity severity, Membership standing, Law law) {
        return new Finding(
                rule,
                variant,
                severity,
                law.text("article_" + rule),
                Map.of("deadline", standing.deadline().toString()),
                Map.of(),
                law.day());
    }
}
