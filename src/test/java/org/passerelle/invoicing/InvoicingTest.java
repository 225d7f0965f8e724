package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.documents.Documents;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PasserelleTest
@Import(Billing.class)
@RecordApplicationEvents
@DisplayName("From the approved report to the invoice that is paid")
class InvoicingTest {

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Documents documents;

    @Autowired
    Billing billing;

    private Billing.Situation s;

    @BeforeEach
    void a_situation() {
        s = billing.situation();
    }

    @Test
    void an_approved_report_gives_one_draft_and_the_same_again() {
        var draft = billing.draft(s, "2026-10-12", "2026-10-13");
        assertThat(draft.totals().net()).isEqualTo(Money.of("900"));
        assertThat(draft.totals().gross()).isEqualTo(Money.of("1080"));
        var again = in(s.id(), () -> invoicing.draftFrom(s.id(), draft.report()));
        assertThat(again).containsExactly(draft);
        assertThat(in(s.id(), () -> invoicing.drafts(s.id()))).containsExactly(draft);
    }

    @Test
    void IN02_issuing_numbers_posts_stores_and_says_so(@Autowired ApplicationEvents events) {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12", "2026-10-13"));
        assertThat(invoice.number()).isEqualTo("FA-2026-000001");
        assertThat(invoice.issueDate()).isEqualTo(Billing.LAST);
        assertThat(invoice.dueDate()).isEqualTo(Billing.LAST.plusDays(30));
        assertThat(invoice.state()).isEqualTo(InvoiceState.ISSUED);
        assertThat(balance("411")).isEqualTo("1080.00");
        assertThat(balance("706")).isEqualTo("-900.00");
        assertThat(balance("44574")).isEqualTo("-180.00");
        assertThat(balance("901")).isEqualTo("0.00");
        var pdf = in(s.id(), () -> documents.content(invoice.pdf()));
        assertThat(pdf).startsWith('%', 'P', 'D', 'F');
        assertThat(events.stream(InvoiceIssued.class))
                .containsExactly(new InvoiceIssued(s.id(), invoice.id(), "FA-2026-000001"));
        assertThat(in(s.id(), () -> invoicing.find(s.id(), invoice.id()))).contains(invoice);
    }

