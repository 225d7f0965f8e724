package org.passerelle.deadlines.core;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.passerelle.law.Law;

/// Trial periods and their notice (PS-49, PS-50), and spans of months counted from date to date.
public final class Trial {

    private static final int DAYS_IN_A_WEEK = 7;

    private Trial() {}

    /// Last day of so many months from a first day: 5 January and four months is 4 May.
    public static LocalDate lastDay(LocalDate first, int months) {
        return first.plusMonths(months).minusDays(1);
    }

    /// Last day of the notice that the employer owes in the trial (L1221-25); it begins on the day after.
    ///
    /// @param told the day on which the worker is told
    public static LocalDate lastDayOfNotice(LocalDate entry, LocalDate told, Law law) {
        if (!told.isAfter(
                entry.plusMonths(law.number("TRIAL_NOTICE_PRESENCE_MONTHS")).minusDays(1))) {
            return told.plusDays(noticeDays(entry, told, law));
        }
        return told.plusMonths(law.number("TRIAL_NOTICE_MONTHS"));
    }

    private static int noticeDays(LocalDate entry, LocalDate told, Law law) {
        long presence = ChronoUnit.DAYS.between(entry, told);
        if (presence < law.number("TRIAL_NOTICE_PRESENCE_DAYS")) return law.number("TRIAL_NOTICE_FIRST_DAYS");
        return told.isAfter(entry.plusMonths(1).minusDays(1))
                ? law.number("TRIAL_NOTICE_TWO_WEEKS_DAYS")
                : law.number("TRIAL_NOTICE_SHORT_DAYS");
    }

    /// The last day on which the employer may tell the worker, so that the notice ends within the trial:
    /// « la période d'essai, renouvellement inclus, ne peut être prolongée du fait de la durée du délai de
    /// prévenance » (L1221-25).
    public static LocalDate lastNotice(LocalDate entry, LocalDate lastDay, Law law) {
        var told = lastDay;
        while (told.isAfter(entry) && lastDayOfNotice(entry, told, law).isAfter(lastDay)) {
            told = told.minusDays(1);
        }
        return told;
    }

    /// Last day of the notice that the worker owes in the trial (L1221-26).
    public static LocalDate lastDayOfWorkersNotice(LocalDate entry, LocalDate told, Law law) {
        boolean fresh = ChronoUnit.DAYS.between(entry, told) < law.number("TRIAL_NOTICE_PRESENCE_DAYS");
        return told.plusDays(law.number(fresh ? "TRIAL_NOTICE_FIRST_DAYS" : "TRIAL_NOTICE_WORKER_DAYS"));
    }

    /// « un jour par semaine » within two weeks up to six months, one month beyond (L1242-10). Interpretation: weeks
    /// begun count as whole ones only when they are complete, which is the shorter trial.
    public static LocalDate lastDayOfFixedTerm(LocalDate entry, LocalDate exit, Law law) {
        long weeks = ChronoUnit.DAYS.between(entry, exit.plusDays(1)) / DAYS_IN_A_WEEK;
        var byWeek = entry.plusDays(Math.max(weeks, 1) - 1);
        boolean isShort = !exit.isAfter(lastDay(entry, law.number("CDD_TRIAL_SHORT_CONTRACT_MONTHS")));
        var longest = isShort
                ? entry.plusWeeks(law.number("CDD_TRIAL_SHORT_WEEKS")).minusDays(1)
                : lastDay(entry, law.number("CDD_TRIAL_LONG_MONTHS"));
        return byWeek.isBefore(longest) ? byWeek : longest;
    }
}
