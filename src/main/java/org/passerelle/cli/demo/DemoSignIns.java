package org.passerelle.cli.demo;

import java.util.List;
import java.util.Set;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.stereotype.Component;

/// A sign-in for each freelancer of the example, and for those who look after them. All share one password, which is
/// printed: nothing here is meant to keep anybody out.
@Component
class DemoSignIns {

    static final String PASSWORD = "un-mois-en-octobre-2026";

    /// Somebody at the operator's desk.
    private record Desk(String email, String name, Role role) {}

    private static final List<Desk> DESKS = List.of(
            new Desk("gestion@example.org", "Nadia Ferrand", Role.GESTIONNAIRE),
            new Desk("paie@example.org", "Paul Astier", Role.PAYROLL),
            new Desk("direction@example.org", "Diane Morel", Role.DIRECTOR),
            new Desk("admin@example.org", "Alex Rivoire", Role.ADMINISTRATOR));

    static final List<String> DESK_EMAILS = DESKS.stream().map(Desk::email).toList();

    private final Identity identity;
    private final People people;

    DemoSignIns(Identity identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    /// Does nothing for those who can sign in already.
    void make(List<Operator> operators) {
        for (var operator : operators) {
            Scopes.run(Scope.of("demo", operator.id()), () -> {
                for (var person : people.all(operator.id())) {
                    if (person.user() == null) invite(operator, person);
                }
            });
        }
        for (var group : Set.copyOf(operators.stream().map(Operator::group).toList())) {
            var theirs = operators.stream()
                    .filter(o -> o.group().equals(group))
                    .map(Operator::id)
                    .toList();
            for (var desk : DESKS) seat(group, theirs, desk);
        }
    }

    private void invite(Operator operator, Person person) {
        var user = signIn(operator.group(), person.email(), person.name());
        identity.grant(user, operator.id(), Role.FREELANCER);
        people.signsIn(person.id(), user);
    }

    private void seat(GroupId group, List<OperatorId> operators, Desk desk) {
        if (identity.byEmail(desk.email()).isPresent()) return;
        var user = signIn(group, desk.email(), desk.name());
        for (var operator : operators) {
            Scopes.run(Scope.of("demo", operator), () -> identity.grant(user, operator, desk.role()));
        }
    }

    private UserId signIn(GroupId group, String email, String name) {
        var before = identity.byEmail(email);
        if (before.isPresent()) return before.get().id();
        var user = identity.createUser(group, email, name).id();
        identity.setPassword(user, PASSWORD);
        return user;
    }

    /// What a newcomer needs to look around.
    String told(String address, List<Operator> operators) {
        var text = new StringBuilder("\nPasserelle est prête / is ready:  " + address + "\n\n");
        text.append("  Mot de passe / password :  ").append(PASSWORD).append("\n\n");
        for (var operator : operators) {
            Scopes.run(
                    Scope.of("demo", operator.id()),
                    () -> people.all(operator.id()).stream()
                            .limit(2)
                            .forEach(person -> text.append("  %-34s %s, %s%n"
                                    .formatted(
                                            person.email(),
                                            operator.name(),
                                            person.employment().job()))));
        }
        for (var desk : DESKS) {
            text.append(
                    "  %-34s %s%n".formatted(desk.email(), desk.role().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return text.append("\nCtrl-C stops it; the data stay.\n").toString();
    }
}
