package org.passerelle.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.core.Chart;
import org.passerelle.ledger.core.Fec;
import org.passerelle.ledger.core.FecLine;
import org.passerelle.ledger.core.Fingerprint;
import org.passerelle.ledger.core.OpeningEntry;
import org.passerelle.ledger.store.BalanceStore;
import org.passerelle.ledger.store.LedgerStore;
import org.passerelle.ledger.store.LetterStore;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.time.Days;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The book. Every verb joins the caller's transaction, so that what happened and what the book says commit together.
@Service
public class Ledger {

    /// Category of client money on a worker's account (PS-62).
    public static final String COLLECTED = "ENCAISSEMENT";

    /// SQLSTATE of the trigger that guards closed months.
    private static final String CLOSED = "PL007";

    private final LedgerStore store;
    private final BalanceStore balances;
    private final LetterStore letters;
    private final Trail trail;
    private final Clock clock;
    private final Chart chart = Chart.french();

    Ledger(LedgerStore store, BalanceStore balances, LetterStore letters, Trail trail, Clock clock) {
        this.store = store;
        this.balances = balances;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /// Enters a balanced entry. The same source again is the same entry: nothing more is written.
    ///
    /// @return id of the entry in the book (the first one's, when it was there already)
    /// @throws MonthClosed when the month of the entry is closed
    /// @throws IllegalStateException when the source was posted before with another content
    @Transactional
    public EntryId post(Entry entry) {
        return post(entry, null);
    }

    private EntryId post(Entry entry, @Nullable EntryId reverses) {
        if (!chart.knowsJournal(entry.journal())) throw new IllegalArgumentException("no journal " + entry.journal());
        for (var line : entry.lines()) {
            if (!chart.knows(line.account())) {
                throw new IllegalArgumentException("not in the chart of accounts: " + line.account());
            }
        }
        var hash = Fingerprint.of(entry);
        try {
            var posted = store.post(entry, hash, reverses, Days.today(clock), clock.instant());
            if (!Arrays.equals(posted.hash(), hash)) {
                throw new IllegalStateException(entry.source() + " was posted before with another content");
            }
            return posted.id();
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof java.sql.SQLException sql && CLOSED.equals(sql.getSQLState())) {
                throw new MonthClosed(entry.operator(), entry.date());
            }
            throw e;
        }
    }

    /// Enters the opposite of an entry, once: later wishes to reverse it give the same reversal.
    ///
    /// @param date in an open month
    /// @throws java.util.NoSuchElementException when the book has no such entry
    @Transactional
    public EntryId reverse(OperatorId operator, EntryId entry, LocalDate date, String why) {
        var original = store.find(operator, entry).orElseThrow();
        var lines = original.lines().stream().map(line -> line.reversed(why)).toList();
        return post(
                new Entry(
                        EntryId.random(),
                        operator,
                        original.journal(),
                        date,
                        "reversal:" + entry,
                        original.pieceRef(),
                        original.pieceDate(),
                        why,
                        lines),
                entry);
    }

    /// The entry of a fact, if it was posted.
    @Transactional(readOnly = true)
    public Optional<EntryId> of(OperatorId operator, String source) {
        return store.of(operator, source);
    }

    /// The given day, or the first one after it in an open month that is not before today: what came to light late is
    /// told where the book is open.
    @Transactional(readOnly = true)
    public LocalDate openDay(OperatorId operator, LocalDate day) {
        var closed = store.closedThrough(operator);
        if (closed.isEmpty() || day.isAfter(closed.get().lastDay())) return day;
        var today = Days.today(clock);
        return today.isAfter(closed.get().lastDay())
                ? today
                : closed.get().next().firstDay();
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(OperatorId operator, EntryId entry) {
        return store.find(operator, entry);
    }

    /// Debit minus credit of all accounts that begin with the prefix; read from kept balances, never from history.
    ///
    /// @param worker only this worker's axis, or null for all
    @Transactional(readOnly = true)
    public Money balance(OperatorId operator, String accountPrefix, @Nullable PersonId worker) {
        return balances.balance(operator, accountPrefix, worker);
    }

    /// The lines on a worker's axis, oldest first, with the running credit balance.
    @Transactional(readOnly = true)
    public List<Movement> movements(OperatorId operator, String accountPrefix, PersonId worker) {
        return balances.movements(operator, accountPrefix, worker);
    }

    /// Client money received by the operator for this worker in that month, without VAT (category ENCAISSEMENT).
    @Transactional(readOnly = true)
    public Money collected(OperatorId operator, PersonId worker, Month month) {
        return balances.credited(operator, worker, month, COLLECTED);
    }

    @Transactional(readOnly = true)
    public TrialBalance trialBalance(OperatorId operator) {
        return balances.trialBalance(operator, chart);
    }

    /// Ties lines of one account together whose sum is zero (lettrage).
    ///
    /// @return the letter given
    @Transactional
    public String letter(OperatorId operator, List<LineId> lines, LocalDate date) {
        return letters.letter(operator, lines, date);
    }

    /// Closes all months up to and including this one; a closed month takes no line (I-7).
    ///
    /// @return false when it was closed already
    @Transactional
    public boolean close(OperatorId operator, Month month) {
        boolean closed =
                store.close(operator, month, clock.instant(), Scopes.current().actor());
        if (closed) trail.record(operator, "month.closed", "month", month.toString(), Map.of());
        return closed;
    }

    /// Every closing, the last month first.
    @Transactional(readOnly = true)
    public List<Closing> closings(OperatorId operator) {
        return store.closings(operator);
    }

    /// The month of the first entry; empty for an empty book.
    @Transactional(readOnly = true)
    public Optional<Month> opened(OperatorId operator) {
        return store.opened(operator);
    }

    /// The last closed month, if any.
    @Transactional(readOnly = true)
    public Optional<Month> closedThrough(OperatorId operator) {
        return store.closedThrough(operator);
    }

    /// The book of a calendar year as the tax office reads it (LPF art. A47 A-1), UTF-8. What the accounts held at
    /// the end of the year before comes first, as entry 0 of journal AN.
    @Transactional(readOnly = true)
    public byte[] fec(OperatorId operator, int year) {
        var posted = balances.fec(operator, year);
        var first =
                posted.isEmpty() ? LocalDate.of(year, 1, 1) : posted.getFirst().validDate();
        var held = balances.openings(operator, year).stream()
                .map(o -> new OpeningEntry.Balance(o.account(), o.aux(), o.auxLabel(), o.balance()))
                .toList();
        var lines = new ArrayList<FecLine>(OpeningEntry.of(held, year, first));
        lines.addAll(posted);
        return Fec.write(lines, chart);
    }
}
