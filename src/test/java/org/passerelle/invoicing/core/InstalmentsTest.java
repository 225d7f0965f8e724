package org.passerelle.invoicing.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.Totals;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Rate;

@DisplayName("IN-03: instalments add up to their total, credit notes annul their invoice, to the cent")
class InstalmentsTest {

    private static final long SEED = 20261123;
    private static final List<String> RATES = List.of("20", "10", "5.5", "2.1", "8.5", "0");
    private static final MissionId MISSION = MissionId.random();
    private static final PersonId PERSON = PersonId.random();

    @Test
    void the_step_is_the_smallest_sum_whose_VAT_is_whole_cents() {
        assertThat(Instalments.step(Rate.ofPercent("20"))).isEqualTo(Money.of("0.05"));
        assertThat(Instalments.step(Rate.ofPercent("10"))).isEqualTo(Money.of("0.10"));
        assertThat(Instalments.step(Rate.ofPercent("5.5"))).isEqualTo(Money.of("2.00"));
        assertThat(Instalments.step(Rate.ofPercent("2.1"))).isEqualTo(Money.of("10.00"));
        assertThat(Instalments.step(Rate.ofPercent("0"))).isEqualTo(Money.of("0.01"));
    }

    @Test
    void thirty_forty_thirty_of_an_odd_sum() {
        var total = Totals.of(List.of(line("1", "1234.57", "20")));
        var parts = Instalments.split(total, 30, 40, 30);
        assertThat(parts.stream().map(part -> part.getFirst().net()))
                .containsExactly(Money.of("370.35"), Money.of("493.80"), Money.of("370.42"));
        assertThat(gross(parts)).isEqualTo(total.gross());
    }

    @Test
    void instalments_add_up_for_any_invoice() {
        var random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            var total = Totals.of(lines(random));
            var weights = new long[1 + random.nextInt(6)];
            for (int i = 0; i < weights.length; i++) weights[i] = 1 + random.nextInt(100);
            var parts = Instalments.split(total, weights);
            assertThat(gross(parts)).as("seed %d round %d", SEED, round).isEqualTo(total.gross());
            for (var share : total.shares()) {
                var vat = parts.stream()
                        .flatMap(List::stream)
                        .filter(part -> part.rate().compareTo(share.rate()) == 0)
                        .map(Instalments.Part::vat)
                        .reduce(Money.ZERO, Money::plus);
                assertThat(vat).as("seed %d round %d VAT by rate", SEED, round).isEqualTo(share.vat());
            }
        }
    }

    @Test
    void exact_parts_and_the_credit_note_of_the_rest_annul_the_invoice() {
        var random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            var lines = lines(random);
            var total = Totals.of(lines);
            var taken = new ArrayList<InvoiceLine>();
            var given = Money.ZERO;
            for (var share : total.shares()) {
                long step = Instalments.step(share.rate()).cents();
                long part = (long) (random.nextDouble() * share.base().cents()) / step * step;
                if (part == 0) continue;
                var line = InvoiceLine.of(
                        MISSION,
                        PERSON,
                        InvoiceLine.Kind.WORK,
                        "Avoir",
                        BigDecimal.ONE,
                        "C62",
                        Money.ofCents(part),
                        share.rate());
                taken.add(line);
                given = given.plus(Totals.of(List.of(line)).gross());
            }
            var rest = Remainder.of(lines, taken, "Avoir du reste");
            assertThat(Totals.of(rest).gross().plus(given))
                    .as("seed %d round %d", SEED, round)
                    .isEqualTo(total.gross());
            taken.addAll(rest);
            assertThat(Remainder.of(lines, taken, "")).isEmpty();
        }
    }

    private static Money gross(List<List<Instalments.Part>> parts) {
        return parts.stream().flatMap(List::stream).map(Instalments.Part::gross).reduce(Money.ZERO, Money::plus);
    }

    private static List<InvoiceLine> lines(Random random) {
        var lines = new ArrayList<InvoiceLine>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            lines.add(line(
                    BigDecimal.valueOf(1 + random.nextInt(400), 1).toPlainString(),
                    BigDecimal.valueOf(1 + random.nextInt(200_000), 2).toPlainString(),
                    RATES.get(random.nextInt(RATES.size()))));
        }
        return lines;
    }

    private static InvoiceLine line(String quantity, String price, String rate) {
        return InvoiceLine.of(
                MISSION,
                PERSON,
                InvoiceLine.Kind.WORK,
                "Conseil",
                new BigDecimal(quantity),
                "DAY",
                Money.of(price),
                Rate.ofPercent(rate));
    }
}
