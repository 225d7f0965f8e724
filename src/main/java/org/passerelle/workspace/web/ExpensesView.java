package org.passerelle.workspace.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Field;

/// The expenses of a month and the form for one more.
///
/// @param wrong whether the form came back with errors
public record ExpensesView(
        String month,
        String monthName,
        List<Row> rows,
        Money total,
        List<Field> fields,
        Field receipt,
        boolean wrong,
        UUID intent) {

    /// @param reason why it was given back, or null
    public record Row(
            String day,
            String label,
            String category,
            Money gross,
            Money vat,
            String state,
            String stateTone,
            @Nullable String reason,
            String receiptHref) {}
}
