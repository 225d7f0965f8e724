package org.passerelle.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("F009–F016: the simulators answer anybody, with an address, a paper and their reasons")
class F009_PublicPagesTest {

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"combien", "quel-tarif", "une-annee", "verifier-mon-bulletin", "puis-je-facturer"})
    void each_has_an_answer_a_card_and_says_what_it_does_not_cover(String name) throws Exception {
        var page = get("/" + name);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ce que cette page ne couvre pas")
                .contains("href=\"/simulateurs/" + name + "\"");
        assertThat(get("/simulateurs/" + name).body()).contains("<h2>Pour qui</h2>");
        assertThat(get("/simulateurs/" + name + "?lang=en").body()).contains("<h2>For whom</h2>");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /combien?tjm=500&jours=18               | calculé le
            /quel-tarif?net=2000                    | calculé le
            /une-annee?m1=0                         | calculé le
            /verifier-mon-bulletin?brut=4500        | calculé le
            """)
    void an_answer_says_its_day_and_comes_as_paper(String address, String provenance) throws Exception {
        assertThat(get(address).body().toLowerCase()).contains(provenance).contains("règles en vigueur depuis");

        var paper = bytes(address.replace("?", "/pdf?"));

        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(paper.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    }

    @Test
    void htmx_receives_the_answer_alone_with_the_address_that_differs_from_the_defaults() throws Exception {
        var answer = get("/combien?tjm=600&jours=16&frais=&modele=dix&ca=", "HX-Request", "true");

        assertThat(answer.body()).startsWith("<section id=\"reponse\"").doesNotContain("<html");
        assertThat(answer.headers().firstValue("HX-Replace-Url")).hasValue("/combien?tjm=600");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /combien?tjm=-1                 | 0 au moins
            /combien?tjm=NaN                | n’est pas un montant
            /combien?tjm=1e999999999        | n’est pas un montant
            /combien?ca=99999999999999      | 1000000 au plus
            /combien?jours=32               | 31 au plus
            /combien?jours=Infinity         | n’est pas un nombre
            /combien?taux=12,3456           | trop de décimales
            /combien?modele=gratuit         | ne fait pas partie des choix
            /combien?le=2026-02-30          | n’est pas une date
            /combien?le=1999-01-01          | nous ne connaissons pas tout le droit
            /combien?effectif=1,5           | nombre entier
            /quel-tarif?net=0               | 1 au moins
            /quel-tarif?vacances=52         | aucun jour à facturer
            /quel-tarif?creux=12            | 11 au plus
            /une-annee?m3=abc               | n’est pas un montant
            /une-annee?m12=-3               | 0 au moins
            /une-annee?le=2031-05-05        | nous ne connaissons pas tout le droit
            /verifier-mon-bulletin?brut=0   | 1 au moins
            /verifier-mon-bulletin?lignes=CSG | écrivez le nom de la ligne, puis son montant
            """)
    void what_is_typed_wrong_comes_back_with_422_and_the_reason(String address, String sentence) throws Exception {
        for (var path : new String[] {address, address.replace("?", "/pdf?")}) {
            var page = get(path);

            assertThat(page.statusCode()).as(path).isEqualTo(422);
            assertThat(page.body().replace('\u00A0', ' ')).as(path).contains(sentence);
        }
    }

    @ParameterizedTest(name = "{0} of ten thousand characters")
    @ValueSource(strings = {"/combien?tjm=", "/une-annee?m1=", "/quel-tarif?le=", "/verifier-mon-bulletin?lignes="})
    void ten_thousand_characters_are_refused_in_words(String address) throws Exception {
        var page = get(address + "9".repeat(10_000));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("trop long").hasSizeLessThan(200_000);
    }

    @Test
    void S23_what_is_typed_is_never_markup() throws Exception {
        var typed = URLEncoder.encode("<script>alert(1)</script> 12,00", StandardCharsets.UTF_8);

        assertThat(get("/verifier-mon-bulletin?lignes=" + typed).body())
                .doesNotContain("<script>alert")
                .containsPattern("&lt;script(>|&gt;)alert");
    }

    @Test
    void both_languages_and_a_card_that_is_none() throws Exception {
        assertThat(get("/combien?lang=en").body())
                .contains("How much will I keep?")
                .contains("€");
        assertThat(get("/simulateurs/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/simulateurs/..%2Fapplication").statusCode()).isGreaterThanOrEqualTo(400);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private HttpRequest request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .setHeader("Accept", "text/html,*/*");
        if (headers.length > 0) request.headers(headers);
        return request.build();
    }
}
