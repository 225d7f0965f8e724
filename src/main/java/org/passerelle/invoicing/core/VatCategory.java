package org.passerelle.invoicing.core;

/// Why VAT is or is not charged (UNTDID 5305). `O`, outside the scope, is left out: the profile forbids it to a
/// seller who has a VAT number (BR-O-02).
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
    Z;

    /// A ground must be named (BT-120, BT-121).
    public boolean needsReason() {
        return this != S && this != Z;
    }
}
