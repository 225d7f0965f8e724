package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.banking.core.InvalidFile;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Ledger;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName(
        "R-14: a CSV settles what is sure, once, however its files overlap, and never beside a camt.053 of its days")
class R14_CsvOnceTest {

    private static final String COLUMNS = "Date;Libellé;Montant(EUROS)\n";

    @Autowired
    Statements statements;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Billing billing;

    private ImportReport take(Billing.Situation s, String rows) {
        var file = (COLUMNS + rows).getBytes(StandardCharsets.ISO_8859_1);
        return in(s.id(), () -> statements.importFile(s.id(), file));
    }

    @Test
    void overlapping_files_in_the_wrong_order_pay_an_invoice_once() {
        var s = billing.situation();
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var paid = "03/11/2026;VIR CLIENT " + invoice.number() + ";540,00\n";
        var twins = "04/11/2026;DON;20,00\n04/11/2026;DON;20,00\n";

        assertThat(take(s, twins + paid).newLines()).isEqualTo(3);
        assertThat(take(s, "02/11/2026;FRAIS;-7,50\n" + paid).newLines()).isEqualTo(1);
        assertThat(take(s, paid + twins).newLines()).isZero();

        in(s.id(), () -> {
            assertThat(invoicing
                            .findByNumber(s.id(), invoice.number())
                            .orElseThrow()
                            .paid())
                    .isEqualTo(Money.of("540.00"));
            assertThat(ledger.balance(s.id(), "512", null)).isEqualTo(Money.of("572.50"));
            return statements.lines(s.id());
        });
    }

    @Test
    void the_days_of_a_camt_are_not_told_again_and_files_without_balance_fill_the_chain() {
        var s = billing.situation();
        var iban = s.operator().iban().value();
        var first = CamtFile.statement("1")
                .account(iban)
                .days("2026-11-01", "2026-11-07")
                .bytes();
        var third = CamtFile.statement("3")
                .account(iban)
                .days("2026-11-15", "2026-11-21")
                .opening("1050.00")
                .bytes();
        in(s.id(), () -> statements.importFile(s.id(), first));
        assertThat(in(s.id(), () -> statements.importFile(s.id(), third)).findings())
                .hasSize(1);

        assertThatThrownBy(() -> take(s, "07/11/2026;VIR;50,00\n")).isInstanceOfSatisfying(InvalidFile.class, e -> {
            assertThat(e.code()).isEqualTo("other_layout");
            assertThat(e.data()).containsExactly("1");
        });
        assertThat(in(s.id(), () -> statements.lines(s.id()))).isEmpty();

        assertThat(take(s, "10/11/2026;VIR;50,00\n").findings()).isEmpty();
    }
}
