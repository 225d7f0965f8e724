package org.passerelle.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// One person's month of work (compte rendu d'activité, PS-70). There is one per person and month.
///
/// @param days sorted by day
/// @param findings what deserves attention: work on a Sunday, more than ten hours a day
/// @param returnReason why it was given back, for [ReportState#RETURNED]
/// @param approvedAt when it was locked
/// @param approvedBy who locked it
public record ActivityReport(
        ActivityReportId id,
        OperatorId operator,
        PersonId person,
        Month month,
        List<ActivityDay> days,
        ReportState state,
        List<Finding> findings,
        @Nullable String returnReason,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy) {

    public ActivityReport {
        days = days.stream().sorted(Comparator.comparing(ActivityDay::day)).toList();
        findings = List.copyOf(findings);
    }

    /// Days and half days of one kind, in days. Hours and parts of a fixed price are not counted.
    public BigDecimal days(ActivityKind kind) {
        return sum(line -> line.kind() == kind && line.unit() == ActivityUnit.DAY);
    }

    /// What was done for a mission, in a unit: days, hours, or parts of the fixed price.
    public BigDecimal quantity(MissionId mission, ActivityUnit unit) {
        return sum(line -> mission.equals(line.mission()) && line.unit() == unit);
    }

    /// The same of the days from one to before another.
    ///
    /// @param from the first day that counts
    /// @param before the first day that does not
    public BigDecimal quantity(MissionId mission, ActivityUnit unit, LocalDate from, LocalDate before) {
        return sum(line -> mission.equals(line.mission())
                && line.unit() == unit
                && !line.day().isBefore(from)
                && line.day().isBefore(before));
    }

    /// The missions worked on, in the order of their first day.
    public List<MissionId> missions() {
        return days.stream()
                .map(ActivityDay::mission)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    private BigDecimal sum(java.util.function.Predicate<ActivityDay> which) {
        return days.stream().filter(which).map(ActivityDay::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The same with what the rules find in it.
    public ActivityReport with(List<Finding> found) {
        return new ActivityReport(
                id, operator, person, month, days, state, found, returnReason, approvedAt, approvedBy);
    }
}
