package org.passerelle.frames;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the catalogue of activities: one of the 26 services à la personne of SP-02, or a freelance profession.
///
/// @param code `II-5`, or a short French name: `developpeur`
/// @param family where it is listed: `INFORMATIQUE`
/// @param words other words by which people look for it
/// @param sap what SP-02 says of it; null for a profession
/// @param sapAtHome the activity of SP-02 that it is when done at a private person's home; itself for one of them
/// @param certain what is always so
/// @param possible what may be so and must be asked
public record Activity(
        String code,
        String family,
        String fr,
        String en,
        List<String> words,
        @Nullable Sap sap,
        @Nullable Activity sapAtHome,
        Set<Flag> certain,
        Set<Flag> possible) {

    public Activity {
        words = List.copyOf(words);
        certain = Set.copyOf(certain);
        possible = Set.copyOf(possible);
    }

    /// What may stand in the way of a frame.
    public enum Flag {
        /// Goods are sold.
        GOODS,
        /// A profession with an Order or a monopoly.
        REGULATED,
        /// On the list of C. trav. D4154-1.
        DANGEROUS
    }

    /// @param regime what is needed to do it (SP-02)
    /// @param homePack tax benefits only within an offer that includes activities at home (D7231-1 III)
    /// @param remote done from a distance by nature
    /// @param vat percent when declared or approved; others too when it depends on the lesson
    public record Sap(Regime regime, boolean homePack, boolean remote, List<BigDecimal> vat) {

        public Sap {
            vat = List.copyOf(vat);
        }
    }

    public enum Regime {
        /// Agrément of the State required.
        APPROVAL,
        /// Declaration optional; needed for the tax benefits.
        DECLARATION
    }

    public Known flag(Flag flag) {
        return certain.contains(flag) ? Known.YES : possible.contains(flag) ? Known.UNKNOWN : Known.NO;
    }

    public String label(Locale language) {
        return language.getLanguage().equals("en") ? en : fr;
    }

    @Override
    public @Nullable Activity sapAtHome() {
        return sap != null ? this : sapAtHome;
    }

    /// Needs the agrément (row A of SP-02).
    boolean needsApproval() {
        return sap != null && sap.regime() == Regime.APPROVAL;
    }

    // Accompanying, delivering, assisting from a distance; and whatever serves vulnerable people.
    boolean doneOutsideHome() {
        return sap != null && (sap.homePack() || sap.remote() || sap.regime() == Regime.APPROVAL);
    }
}