    @Test
    void IN35_vat_becomes_due_with_each_payment_and_many_parts_make_the_whole() {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        pay(invoice, "100.00");
        assertThat(find(invoice).state()).isEqualTo(InvoiceState.PARTLY_PAID);
        assertThat(balance("44571")).isEqualTo("-16.67");
        assertThat(collected()).isEqualTo("83.33");
        pay(invoice, "100.00");
        assertThat(balance("44571")).isEqualTo("-33.33");
        pay(invoice, "340.00");
        assertThat(find(invoice).state()).isEqualTo(InvoiceState.PAID);
        assertThat(balance("44571")).isEqualTo("-90.00");
        assertThat(balance("44574")).isEqualTo("0.00");
        assertThat(balance("411")).isEqualTo("0.00");
        assertThat(collected()).isEqualTo("450.00");
        assertThat(in(s.id(), () -> invoicing.open(s.id()))).isEmpty();
        var fec = new String(in(s.id(), () -> ledger.fec(s.id(), 2026)), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(fec.lines().filter(line -> line.contains("\tAAA\t"))).hasSize(4);
    }

    @Test
    void a_bank_line_settles_an_invoice_once_and_never_more_than_is_open() {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var line = BankLineId.random();
        var first = in(s.id(), () -> invoicing.settle(s.id(), invoice.id(), Money.of("100"), line, Billing.LAST));
        var again = in(s.id(), () -> invoicing.settle(s.id(), invoice.id(), Money.of("100"), line, Billing.LAST));
        assertThat(again).isEqualTo(first);
        assertThat(find(invoice).paid()).isEqualTo(Money.of("100"));
        assertThatThrownBy(() -> pay(invoice, "440.01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void IN03_a_credit_note_takes_the_invoice_back_and_names_it() {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var intent = UUID.randomUUID();
        var date = LocalDate.of(2026, 11, 2);
        var note = ((Issuance.Issued)
                        in(s.id(), () -> invoicing.credit(s.id(), invoice.id(), date, "erreur de client", intent)))
                .invoice();
        assertThat(note.number()).isEqualTo("AV-2026-000001");
        assertThat(note.corrects()).isEqualTo(invoice.id());
        assertThat(find(invoice).state()).isEqualTo(InvoiceState.CREDITED);
        for (var account : new String[] {"411", "706", "44574"})
            assertThat(balance(account)).isEqualTo("0.00");
        var again = in(s.id(), () -> invoicing.credit(s.id(), invoice.id(), date, "erreur de client", intent));
        assertThat(((Issuance.Issued) again).invoice()).isEqualTo(note);
        var twice = in(s.id(), () -> invoicing.credit(s.id(), invoice.id(), date, "encore", UUID.randomUUID()));
        assertThat(twice)
                .isInstanceOfSatisfying(
                        Issuance.Refused.class,
                        refused -> assertThat(refused.obstacles())
                                .extracting(Obstacle::code)
                                .containsExactly("credit.nothing_left"));
    }

    @Test
    void IN03_a_paid_invoice_is_credited_and_the_money_paid_back() {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        pay(invoice, "540.00");
        var note = ((Issuance.Issued) in(
                        s.id(),
                        () -> invoicing.credit(s.id(), invoice.id(), Billing.LAST, "annulée", UUID.randomUUID())))
                .invoice();
        in(s.id(), () -> invoicing.settle(s.id(), note.id(), Money.of("540"), BankLineId.random(), Billing.LAST));
        for (var account : new String[] {"411", "706", "4457", "512"}) {
            assertThat(balance(account)).as(account).isEqualTo("0.00");
        }
        assertThat(collected()).isEqualTo("0.00");
    }

    @Test
    void the_date_never_falls_in_a_series_and_each_year_has_its_own() {
        var draft = billing.draft(s, "2026-10-12");
        var copies = billing.copies(draft, 3);
        var first = issue(copies.get(0), "2026-11-05");
        var second = issue(copies.get(1), "2026-10-31");
        assertThat(first.number()).isEqualTo("FA-2026-000001");
        assertThat(second.number()).isEqualTo("FA-2026-000002");
        assertThat(second.issueDate()).isEqualTo(first.issueDate());
        assertThat(issue(copies.get(2), "2027-01-02").number()).isEqualTo("FA-2027-000001");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            2028-01-01 | guarantee.ended
            2026-09-30 | month.closed
            """)
    void an_obstacle_is_named_and_no_number_is_taken(LocalDate date, String obstacle) {
        in(s.id(), () -> ledger.close(s.id(), Month.of(2026, 9)));
        var draft = billing.draft(s, "2026-10-12");
        var refused = in(s.id(), () -> invoicing.issue(s.id(), draft.id(), date, UUID.randomUUID()));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Issuance.Refused.class,
                        r -> assertThat(r.obstacles())
                                .extracting(Obstacle::code)
                                .containsExactly(obstacle));
        assertThat(billing.issued(s, draft).number()).isEqualTo("FA-2026-000001");
    }

    private IssuedInvoice issue(org.passerelle.kernel.InvoiceId draft, String date) {
        var issuance = in(s.id(), () -> invoicing.issue(s.id(), draft, LocalDate.parse(date), UUID.randomUUID()));
        return ((Issuance.Issued) issuance).invoice();
    }

    private void pay(IssuedInvoice invoice, String amount) {
        in(s.id(), () -> invoicing.settle(s.id(), invoice.id(), Money.of(amount), BankLineId.random(), Billing.LAST));
    }

    private IssuedInvoice find(IssuedInvoice invoice) {
        return in(s.id(), () -> invoicing.findByNumber(s.id(), invoice.number()).orElseThrow());
    }

    private String balance(String prefix) {
        return in(s.id(), () -> ledger.balance(s.id(), prefix, null)).toString();
    }

    private String collected() {
        return in(s.id(), () -> ledger.collected(s.id(), s.person().id(), Billing.OCTOBER))
                .toString();
    }
}
