package org.passerelle.operators;

import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;

/// The legal entities. Each caller sees those of the current scope only.
@Service
public class Operators {

    /// Brings in a legal entity. Refused: a cooperative's contribution without its vote (CA-14), portage without a
    /// guarantee (PS-22). Called again with the same id it gives the first result.
    public Opening open(Operator operator) {
        throw new UnsupportedOperationException();
    }

    /// Replaces what may change: everything but id, group, frame (PS-20) and SIREN.
    public Opening change(Operator operator) {
        throw new UnsupportedOperationException();
    }

    public Optional<Operator> find(OperatorId id) {
        throw new UnsupportedOperationException();
    }

    /// @throws java.util.NoSuchElementException when the scope has no such entity
    public Operator get(OperatorId id) {
        return find(id).orElseThrow();
    }

    /// All entities of the current scope, by name.
    public List<Operator> all() {
        throw new UnsupportedOperationException();
    }

    public List<Operator> byGroup(GroupId group) {
        return all().stream().filter(operator -> operator.group().equals(group)).toList();
    }
}
