package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.documents.Documents;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.audit.Audit;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Billing.class)
@DisplayName("IN-03: deposits and their balance, partial credit notes and corrective invoices")
class DepositsAndCorrectionsTest {

    private static final Rate NORMAL = Rate.ofPercent("20");

    @Autowired
    Invoicing invoicing;

    @Autowired
    Billing billing;

    @Autowired
    Ledger ledger;

    @Autowired
    Documents documents;

    @Autowired
    Audit audit;

    private Billing.Situation s;

    @BeforeEach
    void a_month() {
        s = billing.situation();
    }

    @Test
    void deposits_and_balance_are_the_total_and_the_book_is_even() {
        var first = issued(deposit("150.00"));
        var second = issued(deposit("100.05"));
        assertThat(first.number()).isEqualTo("AC-2026-000001");
        assertThat(balance("419100")).isEqualTo("-250.05");
        assertThat(balance("706")).isEqualTo("0.00");

        var draft = billing.draft(s, "2026-10-12"); // one day at 450 €
        assertThat(in(s.id(), () -> invoicing.deposits(s.id(), draft.id()))).hasSize(2);
        var balance = billing.issued(s, draft);
        assertThat(balance.totals().gross()).isEqualTo(Money.of("540.00"));
        assertThat(balance.open()).isEqualTo(Money.of("239.94"));
        assertThat(first.totals().gross().plus(second.totals().gross()).plus(balance.open()))
                .isEqualTo(Money.of("540.00"));
        assertThat(balance("419100")).isEqualTo("0.00");
        assertThat(balance("706")).isEqualTo("-450.00");
        assertThat(balance("44574")).isEqualTo("-90.00");
        assertThat(balance("411")).isEqualTo("540.00");

        for (var invoice : List.of(first, second, balance)) pay(invoice);
        assertThat(balance("411")).isEqualTo("0.00");
        assertThat(balance("44574")).isEqualTo("0.00");
        assertThat(balance("44571")).isEqualTo("-90.00");
        assertThat(in(s.id(), () -> ledger.collected(s.id(), s.person().id(), Billing.OCTOBER)))
                .isEqualTo(Money.of("450.00"));
        assertThat(find(balance).state()).isEqualTo(InvoiceState.PAID);

        var pdf = in(s.id(), () -> documents.content(balance.pdf()));
        assertThat(PdfA.complaints(pdf)).isEmpty();
        assertThat(PdfText.flat(pdf)).contains("Après facture AC-2026-000001 du 02/10/2026", "239,94");
        assertThat(audit.check())
                .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
    }

    @Test
    void a_deposit_is_taken_off_once_and_one_that_is_credited_never() {
        var credited = issued(deposit("50.00"));
        issued(in(
                s.id(),
                () -> invoicing.credit(s.id(), credited.id(), Billing.LAST, "devis annulé", UUID.randomUUID())));
        assertThat(balance("419100")).isEqualTo("0.00");
        issued(deposit("100.00"));
        var drafts = billing.copies(billing.draft(s, "2026-10-12"), 2);
        var open = drafts.stream()
                .map(id -> issued(in(s.id(), () -> invoicing.issue(s.id(), id, Billing.LAST, UUID.randomUUID()))))
                .map(IssuedInvoice::open)
                .toList();
        assertThat(open).containsExactly(Money.of("420.00"), Money.of("540.00"));
    }

    @Test
    void a_deposit_whose_VAT_falls_between_two_cents_is_refused_with_its_step() {
        assertThatThrownBy(() -> deposit("100.03"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.text()).isEqualTo("0.05"));
    }

    @Test
    @DisplayName("R-11: the same wish drafts once; with another content it is refused")
    void R11_the_same_wish_drafts_once() {
        var intent = UUID.randomUUID();
        var first = draft("80.00", intent).orElseThrow();
        assertThat(draft("80.00", intent).orElseThrow().id()).isEqualTo(first.id());
        assertThat(draft("81.00", intent)).isEmpty();
    }

    @Test
    void partial_credit_notes_and_the_rest_annul_the_invoice() {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var intent = UUID.randomUUID();
        var part = issued(credit(invoice, "120.05", intent));
        assertThat(part.totals().gross()).isEqualTo(Money.of("144.06"));
        assertThat(issued(credit(invoice, "120.05", intent))).isEqualTo(part);
        assertThat(find(invoice).open()).isEqualTo(Money.of("395.94"));
        assertThat(find(invoice).state()).isEqualTo(InvoiceState.ISSUED);
        assertThatThrownBy(() -> credit(invoice, "330.00", UUID.randomUUID())).isInstanceOf(InvalidValue.class);

        var rest = issued(in(
                s.id(),
                () -> invoicing.credit(s.id(), invoice.id(), Billing.LAST, "le reste aussi", UUID.randomUUID())));
        assertThat(rest.totals().gross()).isEqualTo(Money.of("395.94"));
        assertThat(find(invoice).state()).isEqualTo(InvoiceState.CREDITED);
        for (var account : List.of("411", "706", "44574"))
            assertThat(balance(account)).isEqualTo("0.00");
        assertThat(audit.check())
                .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
    }

