package org.passerelle.banking.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

@DisplayName("Matching: by reference, then by number, then by amount and name; never by itself when two could be meant")
class MatchingTest {

    private static final List<Matchable> BOOK = List.of(
            invoice("FA-2026-000001", "Atelier Nord", "1200.00"),
            invoice("FA-2026-000002", "Atelier Nord", "600.00"),
            invoice("FA-2026-000003", "Béatrice Lœuil", "360.00"),
            invoice("FA-2026-000004", "Pâtisserie Élan SARL", "240.00"),
            invoice("FA-2026-000005", "Pâtisserie Élan SARL", "240.00"),
            invoice("FA-2026-000012", "Cabinet Rive", "480.00"),
            invoice("FA-2026-000013", "Cabinet Rive", "0.00"));

    private static Matchable invoice(String number, String client, String open) {
        return new Matchable(id(number), number, client, LocalDate.of(2026, 10, 31), Money.of(open));
    }

    private static InvoiceId id(String number) {
        return new InvoiceId(UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)));
    }

    private static Incoming payment(String amount, String name, String text, String reference) {
        return new Incoming(
                Money.of(amount),
                false,
                LocalDate.of(2026, 11, 4),
                reference == null ? "" : reference,
                text == null ? "" : text,
                name == null ? "" : name);
    }

    private static String told(Decision decision) {
        return switch (decision) {
            case Decision.Exact exact -> "exact by " + exact.evidence() + ": " + shares(List.of(exact.share()));
            case Decision.Partial partial -> "part by " + partial.evidence() + ": " + shares(List.of(partial.share()));
            case Decision.Several several -> "several by " + several.evidence() + ": " + shares(several.shares());
            case Decision.Overpaid over -> ("overpaid by " + over.evidence() + ": " + shares(over.shares())).strip();
            case Decision.Unknown unknown -> "unknown, " + unknown.reason();
        };
    }

    private static String shares(List<Share> shares) {
        return String.join(
                " + ",
                shares.stream()
                        .map(share -> BOOK.stream()
                                        .filter(i -> i.id().equals(share.invoice()))
                                        .map(i -> i.number().substring(8).replaceFirst("^0+", ""))
                                        .findFirst()
                                        .orElseThrow()
                                + "=" + share.amount())
                        .toList());
    }

    @ParameterizedTest(name = "{0} € from {1}, «{2}», reference {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            1200.00 | Atelier Nord         | virement                             | FA-2026-000001 | exact by END_TO_END_ID: 1=1200.00
            1200.00 | Atelier Nord         | FACTURE FA-2026-000001               |                | exact by INVOICE_NUMBER: 1=1200.00
            1200.00 | Quelqu'un d'autre    | fa 2026 000001 merci                 |                | exact by INVOICE_NUMBER: 1=1200.00
            1200.00 | Atelier Nord         | REGLT FA2026000001                   |                | exact by INVOICE_NUMBER: 1=1200.00
            1200.00 | Atelier Nord         | FA 2026-1                            |                | exact by INVOICE_NUMBER: 1=1200.00
            480.00  | Cabinet Rive         | FA-2026-000012                       |                | exact by INVOICE_NUMBER: 12=480.00
            500.00  | Atelier Nord         | acompte FA-2026-000001               |                | part by INVOICE_NUMBER: 1=500.00
            1800.00 | Atelier Nord         | FA-2026-000001 + FA-2026-000002      |                | several by INVOICE_NUMBER: 1=1200.00 + 2=600.00
            1800.00 | Atelier Nord         | FA2026000002/FA2026000001            |                | several by INVOICE_NUMBER: 1=1200.00 + 2=600.00
            1000.00 | Atelier Nord         | FA-2026-000001 FA-2026-000002        |                | unknown, PART_OF_SEVERAL
            1300.00 | Atelier Nord         | FA-2026-000001                       |                | overpaid by INVOICE_NUMBER: 1=1200.00
            480.00  | Cabinet Rive         | FA-2026-000013                       |                | overpaid by INVOICE_NUMBER:
            1200.00 | NORD ATELIER         | virement                             |                | exact by AMOUNT_AND_NAME: 1=1200.00
            1200.00 | SAS ATELIER NORD     |                                      |                | exact by AMOUNT_AND_NAME: 1=1200.00
            360.00  | MME LOEUIL BEATRICE  | cours de piano                       |                | exact by AMOUNT_AND_NAME: 3=360.00
            240.00  | PATISSERIE ELAN      | octobre                              |                | unknown, TWO_CANDIDATES
            1200.00 | Inconnu              | virement                             |                | unknown, AMOUNT_ONLY
            77.00   | Atelier Nord         | virement                             |                | unknown, NAME_ONLY
            1800.00 | Atelier Nord         | virement                             |                | unknown, SUM_OF_SEVERAL
            77.00   | Inconnu              | FA-2026-000099                       |                | unknown, NOTHING_FITS
            1200.00 | Inconnu              | FA-2026-0000012                      |                | unknown, AMOUNT_ONLY
            -50.00  | Atelier Nord         | FA-2026-000001                       |                | unknown, OUTGOING
            """)
    void tells_what_a_payment_is(String amount, String name, String text, String reference, String expected) {
        assertThat(told(Matching.decide(BOOK, payment(amount, name, text, reference))))
                .isEqualTo(expected);
    }

    @Test
    void a_returned_payment_is_never_matched() {
        var back = new Incoming(Money.of("1200.00"), true, LocalDate.of(2026, 11, 4), "", "FA-2026-000001", "");
        assertThat(told(Matching.decide(BOOK, back))).isEqualTo("unknown, REVERSAL");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2026, 987654321})
    void no_cent_is_lost_or_invented_with_seed(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var invoices = new ArrayList<Matchable>();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                var open = Money.ofCents(random.nextInt(4) * 10_000L + random.nextInt(3));
                var number = "FA-2026-00000" + i;
                invoices.add(new Matchable(
                        id(number), number, "Client " + random.nextInt(3), LocalDate.of(2026, 10, 31), open));
            }
            var text = new StringBuilder();
            for (int named = random.nextInt(4); named > 0; named--) {
                text.append(invoices.get(random.nextInt(invoices.size())).number())
                        .append(' ');
            }
            var movement = new Incoming(
                    Money.ofCents(1 + random.nextInt(80_000)),
                    false,
                    LocalDate.of(2026, 11, 4),
                    "",
                    text.toString(),
                    "Client " + random.nextInt(3));

            var shares = Matching.decide(invoices, movement).sure();

            var sum = shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
            if (!shares.isEmpty()) assertThat(sum).as("round %d", round).isEqualTo(movement.amount());
            for (var share : shares) {
                var invoice = invoices.stream()
                        .filter(i -> i.id().equals(share.invoice()))
                        .findFirst()
                        .orElseThrow();
                assertThat(share.amount().isPositive()).as("round %d", round).isTrue();
                assertThat(share.amount()).as("round %d", round).isLessThanOrEqualTo(invoice.open());
            }
        }
    }
}
