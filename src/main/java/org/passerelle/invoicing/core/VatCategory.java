package org.passerelle.invoicing.core;

/// Why VAT is or is not charged (UNTDID 5305).
public enum VatCategory {
    /// Standard: charged at a rate above zero.
    S,
    /// Exempt: franchise, training.
    E,
    /// Reverse charge.
    AE,
    /// Goods within the Union.
    K,
    /// Export of goods.
    G,
    /// Zero rated; not used in France.
    Z,
    /// Outside the scope: a service whose place is outside the Union (IN-34). Interpretation: the profile forbids VAT
    /// numbers beside it (BR-O-02), so the data leave them out and the page shows them.
    O;

    /// A ground must be named (BT-120, BT-121).
    public boolean needsReason() {
        return this != S && this != Z;
    }

    /// Outside the scope there is no rate, not even zero (BR-O-05).
    public boolean hasRate() {
        return this != O;
    }
}
