package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.people.ContractKind;
import org.passerelle.people.PersonBuilder;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("The exit simulator answers with days, money and papers, or says why a way is closed")
class ExitPageTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    private Client clerk;

    @BeforeEach
    void a_browser() {
        clerk = new Client(port);
    }

    @Test
    void T15_on_the_screen() {
        var page = ask(anOperator(), aPerson().from("2014-12-30"), "?voie=AGREED&debut=2026-11-23&recue=2026-12-09");

        assertThat(page)
                .contains("Dernier jour du contrat\u00A0: 29 décembre 2026")
                .contains("8 décembre 2026")
                .contains("28 décembre 2026")
                .contains("Certificat de travail")
                .contains("Indemnité de rupture conventionnelle");
    }

    @Test
    void a_closed_way_says_why_and_shows_no_sum() {
        var page = ask(anOperator(), aPerson().from("2014-12-30"), "?voie=TRIAL_BY_ENTITY&debut=2026-11-23");

        assertThat(page).contains("elle a fini le 29 avril 2015").doesNotContain("Ce qui est dû");
    }

    @Test
    void a_person_without_an_employment_contract_has_nothing_to_end() {
        assertThat(ask(aCooperative(), aPerson().under(ContractKind.CAPE), "?voie=RESIGNATION"))
                .contains("n’a pas de contrat de travail");
    }

    @Test
    void hostile_questions_come_back_with_their_error() {
        var base = page(anOperator(), aPerson());
        for (var odd : new String[] {
            "?voie=AGREED&debut=0000-00-00",
            "?voie=AGREED&debut=%2B999999999-12-31",
            "?voie=AGREED&debut=2026-11-23&recue=<script>",
            "?voie=RESIGNATION&preavis=1e9",
            "?voie=RESIGNATION&preavis=-3",
            "?voie=RESIGNATION&preavis=2.5"
        }) {
            var answer = clerk.get(base + odd.replace("<", "%3C").replace(">", "%3E"));
            assertThat(answer.statusCode()).as(odd).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<script>alert");
        }
        assertThat(clerk.get(base + "?voie=TERM").statusCode()).isEqualTo(200);
        assertThat(clerk.get(base + "?voie=%27%3Bdrop").statusCode()).isEqualTo(200);
    }

    private String ask(OperatorBuilder operator, PersonBuilder person, String question) {
        var answer = clerk.get(page(operator, person) + question);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String page(OperatorBuilder builder, PersonBuilder person) {
        Operator operator = house.has(builder);
        var gestionnaire = someoneOf(identity, operator.group(), operator.id(), Role.GESTIONNAIRE);
        clerk.signIn(gestionnaire.email(), SomeUsers.PASSWORD);
        return "/bureau/" + operator.id() + "/personnes/"
                + house.has(operator, person).id() + "/sortie";
    }
}
