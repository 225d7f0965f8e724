package org.passerelle.missions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;

/// The missions of the entities in scope.
@Service
public class Missions {

    /// Judges the terms in the entity's frame and keeps the mission with the verdict. When lawful it is agreed at once.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    public Proposal propose(PersonId person, ClientId client, MissionTerms terms, UUID intent) {
        throw new UnsupportedOperationException();
    }

    /// The same with a code of the caller's (`M-001`), unique in the entity.
    public Proposal propose(PersonId person, ClientId client, String code, MissionTerms terms, UUID intent) {
        throw new UnsupportedOperationException();
    }

    /// Judges again with better terms a mission that was refused or undecided.
    ///
    /// @throws IllegalStateException when the mission was agreed already
    public Proposal revise(MissionId mission, MissionTerms terms) {
        throw new UnsupportedOperationException();
    }

    /// Sets a refusal aside where every rule that refuses allows it (REFUSE*); the reason and the role are kept.
    ///
    /// @throws IllegalStateException when one of the refusals admits no override
    public Mission lift(MissionId mission, String reason, String role) {
        throw new UnsupportedOperationException();
    }

    /// Ends a mission on a day of its span; the employment contract goes on (PS-52).
    public Mission end(MissionId mission, LocalDate lastDay) {
        throw new UnsupportedOperationException();
    }

    public Optional<Mission> find(MissionId id) {
        throw new UnsupportedOperationException();
    }

    /// @throws java.util.NoSuchElementException when the scope has no such mission
    public Mission get(MissionId id) {
        return find(id).orElseThrow();
    }

    public Optional<Mission> byCode(OperatorId operator, String code) {
        throw new UnsupportedOperationException();
    }

    /// The entity's missions by code, refused ones included.
    public List<Mission> all(OperatorId operator) {
        throw new UnsupportedOperationException();
    }

    public List<Mission> of(PersonId person) {
        throw new UnsupportedOperationException();
    }

    /// The next free code: `M-001`.
    public String nextCode(OperatorId operator) {
        throw new UnsupportedOperationException();
    }
}
