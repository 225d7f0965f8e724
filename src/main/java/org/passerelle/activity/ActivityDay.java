package org.passerelle.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;

/// One line of an activity report.
///
/// @param mission named for [ActivityKind#MISSION], and only then
/// @param quantity in [#unit]
public record ActivityDay(
        LocalDate day, ActivityKind kind, @Nullable MissionId mission, BigDecimal quantity, ActivityUnit unit) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal DAY_HOURS = BigDecimal.valueOf(24);

    public ActivityDay {
        if (kind == ActivityKind.MISSION && mission == null) throw new InvalidValue("activity.mission_missing", "");
        if (kind != ActivityKind.MISSION && mission != null) throw new InvalidValue("activity.mission_extra", "");
        if (kind != ActivityKind.MISSION && unit != ActivityUnit.DAY) throw new InvalidValue("activity.unit", "");
        quantity = quantity.stripTrailingZeros();
        boolean right = switch (unit) {
            case DAY -> quantity.compareTo(HALF) == 0 || quantity.compareTo(BigDecimal.ONE) == 0;
            case HOUR ->
                quantity.signum() > 0
                        && quantity.compareTo(DAY_HOURS) <= 0
                        && quantity.remainder(QUARTER).signum() == 0;
            case PART -> quantity.signum() > 0 && quantity.compareTo(BigDecimal.ONE) <= 0;
        };
        if (!right) throw new InvalidValue("activity.quantity", quantity.toPlainString());
    }

    /// Days or half days on a mission.
    public static ActivityDay onMission(LocalDate day, MissionId mission, String days) {
        return new ActivityDay(day, ActivityKind.MISSION, mission, new BigDecimal(days), ActivityUnit.DAY);
    }

    /// Days or half days spent otherwise.
    public static ActivityDay of(LocalDate day, ActivityKind kind, String days) {
        return new ActivityDay(day, kind, null, new BigDecimal(days), ActivityUnit.DAY);
    }
}
