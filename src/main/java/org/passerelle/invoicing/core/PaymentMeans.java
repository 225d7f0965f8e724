package org.passerelle.invoicing.core;

/// By which way the money comes (BT-81, UNTDID 4461).
public enum PaymentMeans {
    TRANSFER("58"),
    /// Needs a mandate.
    DIRECT_DEBIT("59"),
    CARD("48"),
    CHEQUE("20");

    private final String code;

    PaymentMeans(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
