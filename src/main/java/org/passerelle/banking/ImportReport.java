package org.passerelle.banking;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.StatementId;

/// What an import changed. The same file again gives a report in which everything was known.
///
/// @param findings what deserves attention, for instance a hole between two statements
public record ImportReport(List<ImportedStatement> statements, List<Finding> findings) {

    public ImportReport {
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
    }

    /// One statement of the file.
    ///
    /// @param number the bank's own name for the statement
    /// @param known whether this very statement was there already
    /// @param knownLines how many of its lines were there already, from this statement or from another
    public record ImportedStatement(
            StatementId id,
            String number,
            LocalDate from,
            LocalDate to,
            Money opening,
            Money closing,
            boolean known,
            int newLines,
            int knownLines,
            int matched,
            int waiting) {}

    public int newLines() {
        return statements.stream().mapToInt(ImportedStatement::newLines).sum();
    }
}
