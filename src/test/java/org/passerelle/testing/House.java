package org.passerelle.testing;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientBuilder;
import org.passerelle.clients.Clients;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionBuilder;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Opening;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.PersonBuilder;
import org.passerelle.people.Registration;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.boot.test.context.TestComponent;

/// Writes parties through the front doors, each in the scope of its own entity.
@TestComponent
public class House {

    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;

    House(Operators operators, People people, Clients clients, Missions missions) {
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
    }

    /// Does something as the house, for one entity.
    public static <T> T in(OperatorId operator, Callable<T> work) {
        try {
            return Scopes.call(Scope.of("a test", operator), work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Operator has(OperatorBuilder builder) {
        var operator = builder.build();
        return in(operator.id(), () -> ((Opening.Opened) operators.open(operator)).operator());
    }

    public Person has(Operator operator, PersonBuilder builder) {
        var person = builder.of(operator.id()).build();
        return in(operator.id(), () -> ((Registration.Registered) people.register(person, UUID.randomUUID())).person());
    }

    public Client has(Operator operator, ClientBuilder builder) {
        return in(
                operator.id(), () -> clients.register(builder.of(operator.id()).build(), UUID.randomUUID()));
    }

    /// A client whom somebody brought in themselves: their own, and no colleague's (S-11).
    public Client broughtBy(UserId user, Operator operator, ClientBuilder builder) {
        return Scopes.call(
                Scope.of(user.toString(), operator.id()),
                () -> clients.register(builder.of(operator.id()).build(), UUID.randomUUID()));
    }

    public Mission has(Person person, Client client, MissionBuilder terms) {
        return in(
                person.operator(),
                () -> missions.propose(person.id(), client.id(), terms.build(), UUID.randomUUID())
                        .mission());
    }
}
