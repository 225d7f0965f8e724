package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Siren;
import org.passerelle.ledger.core.Fec;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
@DisplayName("FEC, LPF art. A47 A-1: the book as the tax office reads it (formats.md §7)")
class FecTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/fec-2026.txt");

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_month_reads_as_it_was_read_by_a_person_once() throws Exception {
        var operator = OperatorId.random();
        var worker = PersonId.random();
        var file = Scopes.call(Scope.system(operator), () -> {
            at("2026-10-30T09:00:00Z");
            var sale = ledger.post(Entries.sale(operator, "FA-2026-000001", day(30), "5000.00", "1000.00"));
            ledger.post(Entries.sale(operator, "FA-2026-000002", day(31), "123.45", "24.69"));
            at("2026-11-03T22:59:59Z"); // in Paris still the 3rd
            var paid = ledger.post(Entries.payment(operator, "FA-2026-000001", day(31), "6000.00"));
            ledger.post(Entries.collected(operator, worker, day(31), "5000.00", "settlement:1"));
            ledger.letter(operator, List.of(new LineId(sale, 1), new LineId(paid, 1)), LocalDate.of(2026, 11, 3));
            at("2026-11-03T23:00:00Z"); // in Paris the 4th
            ledger.post(Entry.on(operator, "OD", day(31), "od:1")
                    .piece("OD\t1", day(31))
                    .label("Loyer | octobre\r\n« Île »")
                    .debit("613000", Money.of("800"))
                    .credit("512000", Money.of("800"))
                    .entry());
            return ledger.fec(operator, 2026);
        });
        assertThat(new FecFile(file).complaints()).isEmpty();
        Files.write(Files.createDirectories(Path.of("target", "golden")).resolve("fec-2026.txt"), file);
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void any_book_keeps_every_numbered_rule(long seed) {
        var random = new Random(seed);
        var operator = OperatorId.random();
        Scopes.run(Scope.system(operator), () -> {
            for (int i = 0; i < 300; i++) {
                ledger.post(Entries.balanced(random, operator));
                ledger.post(Entries.collected(operator, PersonId.random(), Entries.DAY, "10.00", "s:" + i));
            }
            var file = new FecFile(ledger.fec(operator, 2026));
            assertThat(file.complaints()).isEmpty();
            assertThat(file.numbers()).hasSize(300).startsWith(1L).endsWith(300L);
            assertThat(file.rows()).noneMatch(row -> row.get("CompteNum").startsWith("9"));
            assertThat(file.rows()).noneMatch(row -> row.get("JournalCode").equals("CA"));
        });
    }

    @Test
    void the_next_year_opens_with_what_the_accounts_held_and_the_result() {
        var operator = OperatorId.random();
        Scopes.run(Scope.system(operator), () -> {
            ledger.post(Entries.sale(operator, "FA-2026-000001", day(30), "5000.00", "1000.00"));
            ledger.post(Entries.sale(operator, "FA-2027-000001", LocalDate.of(2027, 1, 5), "10.00", "2.00"));
            var file = new FecFile(ledger.fec(operator, 2027));
            assertThat(file.complaints()).isEmpty();
            assertThat(file.numbers()).containsExactly(0L, 1L);
            assertThat(file.rows().stream().filter(r -> r.get("JournalCode").equals("AN")))
                    .extracting(r -> r.get("CompteNum") + " " + r.get("CompAuxNum") + " " + r.get("Debit") + " "
                            + r.get("Credit"))
                    .containsExactly("411000 C-001 6000,00 0,00", "445740  0,00 1000,00", "120000  0,00 5000,00");
        });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            1: names                 | CompteNum<t>CompteLib | CompteLib<t>CompteNum
            2: line 1 has 19 fields  | <t><t><n>             | <t><t><t><n>
            3: EcritureDate          | 20261030<t>411000     | 30/10/2026<t>411000
            4: Debit                 | 6000,00<t>0,00        | 6 000,00<t>0,00
            5: account               | <t>411000<t>           | <t>41<t>
            6: CompAuxNum            | <t>Atelier du Port<t>  | <t><t>
            7: 3 after 1             | <t>2<t>20261031        | <t>3<t>20261031
            8: entry 1 is off by     | 5000,00              | 5000,01
            9: ValidDate falls       | <t>20261030<t><t>       | <t>20261130<t><t>
            """)
    void the_reader_of_the_tests_sees_each_fault(String complaint, String right, String wrong) throws Exception {
        var golden = Files.readString(GOLDEN);
        var from = unescape(right);
        assertThat(golden).contains(from);
        int at = golden.indexOf(from, complaint.startsWith("2") ? golden.indexOf("\r\n") + 2 : 0);
        var faulty = golden.substring(0, at) + unescape(wrong) + golden.substring(at + from.length());
        assertThat(new FecFile(faulty.getBytes(StandardCharsets.UTF_8)).complaints())
                .anyMatch(found -> found.startsWith(complaint));
    }

    @Test
    void the_name_says_whose_and_which_year() {
        assertThat(Fec.fileName(Siren.of("732829320"), LocalDate.of(2026, 12, 31)))
                .isEqualTo("732829320FEC20261231.txt");
    }

    private static String unescape(String text) {
        return text.replace("<t>", "\t").replace("<n>", "\r\n");
    }

    private void at(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }
}
