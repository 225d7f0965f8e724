package org.passerelle.banking.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

@DisplayName("R-30: a statement as CSV is read in its bank's layout, or refused with its line and reason")
class R30_CsvStatementTest {

    private static final Iban OURS = Iban.of("FR1420041010050500013M02606");

    private static final String MUTUEL = """
            Date;Date de valeur;Débit;Crédit;Libellé;Solde
            03/11/2026;03/11/2026;;1 200,00;VIR ATELIER NORD FA-2026-000001;2.200,00
            04/11/2026;05/11/2026;-19,90;;COTISATION;2 180,10
            """;

    private static ReadStatement read(String text) {
        return CsvStatement.read(text.getBytes(StandardCharsets.UTF_8), OURS);
    }

    @Test
    void debit_and_credit_columns_with_a_balance_that_chains() {
        var statement = read(MUTUEL);
        assertThat(statement.layout()).isEqualTo("credit-mutuel-cic");
        assertThat(statement.balanced()).isTrue();
        assertThat(statement.opening()).isEqualTo(Money.of("1000.00"));
        assertThat(statement.closing()).isEqualTo(Money.of("2180.10"));
        assertThat(statement.movements())
                .extracting(ReadMovement::amount)
                .containsExactly(Money.of("1200.00"), Money.of("-19.90"));
        assertThat(statement.movements().getLast().valueDate()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(statement.movements().getFirst().line()).isEqualTo(2);
    }

    @Test
    void newest_first_and_windows_1252_are_the_same_statement() {
        var lines = MUTUEL.lines().toList();
        var turned = String.join("\r\n", lines.get(0), lines.get(2), lines.get(1)) + "\r\n";
        var read = CsvStatement.read(turned.getBytes(Charset.forName("windows-1252")), OURS);
        assertThat(LineKeys.content(read)).isEqualTo(LineKeys.content(read(MUTUEL)));
    }

    @Test
    void lines_before_the_columns_and_texts_over_two_lines() {
        var statement = read("""
                Téléchargement du 08/11/2026;
                Compte courant FR14 2004 1010 0505 0001 3M02 606;

                Date;Libellé;Débit euros;Crédit euros;
                03/11/2026;"VIREMENT EN VOTRE FAVEUR
                ATELIER ""NORD"" ; FA-2026-000001";;1 200,00;
                04/11/2026;REJET VIR SEPA;;54,00;
                """);
        assertThat(statement.layout()).isEqualTo("credit-agricole");
        assertThat(statement.balanced()).isFalse();
        assertThat(statement.movements().getFirst().remittance())
                .isEqualTo("VIREMENT EN VOTRE FAVEUR ATELIER \"NORD\" ; FA-2026-000001");
        assertThat(statement.movements().getFirst().reversal()).isFalse();
        assertThat(statement.movements().getLast().reversal()).isTrue();
        assertThat(statement.movements().getLast().line()).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n"
                        + "03/11/2026;VIR;ATELIER NORD;1200,00;EUR\n",
                "Date;Libellé;Montant(EUROS);Montant(FRANCS)\n03/11/2026;VIR ATELIER NORD;1200,00;7871,48\n",
                "Date operation;Libelle operation;Montant operation en euro\n03/11/2026;VIR ATELIER NORD;+1 200,00\n",
                "dateOp;dateVal;label;category;amount\n2026-11-03;2026-11-03;VIR ATELIER NORD;;1 200,00\n",
                "date;value_date;party;text;amount;balance;currency\n"
                        + "2026-11-03;;ATELIER NORD;VIR;1200.00;2200.00;EUR\n"
            })
    void every_other_layout_gives_the_same_movement(String file) {
        var movement = read(file).movements().getFirst();
        assertThat(movement.amount()).isEqualTo(Money.of("1200.00"));
        assertThat(movement.bookingDate()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(movement.counterparty() + movement.remittance()).contains("ATELIER NORD");
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2} on line {3}")
    @CsvSource(delimiter = '|', textBlock = """
            Saldo         | Solde      | layout        | 1
            31/02/2026    | 04/11/2026 | date          | 3
            2026-11-04    | 04/11/2026 | date          | 3
            19.90         | -19,90     | amount        | 3
            1e3           | -19,90     | amount        | 3
            -19,905       | -19,90     | amount        | 3
            0,00          | -19,90     | amount        | 3
            ''            | -19,90     | two_amounts   | 3
            -19,90;5,00   | -19,90;    | two_amounts   | 3
            2 181,10      | 2 180,10   | sum           | 3
            '"VIR'        | VIR        | quote         | 2
            """)
    void refused_with_its_line(String instead, String of, String code, int line) {
        var text = MUTUEL.replace(of, instead);
        assertThat(text).isNotEqualTo(MUTUEL);
        var refused = catchThrowableOfType(InvalidFile.class, () -> read(text));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.line()).isEqualTo(line);
    }

    @Test
    void another_account_another_currency_and_no_movement_are_refused() {
        assertThatThrownBy(() -> read("Compte FR76 3000 6000 0112 3456 7890 189\n" + MUTUEL))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.code()).isEqualTo("account"));
        assertThatThrownBy(() ->
                        read("date;value_date;party;text;amount;balance;currency\n2026-11-03;;A;B;1.00;2.00;USD\n"))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.code()).isEqualTo("currency"));
        assertThatThrownBy(() -> read(MUTUEL.lines().findFirst().orElseThrow() + "\n\n"))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.code()).isEqualTo("no_statement"));
    }

    @Test
    void ten_thousand_damaged_files_are_read_or_refused_and_nothing_else() {
        long seed = 20_261_123L;
        var random = new Random(seed);
        var good = MUTUEL.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 10_000; round++) {
            var bad = good.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            var cut = java.util.Arrays.copyOf(bad, random.nextInt(bad.length + 1));
            try {
                var read = CsvStatement.read(cut, OURS);
                var sum = read.movements().stream().map(ReadMovement::amount).reduce(read.opening(), Money::plus);
                assertThat(sum).as("seed %s, round %s", seed, round).isEqualTo(read.closing());
            } catch (InvalidFile refused) {
                assertThat(refused.code()).as("seed %s, round %s", seed, round).isNotEmpty();
            }
        }
    }
}
