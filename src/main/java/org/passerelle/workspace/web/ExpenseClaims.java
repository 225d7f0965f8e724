package org.passerelle.workspace.web;

import java.util.UUID;
import org.passerelle.activity.Expense;
import org.passerelle.activity.Expenses;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.workspace.core.FileKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An expense and its receipt are kept together or not at all.
@Component
class ExpenseClaims {

    private final Expenses expenses;
    private final Documents documents;

    ExpenseClaims(Expenses expenses, Documents documents) {
        this.expenses = expenses;
        this.documents = documents;
    }

    /// @param draft the expense once its receipt has an id
    /// @throws InvalidValue `receipt.kind` when the content is no PDF, JPEG or PNG, `receipt.size` above 10 MB
    @Transactional
    public Expense claim(
            java.util.function.Function<DocumentId, Expense> draft, String fileName, byte[] receipt, UUID intent) {
        if (receipt.length > FileKind.MOST_BYTES) throw new InvalidValue("receipt.size", "");
        var kind = FileKind.of(receipt).orElseThrow(() -> new InvalidValue("receipt.kind", ""));
        var told = draft.apply(DocumentId.random());
        var earlier = expenses.claimed(told.operator(), intent);
        if (earlier.isPresent()) return earlier.get();
        var stored = documents.store(told.operator(), "receipt", fileName, kind.mediaType(), receipt);
        return expenses.claim(draft.apply(stored.id()), intent);
    }
}
