package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.testing.Client;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(ExampleMonth.class)
@DisplayName("PS-60, CA-12: the desk reads a worker's activity account line by line, as the worker does")
class PS60_AccountAtTheDeskTest {

    private static final Pattern ROWS = Pattern.compile("<tbody>.*?</tbody>", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    ExampleMonth month;

    @Autowired
    Identity identity;

    @Test
    void the_same_lines_for_both_and_the_same_filters() {
        var operator = month.lived().getFirst();
        var person = month.person(operator.id(), "P-001");
        var worker = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        month.signingIn(person, worker.user().id());
        var desk = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.GESTIONNAIRE);
        var page = "/bureau/" + operator.id() + "/personnes/" + person.id();
        var account = page + "/compte";

        assertThat(signedIn(desk).get(page).body()).contains(account);
        for (var filter : new String[] {"", "?mois=2026-11", "?mois=2026-10&jusqua=2026-12", "?partie=901100"}) {
            var theirs = lines(signedIn(worker).get("/solde" + filter).body());
            assertThat(theirs).as(filter).contains("<tr>");
            assertThat(lines(signedIn(desk).get(account + filter).body()))
                    .as(filter)
                    .isEqualTo(theirs);
        }
        var before = signedIn(desk).get(account + "?jusqua=2026-01").body();
        assertThat(before).contains("Aucun mouvement ne correspond", "action=\"" + account + "\"");
        var hostile = signedIn(desk).get(account + "?mois=%3Cscript%3E&jusqua='&categorie=%22%3E%3Cb%3E&page=-1");
        assertThat(hostile.statusCode()).isEqualTo(200);
        assertThat(hostile.body()).doesNotContain("<script>", "<b>");
    }

    @Test
    void S11_an_account_of_another_entity_does_not_exist() {
        var entities = month.lived();
        var mine = entities.getFirst();
        var theirs = month.ids(entities.getLast().id(), "person").getFirst();
        var desk = SomeUsers.someoneOf(identity, mine.group(), mine.id(), Role.DIRECTOR);
        var answer = signedIn(desk).get("/bureau/" + mine.id() + "/personnes/" + theirs + "/compte");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private static String lines(String page) {
        var text = new StringBuilder();
        var rows = ROWS.matcher(page);
        while (rows.find()) text.append(rows.group());
        return text.toString();
    }

    private Client signedIn(SomeUsers.Someone someone) {
        var browser = new Client(port);
        assertThat(browser.signIn(someone.email(), SomeUsers.PASSWORD).statusCode())
                .isEqualTo(303);
        return browser;
    }
}
