package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("./passerelle pay and pay-year")
class PayCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String[] NOTHING = {};

    @Test
    void the_public_case_file_is_answered_with_its_own_figures() throws IOException {
        try (var file = getClass().getResourceAsStream("/pay/payroll-cases-public.json")) {
            var cases = JSON.readTree(file).get("cases");
            var results = pay(JSON.writeValueAsString(JSON.createObjectNode().set("cases", cases)))
                    .get("results");
            assertThat(results).hasSize(40);
            for (int i = 0; i < 40; i++) {
                var result = results.get(i);
                var expected = cases.get(i).get("printed");
                assertThat(result.get("id")).isEqualTo(cases.get(i).get("id"));
                for (String name : expected.propertyNames()) {
                    if (name.equals("lines")) continue;
                    assertThat(result.get("printed").get(name).decimalValue())
                            .as(result.get("id") + " " + name)
                            .isEqualByComparingTo(expected.get(name).decimalValue());
                }
                assertThat(result.get("lines").get(0).propertyNames())
                        .containsExactly("id", "label", "employer", "employee", "rule", "source", "parts");
            }
        }
    }

    @Test
    void absent_fields_take_the_defaults_of_the_case_file() {
        var results = pay("""
                {"cases":[
                 {"id":"short","input":{"cadre":true,"effectif":60,"versementMobilite":3.2,"date":"2026-10-31","grossMonthly":4500}},
                 {"id":"long","input":{"cadre":true,"effectif":60,"versementMobilite":3.2,"atmp":1,"alternantsShare":5,
                  "mutuelle":{"monthly":60,"employerShare":50},"pas":"neutre","hoursPerWeek":35,"date":"2026-10-31","grossMonthly":4500}}]}
                """).get("results");
        assertThat(results.get(0).get("exact")).isEqualTo(results.get(1).get("exact"));
        assertThat(results.get(0).get("exact").get("netPaid").decimalValue()).isEqualByComparingTo("3083.711975");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "cadre":true,"effectif":60,"date":"2026-10-31"                                   | input.grossMonthly | is missing
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":"4500"             | input.grossMonthly | must be a number
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":-1                 | input.grossMonthly | must lie between 0 and 10000000.00
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":1e99               | input.grossMonthly | must lie between 0 and 10000000.00
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":1.005              | input.grossMonthly | has more than two decimals
            "cadre":"yes","effectif":60,"date":"2026-10-31","grossMonthly":1                 | input.cadre | must be true or false
            "cadre":true,"effectif":1.5,"date":"2026-10-31","grossMonthly":1                 | input.effectif | must be a whole number
            "cadre":true,"effectif":60,"date":"2026-02-30","grossMonthly":1                  | input.date | must be a day such as "2026-10-31"
            "cadre":true,"effectif":60,"date":"2027-01-31","grossMonthly":1                  | input.date | no version of pmss covers 2027-01-31
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":1,"pas":"neutral"  | input.pas | must be "neutre" or a rate in percent
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":1,"atpm":2         | input.atpm | unknown field
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":1,"mutuelle":60    | input.mutuelle | must be an object
            "cadre":true,"effectif":60,"date":"2026-10-31","grossMonthly":1,"hoursPerWeek":0 | input.hoursPerWeek | must lie between 0.01 and 60
            """)
    void a_malformed_case_names_the_field_and_stops_no_other(String input, String field, String message) {
        var good =
                "{\"id\":\"good\",\"input\":{\"cadre\":true,\"effectif\":60,\"date\":\"2026-10-31\",\"grossMonthly\":3000}}";
        var results = pay("{\"cases\":[{\"id\":\"bad\",\"input\":{" + input + "}}," + good + "]}")
                .get("results");
        assertThat(results.get(0).get("id").asString()).isEqualTo("bad");
        assertThat(results.get(0).get("error").get("field").asString()).isEqualTo(field);
        assertThat(results.get(0).get("error").get("message").asString()).isEqualTo(message);
        assertThat(results.get(1).get("printed").get("gross").intValue()).isEqualTo(3000);
    }

    @ParameterizedTest(name = "{0}: gross {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "budget":7980                                                     | 5453.48
            "budget":6558.9705                                                | 4500
            "netBeforeTax":3521.961975                                        | 4500
            "netPaid":3083.71                                                 | 4500
            "turnover":{"dayRate":500,"days":18,"feePercent":8,"expenses":300} | 5453.48
            "turnover":{"dayRate":500,"days":18,"feeFlat":720,"expenses":300} | 5453.48
            """)
    void a_case_may_start_from_a_budget_a_net_or_days_sold(String start, String gross) {
        var result = first(start);
        assertThat(result.get("exact").get("gross").decimalValue()).isEqualByComparingTo(gross);
        assertThat(result.get("inverse").get("gross").decimalValue()).isEqualByComparingTo(gross);
    }

    @Test
    void a_net_asks_for_a_day_rate() {
        var inverse = first("\"netBeforeTax\":4286.51,\"turnover\":{\"days\":18,\"feePercent\":8,\"expenses\":300}")
                .get("inverse");
        assertThat(inverse.get("dayRate").decimalValue()).isEqualByComparingTo("500");
    }

    @Test
    void a_budget_that_is_stuck_says_why_in_both_languages() {
        var inverse = first("\"budget\":5788").get("inverse");
        assertThat(inverse.get("gross").decimalValue()).isEqualByComparingTo("4005");
        assertThat(inverse.get("grossForOneEuroMore").decimalValue()).isZero();
        assertThat(inverse.get("jumps").get(0).get("cause").asString()).isEqualTo("cet");
        assertThat(inverse.get("fr").get(0).asString()).contains("parce que", "CET", "4\u202F005,00\u00A0€");
        assertThat(inverse.get("en").get(0).asString()).contains("because", "CET", "€4,005.00");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "budget":7980,"netPaid":1                     | input.netPaid | cannot stand beside budget
            "budget":10                                   | input.budget | is less than a month without any gross costs
            "turnover":{"days":18}                        | input.turnover.dayRate | is missing
            "budget":1,"turnover":{"dayRate":1,"days":18} | input.turnover.dayRate | cannot stand beside a gross, a budget or a net
            "turnover":{"dayRate":1,"days":0}             | input.turnover.days | must lie between 0.5 and 31
            """)
    void a_start_that_cannot_be_is_named(String start, String field, String message) {
        var error = first(start).get("error");
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("message").asString()).isEqualTo(message);
    }

    private static JsonNode first(String start) {
        return pay(caseOf(start)).get("results").get(0);
    }

    private static String caseOf(String start) {
        return "{\"cases\":[{\"id\":\"a\",\"input\":{\"date\":\"2026-10-31\",\"cadre\":true,\"effectif\":60,"
                + "\"versementMobilite\":3.2," + start + "}}]}";
    }

    @Test
    void words_are_added_when_they_are_asked_for() {
        var out = new ByteArrayOutputStream();
        var explain = new String[] {"--explain"};
        assertThat(PayCommand.run(explain, bytes(caseOf("\"grossMonthly\":4500")), out, System.err))
                .isZero();
        var result = JSON.readTree(out.toByteArray()).get("results").get(0);
        var line = result.get("lines").get(1);
        assertThat(line.get("labelEn").asString()).isEqualTo("Basic pension, up to the ceiling");
        assertThat(line.get("fr").get(0).asString()).contains("8,55", "CSS art. D242-4");
        assertThat(line.get("parts").get(0).get("base").decimalValue()).isEqualByComparingTo("4005");
        assertThat(PayCommand.run(new String[] {"--explian"}, bytes("{}"), out, System.err))
                .isEqualTo(2);
    }

    @Test
    void a_corrected_month_of_a_year_shows_its_negative_bases() {
        var json = """
                {"years":[{"id":"Y","input":{"cadre":true,"effectif":60,"months":[
                 {"date":"2026-01-31","gross":6000},{"date":"2026-02-28","gross":2600}]}}]}
                """;
        var out = new ByteArrayOutputStream();
        var explain = new String[] {"--explain"};
        assertThat(PayYearCommand.run(explain, bytes(json), out, System.err)).isZero();
        var february = JSON.readTree(out.toByteArray())
                .get("years")
                .get(0)
                .get("months")
                .get(1);
        var pension = february.get("lines")
                .valueStream()
                .filter(line -> line.get("id").asString().equals("agirc_arrco"))
                .findFirst()
                .orElseThrow();
        assertThat(pension.get("parts").get(1).get("base").decimalValue()).isEqualByComparingTo("-1405");
        assertThat(pension.get("fr").get(1).asString()).startsWith("−1\u202F405,00\u00A0€");
    }

    @Test
    void pay_compare_takes_lone_months_and_months_of_a_year() {
        var pairs = """
                {"pairs":[{"id":"p",
                 "one":{"input":{"date":"2026-02-28","grossMonthly":2600,"cadre":true,"effectif":60}},
                 "other":{"month":"2026-02","input":{"cadre":true,"effectif":60,"months":[
                   {"date":"2026-01-31","gross":6000},{"date":"2026-02-28","gross":2600}]}}},
                 {"id":"q","one":{"input":{"date":"2026-02-28","grossMonthly":2600,"cadre":true,"effectif":60}},
                 "other":{"input":{"date":"2026-02-28","cadre":true,"effectif":60}}},
                 {"id":"r","one":{"input":{"date":"2026-02-28","grossMonthly":2600,"cadre":true,"effectif":60}},
                 "other":{"month":"2026-07","input":{"cadre":true,"effectif":60,"months":[]}}}]}
                """;
        var out = new ByteArrayOutputStream();
        assertThat(PayCompareCommand.run(bytes(pairs), out, System.err)).isZero();
        var answers = JSON.readTree(out.toByteArray()).get("comparisons");
        var reduction = answers.get(0)
                .get("lines")
                .valueStream()
                .filter(line -> line.get("id").asString().equals("reduction_generale"))
                .findFirst()
                .orElseThrow();
        assertThat(reduction.get("employer").get("difference").decimalValue()).isEqualByComparingTo("131.24");
        assertThat(reduction.get("reasons")).hasSize(1);
        assertThat(reduction.get("reasons").get(0).get("reason").asString()).isEqualTo("regularisation");
        assertThat(answers.get(1).get("error").get("field").asString()).isEqualTo("other.input.grossMonthly");
        assertThat(answers.get(2).get("error").get("field").asString()).isEqualTo("other.month");
    }

    @Test
    void a_broken_file_is_reported_with_line_and_column() {
        var err = new ByteArrayOutputStream();
        int code = PayCommand.run(
                NOTHING, bytes("{\"cases\":[\n{\"id\":}"), OutputStream.nullOutputStream(), new PrintStream(err));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2, column");
        assertThat(PayCommand.run(NOTHING, bytes("[]"), OutputStream.nullOutputStream(), new PrintStream(err)))
                .isEqualTo(2);
    }

    @Test
    void twenty_thousand_cases_pass_through_one_by_one() {
        var last = new long[2];
        var out = new OutputStream() {
            @Override
            public void write(int b) {
                last[0]++;
                if (b == '\n') last[1]++;
            }
        };
        assertThat(PayCommand.run(NOTHING, new ManyCases(20_000), out, System.err))
                .isZero();
        assertThat(last[1]).isEqualTo(20_001);
    }

    @Test
    void the_worked_year_comes_out_of_pay_year() {
        var years = year("""
                {"years":[{"id":"Y","input":{"cadre":true,"effectif":60,"months":[
                 {"date":"2026-01-31","gross":6000},{"date":"2026-02-28","gross":2600},{"date":"2026-03-31","gross":3200},
                 {"date":"2026-04-30","gross":9000}]}},
                 {"id":"bad","input":{"cadre":true,"effectif":60,"months":[
                 {"date":"2026-01-31","gross":6000},{"date":"2026-01-31","gross":"x"}]}},
                 {"id":"worse","input":{"cadre":true,"effectif":60,"months":[
                 {"date":"2026-01-31","gross":6000},{"date":"2026-02-28","gross":"x"}]}}]}
                """).get("years");
        var april = years.get(0).get("months").get(3);
        assertThat(april.get("T1").decimalValue()).isEqualByComparingTo("4220");
        assertThat(april.get("T2").decimalValue()).isEqualByComparingTo("4780");
        assertThat(april.get("coefficient").decimalValue()).isEqualByComparingTo("0.0206");
        assertThat(april.get("reduction").decimalValue()).isEqualByComparingTo("-65.94");
        assertThat(years.get(1).get("error").get("field").asString()).isEqualTo("input.months[1].date");
        assertThat(years.get(2).get("error").get("field").asString()).isEqualTo("input.months[1].gross");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"date":"2026-02-28","gross":1}                                        | input.months[1].date | must be later than 2026-03
            {"date":"2026-03-15","gross":1}                                        | input.months[1].date | is in 2026-03 again
            {"date":"2023-12-31","gross":1}                                        | input.months[1].date | must be later than 2026-03
            {"date":"2026-04-30"}                                                  | input.months[1].gross | is missing
            {"gross":1}                                                            | input.months[1].date | is missing
            {"date":"2026-04-30","gross":1,"cadre":"yes"}                          | input.months[1].cadre | must be true or false
            {"date":"2026-04-30","gross":1,"brut":2}                               | input.months[1].brut | unknown field
            {"date":"2026-04-30","gross":1,"ceiling":{"days":31,"of":30}}          | input.months[1].ceiling.days | must not exceed 30
            {"date":"2026-04-30","gross":1,"mutuelle":{"monthly":-1}}              | input.months[1].mutuelle.monthly | must lie between 0 and 10000.00
            7                                                                      | input.months[1] | must be an object
            """)
    void a_malformed_month_names_its_place_and_stops_no_other_year(String month, String field, String message) {
        var good = "{\"id\":\"good\",\"input\":{\"cadre\":true,\"effectif\":60,\"months\":["
                + "{\"date\":\"2026-03-31\",\"gross\":3000}]}}";
        var bad = good.replace("good", "bad").replace("3000}", "3000}," + month);
        var years = year("{\"years\":[" + bad + "," + good + "]}").get("years");
        assertThat(years.get(0).get("error").get("field").asString()).isEqualTo(field);
        assertThat(years.get(0).get("error").get("message").asString()).isEqualTo(message);
        assertThat(years.get(0).has("months")).isFalse();
        assertThat(years.get(1).get("months")).hasSize(1);
    }

    @Test
    void sums_begin_anew_in_January_and_a_missing_month_brings_no_ceiling() {
        var year = year("""
                {"years":[{"id":"Y","input":{"cadre":true,"effectif":60,"months":[
                 {"date":"2025-11-30","gross":9000},{"date":"2025-12-31","gross":1000},
                 {"date":"2026-01-31","gross":1000},{"date":"2026-04-30","gross":9000}]}}]}
                """).get("years").get(0).get("months");
        assertThat(year.get(1).get("T1").decimalValue()).isEqualByComparingTo("3925");
        assertThat(year.get(2).get("T1").decimalValue()).isEqualByComparingTo("1000");
        assertThat(year.get(3).get("T1").decimalValue()).isEqualByComparingTo("7010");
    }

    @Test
    void a_month_of_a_year_may_start_from_a_budget_and_is_searched_on_the_sums() {
        var months = year("""
                {"years":[{"id":"Y","input":{"cadre":true,"effectif":60,"versementMobilite":3.2,"months":[
                 {"date":"2026-01-31","budget":7980},{"date":"2026-02-28","budget":7980},
                 {"date":"2026-03-31","gross":3000},{"date":"2026-04-30","netBeforeTax":3000},
                 {"date":"2026-05-31","turnover":{"dayRate":500,"days":18,"feePercent":8,"expenses":300}}]}}]}
                """).get("years").get(0).get("months");
        for (int i = 0; i < 2; i++) {
            var inverse = months.get(i).get("inverse");
            assertThat(inverse.get("gross")).isEqualTo(months.get(i).get("gross"));
            assertThat(inverse.get("cost")
                            .decimalValue()
                            .add(inverse.get("left").decimalValue()))
                    .isEqualByComparingTo("7980");
        }
        assertThat(months.get(0).get("gross")).isEqualTo(months.get(1).get("gross"));
        assertThat(months.get(2).has("inverse")).isFalse();
        assertThat(months.get(3).get("netBeforeTax").decimalValue())
                .isBetween(new java.math.BigDecimal("2999.90"), new java.math.BigDecimal("3000.10"));
        // the reduction that April regained is lost again: the same budget buys less than in January
        assertThat(months.get(4).get("gross").decimalValue())
                .isLessThan(months.get(0).get("gross").decimalValue());
    }

    @Test
    void a_month_may_have_terms_and_a_ceiling_of_its_own() {
        var year = year("""
                {"years":[{"id":"Y","input":{"cadre":true,"effectif":60,"hoursPerWeek":35,
                 "mutuelle":{"monthly":60,"employerShare":100},"months":[
                 {"date":"2026-01-31","gross":9000},
                 {"date":"2026-02-28","gross":9000,"hoursPerWeek":17.5,"mutuelle":{"monthly":80}},
                 {"date":"2026-03-31","gross":9000,"ceiling":{"days":0,"of":31},"cadre":false}]}}]}
                """).get("years").get(0).get("months");
        assertThat(year.get(0).get("T1").decimalValue()).isEqualByComparingTo("4005");
        assertThat(year.get(1).get("T1").decimalValue()).isEqualByComparingTo("2002.5");
        assertThat(year.get(2).get("T1").decimalValue()).isEqualByComparingTo("0");
        // 80 € that the employer still pays alone
        assertThat(year.get(1).get("lines").toString())
                .contains("\"id\":\"mutuelle\",\"label\":\"Complémentaire santé\",\"employer\":80,\"employee\":0");
        assertThat(ids(year.get(1))).contains("apec");
        assertThat(ids(year.get(2))).doesNotContain("apec");
    }

    private static java.util.List<String> ids(JsonNode month) {
        return month.get("lines")
                .valueStream()
                .map(line -> line.get("id").asString())
                .toList();
    }

    private static JsonNode pay(String json) {
        var out = new ByteArrayOutputStream();
        assertThat(PayCommand.run(NOTHING, bytes(json), out, System.err)).isZero();
        return JSON.readTree(out.toByteArray());
    }

    private static JsonNode year(String json) {
        var out = new ByteArrayOutputStream();
        assertThat(PayYearCommand.run(NOTHING, bytes(json), out, System.err)).isZero();
        return JSON.readTree(out.toByteArray());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A file that is never in memory as a whole.
    private static final class ManyCases extends InputStream {

        private final int count;
        private int written;
        private byte[] part = "{\"cases\":[".getBytes(StandardCharsets.UTF_8);
        private int at;

        ManyCases(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            if (at == part.length && !more()) return -1;
            return part[at++];
        }

        private boolean more() {
            if (written > count) return false;
            String text = written == count
                    ? "]}"
                    : (written == 0 ? "" : ",") + "{\"id\":\"" + written
                            + "\",\"input\":{\"cadre\":true,\"effectif\":60,\"date\":\"2026-10-31\",\"grossMonthly\":"
                            + (2000 + written % 5000) + "}}";
            written++;
            part = text.getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }
}
