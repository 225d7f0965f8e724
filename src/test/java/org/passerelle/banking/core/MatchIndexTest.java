package org.passerelle.banking.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

@DisplayName("The index of invoices finds what going over all of them would find, and keeps every cent")
class MatchIndexTest {

    private static final List<String> SERIES =
            List.of("FA-2026-%06d", "FA2025%d", "2026/%04d", "%d", "A%dB", "AV-%d-X");
    private static final List<String> WORDS =
            List.of("Atelier", "Nord", "Élan", "Pâtisserie", "Rive", "SARL", "Conseil", "Lœuil", "de");
    private static final List<String> JUNK = List.of(" ", "-", "/", "  ", "FACTURE ", "n°", "0", "7", "");

    private static Matchable invoice(int number, String text, String client, long cents) {
        return new Matchable(
                new InvoiceId(new UUID(7, number)), text, client, LocalDate.of(2026, 10, 1), Money.ofCents(cents));
    }

    private static String name(Random random) {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) words.add(WORDS.get(random.nextInt(WORDS.size())));
        return String.join(" ", words);
    }

    private static List<Matchable> book(Random random) {
        var book = new ArrayList<Matchable>();
        for (int i = 0; i < 60; i++) {
            var series = SERIES.get(random.nextInt(SERIES.size()));
            book.add(invoice(i, series.formatted(random.nextInt(40)), name(random), random.nextInt(4) * 100L));
        }
        return book;
    }

    private static String text(Random random, List<Matchable> book) {
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            var number = book.get(random.nextInt(book.size())).number();
            text.append(JUNK.get(random.nextInt(JUNK.size())))
                    .append(
                            random.nextBoolean()
                                    ? number
                                    : number.replaceAll("[-/]0*", random.nextBoolean() ? " " : ""));
            text.append(JUNK.get(random.nextInt(JUNK.size())));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2026, 987654321})
    void finds_by_number_and_by_name_what_a_walk_over_all_finds_with_seed(long seed) {
        var random = new Random(seed);
        int found = 0;
        for (int round = 0; round < 400; round++) {
            var book = book(random);
            var index = MatchIndex.of(book);
            var text = text(random, book);
            var folded = InvoiceNumbers.fold(text);
            var named = book.stream()
                    .filter(i -> !text.isBlank() && InvoiceNumbers.names(folded, i.number()))
                    .toList();
            assertThat(index.named(text)).as("round %d: %s", round, text).containsExactlyInAnyOrderElementsOf(named);
            var payer = Names.of(name(random));
            var ofName = book.stream()
                    .filter(i ->
                            i.open().isPositive() && Names.of(i.clientName()).sameAs(payer))
                    .toList();
            assertThat(index.openOf(payer))
                    .as("round %d: %s", round, payer)
                    .containsExactlyInAnyOrderElementsOf(ofName);
            found += named.size() + ofName.size();
        }
        assertThat(found).as("the rounds meet something").isGreaterThan(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 2027, 123456789})
    void what_was_received_is_what_was_settled_and_what_waits_with_seed(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var book = book(random);
            var owed = sum(book.stream().map(Matchable::open).toList());
            var index = MatchIndex.of(book);
            var received = Money.ZERO;
            var settled = Money.ZERO;
            var waiting = Money.ZERO;
            for (int i = 0; i < 40; i++) {
                var amount = Money.ofCents(1 + random.nextInt(5) * 100L - random.nextInt(2));
                if (!amount.isPositive()) continue;
                received = received.plus(amount);
                var movement =
                        new Incoming(amount, false, LocalDate.of(2026, 11, 4), "", text(random, book), name(random));
                var decision = Matching.decide(index, movement);
                if (decision instanceof Decision.Unknown unknown) {
                    for (var way : unknown.candidates()) {
                        assertThat(sum(way.stream().map(Share::amount).toList()))
                                .as("a proposal speaks for the whole line or for less")
                                .isLessThanOrEqualTo(amount);
                    }
                }
                var sure = decision.sure();
                for (var share : sure) index.pay(share);
                var paid = sum(sure.stream().map(Share::amount).toList());
                settled = settled.plus(paid);
                if (sure.isEmpty()) waiting = waiting.plus(amount);
            }
            assertThat(settled.plus(waiting)).as("round %d", round).isEqualTo(received);
            var stillOpen = sum(book.stream()
                    .flatMap(i -> index.named(i.number()).stream())
                    .distinct()
                    .map(Matchable::open)
                    .toList());
            assertThat(stillOpen.plus(settled)).as("round %d", round).isEqualTo(owed);
        }
    }

    @Test
    void the_order_in_which_invoices_are_given_changes_nothing() {
        var random = new Random(5);
        var book = book(random);
        var shuffled = new ArrayList<>(book);
        Collections.shuffle(shuffled, random);
        for (int i = 0; i < 200; i++) {
            var movement = new Incoming(
                    Money.ofCents(100 + random.nextInt(3) * 100L),
                    false,
                    LocalDate.of(2026, 11, 4),
                    "",
                    text(random, book),
                    name(random));
            assertThat(Matching.decide(shuffled, movement).sure())
                    .containsExactlyInAnyOrderElementsOf(
                            Matching.decide(book, movement).sure());
        }
    }

    @Test
    void an_invoice_is_never_paid_more_than_it_costs() {
        var index = MatchIndex.of(List.of(invoice(1, "FA-1", "Atelier Nord", 500)));
        assertThatThrownBy(() -> index.pay(new Share(new InvoiceId(new UUID(7, 1)), Money.ofCents(501))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.pay(new Share(new InvoiceId(new UUID(7, 2)), Money.ofCents(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
