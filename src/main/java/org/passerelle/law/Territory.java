package org.passerelle.law;

/// Where work is done, as far as public holidays differ (CAL-01). The days of abolition overseas are not known here.
public enum Territory {
    FRANCE,
    /// Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December too (C. trav. L3134-13).
    ALSACE_MOSELLE
}
