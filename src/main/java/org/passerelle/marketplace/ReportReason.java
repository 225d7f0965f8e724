package org.passerelle.marketplace;

/// Why an offer should not be there.
public enum ReportReason {
    FAKE,
    UNLAWFUL,
    PERSONAL_DATA,
    OVER
}
