package org.passerelle.law;

/// How far a value is to be trusted.
public enum Status {
    /// Read in the text itself.
    V,
    /// Taken from secondary sources.
    S,
    /// To be checked: shown with a warning.
    K
}
