package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Ledger;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("R-10, R-11: broken at any statement and asked again, an invoice is issued, paid and credited once")
class R10_CrashAtEveryStatementTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Documents documents;

    @Autowired
    Billing billing;

    private Billing.Situation s;
    private DraftInvoice draft;

    @BeforeEach
    void a_draft() {
        s = billing.situation();
        draft = billing.draft(s, "2026-10-12");
    }

    @Test
    void issuing() {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> {
            var copy = billing.copies(draft, 1).getFirst();
            var intent = UUID.randomUUID();
            return new UseCase(copy) {
                @Override
                public void act() {
                    in(s.id(), () -> invoicing.issue(s.id(), copy, Billing.LAST, intent));
                }
            };
        });
        // at least: the intent, the draft, its lines, four parties, the number, the file, the entry, the invoice
        assertThat(faults).isGreaterThan(12);
    }

    @Test
    void settling() {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> {
            var copy = issued();
            var line = BankLineId.random();
            return new UseCase(copy) {
                @Override
                public void act() {
                    in(s.id(), () -> invoicing.settle(s.id(), copy, Money.of("540"), line, Billing.LAST));
                }

                @Override
                public void verify() {
                    super.verify();
                    assertThat(invoice(copy).paid()).isEqualTo(Money.of("540"));
                    assertThat(invoice(copy).state()).isEqualTo(InvoiceState.PAID);
                }
            };
        });
        assertThat(faults).isGreaterThan(8);
    }

    @Test
    void crediting() {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> {
            var copy = issued();
            var intent = UUID.randomUUID();
            return new UseCase(copy) {
                @Override
                public void act() {
                    in(s.id(), () -> invoicing.credit(s.id(), copy, Billing.LAST, "annulée", intent));
                }

                @Override
                public void verify() {
                    super.verify();
                    assertThat(invoice(copy).state()).isEqualTo(InvoiceState.CREDITED);
                }
            };
        });
        assertThat(faults).isGreaterThan(12);
    }

    private InvoiceId issued() {
        var copy = billing.copies(draft, 1).getFirst();
        in(s.id(), () -> invoicing.issue(s.id(), copy, Billing.LAST, UUID.randomUUID()));
        return copy;
    }

    private IssuedInvoice invoice(InvoiceId id) {
        return (IssuedInvoice) in(s.id(), () -> invoicing.find(s.id(), id).orElseThrow());
    }

    /// After each fault and replay: the invoice stands with its file, both series run without gap, and the book owes
    /// what the invoices say is open.
    private abstract class UseCase implements CrashingDataSource.UseCase {

        private final InvoiceId invoice;

        UseCase(InvoiceId invoice) {
            this.invoice = invoice;
        }

        @Override
        public void verify() {
            assertThat(in(s.id(), () -> documents.content(invoice(invoice).pdf())))
                    .isNotEmpty();
            var all = in(s.id(), () -> invoicing.issued(s.id()));
            for (var series : new String[] {"FA", "AV"}) {
                var numbers = all.stream()
                        .map(IssuedInvoice::number)
                        .filter(number -> number.startsWith(series))
                        .sorted()
                        .toList();
                for (int i = 0; i < numbers.size(); i++) {
                    assertThat(numbers.get(i)).isEqualTo("%s-2026-%06d".formatted(series, i + 1));
                }
            }
            var open = all.stream()
                    .filter(one -> !one.isCreditNote())
                    .map(IssuedInvoice::open)
                    .reduce(Money.ZERO, Money::plus);
            assertThat(in(s.id(), () -> ledger.balance(s.id(), "411", null))).isEqualTo(open);
            var trial = in(s.id(), () -> ledger.trialBalance(s.id()));
            assertThat(trial.debit()).isEqualTo(trial.credit());
        }
    }
}
