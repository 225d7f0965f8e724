package org.passerelle.frames;

/// The cooperative's way with the three-year rule (CA-40).
public enum AssociationPolicy {
    STATUTORY_3Y,
    EARLY_ASSOCIATION,
    ORDINARY_CONTRACT,
    WAIVED_AT_OPERATOR_RISK
}
