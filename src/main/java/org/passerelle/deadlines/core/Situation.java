package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.clients.Client;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.kernel.ClientId;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;

/// All that is known of one entity, and the day on which it is looked at.
///
/// @param missions those that were agreed
/// @param since duties that were due before this day are not told: nobody watched then, so nobody knows
public record Situation(
        Operator operator,
        List<Person> people,
        List<Mission> missions,
        List<Client> clients,
        List<Fact> facts,
        LocalDate today,
        LocalDate since) {

    public Situation {
        people = List.copyOf(people);
        missions = missions.stream().filter(Mission::isAgreed).toList();
        clients = List.copyOf(clients);
        facts = List.copyOf(facts);
    }

    /// Jours ouvrables where the entity is established (CAL-01).
    WorkingDays days() {
        return WorkingDays.in(territory());
    }

    Territory territory() {
        return territory(operator);
    }

    /// Interpretation: the entity has one establishment, at its own address.
    public static Territory territory(Operator operator) {
        var address = operator.address();
        boolean alsaceMoselle =
                address.country().equals("FR") && address.postcode().matches("(57|67|68).*");
        return alsaceMoselle ? Territory.ALSACE_MOSELLE : Territory.FRANCE;
    }

    /// The days told, the earliest first.
    List<LocalDate> days(FactKind kind, Subject subject) {
        return told(kind, subject).sorted().toList();
    }

    /// The latest day told.
    Optional<LocalDate> last(FactKind kind, Subject subject) {
        return told(kind, subject).max(LocalDate::compareTo);
    }

    Optional<LocalDate> first(FactKind kind, Subject subject) {
        return told(kind, subject).min(LocalDate::compareTo);
    }

    private Stream<LocalDate> told(FactKind kind, Subject subject) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind && fact.subject().equals(subject))
                .map(Fact::day);
    }

    Client client(ClientId id) {
        return clients.stream()
                .filter(client -> client.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
