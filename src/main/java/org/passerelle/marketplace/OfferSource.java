package org.passerelle.marketplace;

/// Where an offer comes from.
public enum OfferSource {
    /// A client's own words, through the public form.
    CLIENT,
    /// The operator found it.
    HOUSE,
    /// A member passes work on.
    MEMBER,
    /// A list of offers that was read in.
    FEED
}
