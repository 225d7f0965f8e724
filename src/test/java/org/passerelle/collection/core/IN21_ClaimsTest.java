package org.passerelle.collection.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

@DisplayName("IN-21, CO-10, T22: penalties and the flat indemnity between professionals, nothing against an individual")
class IN21_ClaimsTest {

    private static final Laws LAWS = Laws.load();
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    @Test
    void t22_6000_euros_30_days_late_at_12_15_percent() {
        assertThat(Claims.interest(Money.of("6000.00"), Rate.ofPercent("12.15"), 30))
                .isEqualTo(Money.of("59.92"));
    }

    @Test
    void three_times_the_legal_rate_of_each_day_and_forty_euros() {
        var claim = Claims.of(Money.of("6000.00"), DUE, LocalDate.of(2026, 4, 30), Claims.Debtor.ENTERPRISE, LAWS);
        // 6 000 × 7.86 % × 30 / 365
        assertThat(claim.penalties()).isEqualTo(Money.of("38.76"));
        assertThat(claim.fee()).isEqualTo(Money.of("40.00"));
        assertThat(claim.complete()).isTrue();
        assertThat(claim.total()).isEqualTo(Money.of("6078.76"));
    }

    @Test
    void two_half_years_have_two_rates() {
        var claim = Claims.of(
                Money.of("10000.00"),
                LocalDate.of(2025, 12, 21),
                LocalDate.of(2026, 1, 10),
                Claims.Debtor.ENTERPRISE,
                LAWS);
        // 10 000 × (10 days × 8.28 % + 10 days × 7.86 %) / 365
        assertThat(claim.penalties()).isEqualTo(Money.of("44.22"));
    }

    @Test
    void a_rate_that_is_not_known_is_no_guess() {
        var claim = Claims.of(Money.of("6000.00"), DUE, LocalDate.of(2026, 7, 31), Claims.Debtor.ENTERPRISE, LAWS);
        assertThat(claim.through()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(claim.complete()).isFalse();
        assertThat(claim.penalties()).isEqualTo(Claims.interest(Money.of("6000.00"), Rate.ofPercent("7.86"), 91));
    }

    @Test
    void neither_on_the_due_date_nor_against_an_individual() {
        assertThat(Claims.of(Money.of("6000.00"), DUE, DUE, Claims.Debtor.ENTERPRISE, LAWS)
                        .total())
                .isEqualTo(Money.of("6000.00"));
        assertThat(Claims.of(Money.of("6000.00"), DUE, DUE.plusDays(90), Claims.Debtor.CONSUMER, LAWS)
                        .total())
                .isEqualTo(Money.of("6000.00"));
    }

    @Test
    void of_a_public_body_the_forty_euros_alone_are_figured() {
        var claim = Claims.of(Money.of("6000.00"), DUE, DUE.plusDays(30), Claims.Debtor.PUBLIC_BODY, LAWS);
        assertThat(claim.total()).isEqualTo(Money.of("6040.00"));
        assertThat(claim.complete()).isFalse();
    }
}
