package org.passerelle.frames;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Law;

/// The dependence score (DP-04): how much a relation looks like employment by the client. A heuristic of ours with
/// dated weights; never a legal finding.
///
/// @param points 0 to 101: the sum of the weights of the catalogue (halves count)
/// @param triggered the indicators that are there, fully or by half
/// @param unknown the indicators that nobody answered; they count nothing
/// @param shielded judged with the thresholds of portage salarial, which L1254-6 protects (PS-82)
public record DependenceScore(
        BigDecimal points, Level level, List<Sign> triggered, List<Sign> unknown, boolean shielded) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    // Orders, control and sanction together are the definition of employment itself (DP-01).
    private static final Set<Sign> SUBORDINATION = EnumSet.of(Sign.D01, Sign.D02, Sign.D03);

    public DependenceScore {
        triggered = List.copyOf(triggered);
        unknown = List.copyOf(unknown);
    }

    /// What is to be done about it.
    public enum Level {
        LOW,
        /// Warn.
        WATCH,
        /// The operator reviews it.
        HIGH,
        /// Not to be renewed unless the operator decides so with a reason.
        SEVERE;

        /// Code of the parameter with the points from which it begins; no shield, lower thresholds (CA-24, PE-07).
        String threshold(boolean shielded) {
            return "DP_LEVEL_" + name() + (shielded ? "" : "_NO_SHIELD");
        }
    }

    /// @param months the mission's length so far or as planned, when known (D10)
    /// @param shielded in portage salarial only
    public static DependenceScore of(Relation relation, @Nullable BigDecimal months, boolean shielded, Law law) {
        var points = BigDecimal.ZERO;
        var triggered = new ArrayList<Sign>();
        var unknown = new ArrayList<Sign>();
        for (var sign : Sign.values()) {
            var share = share(sign, relation, months, law);
            if (share == null) unknown.add(sign);
            else if (share.signum() > 0) {
                triggered.add(sign);
                points = points.add(law.decimal(sign.weight()).multiply(share));
            }
        }
        var level = level(points, shielded, law);
        if (triggered.containsAll(SUBORDINATION) && level.compareTo(Level.HIGH) < 0) level = Level.HIGH;
        return new DependenceScore(points.stripTrailingZeros(), level, triggered, unknown, shielded);
    }

    private static Level level(BigDecimal points, boolean shielded, Law law) {
        var level = Level.LOW;
        for (var higher : List.of(Level.WATCH, Level.HIGH, Level.SEVERE)) {
            if (points.compareTo(law.decimal(higher.threshold(shielded))) >= 0) level = higher;
        }
        return level;
    }

    /// How much of its weight an indicator counts; null when it is unknown. A figure speaks before a YES or NO.
    private static @Nullable BigDecimal share(Sign sign, Relation relation, @Nullable BigDecimal months, Law law) {
        if (sign == Sign.D09 && relation.turnoverShare() != null) {
            if (relation.turnoverShare().compareTo(law.rate("DP_SHARE_FULL").percent()) >= 0) return BigDecimal.ONE;
            boolean half =
                    relation.turnoverShare().compareTo(law.rate("DP_SHARE_HALF").percent()) >= 0;
            return half ? HALF : BigDecimal.ZERO;
        }
        if (sign == Sign.D10 && months != null) {
            if (months.compareTo(law.decimal("DP_LONG_MISSION_MONTHS")) > 0) return BigDecimal.ONE;
            return months.compareTo(law.decimal("DP_HALF_MISSION_MONTHS")) > 0 ? HALF : BigDecimal.ZERO;
        }
        return switch (relation.sign(sign)) {
            case YES -> BigDecimal.ONE;
            case NO -> BigDecimal.ZERO;
            case UNKNOWN -> null;
        };
    }
}
