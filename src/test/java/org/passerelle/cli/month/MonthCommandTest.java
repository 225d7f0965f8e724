package org.passerelle.cli.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Passerelle;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("./passerelle month: the same folder gives the same papers, and a bad one gives none")
class MonthCommandTest {

    private static final String EXAMPLE = "examples/2026-10";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int month(String... args) {
        var err = new PrintStream(told, true, StandardCharsets.UTF_8);
        return MonthCommand.run(args, err, Passerelle.class, Texts.in(Language.EN));
    }

    private static Map<String, Integer> papers(Path out) throws IOException {
        var papers = new TreeMap<String, Integer>();
        try (var files = Files.walk(out)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                papers.put(out.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return papers;
    }

    @Test
    void the_example_twice() throws IOException {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        assertThat(month(EXAMPLE, "--out", first.toString()))
                .as(told.toString())
                .isZero();
        assertThat(month(EXAMPLE, "--out", second.toString())).isZero();
        assertThat(papers(first)).isEqualTo(papers(second)).hasSizeGreaterThan(40);
        assertThat(papers(first).keySet())
                .anyMatch(name -> name.startsWith("factures/"))
                .anyMatch(name -> name.startsWith("bulletins/"))
                .anyMatch(name -> name.startsWith("sepa/"))
                .anyMatch(name -> name.startsWith("fec/"))
                .anyMatch(name -> name.startsWith("comptes/"))
                .anyMatch(name -> name.startsWith("contrats/"));
        balanced(JsonMapper.shared().readTree(Files.readString(first.resolve("bilan.json"))));
    }

    private static void balanced(JsonNode bilan) {
        for (var entity : bilan.get("entities")) {
            for (var worker : entity.get("workers")) balances(worker);
            balances(entity.get("totals"));
            assertThat(entity.get("totals").get("ordered").decimalValue())
                    .isEqualByComparingTo(entity.get("totals").get("net").decimalValue());
        }
        balances(bilan.get("totals"));
    }

    private static void balances(JsonNode node) {
        var left = node.get("collected").decimalValue().subtract(node.get("fee").decimalValue());
        for (var allocation : node.get("allocations")) left = left.subtract(allocation.decimalValue());
        assertThat(left).isEqualByComparingTo(node.get("balance").decimalValue());
        assertThat(node.get("collected").decimalValue()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    @Test
    void a_bad_folder_writes_nothing() throws IOException {
        var bad = folder.resolve("bad");
        Files.createDirectories(bad);
        Files.copy(Path.of(EXAMPLE, "operators.json"), bad.resolve("operators.json"));
        var out = folder.resolve("out");
        assertThat(month(bad.toString(), "--out", out.toString())).isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("people.csv: the file is missing");
    }

    @Test
    void what_the_month_itself_refuses_has_its_place_too() throws IOException {
        var copy = folder.resolve("copy");
        try (var files = Files.walk(Path.of(EXAMPLE))) {
            for (var file : files.toList()) {
                var target = copy.resolve(Path.of(EXAMPLE).relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
        var activity = copy.resolve("activity.csv");
        var lines = new ArrayList<>(Files.readAllLines(activity));
        lines.add(lines.get(2));
        Files.write(activity, lines);
        var missions = copy.resolve("missions.csv");
        Files.writeString(
                missions, Files.readString(missions).replace("2026-06-01,2027-05-31", "2026-10-05,2027-05-31"));
        var out = folder.resolve("out");
        assertThat(month(copy.toString(), "--out", out.toString())).isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("activity.csv:3:15 (day): the report of Aline Fontanel was refused: More than one full day")
                .containsPattern(
                        "activity.csv:\\d+:15 \\(day\\): the report of Bastien Courvoisier was refused: These days")
                .contains("2 problem(s) in ");
    }

    @Test
    void a_folder_with_other_files_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertThat(month(EXAMPLE, "--out", folder.toString())).isEqualTo(2);
        assertThat(folder.resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void without_words_it_says_what_it_wants() {
        assertThat(month(EXAMPLE)).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("--out");
    }
}
