package org.passerelle.invoicing.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.VatNumber;
import org.passerelle.testing.Flux10Rules;

@DisplayName("EI-04, EI-05: each euro is reported exactly once, corrections included")
class EI04_EachEuroOnceTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final EReport.Header HEADER = new EReport.Header(
            "TX-1",
            LocalDateTime.of(2026, 11, 9, 8, 0),
            false,
            "0000",
            Siren.of("443061841"),
            "Coopérative",
            new DateRange(LocalDate.of(2026, 10, 21), LAST));

    private final InvoiceDocument company = Invoices.business().build();
    private final InvoiceDocument consumer = Invoices.consumer().build();
    private final InvoiceDocument given = Invoices.consumer()
            .type(InvoiceType.CREDIT_NOTE)
            .number("AV-2026-0009")
            .noIban()
            .items(Invoices.item("Cours non donnés", "2", "HUR", "40", VatCategory.S, "20", null))
            .earlier(new EarlierInvoice("CO-2026-0019", LAST, Money.of("288.00")))
            .build();
    private final InvoiceDocument abroad = Invoices.business()
            .audience(Audience.B2BINT)
            .number("FA-2026-0043")
            .buyer(b -> new Buyer(
                    "Beispiel GmbH",
                    null,
                    null,
                    VatNumber.of("DE123456788"),
                    new org.passerelle.kernel.PostalAddress("Hauptstraße 5", "", "10115", "Berlin", "DE"),
                    null,
                    "a@example.com"))
            .items(Invoices.item("Conseil", "2", "DAY", "590", VatCategory.AE, "0", Invoices.REVERSE))
            .build();

    @Test
    void a_company_in_France_is_told_by_the_e_invoice_and_not_again() {
        assertThat(EReporting.transactions(HEADER, List.of(company)).isEmpty()).isTrue();
    }

    @Test
    void a_consumer_counts_in_the_sum_of_the_day_and_a_credit_note_as_less() throws Exception {
        var report = EReporting.transactions(HEADER, List.of(company, consumer, given));
        assertThat(report.invoices()).isEmpty();
        assertThat(report.sales()).singleElement().satisfies(day -> {
            assertThat(day.category()).isEqualTo("TPS1");
            assertThat(day.count()).isEqualTo(2);
            assertThat(day.net()).isEqualTo(Money.of("160.00")); // 240 less 80
            assertThat(day.vat()).isEqualTo(Money.of("32.00"));
        });
        assertThat(Flux10Rules.complaints(Flux10Writer.write(report))).isEmpty();
    }

    @Test
    void a_business_abroad_is_told_one_by_one() throws Exception {
        var report = EReporting.transactions(HEADER, List.of(company, abroad));
        assertThat(report.invoices()).containsExactly(abroad);
        assertThat(report.sales()).isEmpty();
        assertThat(Flux10Rules.complaints(Flux10Writer.write(report))).isEmpty();
    }

    @Test
    void what_lies_outside_the_period_is_another_reports() {
        var before = new EReport.Header(
                "TX-0",
                HEADER.sent(),
                false,
                "0000",
                HEADER.issuer(),
                "Coopérative",
                new DateRange(LocalDate.of(2026, 10, 11), LocalDate.of(2026, 10, 20)));
        assertThat(EReporting.transactions(before, List.of(consumer)).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("EI-05: payments of services, VAT included, by rate; what was paid back counts as less")
    void EI_05_payments_by_rate() throws Exception {
        var report = EReporting.payments(
                HEADER,
                List.of(
                        new EReporting.Received(consumer, LAST, Money.of("288.00")),
                        new EReporting.Received(given, LAST, Money.of("96.00")),
                        new EReporting.Received(company, LAST, Money.of("6120.00")), // told by status 212
                        new EReporting.Received(abroad, LAST, Money.of("1180.00")))); // no French VAT
        assertThat(report.invoices()).isEmpty();
        assertThat(report.days())
                .singleElement()
                .satisfies(day -> assertThat(day.amounts())
                        .containsExactly(java.util.Map.entry(Rate.ofPercent("20"), Money.of("192.00"))));
        assertThat(Flux10Rules.complaints(Flux10Writer.write(report))).isEmpty();
    }

    @Test
    void a_payment_over_several_rates_keeps_its_cents() {
        var invoice = Invoices.consumer()
                .items(
                        Invoices.item("Cours", "1", "HUR", "33.33", VatCategory.S, "20", null),
                        Invoices.item("Livret", "1", "H87", "7.77", VatCategory.S, "5.5", null),
                        Invoices.item("Repas", "1", "H87", "11.11", VatCategory.S, "10", null))
                .build();
        for (long cents = 1; cents <= invoice.total().cents(); cents += 97) {
            var shares = EReporting.shares(new EReporting.Received(invoice, LAST, Money.ofCents(cents)));
            assertThat(shares.values().stream().mapToLong(Money::cents).sum()).isEqualTo(cents);
        }
    }

    @Test
    void an_empty_report_is_not_written_and_the_rules_do_find_what_is_broken() throws Exception {
        assertThatThrownBy(() -> Flux10Writer.write(EReporting.transactions(HEADER, List.of(company))))
                .hasMessage("nothing to report");
        var xml = new String(
                Flux10Writer.write(EReporting.transactions(HEADER, List.of(abroad))),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Flux10Rules.complaints(xml.replace("<TypeCode>380<", "<TypeCode>999<")
                        .replace("schemeId=\"0223\"", "schemeId=\"0224\"")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .anyMatch(text -> text.startsWith("G1.01"))
                .anyMatch(text -> text.startsWith("G2.19"));
    }
}
