package org.passerelle.banking;

import java.util.List;
import java.util.UUID;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;

/// Bank statements in. What is sure is settled at once; the rest waits in suspense (471) for a person.
@Service
public class Statements {

    /// Takes in a camt.053 file. The same file, renamed or not, and files that overlap change nothing twice.
    ///
    /// @throws org.passerelle.banking.core.InvalidFile when it cannot be trusted; then nothing is written
    public ImportReport importFile(OperatorId operator, byte[] content) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Newest first.
    public List<BankLine> lines(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// The lines that wait for a person, oldest first, with what they might be.
    public List<Proposal> waiting(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// A person says what a waiting line is. The whole amount has to be spoken for.
    ///
    /// @param intent made by the caller; the same again returns the first result
    public Assignment assign(OperatorId operator, BankLineId line, List<Allocation> allocations, UUID intent) {
        throw new UnsupportedOperationException("not written yet");
    }
}
