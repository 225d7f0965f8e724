package org.passerelle.workspace.web;

import java.util.Comparator;
import org.passerelle.identity.SignedIn;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.springframework.stereotype.Component;

/// The worker file behind a sign-in. Somebody employed by two entities works in the one entered last; the same order
/// as the home page's query.
@Component
class MyFile {

    private final People people;

    MyFile(People people) {
        this.people = people;
    }

    /// @throws NoSuchElementException when no entity in scope employs the person: the page does not exist for them
    Person of(SignedIn who) {
        return people.byUser(who.user()).stream()
                .max(Comparator.comparing((Person p) -> p.employment().exit() == null)
                        .thenComparing(p -> p.employment().entry()))
                .orElseThrow();
    }
}
