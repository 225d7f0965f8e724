package org.passerelle.browser;

import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import com.microsoft.playwright.options.FilePayload;
import java.util.HashMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.GroupId;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName(
        "PS-56 in the browser: the client's contract is annexed, what it lacks is said, the client reads both on a telephone")
class ClientPaperInTheBrowserTest {

    private static final Pattern LINK = Pattern.compile("(/signature/[A-Za-z0-9_-]+)");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Test
    void annexed_ticked_sent_and_read() {
        var group = GroupId.random();
        var operator = house.has(anOperator().of(group));
        var id = operator.id();
        var clerk = someoneOf(identity, group, id, Role.GESTIONNAIRE).email();
        var person = house.has(operator, aPerson());
        var client = house.has(operator, aClient());
        var mission = house.has(person, client, aMission());
        var paper = in(id, () -> {
            contracts.sayHouse(id, SomePapers.HOUSE);
            var draft = contracts.draft(PaperKind.COMMERCIAL_SUPPLEMENT, person.id(), mission.id(), UUID.randomUUID());
            return contracts.say(draft.id(), new HashMap<>(SomePapers.PAPER));
        });
        mailbox.collect();
        var href = "/bureau/" + id + "/contrats/" + paper.id();
        try (var desk = Visitor.arrives(port, Look.DESK).signsIn(clerk, SomeUsers.PASSWORD)) {
            desk.opens(href + "/contrat-client");
            desk.keepsAtBothWidths("contrat-client-01-cocher");
            var page = desk.page();
            page.locator("input[name=file]")
                    .setInputFiles(new FilePayload(
                            "Contrat-cadre.pdf", "application/pdf", SomeFiles.bytes(SomeFiles.pdf("Contrat-cadre"))));
            for (var has : new String[] {"worker", "skills", "service", "end", "price", "safety", "equipment"}) {
                page.locator("#has_" + has).check();
            }
            page.locator("form.act[enctype] button").click();
            desk.reads("Le contrat du client est annexé.");
            desk.reads("identité du garant");
            desk.keepsAtBothWidths("contrat-client-02-avenant");
        }
        in(id, () -> contracts.send(paper.id()));
        var mail = mailbox.collectFor(client.email()).getFirst().text();
        var link = LINK.matcher(mail).results().findFirst().orElseThrow().group(1);
        try (var visitor = Visitor.arrives(port, Look.DESK)) {
            visitor.opens(link);
            visitor.reads("Contrat du client");
            visitor.keepsAtBothWidths("contrat-client-03-lien");
        }
    }
}
