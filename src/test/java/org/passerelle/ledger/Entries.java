package org.passerelle.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// Entries for tests: balanced ones by chance, and the few kinds that the house posts.
final class Entries {

    static final LocalDate DAY = LocalDate.of(2026, 10, 15);
    private static final List<String> ACCOUNTS = List.of("411000", "512000", "706000", "445710", "421000", "641100");

    private Entries() {}

    /// Two to nine lines; the last one takes what is missing.
    static Entry balanced(Random random, OperatorId operator) {
        var lines = new ArrayList<Line>();
        long off = 0;
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            long cents = 1 + random.nextLong(10_000_000);
            boolean debit = random.nextBoolean();
            off += debit ? cents : -cents;
            lines.add(line(random, debit, cents));
        }
        if (off == 0) {
            lines.add(line(random, true, 7));
            off = 7;
        }
        lines.add(line(random, off < 0, Math.abs(off)));
        return new Entry(
                org.passerelle.kernel.EntryId.random(),
                operator,
                "OD",
                DAY.plusDays(random.nextInt(60)),
                "test:" + UUID.randomUUID(),
                "P" + random.nextInt(1000),
                DAY,
                "par hasard",
                lines);
    }

    private static Line line(Random random, boolean debit, long cents) {
        var account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        var line = debit
                ? Line.debit(account, Money.ofCents(cents), "d")
                : Line.credit(account, Money.ofCents(cents), "c");
        return account.equals("411000") ? line.aux("C-00" + random.nextInt(3), "Client") : line;
    }

    static Entry sale(OperatorId operator, String number, LocalDate day, String net, String vat) {
        var gross = Money.of(net).plus(Money.of(vat));
        return Entry.on(operator, "VE", day, "invoice:" + number)
                .piece(number, day)
                .label("Facture " + number)
                .line(Line.debit("411000", gross, "Facture " + number).aux("C-001", "Atelier du Port"))
                .credit("706000", Money.of(net))
                .credit("445740", Money.of(vat))
                .entry();
    }

    static Entry payment(OperatorId operator, String number, LocalDate day, String gross) {
        return Entry.on(operator, "BQ", day, "payment:" + number)
                .piece(number, day)
                .label("Règlement " + number)
                .line(Line.credit("411000", Money.of(gross), "Règlement " + number)
                        .aux("C-001", "Atelier du Port"))
                .debit("512000", Money.of(gross))
                .entry();
    }

    static Entry collected(OperatorId operator, PersonId worker, LocalDate day, String net, String source) {
        return Entry.on(operator, Entry.ANALYTIC, day, source)
                .label("Encaissement")
                .line(Line.debit("909000", Money.of(net), "Encaissement").worker(worker))
                .line(Line.ofWorker("901100", worker, Money.of(net), "Encaissement", Ledger.COLLECTED, "art. 21.2"))
                .entry();
    }
}
