package org.passerelle.portfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;

@DisplayName("DP-05: how much hangs on one client, against tables computed by hand")
class DP05_DependencyTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 31);

    private static List<Invoiced> invoices(String table) {
        var invoices = new ArrayList<Invoiced>();
        for (var one : table.split(" ")) {
            var parts = one.split(":");
            invoices.add(new Invoiced(parts[0], LocalDate.of(2026, 5, 4), Money.of(parts[1] + ".00")));
        }
        return invoices;
    }

    private static Dependency of(List<Invoiced> invoices, String balance, String need, SignedOrder... orders) {
        var portfolio =
                new Portfolio(ON, invoices, Money.of(balance), Money.of("1000.00"), List.of(orders), Money.of(need));
        return Dependency.of(portfolio, Laws.load().on(ON));
    }

    private static Dependency of(List<Invoiced> invoices) {
        return of(invoices, "0.00", "1000.00");
    }

    @ParameterizedTest(name = "{0}: HHI {4}")
    @CsvSource({
        "A:7,                     A, 100.00, 100.00, 10000, 1.00",
        "A:5 B:5,                 A,  50.00, 100.00,  5000, 2.00",
        "C:1 B:1 A:1,             A,  33.33, 100.00,  3333, 3.00",
        "A:1 B:1 C:1 D:1,         A,  25.00,  75.00,  2500, 4.00",
        "A:71 B:19 C:10,          A,  71.00, 100.00,  5502, 1.82",
        "A:60 B:20 C:10 D:10,     A,  60.00,  90.00,  4200, 2.38",
        "B:2 A:1,                 B,  66.67, 100.00,  5556, 1.80",
        "A:100 A:-40 B:40,        A,  60.00, 100.00,  5200, 1.92",
        "A:100 B:30 B:-30 C:-5,   A, 100.00, 100.00, 10000, 1.00",
    })
    void shares_and_index(
            String table, String first, BigDecimal share, BigDecimal three, int hhi, BigDecimal effective) {
        var dependency = of(invoices(table));
        assertThat(dependency.firstClient()).contains(first);
        assertThat(dependency.firstClientShare()).isEqualTo(share);
        assertThat(dependency.topThreeShare()).isEqualTo(three);
        assertThat(dependency.shares().hhi()).isEqualTo(BigDecimal.valueOf(hhi));
        assertThat(dependency.shares().effectiveClients()).isEqualTo(effective);
    }

    @Test
    void twelve_months_end_on_the_day_and_begin_after_the_same_day_a_year_before() {
        var invoices = List.of(
                new Invoiced("today", ON, Money.of("1.00")),
                new Invoiced("tomorrow", ON.plusDays(1), Money.of("50.00")),
                new Invoiced("a year ago", ON.minusYears(1), Money.of("50.00")),
                new Invoiced("a day later", ON.minusYears(1).plusDays(1), Money.of("1.00")));
        assertThat(of(invoices).shares().clients())
                .extracting(ClientShares.Client::name)
                .containsExactly("a day later", "today");
    }

    @Test
    void on_29_February_the_year_began_after_28_February() {
        var leap = LocalDate.of(2028, 2, 29);
        var invoices = List.of(
                new Invoiced("out", LocalDate.of(2027, 2, 28), Money.of("1.00")),
                new Invoiced("in", LocalDate.of(2027, 3, 1), Money.of("1.00")));
        assertThat(ClientShares.of(invoices, leap).clients())
                .extracting(ClientShares.Client::name)
                .containsExactly("in");
    }

    @Test
    void a_client_whose_sum_is_not_positive_is_left_out_and_named() {
        assertThat(of(invoices("A:10 B:-3 C:2 C:-2")).findings())
                .filteredOn(finding -> finding.variant().equals("left_out"))
                .extracting(finding -> finding.data().get("client"))
                .containsExactly("B", "C");
    }

    @ParameterizedTest(name = "balance {0}, need {1}, orders {2}: {3} months, until {4}")
    @CsvSource({
        "    0.00, 1000.00, '',                        1.0, 2026-11-30",
        " 2000.00, 1000.00, '',                        3.0, 2027-01-31",
        "  500.00, 1000.00, '',                        1.5, 2026-12-15",
        "  250.00, 1000.00, '',                        1.3, 2026-12-07",
        "    0.00, 3000.00, '',                        0.3, 2026-11-10",
        "-1000.00, 1000.00, '',                        0.0, 2026-10-31",
        "-5000.00, 1000.00, '',                        0.0, 2026-10-31",
        "    0.00, 1000.00, 'B:2026-11:1000',          2.0, 2026-12-31",
        "    0.00, 1000.00, 'A:2026-11:1000',          1.0, 2026-11-30",
        "    0.00, 1000.00, 'B:2026-10:500',           1.5, 2026-12-15",
        "    0.00, 1000.00, 'B:2026-09:500',           1.0, 2026-11-30",
        "    0.00, 1000.00, 'B:2027-02:9000',          1.0, 2026-11-30",
        "    0.00, 1000.00, 'B:2026-12:1500',          2.5, 2027-01-15",
    })
    void runway_without_the_first_client(
            String balance, String need, String orders, BigDecimal months, LocalDate lastDay) {
        var signed = new ArrayList<SignedOrder>();
        for (var one : orders.isEmpty() ? new String[0] : orders.split(" ")) {
            var parts = one.split(":");
            signed.add(new SignedOrder(parts[0], Month.of(parts[1]), Money.of(parts[2] + ".00")));
        }
        var runway = of(invoices("A:9 B:1"), balance, need, signed.toArray(SignedOrder[]::new))
                .runway();
        assertThat(runway.months()).contains(months);
        assertThat(runway.lastDay()).contains(lastDay);
    }

    @Test
    void no_need_no_end() {
        var dependency = of(invoices("A:9"), "0.00", "0.00");
        assertThat(dependency.runway().months()).isEmpty();
        assertThat(dependency.findings()).extracting(f -> f.variant()).contains("no_need", "only_one");
    }

    @Test
    void a_long_life_is_counted_at_once() {
        assertThat(of(invoices("A:9"), "999999999.00", "0.01").runway().months())
                .contains(new BigDecimal("100000099900.0"));
    }

    @Test
    void whatever_the_invoices_the_figures_keep_within_their_bounds() {
        long seed = 20261123;
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            var invoices = new ArrayList<Invoiced>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                invoices.add(new Invoiced(
                        "C" + random.nextInt(6),
                        ON.minusDays(random.nextInt(400)),
                        Money.ofCents(random.nextLong(-100_000, 1_000_000))));
            }
            var shares = ClientShares.of(invoices, ON);
            int count = shares.clients().size();
            if (count == 0) continue;
            assertThat(shares.hhi())
                    .as("seed %s", seed)
                    .isBetween(BigDecimal.valueOf(10_000 / count), BigDecimal.valueOf(10_000));
            assertThat(shares.effectiveClients())
                    .isBetween(BigDecimal.ONE, BigDecimal.valueOf(count).setScale(2));
            assertThat(shares.shareOfFirst(count)).isEqualByComparingTo("100");
        }
    }
}
