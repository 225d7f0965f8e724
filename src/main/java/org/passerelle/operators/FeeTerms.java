package org.passerelle.operators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fee model from a day on.
///
/// @param vote the meeting's vote, which a cooperative cannot do without (CA-14)
/// @param clause the contract's clause that announces the fee, printed beside each debit (PS-62)
public record FeeTerms(
        LocalDate from, FeeModel model, @Nullable FeeVote vote, String clause) {

    public FeeTerms {
        Checked.text("clause", clause);
    }
}
