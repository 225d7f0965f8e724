package org.passerelle.workspace.core;

/// The stages of the month, in their order (product.md: report → invoice → payment → pay → statement).
public enum Stage {
    ACTIVITY,
    INVOICE,
    PAYMENT,
    PAY,
    STATEMENT
}
