package org.passerelle.simulator.core;

import java.util.Map;

/// Something that bites in a month, and why.
///
/// @param kind ending of the sentence's key
/// @param data by name, as findings write it: `1234.50 EUR`
public record Mark(Kind kind, Map<String, String> data) {

    public Mark {
        data = Map.copyOf(data);
    }

    public enum Kind {
        /// Pay since January has passed the ceilings: tranche 2 and CET from the first euro.
        ABOVE_CEILING,
        /// Pay since January has fallen back under the ceilings: CET and tranche 2 are given back.
        BELOW_CEILING,
        /// Reduction set off in earlier months is taken back.
        REDUCTION_TAKEN_BACK,
        /// Reduction of earlier months comes in at once.
        REDUCTION_REGAINED,
        /// The minimum was due and the account could not bear it (SW-07).
        MINIMUM_DUE,
        /// Nothing collected: the reserve pays (PS-66).
        RESERVE_RELEASED,
        /// No pay this month.
        NO_PAY,
        /// The minimum wage changes.
        SMIC,
        /// As a micro-entreprise: turnover has passed the base of the VAT franchise, VAT from January on (ME-03).
        VAT_NEXT_YEAR,
        /// As a micro-entreprise: turnover has passed the raised threshold, VAT from now on (ME-03).
        VAT_NOW,
        /// As a micro-entreprise: turnover has passed the ceiling of the regime (ME-02).
        MICRO_CEILING
    }

    static Mark of(Kind kind, String... data) {
        var map = new java.util.HashMap<String, String>();
        for (int i = 0; i < data.length; i += 2) map.put(data[i], data[i + 1]);
        return new Mark(kind, map);
    }
}
