package org.passerelle.contracts;

/// A blank that papers have, and where it is filled in.
///
/// @param key `operator.guarantor`
/// @param at whose file holds it
/// @param usual what it is unless somebody says otherwise, or empty
public record Fact(String key, At at, Label label, String usual) {

    /// Whether it is a day, typed as one and printed in words.
    public boolean isDay() {
        return key.endsWith("_day") && at == At.PAPER;
    }

    /// Whether it is a sum, typed as one, kept as `480.00` and printed as money.
    public boolean isSum() {
        return key.endsWith("_sum") && at == At.PAPER;
    }

    /// Where it is filled in.
    public enum At {
        OPERATOR,
        PERSON,
        CLIENT,
        MISSION,
        /// Once for the entity.
        HOUSE,
        /// For one paper.
        PAPER
    }
}
