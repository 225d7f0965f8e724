package org.passerelle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("F001: « Puis-je facturer ce client ? », without sign-up")
class F001_BillablePageTest {

    @LocalServerPort
    int port;

    @Test
    void a_private_individual_is_refused_in_portage_and_shown_the_other_frames() throws Exception {
        var page = get("/puis-je-facturer?client=particulier&metier=coach-vie&domicile=non&danger=non&immatricule=oui");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("C. trav. L1254-1")
                .contains("un particulier ne peut pas être facturé")
                .contains("Oui, en coopérative (CAE), en portage entrepreneurial et en micro-entreprise.")
                .contains("Non en portage salarial")
                .contains("règles en vigueur depuis")
                .doesNotContain("SIRET");
    }

    @Test
    void the_same_in_english() throws Exception {
        assertThat(get("/puis-je-facturer?client=particulier&metier=coach-vie&domicile=non&lang=en")
                        .body())
                .contains("a private individual cannot be invoiced")
                .contains("May I invoice this client?");
    }

    @Test
    void htmx_receives_the_answer_alone_and_the_address_to_share() throws Exception {
        var answer =
                get("/puis-je-facturer?client=particulier&metier=coach&mois=&prix=&domicile=non", "HX-Request", "true");

        assertThat(answer.body()).startsWith("<section id=\"reponse\"").doesNotContain("<html");
        assertThat(answer.headers().firstValue("HX-Replace-Url"))
                .hasValue("/puis-je-facturer?client=particulier&metier=coach-professionnel&domicile=non");
    }

    @Test
    void before_the_first_question_there_are_examples() throws Exception {
        assertThat(get("/puis-je-facturer").body()).contains("Pour essayer").doesNotContain("class=\"frame-card ");
    }

    @Test
    void CO04_a_start_before_the_withdrawal_ends_asks_for_the_request() throws Exception {
        var early = "/puis-je-facturer?client=particulier&metier=coach-vie&domicile=non&danger=non&demarre=3";
        assertThat(get(early).body()).contains("href=\"#conclu\"");
        assertThat(get(early + "&conclu=distance").body()).contains("href=\"#expres\"");
        assertThat(get(early + "&conclu=distance&expres=non").body())
                .contains("Non en portage salarial")
                .doesNotContain("Oui, en coopérative (CAE)");
        assertThat(get(early + "&conclu=distance&expres=oui").body()).contains("Oui, en coopérative (CAE)");
        assertThat(get(early + "&conclu=locaux").body()).contains("Oui, en coopérative (CAE)");
    }

    @Test
    void P00_next_year_the_frames_answer_that_can_and_portage_says_which_figure_is_missing() throws Exception {
        var page = get("/puis-je-facturer?client=entreprise&metier=developpeur&prix=450&jours=15&mois=3&motif=expertise"
                + "&diplome=7&greve=non&immatricule=non&le=2027-02-01");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().replace('\u00A0', ' '))
                .contains("Oui, en coopérative (CAE)")
                .contains("Le paramètre pmss n’est pas connu");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            client=voisin              | « voisin » ne fait pas partie des choix proposés.
            client=entreprise&prix=abc | n’est pas
            client=entreprise&prix=-5  | « -5 » est négatif
            client=entreprise&jours=40 | un nombre de jours entre 0 et 31
            client=particulier&demarre=400 | « 400 » ne convient pas ; un nombre de jours entier, de 0 à 366
            client=particulier&demarre=1,5 | « 1,5 »
            client=particulier&conclu=lune | « lune » ne fait pas partie des choix proposés.
            client=entreprise&metier=qqqqqqq | Aucun métier ne ressemble à ce texte
            client=entreprise&le=1990-01-01 | Nous ne connaissons pas le droit du 01/01/1990
            """)
    void what_is_typed_wrong_comes_back_with_the_reason(String query, String sentence) throws Exception {
        var page = get("/puis-je-facturer?" + query);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body().replace('\u00A0', ' ')).contains(sentence);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            if (headers.length > 0) request.headers(headers);
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
