package org.passerelle.joining;

import java.time.Instant;
import java.util.List;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.identity.Identity;
import org.passerelle.joining.store.ApplicationStore;
import org.passerelle.joining.store.DeclarationStore;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an application leaves behind is taken out of it when no reason to keep it remains (RG-02, S-43).
@Service
public class Forgetting {

    private final ApplicationStore applications;
    private final DeclarationStore declarations;
    private final Documents documents;
    private final Identity identity;

    Forgetting(ApplicationStore applications, DeclarationStore declarations, Documents documents, Identity identity) {
        this.applications = applications;
        this.declarations = declarations;
        this.documents = documents;
        this.identity = identity;
    }

    /// Whether somebody joined by an application whose words are still there.
    @Transactional(readOnly = true)
    public int proofs(Person person, Keeping keeping) {
        return applications.thatLedTo(person.operator(), person.id()).stream()
                .mapToInt(id -> documents.count(person.operator(), id.value(), keeping))
                .sum();
    }

    /// Answers, the copies that proved who somebody is, and the words of links by mail.
    @Transactional
    public void proofsOf(Person person) {
        for (var id : applications.thatLedTo(person.operator(), person.id())) {
            forget(person.operator(), id, Keeping.PROOF);
            applications.forget(person.operator(), id);
        }
        applications.forgetInvitations(person.operator(), person.email());
    }

    /// Copies of titles and diplomas, and the message of the declaration of hiring.
    @Transactional
    public void registerOf(Person person) {
        for (var id : applications.thatLedTo(person.operator(), person.id())) {
            forget(person.operator(), id, Keeping.REGISTER);
        }
        declarations.forget(person.operator(), person.id());
    }

    /// Applications that led nowhere and that nobody touched since.
    @Transactional(readOnly = true)
    public List<ApplicationId> untouchedSince(OperatorId operator, Instant moment) {
        return applications.untouchedSince(operator, moment);
    }

    /// All of an application that led nowhere, with the sign-in made for it.
    @Transactional
    public void application(OperatorId operator, ApplicationId id) {
        var application = applications.find(id).orElseThrow();
        if (application.admitted() != null) throw new IllegalStateException("application " + id + " led to a contract");
        applications.forgetInvitations(operator, application.email());
        applications.forget(operator, id);
        forget(operator, id, Keeping.PROOF);
        forget(operator, id, Keeping.REGISTER);
        identity.forget(application.user(), operator);
    }

    private void forget(OperatorId operator, ApplicationId id, Keeping keeping) {
        documents.forget(operator, id.value(), keeping);
    }
}
