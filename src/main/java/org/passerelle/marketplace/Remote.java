package org.passerelle.marketplace;

/// Where the work is done.
public enum Remote {
    ON_SITE,
    PARTLY,
    FULLY
}
