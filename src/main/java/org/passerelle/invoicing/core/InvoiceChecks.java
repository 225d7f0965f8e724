package org.passerelle.invoicing.core;

import java.util.List;

/// Everything that would make an invoice bounce, asked before a number is taken.
public final class InvoiceChecks {

    private InvoiceChecks() {}

    public static List<Obstacle> obstacles(InvoiceDocument invoice) {
        throw new UnsupportedOperationException();
    }
}
