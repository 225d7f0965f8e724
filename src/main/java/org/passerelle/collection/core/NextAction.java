package org.passerelle.collection.core;

import java.time.LocalDate;
import java.util.Map;
import org.passerelle.collection.Next;
import org.passerelle.collection.Schedule;
import org.passerelle.collection.Step;

/// Which reminder leaves, if any: each step once, in its order, when its day has come and a week after the one before.
public final class NextAction {

    /// Between two reminders, and between the formal notice and litigation.
    private static final int PAUSE_DAYS = 7;

    private NextAction() {}

    /// @param sent the day on which each step left
    public static Next of(
            LocalDate due,
            LocalDate today,
            Map<Step, LocalDate> sent,
            boolean disputed,
            boolean litigated,
            Schedule schedule) {
        if (litigated) return Next.AT_LITIGATION;
        if (disputed) return Next.DISPUTE;
        var last = sent.values().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        boolean rested = last.equals(LocalDate.MIN) || !today.isBefore(last.plusDays(PAUSE_DAYS));
        var next = Step.FRIENDLY;
        if (sent.containsKey(Step.NOTICE)) return rested ? Next.LITIGATION : Next.WAIT;
        if (sent.containsKey(Step.FIRM)) next = Step.NOTICE;
        else if (sent.containsKey(Step.FRIENDLY)) next = Step.FIRM;
        boolean come = !today.isBefore(due.plusDays(schedule.days(next)));
        return come && rested ? Next.valueOf(next.name()) : Next.WAIT;
    }
}
