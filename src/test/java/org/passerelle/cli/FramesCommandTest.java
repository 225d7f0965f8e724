package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("./passerelle frames: many questions in, many answers out")
class FramesCommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void a_private_individual_is_refused_in_portage_with_the_article_in_both_languages() {
        var result = results("""
                {"cases":[{"id":"a","on":"2026-10-01","client":{"kind":"CONSUMER"}}]}""").getFirst();

        assertThat(result.at("/id").asString()).isEqualTo("a");
        assertThat(result.at("/frames/0/frame").asString()).isEqualTo("PORTAGE_SALARIAL");
        assertThat(result.at("/frames/0/verdict").asString()).isEqualTo("UNLAWFUL");
        var finding = result.at("/frames/0/findings/0");
        assertThat(finding.at("/ruleId").asString()).isEqualTo("PS-01");
        assertThat(finding.at("/severity").asString()).isEqualTo("REFUSE");
        assertThat(finding.at("/article").asString()).isEqualTo("C. trav. L1254-1");
        assertThat(finding.at("/message/fr").asString())
                .isEqualTo(
                        "En portage salarial, le client doit être une entreprise\u00A0: un particulier ne peut pas être facturé.");
        assertThat(finding.at("/message/en").asString()).startsWith("In portage salarial the client must be");
        assertThat(result.at("/frames/0/questions").isEmpty()).isTrue();
        assertThat(result.at("/frames/1/verdict").asString()).isEqualTo("UNDECIDED");
        assertThat(result.at("/frames/1/questions/0/field").asString()).isEqualTo("service.activity");
    }

    @Test
    void sums_are_written_in_the_readers_way() {
        var result = results("""
                {"cases":[{"id":1,"on":"2026-10-01","client":{"kind":"COMPANY"},
                  "service":{"activity":"developpeur","replacesStrikers":false},
                  "worker":{"diplomaLevel":6,"ownSiren":"732829320"},
                  "terms":{"pricePerDay":120,"daysPerMonth":15,"months":6,"recourseReason":"MISSING_EXPERTISE"}}]}""").getFirst();

        var finding = result.at("/frames/0/findings/1");
        assertThat(finding.at("/ruleId").asString()).isEqualTo("PS-64");
        assertThat(finding.at("/message/fr").asString())
                .contains("120,00\u00A0€")
                .contains("1\u202F800,00\u00A0€");
        assertThat(finding.at("/message/en").asString()).contains("€120.00").contains("€1,800.00");
        assertThat(finding.at("/parameterVersions/portage_min_level1").asString())
                .isEqualTo("2024-07-18");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "client":{"kind":"NEIGHBOUR"}                                | client.kind
            "client":{"kind":"COMPANY","purpose":"FUN"}                  | client.purpose
            "client":{"kind":"COMPANY","country":"France"}               | client.country
            "client":{}                                                  | client.kind
            "client":"COMPANY"                                           | client
            "client":{"kind":"COMPANY"},"service":{"activity":"II-99"}   | service.activity
            "client":{"kind":"COMPANY"},"service":{"goods":"no"}         | service.goods
            "client":{"kind":"COMPANY"},"service":{"colour":"red"}       | service.colour
            "client":{"kind":"COMPANY"},"worker":{"diplomaLevel":9}      | worker.diplomaLevel
            "client":{"kind":"COMPANY"},"worker":{"diplomaLevel":5.5}    | worker.diplomaLevel
            "client":{"kind":"COMPANY"},"worker":{"experienceMonths":-1} | worker.experienceMonths
            "client":{"kind":"COMPANY"},"worker":{"ownSiren":"732829321"} | worker.ownSiren
            "client":{"kind":"COMPANY"},"terms":{"pricePerDay":"450"}    | terms.pricePerDay
            "client":{"kind":"COMPANY"},"terms":{"pricePerDay":450.123}  | terms.pricePerDay
            "client":{"kind":"COMPANY"},"terms":{"pricePerDay":1e999}    | terms.pricePerDay
            "client":{"kind":"COMPANY"},"terms":{"daysPerMonth":32}      | terms.daysPerMonth
            "client":{"kind":"COMPANY"},"terms":{"months":0}             | terms.months
            "client":{"kind":"COMPANY"},"terms":{"recourseReason":"NO"}  | terms.recourseReason
            "client":{"kind":"COMPANY"},"mood":"good"                    | mood
            """)
    void a_malformed_case_names_the_field_and_does_not_stop_the_others(String members, String field) {
        var results = results("{\"cases\":[{\"id\":\"bad\",\"on\":\"2026-10-01\"," + members + "},"
                + "{\"id\":\"good\",\"on\":\"2026-10-01\",\"client\":{\"kind\":\"CONSUMER\"}}]}");

        assertThat(results.getFirst().at("/error/field").asString()).isEqualTo(field);
        assertThat(results.getFirst().at("/error/message").asString()).isNotBlank();
        assertThat(results.getFirst().has("frames")).isFalse();
        assertThat(results.getLast().at("/frames").size()).isEqualTo(5);
    }

    @ParameterizedTest(name = "on: {0}")
    @CsvSource({"2026-02-30", "01/10/2026", "1990-01-01"})
    void a_day_that_is_none_or_that_the_law_does_not_cover_is_an_error_of_that_case(String day) {
        var result = results("{\"cases\":[{\"id\":\"x\",\"on\":\"" + day + "\",\"client\":{\"kind\":\"COMPANY\"}}]}");

        assertThat(result.getFirst().at("/error/field").asString()).isEqualTo("on");
    }

    @Test
    void a_case_without_an_id_is_an_error_too() {
        assertThat(results("{\"cases\":[{\"on\":\"2026-10-01\"},17]}"))
                .allSatisfy(r -> assertThat(r.at("/error/field").asString()).isEqualTo("id"));
    }

    @Test
    void a_broken_file_keeps_the_answers_before_the_break_and_says_where_it_broke() {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var text = "{\"cases\":[{\"id\":\"a\",\"on\":\"2026-10-01\",\"client\":{\"kind\":\"CONSUMER\"}},\n{\"id\":";

        int code = FramesCommand.run(bytes(text), out, new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2");
        assertThat(JSON.readTree(out.toByteArray()).at("/results").size()).isEqualTo(1);
    }

    @Test
    @DisplayName("twenty thousand cases stream through without being held")
    void many_cases_stream_through() {
        var head = bytes("{\"cases\":[");
        var one = "{\"id\":\"%d\",\"on\":\"2026-10-01\",\"client\":{\"kind\":\"COMPANY\"}}";
        var body = IntStream.range(0, 20_000).<InputStream>mapToObj(i -> bytes((i == 0 ? "" : ",") + one.formatted(i)));
        var parts = new java.util.ArrayList<InputStream>(List.of(head));
        body.forEach(parts::add);
        parts.add(bytes("]}"));
        var counted = new Counting();

        int code = FramesCommand.run(new SequenceInputStream(Collections.enumeration(parts)), counted, System.err);

        assertThat(code).isZero();
        assertThat(counted.bytes).isGreaterThan(20_000L * 1_000);
    }

    private static List<JsonNode> results(String input) {
        var out = new ByteArrayOutputStream();
        assertThat(FramesCommand.run(bytes(input), out, System.err)).isZero();
        return JSON.readTree(out.toByteArray()).at("/results").valueStream().toList();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Counting extends OutputStream {
        long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
