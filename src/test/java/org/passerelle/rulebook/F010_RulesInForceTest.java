package org.passerelle.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.law.Laws;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@PasserelleTest
@DisplayName("P-00: « Règles en vigueur », every parameter with its history and its source, for everybody")
class F010_RulesInForceTest {

    @LocalServerPort
    int port;

    @Test
    void every_parameter_stands_on_the_page_with_its_own_address() throws Exception {
        var page = get("/regles");

        assertThat(page.statusCode()).isEqualTo(200);
        for (var parameter : Laws.load().all()) {
            assertThat(page.body()).contains("href=\"/regles/" + parameter.code() + "\"");
        }
        assertThat(page.body())
                .contains("Ce qui change bientôt", "<svg", "href=\"/regles\"")
                .doesNotContain("style=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_parameter_has_its_page_in_both_languages(String language) throws Exception {
        for (var parameter : Laws.load().all()) {
            var page = get("/regles/" + parameter.code() + "?lang=" + language);

            assertThat(page.statusCode()).as(parameter.code()).isEqualTo(200);
            assertThat(page.body()).as(parameter.code()).doesNotContain("???");
        }
    }

    @Test
    void a_word_without_accents_finds_and_a_subject_narrows() throws Exception {
        assertThat(get("/regles?mot=smic&sujet=wages", "HX-Request", "true").body())
                .startsWith("<div id=\"parametres\"")
                .contains("smic_hourly")
                .doesNotContain("href=\"/regles/pass\"");
        assertThat(get("/regles?mot=securite+sociale").body()).contains("href=\"/regles/pass\"");
        assertThat(get("/regles?mot=qqqqqq").body()).contains("Rien ne correspond");
        assertThat(get("/regles?sujet=no-such").statusCode()).isEqualTo(200);
    }

    @Test
    void one_parameter_shows_each_version_with_value_and_source() throws Exception {
        var page = get("/regles/smic_hourly").body();

        assertThat(page).contains("12,02", "12,31", "01/06/2026", "Relu le", "class=\"story-line story-first\"");
        assertThat(get("/regles/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_as_json() throws Exception {
        var answer = get("/regles.json");
        var json = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/json"));
        assertThat(json.get("parameters").size()).isEqualTo(Laws.load().all().size());
        for (var parameter : json.get("parameters")) {
            for (var version : parameter.get("versions")) {
                assertThat(version.get("source").stringValue()).isNotBlank();
                assertThat(version.get("value").isEmpty()).isFalse();
            }
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) request.headers(headers);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
