package org.passerelle.kernel;

import java.util.UUID;

/// Names a business expense. Random, never a counter (S-17).
public record ExpenseId(UUID value) {

    public static ExpenseId random() {
        return new ExpenseId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static ExpenseId of(String text) {
        return new ExpenseId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
