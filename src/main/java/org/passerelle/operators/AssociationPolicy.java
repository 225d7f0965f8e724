package org.passerelle.operators;

/// How a cooperative deals with the three-year rule of C. trav. L7331-3 (CA-40).
public enum AssociationPolicy {
    STATUTORY_3Y,
    EARLY_ASSOCIATION,
    ORDINARY_CONTRACT,
    WAIVED_AT_OPERATOR_RISK
}
