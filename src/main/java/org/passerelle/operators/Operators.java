package org.passerelle.operators;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Laws;
import org.passerelle.operators.core.EntityRules;
import org.passerelle.operators.store.OperatorStore;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The legal entities. Each caller sees those of the current scope only.
@Service
public class Operators {

    private final OperatorStore store;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;

    Operators(OperatorStore store, Trail trail, Laws laws, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    /// Brings in a legal entity. Refused: a cooperative's contribution without its vote (CA-14), portage without a
    /// guarantee (PS-22). Called again with the same id it gives the first result. The scope must hold the new id.
    @Transactional
    public Opening open(Operator operator) {
        var findings = EntityRules.findings(operator, laws.on(Days.today(clock)));
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE)) {
            return new Opening.Refused(findings);
        }
        if (store.insert(operator)) record(operator, "operator.opened");
        return new Opening.Opened(get(operator.id()), findings);
    }

    /// Replaces what may change: everything but id, group, frame (PS-20), VAT number and series.
    ///
    /// @throws java.util.NoSuchElementException when the scope has no such entity in that frame
    @Transactional
    public Opening change(Operator operator) {
        var findings = EntityRules.findings(operator, laws.on(Days.today(clock)));
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE)) {
            return new Opening.Refused(findings);
        }
        if (!store.update(operator)) throw new java.util.NoSuchElementException("operator " + operator.id());
        record(operator, "operator.changed");
        return new Opening.Opened(get(operator.id()), findings);
    }

    /// What the law finds in the entity today: a guarantee that ends, an insurance that has ended.
    @Transactional(readOnly = true)
    public List<Finding> review(OperatorId id) {
        return EntityRules.findings(get(id), laws.on(Days.today(clock)));
    }

    @Transactional(readOnly = true)
    public Optional<Operator> find(OperatorId id) {
        return store.find(id);
    }

    /// @throws java.util.NoSuchElementException when the scope has no such entity
    @Transactional(readOnly = true)
    public Operator get(OperatorId id) {
        return store.find(id).orElseThrow();
    }

    /// All entities of the current scope, by name.
    @Transactional(readOnly = true)
    public List<Operator> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public List<Operator> byGroup(GroupId group) {
        return store.all().stream()
                .filter(operator -> operator.group().equals(group))
                .toList();
    }

    private void record(Operator operator, String action) {
        var details = Map.of(
                "frame", operator.frame().name(), "siret", operator.siret().value());
        trail.record(operator.id(), action, "operator", operator.id().toString(), details);
    }
}
