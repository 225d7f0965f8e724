package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("./passerelle dependency: portfolios in JSON, invoices as a table")
class DependencyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... args) {
        return DependencyCommand.run(
                args,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode results() {
        return JsonMapper.shared().readTree(out.toByteArray()).get("results");
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_portfolio_in_JSON() {
        assertThat(run("""
                {"cases":[{"id":"a","on":"2026-10-31","invoices":[
                  {"client":"Hydrauline","date":"2026-05-04","amount":7100.00},
                  {"client":"Novaplan","date":"2026-05-05","amount":1900},
                  {"client":"Tertre","date":"2026-10-31","amount":1000},
                  {"client":"Tertre","date":"2025-10-31","amount":99000},
                  {"client":"Rien","date":"2026-01-02","amount":-5}],
                 "balance":2000,"reserve":1000,"monthlyNeed":3000,
                 "signedOrders":[{"client":"Hydrauline","month":"2026-11","amount":9000},
                  {"client":"Novaplan","month":"2026-12","amount":1500}]}]}""")).isZero();
        var answer = results().get(0);
        assertThat(answer.get("firstClient").asString()).isEqualTo("Hydrauline");
        assertThat(answer.get("firstClientShare").decimalValue()).isEqualByComparingTo("71.00");
        assertThat(answer.get("hhi").asInt()).isEqualTo(5502);
        assertThat(answer.get("effectiveClients").decimalValue()).isEqualByComparingTo("1.82");
        assertThat(answer.get("runwayMonths").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(answer.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("code").asString())
                        .toList())
                .contains("left_out", "watch", "short_runway");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            client,date,amount¶Hydrauline,2026-05-04,7100.00¶Novaplan,2026-05-05,2900            | 71.00
            Client;Date;Montant¶Hydrauline;04/05/2026;7 100,00¶"Novaplan; SARL";05/05/2026;2900 € | 71.00
            montant_ht;client;date¶-100;A;2026-05-04¶600;A;2026-05-04¶500;B;2026-05-05            | 50.00
            """)
    void a_table_of_invoices(String table, String share) {
        assertThat(run(table.replace('¶', '\n'), "--on", "2026-10-31", "--balance", "4500", "--need", "3000"))
                .as(complaint())
                .isZero();
        var answer = results().get(0);
        assertThat(answer.get("on").asString()).isEqualTo("2026-10-31");
        assertThat(answer.get("firstClientShare").decimalValue()).isEqualByComparingTo(share);
        assertThat(answer.get("runwayMonths").decimalValue()).isEqualByComparingTo("1.5");
    }

    @Test
    void a_table_of_several_freelancers_asked_about_their_last_day() {
        assertThat(
                        run(
                                "\uFEFFid,client,date,amount\r\nx,A,2026-05-04,1\r\n\r\ny,A,2026-06-04,1\r\ny,B,2025-06-04,9\r\n"))
                .isZero();
        assertThat(results().valueStream().map(one -> one.get("on").asString()))
                .containsExactly("2026-05-04", "2026-06-04");
        assertThat(results().get(1).get("firstClientShare").decimalValue()).isEqualByComparingTo("100.00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            client,date                                     | lacks the column amount
            client,date,amount,colour                       | «colour» is no column
            client,date,amount,montant                      | has the column amount twice
            client,date,amount¶A,2026-13-04,1               | line 2, date
            client,date,amount¶A,2026-05-04,1.234           | line 2, amount
            client,date,amount¶A,2026-05-04,1e9             | line 2, amount
            client,date,amount¶A,2026-05-04,99999999999     | line 2, amount
            client,date,amount¶A,2026-05-04,1¶ ,2026-05-04,1| line 3, client
            client,date,amount¶A,2026-05-04                 | line 2 has 2 cells
            client,date,amount¶"A,2026-05-04,1              | no readable table
            client,date,amount¶A,1999-05-04,1               | 1999
            """)
    void what_cannot_be_read_is_named_and_nothing_is_answered(String table, String complaint) {
        assertThat(run(table.replace('¶', '\n'))).isEqualTo(2);
        assertThat(complaint()).contains(complaint);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"--colour, red", "--on, demain", "--need, -1", "--balance, much"})
    void words_that_are_none_are_refused(String word, String value) {
        assertThat(run("client,date,amount\nA,2026-05-04,1\n", word, value)).isEqualTo(2);
        assertThat(complaint()).contains(word);
    }

    @Test
    void JSON_takes_no_words() {
        assertThat(run("{\"cases\":[]}", "--on", "2026-10-31")).isEqualTo(2);
    }

    @Test
    void one_bad_case_spoils_no_other() {
        assertThat(run("""
                {"cases":[{"id":"bad","on":"2026-10-31","invoices":[{"client":"A","date":"2026-05-04","amount":"7"}]},
                 {"id":"good","on":"2026-10-31","invoices":[]}]}""")).isZero();
        assertThat(results().get(0).get("error").get("field").asString()).isEqualTo("invoices[0].amount");
        assertThat(results().get(1).get("firstClient").isNull()).isTrue();
    }
}
