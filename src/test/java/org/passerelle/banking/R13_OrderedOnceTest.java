package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.kernel.Money;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.IntentReused;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("R-13, S-16: what is paid is ordered once, exported once, and not by whoever prepared it")
class R13_OrderedOnceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    @Autowired
    DataSource dataSource;

    @Autowired
    PaymentOrders orders;

    @Autowired
    Statements statements;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Billing billing;

    private Billing.Situation s;
    private int count;

    @BeforeEach
    void a_house() {
        s = billing.situation();
    }

    private PaymentRequest request(String reference, String amount, PaymentKind kind) {
        return new PaymentRequest(
                s.id(),
                kind,
                "test:" + reference,
                reference,
                s.person().id(),
                "421000",
                "P-001",
                "Aline Fontanel",
                Fictional.iban(42),
                Money.of(amount),
                MONDAY,
                "Paie 2026-10");
    }

    private void prepare(String reference, String amount, PaymentKind kind) {
        in(s.id(), () -> orders.prepare(request(reference, amount, kind)));
    }

    private Export export(UUID intent, LocalDate day) {
        return Scopes.<Export, RuntimeException>call(
                Scope.of("a director", s.id()), () -> orders.export(s.id(), day, intent));
    }

    private PaymentFile exported(UUID intent) {
        return ((Export.Exported) export(intent, MONDAY)).file();
    }

    @Test
    void asked_twice_it_is_one_file_with_the_same_bytes() {
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        prepare("NDF-1", "40.00", PaymentKind.EXPENSES);
        var intent = UUID.randomUUID();
        var file = exported(intent);
        assertThat(exported(intent)).isEqualTo(file);
        assertThat(file.count()).isEqualTo(2);
        assertThat(file.total()).isEqualTo(Money.of("2040.10"));
        var bytes = in(s.id(), () -> orders.content(file));
        assertThat(in(s.id(), () -> orders.content(file))).isEqualTo(bytes);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("<NbOfTxs>2</NbOfTxs><CtrlSum>2040.10</CtrlSum>", "<Cd>SALA</Cd>");
        assertThat(export(UUID.randomUUID(), MONDAY)).isInstanceOf(Export.Refused.class);
    }

    @Test
    void R11_asked_again_for_another_day_it_is_refused() {
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        var intent = UUID.randomUUID();
        exported(intent);
        assertThatThrownBy(() -> export(intent, MONDAY.plusDays(1))).isInstanceOf(IntentReused.class);
        assertThat(in(s.id(), () -> orders.files(s.id()))).hasSize(1);
    }

    @Test
    void the_same_subject_with_another_amount_is_an_error() {
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        assertThatThrownBy(() -> prepare("SAL-1", "2000.11", PaymentKind.SALARY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoever_prepared_does_not_export_until_the_entity_says_so() {
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        var refused = in(s.id(), () -> orders.export(s.id(), MONDAY, UUID.randomUUID()));
        assertThat(((Export.Refused) refused).findings())
                .singleElement()
                .extracting("ruleId")
                .isEqualTo("S-16");
        in(s.id(), () -> {
            orders.fourEyes(s.id(), false);
            return null;
        });
        assertThat(in(s.id(), () -> orders.export(s.id(), MONDAY, UUID.randomUUID())))
                .isInstanceOf(Export.Exported.class);
    }

    @Test
    void on_a_sunday_banks_rest() {
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        assertThat(export(UUID.randomUUID(), MONDAY.minusDays(1))).isInstanceOf(Export.Refused.class);
    }

    @Test
    void the_statement_confirms_the_batch_and_clears_the_debt() {
        prepare("SAL-1", "2000.10", PaymentKind.SALARY);
        prepare("SAL-2", "1000.00", PaymentKind.SALARY);
        var file = exported(UUID.randomUUID());
        var entry = """
                <Ntry><Amt Ccy="EUR">3000.10</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-11-09</Dt></BookgDt><AcctSvcrRef>Z1</AcctSvcrRef>
                <NtryDtls><Btch><PmtInfId>%s-S</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls></Ntry>""".formatted(file.messageId());
        var statement = CamtFile.statement("77")
                .account(s.operator().iban().value())
                .days("2026-11-09", "2026-11-10")
                .raw(entry, "-3000.10");
        in(s.id(), () -> statements.importFile(s.id(), statement.bytes()));
        assertThat(in(s.id(), () -> orders.all(s.id())))
                .extracting(PaymentOrder::state)
                .containsOnly(PaymentOrderState.CONFIRMED);
        assertThat(in(s.id(), () -> ledger.balance(s.id(), "421", null))).isEqualTo(Money.of("3000.10"));
        assertThat(in(s.id(), () -> ledger.balance(s.id(), "512", null))).isEqualTo(Money.of("-3000.10"));
    }

    @Test
    void exporting_broken_at_every_statement() {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> {
            var reference = "SAL-" + ++count;
            var intent = UUID.randomUUID();
            return new CrashingDataSource.UseCase() {
                @Override
                public void act() {
                    prepare(reference, "12.34", PaymentKind.SALARY);
                    exported(intent);
                }

                @Override
                public void verify() {
                    var order = in(s.id(), () -> orders.all(s.id())).stream()
                            .filter(one -> one.request().reference().equals(reference))
                            .toList();
                    assertThat(order)
                            .singleElement()
                            .extracting(PaymentOrder::state)
                            .isEqualTo(PaymentOrderState.EXPORTED);
                    assertThat(in(s.id(), () -> orders.files(s.id())))
                            .extracting(PaymentFile::messageId)
                            .doesNotHaveDuplicates();
                }
            };
        });
        assertThat(faults).isGreaterThan(10);
    }

    /// Each try has an entity of its own: what waits for a person is matched again at each import.
    @Test
    void importing_broken_at_every_statement() {
        int faults = ((CrashingDataSource) dataSource).everyStatement(() -> {
            var house = billing.situation();
            var operator = house.id();
            var draft = billing.draft(house, "2026-10-12");
            var issued = (Issuance.Issued) in(
                    operator,
                    () -> invoicing.issue(operator, draft.id(), draft.month().lastDay(), UUID.randomUUID()));
            var number = issued.invoice().number();
            var file = CamtFile.statement("C-1")
                    .account(house.operator().iban().value())
                    .entry("540.00", "2026-11-04", "C1", "Client", number)
                    .entry("3.00", "2026-11-05", "D1", "Inconnu", "?")
                    .bytes();
            return new CrashingDataSource.UseCase() {
                @Override
                public void act() {
                    in(operator, () -> statements.importFile(operator, file));
                }

                @Override
                public void verify() {
                    assertThat(in(operator, () -> invoicing.findByNumber(operator, number))
                                    .orElseThrow()
                                    .paid())
                            .isEqualTo(Money.of("540.00"));
                    assertThat(in(operator, () -> statements.lines(operator)))
                            .extracting(BankLine::amount)
                            .containsExactlyInAnyOrder(Money.of("540.00"), Money.of("3.00"));
                    var balances = in(operator, () -> ledger.trialBalance(operator));
                    assertThat(balances.debit()).isEqualTo(balances.credit());
                    assertThat(in(operator, () -> ledger.balance(operator, "512", null)))
                            .isEqualTo(Money.of("543.00"));
                }
            };
        });
        assertThat(faults).isGreaterThan(20);
    }
}
