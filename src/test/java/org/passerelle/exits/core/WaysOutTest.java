package org.passerelle.exits.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.exits.Exit;
import org.passerelle.exits.Leaving;
import org.passerelle.exits.Way;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.law.Laws;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.operators.Policies;
import org.passerelle.people.ContractKind;
import org.passerelle.people.PersonBuilder;

@DisplayName("PS-52, UN-03 to UN-06: each way out with its days, its money and its papers")
class WaysOutTest {

    private static final Laws LAWS = Laws.load();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void T15_UN04_an_agreed_termination_signed_on_23_november_2026() {
        var exit = out(aPerson().from("2014-12-30"), Way.AGREED, "2026-11-23", "2026-12-09");

        assertThat(day(exit, "withdrawal")).isEqualTo("2026-12-08");
        assertThat(day(exit, "approval")).isEqualTo("2026-12-28");
        assertThat(exit.end()).isEqualTo("2026-12-29");
    }

    @Test
    void UN04_without_a_day_of_receipt_it_goes_as_fast_as_it_may() {
        assertThat(out(aPerson(), Way.AGREED, "2026-11-23", null).end()).isEqualTo("2026-12-29");
    }

    @Test
    void UN04_a_request_before_the_end_of_the_withdrawal_is_refused() {
        var exit = out(aPerson(), Way.AGREED, "2026-11-23", "2026-12-08");

        assertThat(exit.isOpen()).isFalse();
        assertThat(exit.findings()).extracting(Finding::messageKey).contains("rule.UN-04.exit_early");
        assertThat(exit.sums()).isEmpty();
    }

    @Test
    void T16_UN05_twelve_years_and_a_reference_pay_of_3000() {
        // 30 December 2014 to 29 December 2026: twelve whole years
        var exit = out(aPerson().from("2014-12-30"), Way.AGREED, "2026-11-23", "2026-12-09");

        assertThat(exit.sum("agreed")).isEqualTo(Money.of("9500"));
        assertThat(exit.sums().getFirst().minimum()).isTrue();
    }

    @ParameterizedTest(name = "entry {0}: indemnity {1}")
    @CsvSource({"2026-04-30, 500.00", "2026-05-01, 0.00"})
    void UN05_from_eight_months_of_seniority(String entry, String indemnity) {
        assertThat(out(aPerson().from(entry), Way.AGREED, "2026-11-23", "2026-12-09")
                        .sum("agreed"))
                .isEqualTo(Money.of(indemnity));
    }

    @Test
    void UN05_the_better_of_twelve_months_and_of_three() {
        var grosses = new java.util.ArrayList<>(Collections.nCopies(12, Money.of("2000")));
        grosses.addAll(Collections.nCopies(3, Money.of("4000")));
        var exit = WaysOut.of(
                leaving(aPerson().from("2022-12-30"), grosses),
                new Leaving.Wish(Way.AGREED, TODAY, LocalDate.parse("2026-12-09"), 0, false),
                Policies.cautious(),
                WorkingDays.in(Territory.FRANCE),
                TODAY,
                LAWS);

        assertThat(exit.sum("agreed")).isEqualTo(Money.of("4000"));
    }

    @Test
    void UN03_the_notice_of_a_resignation_is_what_the_contract_says() {
        var exit = WaysOut.of(
                leaving(aPerson(), List.of()),
                new Leaving.Wish(Way.RESIGNATION, TODAY, null, 30, false),
                Policies.cautious(),
                WorkingDays.in(Territory.FRANCE),
                TODAY,
                LAWS);

        assertThat(exit.end()).isEqualTo("2026-12-23");
        assertThat(exit.findings()).extracting(Finding::messageKey).contains("rule.UN-03.resignation");
        assertThat(exit.papers()).contains("certificate", "receipt", "employer_statement", "cover");
    }

    @ParameterizedTest(name = "told on {0} after an entry on 1 September 2026: ends on {1}")
    @CsvSource({
        "2026-09-05, 2026-09-06",
        "2026-09-20, 2026-09-22",
        "2026-10-15, 2026-10-29",
        "2026-12-10, 2026-12-31",
        "2026-12-31, 2026-12-31"
    })
    void PS49_the_entity_ends_the_trial_with_its_notice_but_never_beyond_it(String told, LocalDate end) {
        assertThat(out(aPerson().from("2026-09-01"), Way.TRIAL_BY_ENTITY, told, null)
                        .end())
                .isEqualTo(end);
    }

    @Test
    void PS49_after_the_trial_it_is_refused() {
        var exit = out(aPerson().from("2026-09-01"), Way.TRIAL_BY_ENTITY, "2027-01-01", null);

        assertThat(exit.isOpen()).isFalse();
        assertThat(exit.findings()).extracting(Finding::messageKey).containsExactly("rule.PS-49.exit");
    }

    @Test
    void T13_PS51_the_end_of_a_cdd_of_18000_gross() {
        var exit = out(
                aPerson().under(ContractKind.CDD).from("2026-06-01").until("2026-11-30"), Way.TERM, "2026-11-23", null);

        assertThat(exit.end()).isEqualTo("2026-11-30");
        assertThat(exit.sum("term")).isEqualTo(Money.of("1800"));
        assertThat(exit.sum("leave")).isEqualTo(Money.of("1200"));
        assertThat(exit.sum("reserve")).isEqualTo(Money.of("900"));
        assertThat(exit.sum("available")).isEqualTo(Money.of("-50"));
        assertThat(exit.findings()).extracting(Finding::messageKey).containsExactly("rule.PS-66.exit_negative");
    }

    @Test
    void T08_CA03_a_cesa_ends_by_law_at_three_years_less_the_cape() {
        var leaving = leaving(anEntrepreneur().from("2025-03-01"), List.of());
        var after = new Leaving(
                leaving.employment(), false, Period.ofMonths(7), List.of(), Money.ZERO, Money.ZERO, Money.ZERO);
        var exit = WaysOut.of(
                after,
                new Leaving.Wish(Way.BY_LAW, TODAY, null, 0, false),
                Policies.cautious(),
                WorkingDays.in(Territory.FRANCE),
                TODAY,
                LAWS);

        assertThat(exit.end()).isEqualTo("2027-08-01");
        assertThat(exit.findings()).extracting(Finding::messageKey).contains("rule.CA-03.exit");
    }

    @Test
    void a_cape_or_a_mandate_has_no_way_out_here() {
        for (var way : Way.values()) {
            assertThat(way.suits(ContractKind.CAPE)).isFalse();
            assertThat(way.suits(ContractKind.MANDATE)).isFalse();
        }
        assertThatThrownBy(() -> out(aPerson(), Way.TERM, "2026-11-23", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Exit out(PersonBuilder person, Way way, String start, @Nullable String received) {
        return WaysOut.of(
                leaving(person, Collections.nCopies(6, Money.of("3000"))),
                new Leaving.Wish(
                        way, LocalDate.parse(start), received == null ? null : LocalDate.parse(received), 0, false),
                Policies.cautious(),
                WorkingDays.in(Territory.FRANCE),
                TODAY,
                LAWS);
    }

    private static Leaving leaving(PersonBuilder person, List<Money> grosses) {
        return new Leaving(
                person.build().employment(),
                false,
                Period.ZERO,
                grosses,
                Money.of("-50"),
                Money.of("900"),
                Money.of("1200"));
    }

    private static LocalDate day(Exit exit, String step) {
        return exit.steps().stream()
                .filter(each -> each.code().equals(step))
                .findFirst()
                .orElseThrow()
                .day();
    }
}
