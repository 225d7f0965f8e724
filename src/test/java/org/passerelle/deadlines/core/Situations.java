package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientBuilder;
import org.passerelle.deadlines.Deadline;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.kernel.MissionId;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionBuilder;
import org.passerelle.missions.MissionState;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.people.Person;
import org.passerelle.people.PersonBuilder;

/// A house of which the test says only what matters, and its clocks.
public final class Situations {

    private static final Laws LAWS = Laws.load();

    private final Operator operator;
    private final List<Person> people = new ArrayList<>();
    private final List<Mission> missions = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private LocalDate today = LocalDate.parse("2026-11-23");
    private LocalDate since = LocalDate.parse("2010-01-01");

    private Situations(Operator operator) {
        this.operator = operator;
    }

    public static Situations house(OperatorBuilder operator) {
        return new Situations(operator.build());
    }

    public Situations at(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    public Situations watchedSince(String day) {
        since = LocalDate.parse(day);
        return this;
    }

    public Situations with(PersonBuilder person) {
        people.add(person.of(operator.id()).build());
        return this;
    }

    public Situations sells(ClientBuilder client, MissionBuilder terms) {
        var buyer = client.of(operator.id()).build();
        clients.add(buyer);
        return again(terms);
    }

    /// One more mission of the first person for the last client.
    public Situations again(MissionBuilder terms) {
        missions.add(new Mission(
                MissionId.random(),
                operator.id(),
                people.getFirst().id(),
                clients.getLast().id(),
                "M-%03d".formatted(missions.size() + 1),
                terms.build(),
                MissionState.AGREED,
                List.of(),
                List.of(),
                null));
        return this;
    }

    public Situations told(FactKind kind, String day) {
        var subject = switch (kind.about()) {
            case OPERATOR -> Subject.of(operator.id());
            case PERSON -> Subject.of(people.getFirst().id());
            case MISSION -> Subject.of(missions.getLast().id());
        };
        facts.add(new Fact(kind, subject, LocalDate.parse(day)));
        return this;
    }

    public List<Deadline> clocks() {
        return Clocks.of(new Situation(operator, people, missions, clients, facts, today, since), LAWS);
    }

    public List<Deadline> clocks(String rule, String variant) {
        return clocks().stream()
                .filter(clock -> clock.rule().equals(rule) && clock.variant().equals(variant))
                .toList();
    }

    /// The day of the only clock of that name.
    public LocalDate due(String rule, String variant) {
        var found = clocks(rule, variant);
        if (found.size() != 1) throw new AssertionError(rule + "." + variant + ": " + found);
        return found.getFirst().due();
    }
}
