package org.passerelle.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;

/// The book. Every verb joins the caller's transaction, so that what happened and what the book says commit together.
@Service
public class Ledger {

    /// Enters a balanced entry. The same source again is the same entry: nothing more is written.
    ///
    /// @return id of the entry in the book (the first one's, when it was there already)
    /// @throws MonthClosed when the month of the entry is closed
    /// @throws IllegalStateException when the source was posted before with another content
    public EntryId post(Entry entry) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Enters the opposite of an entry, once.
    public EntryId reverse(OperatorId operator, EntryId entry, LocalDate date, String why) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Debit minus credit of all accounts that begin with the prefix; read from kept balances, never from history.
    ///
    /// @param worker only this worker's axis, or null for all
    public Money balance(OperatorId operator, String accountPrefix, @Nullable PersonId worker) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// The lines on a worker's axis, oldest first, with the running credit balance.
    public List<Movement> movements(OperatorId operator, String accountPrefix, PersonId worker) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Client money received by the operator for this worker in that month, without VAT (category ENCAISSEMENT).
    public Money collected(OperatorId operator, PersonId worker, Month month) {
        throw new UnsupportedOperationException("not written yet");
    }

    public TrialBalance trialBalance(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Ties lines of one account together whose sum is zero (lettrage).
    ///
    /// @return the letter given
    public String letter(OperatorId operator, List<LineId> lines, LocalDate date) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Closes all months up to and including this one; a closed month takes no line (I-7).
    public void close(OperatorId operator, Month month) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// The book of a calendar year as the tax office reads it (LPF art. A47 A-1), UTF-8.
    public byte[] fec(OperatorId operator, int year) {
        throw new UnsupportedOperationException("not written yet");
    }
}
