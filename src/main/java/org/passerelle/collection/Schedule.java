package org.passerelle.collection;

import java.time.LocalDate;
import org.passerelle.kernel.InvalidValue;

/// After how many days past the due date each reminder may leave.
///
/// @param from the first day on which it holds
public record Schedule(LocalDate from, int friendlyDays, int firmDays, int noticeDays) {

    private static final int MOST = 180;

    /// @throws InvalidValue `schedule.order` unless 1 ≤ friendly < firm < notice ≤ 180
    public Schedule {
        if (friendlyDays < 1 || firmDays <= friendlyDays || noticeDays <= firmDays || noticeDays > MOST) {
            throw new InvalidValue("schedule.order", friendlyDays + ", " + firmDays + ", " + noticeDays);
        }
    }

    /// Where nobody set another one: 3, 15 and 30 days.
    public static Schedule usual() {
        return new Schedule(LocalDate.EPOCH, 3, 15, 30);
    }

    public int days(Step step) {
        return switch (step) {
            case FRIENDLY -> friendlyDays;
            case FIRM -> firmDays;
            case NOTICE -> noticeDays;
        };
    }
}
