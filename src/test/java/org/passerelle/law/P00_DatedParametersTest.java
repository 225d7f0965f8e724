package org.passerelle.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

@DisplayName("P-00: all numbers are dated data, each with its source")
class P00_DatedParametersTest {

    private static final Laws LAWS = Laws.load();

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "pmss, 2025-12-31, 3925.00", "pmss, 2026-01-01, 4005.00", "smic_hourly, 2026-05-31, 12.02",
        "smic_hourly, 2026-06-01, 12.31", "smic_hourly, 2024-10-31, 11.65", "smic_hourly, 2024-11-01, 11.88",
    })
    void the_day_before_and_the_day_of_a_change(String code, LocalDate day, String euros) {
        assertThat(LAWS.on(day).money(code)).isEqualTo(Money.of(euros));
    }

    @ParameterizedTest(name = "{0} on {1}: employer {2} %")
    @CsvSource({
        "chomage, 2025-04-30, 4.05",
        "chomage, 2025-05-01, 4.00",
        "ags, 2024-06-30, 0.20",
        "ags, 2024-07-01, 0.25",
        "vieillesse_deplafonnee, 2025-12-31, 2.02",
        "vieillesse_deplafonnee, 2026-01-01, 2.11",
    })
    void a_rate_changes_inside_a_year(String code, LocalDate day, String percent) {
        assertThat(LAWS.on(day).employer(code)).isEqualByComparingTo(Rate.ofPercent(percent));
    }

    @Test
    void outside_the_days_covered_the_answer_is_an_error_that_names_code_and_day() {
        assertThatThrownBy(() -> LAWS.on(LocalDate.of(2027, 1, 1)).money("pmss"))
                .isInstanceOf(NoVersion.class)
                .hasMessage("no version of pmss covers 2027-01-01");
        assertThatThrownBy(() -> LAWS.on(LocalDate.of(1999, 1, 1)).number("legal_week"))
                .hasMessage("no version of legal_week covers 1999-01-01");
        assertThat(LAWS.on(LocalDate.of(2026, 1, 1)).covers("maladie_reduced")).isFalse();
    }

    @Test
    void the_article_that_is_printed_is_dated_too() {
        assertThat(LAWS.on(LocalDate.of(2026, 8, 31)).article("vat_normal")).isEqualTo("CGI art. 278");
        assertThat(LAWS.on(LocalDate.of(2026, 9, 1)).article("vat_normal")).isEqualTo("CIBS, livre II");
    }

    @Test
    void every_file_below_law_is_in_the_index() throws IOException {
        var root = Path.of("src/main/resources/law");
        try (var files = Files.walk(root)) {
            var yaml = files.filter(f -> f.toString().endsWith(".yaml"))
                    .map(f -> root.relativize(f).toString())
                    .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
            assertThat(Files.readAllLines(root.resolve("index.txt"))).containsExactlyElementsOf(yaml);
        }
    }

    @Test
    void somebody_has_checked_each_newest_value_within_a_year_of_its_last_change() {
        assertThat(LAWS.all()).allSatisfy(p -> assertThat(p.checked()).isAfter(LocalDate.of(2025, 11, 22)));
    }

    private static final List<String> GOOD = List.of(
            "code: x",
            "label: X",
            "article: A",
            "base: b",
            "rounding: r",
            "checked: 2026-01-01",
            "values:",
            "  - from: 2024-01-01",
            "    rate: 1.00 %",
            "    source: S",
            "    status: V",
            "  - from: 2025-01-01",
            "    rate: 2.00 %",
            "    source: S",
            "    status: V");

    @ParameterizedTest(name = "line {0} as <{1}>: {2}")
    @CsvSource(delimiter = '|', textBlock = """
             1 | lable: X                | law/g/x.yaml: lable: unknown key
             0 | code: y                 | law/g/x.yaml: code: must be the name of the file, not y
             5 | checked: someday        | law/g/x.yaml: checked: must be a day such as 2026-01-01, not someday
            11 | '  - from: 2023-01-01'  | law/g/x.yaml: values[1].from: the days must rise
             8 | '    to: 2025-01-01\n    rate: 1 %' | law/g/x.yaml: values[1].from: 2025-01-01 overlaps the version before, which ends on 2025-01-01
             9 | '    source: \"\"'      | law/g/x.yaml: values[0].source: is empty
             9 | '    # no source'       | law/g/x.yaml: values[0].source: is missing
            14 | '    status: X'         | law/g/x.yaml: values[1].status: must be V, S or K, not X
            14 | '    note: n'           | law/g/x.yaml: values[1].status: is missing
            12 | '    rate: 2.00'        | law/g/x.yaml: values[1].rate: must be a percentage such as 8.55 %, not 2.00
            12 | '    number: 2'         | law/g/x.yaml: values[1]: another kind of value than before
            12 | '    employer: 2 %\n    rate: 1 %' | law/g/x.yaml: values[1]: one kind of value only, not employer and rate
            12 | '    # nothing'         | law/g/x.yaml: values[1]: no value
            """)
    void a_file_that_cannot_be_trusted_stops_the_start(int line, String text, String message) {
        var lines = new java.util.ArrayList<>(GOOD);
        lines.set(line, text.replace("\\n", "\n").replace("\\\"", "\""));
        assertThatThrownBy(() -> LawFile.read("g/x.yaml", String.join("\n", lines)))
                .isInstanceOf(BadLawFile.class)
                .hasMessage(message);
        assertThat(LawFile.read("g/x.yaml", String.join("\n", GOOD)).versions()).hasSize(2);
    }
}
