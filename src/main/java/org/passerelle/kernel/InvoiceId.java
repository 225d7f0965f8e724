package org.passerelle.kernel;

import java.util.UUID;

/// Names an invoice or credit note. Random, never a counter (S-17).
public record InvoiceId(UUID value) {

    public static InvoiceId random() {
        return new InvoiceId(UUID.randomUUID());
    }

    /// @throws InvalidValue `id.format` when the text is no UUID
    public static InvoiceId of(String text) {
        return new InvoiceId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
