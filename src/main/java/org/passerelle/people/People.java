package org.passerelle.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.springframework.stereotype.Service;

/// The freelancers of the entities in scope.
@Service
public class People {

    /// Brings a person in. Refused: a contract of another frame (PS-20), a NIR the entity already has.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    public Registration register(Person person, UUID intent) {
        throw new UnsupportedOperationException();
    }

    /// Replaces what may change: everything but id, entity and code.
    public Registration change(Person person) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> find(PersonId id) {
        throw new UnsupportedOperationException();
    }

    /// @throws java.util.NoSuchElementException when the scope has no such person
    public Person get(PersonId id) {
        return find(id).orElseThrow();
    }

    public Optional<Person> byCode(OperatorId operator, String code) {
        throw new UnsupportedOperationException();
    }

    /// The worker files of a sign-in, one for each entity that employs the person.
    public List<Person> byUser(UserId user) {
        throw new UnsupportedOperationException();
    }

    /// The entity's people by code, those who left included.
    public List<Person> all(OperatorId operator) {
        throw new UnsupportedOperationException();
    }

    /// The next free matricule: `P-001`.
    public String nextCode(OperatorId operator) {
        throw new UnsupportedOperationException();
    }
}
