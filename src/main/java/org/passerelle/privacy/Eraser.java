package org.passerelle.privacy;

import java.util.Optional;
import org.passerelle.contracts.Contracts;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.identity.Identity;
import org.passerelle.joining.Application;
import org.passerelle.joining.Forgetting;
import org.passerelle.joining.Joining;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.privacy.store.ErasureJournal.Line;
import org.springframework.stereotype.Component;

/// Takes one kind of data out of every module that holds it. Doing it twice is the same as once.
@Component
class Eraser {

    private final People people;
    private final Identity identity;
    private final Contracts contracts;
    private final Documents documents;
    private final Forgetting applications;
    private final Joining joining;

    Eraser(
            People people,
            Identity identity,
            Contracts contracts,
            Documents documents,
            Forgetting applications,
            Joining joining) {
        this.people = people;
        this.identity = identity;
        this.contracts = contracts;
        this.documents = documents;
        this.applications = applications;
        this.joining = joining;
    }

    /// @return false when the scope knows nobody of that number
    boolean erase(Line line) {
        var person = people.find(new PersonId(line.subject()));
        if (person.isPresent()) {
            erase(line.kind(), person.get());
            return true;
        }
        Optional<Application> application = joining.find(new ApplicationId(line.subject()));
        application.ifPresent(found -> applications.application(found.operator(), found.id()));
        return application.isPresent();
    }

    private void erase(Kind kind, Person person) {
        switch (kind) {
            case PROOF -> applications.proofsOf(person);
            case ACCOUNT -> account(person);
            case REGISTER -> applications.registerOf(person);
            case FILE -> people.forgetFile(person.id());
            case CONTRACT -> contracts.forget(person);
            case RECEIPT -> documents.forget(person.operator(), person.id().value(), Keeping.RECEIPT);
            case PAYSLIP -> documents.forget(person.operator(), person.id().value(), Keeping.PAYSLIP);
            case NAME -> people.forgetName(person.id());
            case BOOKS -> throw new IllegalArgumentException("the books stay (IN-40)");
        }
    }

    private void account(Person person) {
        var user = person.user();
        if (user == null) return;
        identity.forget(user, person.operator());
        people.forgetSignIn(person.id());
    }
}
