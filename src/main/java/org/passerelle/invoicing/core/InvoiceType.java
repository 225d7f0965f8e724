package org.passerelle.invoicing.core;

import java.util.Arrays;

/// Kinds of invoice we write (BT-3, UNTDID 1001). The amounts of a credit note are positive: the type carries the sign.
public enum InvoiceType {
    INVOICE("380", "Facture"),
    CREDIT_NOTE("381", "Avoir"),
    /// Replaces the invoice it names.
    CORRECTED("384", "Facture rectificative"),
    DEPOSIT("386", "Facture d’acompte"),
    /// Written by the buyer in the seller's name.
    SELF_BILLED("389", "Autofacture");

    private final String code;
    private final String title;

    InvoiceType(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    /// The word at the head of the page.
    public String title() {
        return title;
    }

    /// Must name at least one earlier invoice with its date (BR-FR-CO-04, CO-05; IN-03).
    public boolean refersToEarlier() {
        return this == CREDIT_NOTE || this == CORRECTED;
    }

    /// @throws IllegalArgumentException for a code we do not write
    public static InvoiceType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no invoice type " + code));
    }
}
