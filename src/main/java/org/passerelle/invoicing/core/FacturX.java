package org.passerelle.invoicing.core;

/// A readable page and the data of the invoice in one PDF/A-3b file: Factur-X 1.0, profile EN 16931.
public final class FacturX {

    private FacturX() {}

    /// @throws IllegalArgumentException when the document has no number yet
    public static byte[] render(InvoiceDocument invoice) {
        throw new UnsupportedOperationException();
    }
}
