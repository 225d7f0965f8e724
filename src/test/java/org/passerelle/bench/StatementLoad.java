package org.passerelle.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.passerelle.banking.core.Camt053;
import org.passerelle.banking.core.Decision;
import org.passerelle.banking.core.Incoming;
import org.passerelle.banking.core.LineKeys;
import org.passerelle.banking.core.MatchIndex;
import org.passerelle.banking.core.Matchable;
import org.passerelle.banking.core.Matching;
import org.passerelle.banking.core.ReadMovement;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

/// One statement of many movements, read, told apart and matched against many open invoices, in memory and on one
/// core: what the bank's page computes, without what the database writes.
public final class StatementLoad {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    private StatementLoad() {}

    public record Result(int movements, int invoices, int sure, double readSeconds, double matchSeconds) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d × %,d: read %.1f s, matched %.1f s, %,d sure",
                    movements,
                    invoices,
                    readSeconds,
                    matchSeconds,
                    sure);
        }
    }

    /// A third of the movements name their invoice, a third have amount and name only, a third lead nowhere.
    public static Result run(int movements, int invoices) {
        var file = file(movements, invoices);
        long start = System.nanoTime();
        var statement = Camt053.read(file).getFirst();
        var keyed = LineKeys.of(statement);
        long read = System.nanoTime();
        var index = MatchIndex.of(book(invoices));
        int sure = 0;
        for (var line : keyed) {
            var shares = decide(index, line.movement()).sure();
            for (var share : shares) index.pay(share);
            if (!shares.isEmpty()) sure++;
        }
        long end = System.nanoTime();
        return new Result(keyed.size(), invoices, sure, (read - start) / 1e9, (end - read) / 1e9);
    }

    private static Decision decide(MatchIndex index, ReadMovement movement) {
        return Matching.decide(
                index,
                new Incoming(
                        movement.amount(),
                        movement.reversal(),
                        movement.bookingDate(),
                        movement.endToEndId(),
                        movement.remittance(),
                        movement.counterparty()));
    }

    private static List<Matchable> book(int invoices) {
        var book = new ArrayList<Matchable>(invoices);
        for (int i = 1; i <= invoices; i++) {
            book.add(new Matchable(new InvoiceId(new UUID(1, i)), number(i), client(i), DAY, Money.ofCents(cents(i))));
        }
        return book;
    }

    private static String number(int invoice) {
        return "FA-2026-%06d".formatted(invoice);
    }

    /// Five invoices a client; the first word is everybody's.
    private static String client(int invoice) {
        return "Société Atelier Nord%d Élan%d".formatted(invoice / 5, invoice / 5 % 97);
    }

    private static long cents(int invoice) {
        return 50_000L + invoice % 1_000 * 100L;
    }

    private static byte[] file(int movements, int invoices) {
        var entries = new StringBuilder(movements * 420);
        long sum = 0;
        for (int i = 0; i < movements; i++) {
            int invoice = 1 + (int) (i * 7919L % invoices);
            long cents = i % 3 == 2 ? 123 + i % 7 : cents(invoice);
            sum += cents;
            var text = i % 3 == 0 ? "REGLT FACTURE " + number(invoice).replace('-', ' ') : "VIREMENT SEPA 4711 " + i;
            var name = i % 3 == 2 ? "Inconnu " + i : client(invoice);
            entries.append("<Ntry><Amt Ccy=\"EUR\">")
                    .append(Money.ofCents(cents))
                    .append("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-03</Dt>")
                    .append("</BookgDt><AcctSvcrRef>B")
                    .append(i)
                    .append("</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>")
                    .append(name)
                    .append("</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>")
                    .append(text)
                    .append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
        }
        var xml = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>RC-1</Id>
                <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>2026-11-01</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>2026-11-08</Dt></Dt></Bal>
                %s</Stmt></BkToCstmrStmt></Document>""".formatted(Money.ofCents(sum), entries);
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