    @Test
    void a_corrective_invoice_replaces_and_is_then_paid() {
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        var line = invoice.lines().getFirst();
        var right = InvoiceLine.of(
                line.mission(),
                line.person(),
                line.kind(),
                line.label(),
                new BigDecimal("0.5"),
                line.unitCode(),
                line.unitPrice(),
                line.vat());
        var intent = UUID.randomUUID();
        var anew = issued(correct(invoice, right, intent));
        assertThat(issued(correct(invoice, right, intent))).isEqualTo(anew);
        assertThat(anew.type()).isEqualTo(InvoiceType.CORRECTED);
        assertThat(anew.number()).isEqualTo("FA-2026-000002");
        assertThat(find(invoice).open()).isEqualTo(Money.ZERO);
        assertThat(find(anew).open()).isEqualTo(Money.of("270.00"));
        assertThat(in(s.id(), () -> invoicing.open(s.id())))
                .extracting(IssuedInvoice::id)
                .containsExactly(anew.id());
        assertThat(balance("411")).isEqualTo("270.00");
        assertThat(balance("706")).isEqualTo("-225.00");
        pay(anew);
        assertThat(balance("411")).isEqualTo("0.00");
        assertThat(balance("44574")).isEqualTo("0.00");
        var text = PdfText.flat(in(s.id(), () -> documents.content(anew.pdf())));
        assertThat(text).contains("Facture rectificative", "Remplace facture FA-2026-000001");

        var twice = correct(invoice, right, UUID.randomUUID());
        assertThat(twice)
                .isInstanceOfSatisfying(
                        Issuance.Refused.class,
                        refused -> assertThat(refused.obstacles())
                                .extracting(Obstacle::code)
                                .containsExactly("correction.touched"));
        assertThat(audit.check())
                .allSatisfy(result -> assertThat(result.breaches()).isEmpty());
    }

    private java.util.Optional<DraftInvoice> draft(String net, UUID intent) {
        return draft(InvoiceType.INVOICE, net, intent);
    }

    private java.util.Optional<DraftInvoice> draft(InvoiceType type, String net, UUID intent) {
        var line = InvoiceLine.of(
                s.mission().id(),
                s.person().id(),
                InvoiceLine.Kind.WORK,
                "Acompte sur la mission",
                BigDecimal.ONE,
                "LS",
                Money.of(net),
                NORMAL);
        return in(
                s.id(), () -> invoicing.draft(s.id(), type, s.mission().id(), Billing.OCTOBER, List.of(line), intent));
    }

    private Issuance deposit(String net) {
        var draft = draft(InvoiceType.DEPOSIT, net, UUID.randomUUID()).orElseThrow();
        return in(s.id(), () -> invoicing.issue(s.id(), draft.id(), LocalDate.of(2026, 10, 2), UUID.randomUUID()));
    }

    private Issuance credit(IssuedInvoice invoice, String net, UUID intent) {
        return in(
                s.id(),
                () -> invoicing.creditPart(
                        s.id(), invoice.id(), Money.of(net), NORMAL, Billing.LAST, "deux heures non faites", intent));
    }

    private Issuance correct(IssuedInvoice invoice, InvoiceLine line, UUID intent) {
        return in(
                s.id(),
                () -> invoicing.correct(
                        s.id(), invoice.id(), List.of(line), Billing.LAST, "une demi-journée seulement", intent));
    }

    private static IssuedInvoice issued(Issuance issuance) {
        if (issuance instanceof Issuance.Issued(var invoice)) return invoice;
        throw new AssertionError(issuance.toString());
    }

    private IssuedInvoice find(IssuedInvoice invoice) {
        return (IssuedInvoice)
                in(s.id(), () -> invoicing.find(s.id(), invoice.id())).orElseThrow();
    }

    private void pay(IssuedInvoice invoice) {
        in(
                s.id(),
                () -> invoicing.settle(s.id(), invoice.id(), find(invoice).open(), BankLineId.random(), Billing.LAST));
    }

    private String balance(String account) {
        return in(s.id(), () -> ledger.balance(s.id(), account, null)).toString();
    }
}
