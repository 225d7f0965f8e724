package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Ledger;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("R-14: statements that overlap, in any order and as often as you like, make one and the same book")
class R14_StatementsInAnyOrderTest {

    @Autowired
    Statements statements;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Billing billing;

    private record Desk(Billing.Situation situation, String first, String second) {}

    /// Two invoices of 540 €.
    private Desk desk() {
        var s = billing.situation();
        var draft = billing.draft(s, "2026-10-12");
        var first = billing.issued(s, draft).number();
        var copy = billing.copies(draft, 1).getFirst();
        var second = in(s.id(), () -> {
            var issuance = invoicing.issue(s.id(), copy, draft.month().lastDay(), UUID.randomUUID());
            return ((org.passerelle.invoicing.Issuance.Issued) issuance)
                    .invoice()
                    .number();
        });
        return new Desk(s, first, second);
    }

    /// The third file repeats a movement of the second and one of the fourth.
    private static List<byte[]> files(Desk desk) {
        var iban = desk.situation().operator().iban().value();
        return List.of(
                CamtFile.statement("1")
                        .account(iban)
                        .days("2026-11-01", "2026-11-07")
                        .opening("1000.00")
                        .entry("540.00", "2026-11-03", "A1", "Client", "Facture " + desk.first())
                        .entry("20.00", "2026-11-05", "", "Donateur", "Don")
                        .entry("20.00", "2026-11-05", "", "Donateur", "Don")
                        .bytes(),
                CamtFile.statement("2")
                        .account(iban)
                        .days("2026-11-08", "2026-11-14")
                        .opening("1580.00")
                        .entry(
                                "200.00",
                                "2026-11-12",
                                "A2",
                                "Client",
                                "Acompte " + desk.second().replace("-", " "))
                        .bytes(),
                CamtFile.statement("3")
                        .account(iban)
                        .days("2026-11-11", "2026-11-18")
                        .opening("1580.00")
                        .entry(
                                "200.00",
                                "2026-11-12",
                                "A2",
                                "Client",
                                "Acompte " + desk.second().replace("-", " "))
                        .entry(
                                "340.00",
                                "2026-11-16",
                                "A3",
                                "Client",
                                "Solde " + desk.second().replace("-", ""))
                        .bytes(),
                CamtFile.statement("4")
                        .account(iban)
                        .days("2026-11-15", "2026-11-21")
                        .opening("1780.00")
                        .entry(
                                "340.00",
                                "2026-11-16",
                                "A3",
                                "Client",
                                "Solde " + desk.second().replace("-", ""))
                        .entry("-30.00", "2026-11-20", "A4", "Banque", "Frais")
                        .bytes(),
                CamtFile.statement("5")
                        .account(iban)
                        .version("02")
                        .days("2026-11-22", "2026-11-28")
                        .opening("2090.00")
                        .entry("77.00", "2026-11-25", "A5", "Inconnu", "Virement")
                        .bytes());
    }

    private String book(Desk desk) {
        var operator = desk.situation().id();
        return in(operator, () -> {
            var balances = new TreeMap<String, Money>();
            for (var row : ledger.trialBalance(operator).rows()) {
                balances.merge(row.account(), row.balance(), Money::plus);
            }
            var lines = statements.lines(operator).stream()
                    .map(line -> line.reference() + " " + line.amount() + " " + line.state())
                    .sorted()
                    .toList();
            var invoices = invoicing.issued(operator).stream()
                    .map(invoice -> invoice.number() + " " + invoice.state() + " " + invoice.paid())
                    .sorted()
                    .toList();
            return balances + "\n" + lines + "\n" + invoices + "\n"
                    + statements.gaps(operator).size();
        });
    }

    private ImportReport take(Desk desk, byte[] file) {
        return in(
                desk.situation().id(),
                () -> statements.importFile(desk.situation().id(), file));
    }

    private static void orders(List<Integer> done, List<List<Integer>> all) {
        if (done.size() == 5) all.add(List.copyOf(done));
        for (int next = 0; next < 5; next++) {
            if (done.contains(next)) continue;
            var longer = new ArrayList<>(done);
            longer.add(next);
            orders(longer, all);
        }
    }

    @Test
    void five_files_in_all_120_orders() {
        var orders = new ArrayList<List<Integer>>();
        orders(List.of(), orders);
        assertThat(orders).hasSize(120);
        String expected = null;
        for (var order : orders) {
            var desk = desk();
            var files = files(desk);
            for (int number : order) take(desk, files.get(number));
            var book = book(desk);
            if (expected == null) expected = book;
            assertThat(book).as("order %s", order).isEqualTo(expected);
        }
        assertThat(expected)
                .contains("512000=1167.00", "PAID 540.00", "A3 340.00 MATCHED", "A5 77.00 WAITING")
                .endsWith("\n0");
    }

    @Test
    void twins_are_two_movements_and_the_same_file_again_is_nothing() {
        var desk = desk();
        var files = files(desk);
        assertThat(take(desk, files.getFirst()).newLines()).isEqualTo(3);
        var book = book(desk);
        assertThat(book).contains("WAITING, 20261105-").contains("/2 20.00 WAITING");

        var again = take(desk, files.getFirst());

        assertThat(again.newLines()).isZero();
        assertThat(again.statements().getFirst().known()).isTrue();
        assertThat(again.statements().getFirst().knownLines()).isEqualTo(3);
        assertThat(book(desk)).isEqualTo(book);
    }

    @Test
    void a_statement_that_is_missing_is_shown() {
        var desk = desk();
        var files = files(desk);
        take(desk, files.get(0));
        assertThat(take(desk, files.get(3)).findings()).singleElement().satisfies(gap -> {
            assertThat(gap.ruleId()).isEqualTo("BANK-GAP");
            assertThat(gap.data()).containsEntry("opening", "1780.00").containsEntry("closing", "1580.00");
        });
        assertThat(take(desk, files.get(1)).findings()).isEmpty();
    }

    @Test
    void a_person_says_what_a_waiting_line_is_and_saying_it_twice_is_once() {
        var desk = desk();
        var operator = desk.situation().id();
        var file = CamtFile.statement("9")
                .account(desk.situation().operator().iban().value())
                .entry("300.00", "2026-11-04", "B1", "Un tiers", "pour un ami")
                .bytes();
        take(desk, file);
        var line = in(operator, () -> statements.waiting(operator)).getFirst().line();
        var invoice = in(operator, () -> invoicing.findByNumber(operator, desk.first()))
                .orElseThrow();
        var intent = UUID.randomUUID();
        var whole = List.of(new Allocation(invoice.id(), Money.of("300.00")));

        assertThat(in(
                        operator,
                        () -> statements.assign(
                                operator,
                                line.id(),
                                List.of(new Allocation(invoice.id(), Money.of("299.00"))),
                                UUID.randomUUID())))
                .isInstanceOf(Assignment.Refused.class);
        assertThat(in(operator, () -> statements.assign(operator, line.id(), whole, intent)))
                .isInstanceOf(Assignment.Assigned.class);
        assertThat(in(operator, () -> statements.assign(operator, line.id(), whole, intent)))
                .isInstanceOf(Assignment.Assigned.class);
        assertThat(in(operator, () -> statements.assign(operator, line.id(), whole, UUID.randomUUID())))
                .isInstanceOf(Assignment.Refused.class);
        assertThat(in(operator, () -> ledger.balance(operator, "471", null))).isEqualTo(Money.ZERO);
        assertThat(in(operator, () -> ledger.balance(operator, "512", null))).isEqualTo(Money.of("300.00"));
    }
}
