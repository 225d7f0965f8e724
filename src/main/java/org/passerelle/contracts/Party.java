package org.passerelle.contracts;

/// Who signs.
public enum Party {
    WORKER,
    CLIENT,
    OPERATOR
}
