package org.passerelle.cli.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

@DisplayName("R-30: what is wrong in a month's folder is told with file, line, column and remedy, all of it at once")
class R30_BadFolderTest {

    private static final Path EXAMPLE = Path.of("examples/2026-10");

    @TempDir
    Path folder;

    private void copy() throws IOException {
        try (var files = Files.walk(EXAMPLE)) {
            for (var file : files.toList()) {
                var target = folder.resolve(EXAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }

    private void change(String file, String old, String replacement) {
        try {
            var path = folder.resolve(file);
            var text = Files.readString(path);
            assertThat(text).contains(old);
            Files.writeString(
                    path,
                    text.replaceFirst(
                            java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(replacement)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> problems() {
        var bad = catchThrowableOfType(BadFolder.class, () -> MonthFolder.read(folder));
        assertThat(bad).as("the folder is refused").isNotNull();
        return bad.problems().stream()
                .map(problem -> problem.line(Texts.in(Language.EN)))
                .toList();
    }

    @Test
    void the_example_is_sound() {
        var month = MonthFolder.read(EXAMPLE);
        assertThat(month.operators()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(month.people()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(month.clients()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(month.clients().stream().filter(c -> c.isConsumer()).count()).isGreaterThanOrEqualTo(4);
        assertThat(month.missions()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(month.statements()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            people.csv    | first_name,last_name | first_name,surname   | people.csv:1:26 (surname): nobody knows the column “surname”
            people.csv    | 1984-03-12           | 1984-02-30           | people.csv:2:30 (birth_date): “1984-02-30” is not a date
            people.csv    | 284036910002067      | 284036910002068      | people.csv:2:41 (nir):
            people.csv    | FR7619990001000000701370062 | FR7619990001000000701370063 | (iban):
            people.csv    | Aline                | ``                   | people.csv:2:15 (first_name): a value is wanted
            people.csv    | EXPERT               | EXPERTE              | “EXPERTE” is none of: PREMIER_NIVEAU, JUNIOR, SENIOR, EXPERT
            clients.csv   | C-002                | C-001                | clients.csv:3:9 (code): “C-001” stands twice
            clients.csv   | COMPANY,Hydrauline Industries,999 | COMPANY,Hydrauline Industries,998 | clients.csv:2:45 (siren):
            missions.csv  | P-001,C-001          | P-001,C-777          | missions.csv:2:21 (client): no client in clients.csv
            missions.csv  | P-001,C-001          | P-777,C-001          | missions.csv:2:15 (person): nobody in people.csv
            missions.csv  | 620.00               | 620,00               | missions.csv:2:1
            activity.csv  | 2026-10-01           | 2026-11-01           | activity.csv:2:15 (day): 2026-11-01 is not a day of 2026-10
            activity.csv  | M-001                | M-999                | activity.csv:2:34 (mission): no mission in missions.csv
            activity.csv  | M-001                | M-002                | activity.csv:2:34 (mission): the mission M-002 is that of Bastien Courvoisier
            expenses.csv  | recu-01-P-001.pdf    | ../month.json        | is no name of a file
            expenses.csv  | recu-01-P-001.pdf    | absent.pdf           | receipts/absent.pdf: the file is missing
            operators.json| "frame"              | "farme"              | operators.json:5:14 (farme): nobody knows the field
            operators.json| "group": "           | "group" "            | operators.json:4
            operators.json| PORTAGE_SALARIAL     | PORTAGE              | is none of
            missions.csv  | 620.00               | -620.00              | missions.csv:2:113 (price): the amount must be above zero
            month.json    | 2026-11-09           | 2026-11-11-          | month.json:4:15 (pay_date): “2026-11-11-” is not a date
            month.json    | 2026-11-09           | 2026-11-08           | month.json:4:15 (pay_date): banks do not settle on 2026-11-08. Choose a TARGET working day, for instance 2026-11-09.
            month.json    | 2026-11-09           | 2026-11-31           | month.json:4:15 (pay_date): “2026-11-31” is not a date
            bank/rive-portage-2026-11-08.xml | >48210.35< | >48210.36< | bank/rive-portage-2026-11-08.xml:
            """)
    void a_wrong_value_has_its_place(String file, String old, String replacement, String expected) throws IOException {
        copy();
        change(file, old, replacement == null ? "" : replacement);
        assertThat(problems()).anyMatch(line -> line.contains(expected));
    }

    @Test
    void every_problem_of_the_folder_is_told_at_once() throws IOException {
        copy();
        change("people.csv", "1984-03-12", "12/03/1984");
        change("clients.csv", "C-002", "C-001");
        change("month.json", "2026-11-09", "soon");
        change("bank/ateliers-communs-2026-11-08.xml", "</Document>", "");
        assertThat(String.join("\n", problems()))
                .contains("people.csv:2:30", "clients.csv:3:9", "month.json:4", "bank/ateliers-communs");
        assertThat(problems()).as("what follows from them is not told again").hasSizeLessThan(10);
    }

    @Test
    void a_billion_laughs_are_not_laughed() throws IOException {
        copy();
        change(
                "bank/rive-portage-2026-11-08.xml",
                "<Document",
                "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><Document");
        assertThat(problems()).singleElement().asString().contains("bank/rive-portage-2026-11-08.xml:", "DOCTYPE");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"people.csv", "clients.csv", "missions.csv", "activity.csv", "expenses.csv", "operators.json"})
    void a_file_cut_off_anywhere_never_crashes(String file) throws IOException {
        copy();
        var whole = Files.readAllBytes(folder.resolve(file));
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Files.write(folder.resolve(file), java.util.Arrays.copyOf(whole, length));
            try {
                MonthFolder.read(folder);
            } catch (BadFolder bad) {
                assertThat(bad.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void a_file_in_another_encoding_is_refused_with_its_line() throws IOException {
        copy();
        var text = Files.readString(folder.resolve("people.csv"));
        Files.write(folder.resolve("people.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems()).anyMatch(line -> line.startsWith("people.csv:2: ") || line.startsWith("people.csv:3: "));
    }

    @Test
    void a_control_character_is_named_and_never_printed() throws IOException {
        copy();
        change("clients.csv", "Novaplan", "Nova\u0000plan");
        assertThat(problems()).anyMatch(line -> line.startsWith("clients.csv:3:") && line.contains("(U+0000)"));
        assertThat(problems()).noneMatch(line -> line.contains("\u0000"));
    }

    @Test
    void each_sentence_exists_in_both_languages() {
        assertThat(keys(Language.FR)).isEqualTo(keys(Language.EN)).isNotEmpty();
    }

    private static List<String> keys(Language language) {
        return Texts.in(language).keys().stream()
                .filter(key -> key.startsWith("month.") || key.startsWith("banking."))
                .toList();
    }
}
