package org.passerelle.workspace.web;

import java.util.HexFormat;
import java.util.UUID;
import org.passerelle.activity.Expense;
import org.passerelle.activity.Expenses;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.documents.intake.Intake;
import org.passerelle.kernel.DocumentId;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An expense and its receipt are kept together or not at all.
@Component
class ExpenseClaims {

    private final Expenses expenses;
    private final Documents documents;
    private final Intents intents;

    ExpenseClaims(Expenses expenses, Documents documents, Intents intents) {
        this.expenses = expenses;
        this.documents = documents;
        this.intents = intents;
    }

    /// @param draft the expense once its receipt has an id
    /// @throws org.passerelle.kernel.InvalidValue `file.…` when the receipt is refused ([Intake])
    @Transactional
    public Expense claim(
            java.util.function.Function<DocumentId, Expense> draft, String fileName, byte[] receipt, UUID intent) {
        var clean = Intake.RECEIPT.accept(receipt);
        var told = draft.apply(DocumentId.random());
        var wish =
                intents.wish(told.operator(), intent, "receipt", HexFormat.of().formatHex(receipt));
        // Claimed before: the first one, with the receipt it has, unless something else is asked for.
        if (expenses.claimed(told.operator(), intent).isPresent()) return expenses.claim(told, intent);
        var stored = documents.storeFor(
                told.person().value(),
                Keeping.RECEIPT,
                told.operator(),
                "receipt",
                clean.named(fileName, "justificatif"),
                clean.mediaType(),
                clean.content());
        intents.keep(wish);
        return expenses.claim(draft.apply(stored.id()), intent);
    }
}
