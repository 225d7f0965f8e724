package org.passerelle.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;

/// One balanced entry. It is never changed: a mistake is corrected by its reversal and a new entry,
/// so the book keeps what happened, what was wrong and when it was put right.
///
/// @param journal VE, BQ, PA, NF, OD, AN, or CA (the analytic journal of class 9, outside the FEC)
/// @param date accounting day; its month must be open
/// @param source the fact that is posted, unique per operator: `invoice:FA-2026-000001`; posting it twice is once
/// @param pieceRef number of the document that proves it
public record Entry(
        EntryId id,
        OperatorId operator,
        String journal,
        LocalDate date,
        String source,
        String pieceRef,
        LocalDate pieceDate,
        String label,
        List<Line> lines) {

    /// The analytic journal: holds class 9 and nothing else, and class 9 is nowhere else.
    public static final String ANALYTIC = "CA";

    public Entry {
        lines = List.copyOf(lines);
        if (source.isBlank() || pieceRef.isBlank())
            throw new IllegalArgumentException("source and piece are compulsory");
        if (lines.size() < 2) throw new IllegalArgumentException(source + " has fewer than two lines");
        var sum = lines.stream().map(Line::signed).reduce(Money.ZERO, Money::plus);
        if (!sum.isZero()) throw new IllegalArgumentException(source + " is off by " + sum);
        for (var line : lines) {
            if (line.account().startsWith("9") != journal.equals(ANALYTIC)) {
                throw new IllegalArgumentException(source + ": class 9 and journal CA belong together");
            }
        }
    }

    /// Starts an entry whose lines are added one by one; sums of zero are left out, negative sums change side.
    public static Builder on(OperatorId operator, String journal, LocalDate date, String source) {
        return new Builder(operator, journal, date, source);
    }

    /// Sum of the debits, which is the sum of the credits.
    public Money total() {
        return lines.stream().map(Line::debit).reduce(Money.ZERO, Money::plus);
    }

    /// Gathers lines; [#entry] makes the balanced entry.
    public static final class Builder {
        private final OperatorId operator;
        private final String journal;
        private final LocalDate date;
        private final String source;
        private String pieceRef;
        private LocalDate pieceDate;
        private String label;
        private final List<Line> lines = new ArrayList<>();

        private Builder(OperatorId operator, String journal, LocalDate date, String source) {
            this.operator = operator;
            this.journal = journal;
            this.date = date;
            this.source = source;
            this.pieceRef = source;
            this.pieceDate = date;
            this.label = source;
        }

        public Builder piece(String reference, LocalDate day) {
            pieceRef = reference;
            pieceDate = day;
            return this;
        }

        /// Label of the entry and of the lines added from now on.
        public Builder label(String text) {
            label = text;
            return this;
        }

        public Builder line(Line line) {
            lines.add(line);
            return this;
        }

        public Builder debit(String account, Money amount) {
            return signed(account, amount);
        }

        public Builder credit(String account, Money amount) {
            return signed(account, amount.negated());
        }

        /// @param amount positive debits, negative credits, zero adds nothing
        public Builder signed(String account, Money amount) {
            if (amount.isPositive()) lines.add(Line.debit(account, amount, label));
            if (amount.isNegative()) lines.add(Line.credit(account, amount.negated(), label));
            return this;
        }

        public String label() {
            return label;
        }

        public boolean isEmpty() {
            return lines.isEmpty();
        }

        public Entry entry() {
            return new Entry(EntryId.random(), operator, journal, date, source, pieceRef, pieceDate, label, lines);
        }
    }
}
