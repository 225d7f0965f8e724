package org.passerelle.activity.core;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.missions.Mission;
import org.passerelle.missions.PriceMode;
import org.passerelle.people.Person;

/// What an activity report may say (PS-70, PS-71). Every rule is asked, so that all that stands in the way is shown.
public final class ReportRules {

    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

    private final Person person;
    private final Month month;
    private final List<ActivityDay> lines;
    private final Map<MissionId, Mission> missions;
    private final Map<MissionId, BigDecimal> partsBefore;
    private final Law law;
    private final List<Finding> findings = new ArrayList<>();

    private ReportRules(
            Person person,
            Month month,
            List<ActivityDay> lines,
            Map<MissionId, Mission> missions,
            Map<MissionId, BigDecimal> partsBefore,
            Law law) {
        this.person = person;
        this.month = month;
        this.lines = lines;
        this.missions = missions;
        this.partsBefore = partsBefore;
        this.law = law;
    }

    /// Everything found, refusals first.
    ///
    /// @param missions the person's missions by id
    /// @param partsBefore what other months delivered of fixed prices, by mission
    public static List<Finding> findings(
            Person person,
            Month month,
            List<ActivityDay> lines,
            Map<MissionId, Mission> missions,
            Map<MissionId, BigDecimal> partsBefore,
            Law law) {
        return new ReportRules(person, month, lines, missions, partsBefore, law).ask();
    }

    private List<Finding> ask() {
        refuseDays("month", line -> !month.contains(line.day()));
        refuseDays("employment", line -> !person.employment().runsOn(line.day()));
        refuseDays("mission", line -> line.mission() != null && !agreed(line));
        refuseDays(
                "dates", line -> agreed(line) && !mission(line).terms().dates().contains(line.day()));
        refuseDays(
                "unit",
                line -> agreed(line) && !fits(line.unit(), mission(line).terms().mode()));
        noMoreThanAFullDay();
        noMoreThanTheFixedPrice();
        warn("weekend", days(line -> line.kind().isWork() && isWeekend(line.day())));
        noMoreThanTenHours();
        return List.copyOf(findings);
    }

    // Half days and days add up to one; hours count as shares of the longest lawful day of work.
    private void noMoreThanAFullDay() {
        var longest = law.decimal("PS_DAY_MAX_HOURS");
        var full = new TreeSet<LocalDate>();
        var load = new TreeMap<LocalDate, BigDecimal>();
        for (var line : lines) {
            if (line.unit() == ActivityUnit.PART) continue;
            var share = line.unit() == ActivityUnit.DAY ? line.quantity().multiply(longest) : line.quantity();
            load.merge(line.day(), share, BigDecimal::add);
        }
        load.forEach((day, hours) -> {
            boolean onlyHours = lines.stream()
                    .filter(line -> line.day().equals(day))
                    .noneMatch(line -> line.unit() == ActivityUnit.DAY);
            // Hours alone may pass the limit with a warning (PS-71), as far as the daily rest allows.
            var limit = onlyHours ? HOURS_OF_A_DAY.subtract(law.decimal("PS_DAILY_REST_HOURS")) : longest;
            if (hours.compareTo(limit) > 0) full.add(day);
        });
        refuse("full", full);
    }

    private void noMoreThanTheFixedPrice() {
        var parts = new TreeMap<String, BigDecimal>();
        for (var line : lines) {
            if (line.unit() != ActivityUnit.PART || !agreed(line)) continue;
            parts.merge(mission(line).code(), line.quantity(), BigDecimal::add);
        }
        for (var mission : missions.values()) {
            var here = parts.get(mission.code());
            if (here == null) continue;
            var all = here.add(partsBefore.getOrDefault(mission.id(), BigDecimal.ZERO));
            if (all.compareTo(BigDecimal.ONE) > 0) {
                add("PS-70", "parts", Severity.REFUSE, Map.of("mission", mission.code()));
            }
        }
    }

    private void noMoreThanTenHours() {
        var hours = new TreeMap<LocalDate, BigDecimal>();
        for (var line : lines) {
            if (line.unit() == ActivityUnit.HOUR) hours.merge(line.day(), line.quantity(), BigDecimal::add);
        }
        var longest = law.decimal("PS_DAY_MAX_HOURS");
        hours.values().removeIf(sum -> sum.compareTo(longest) <= 0);
        warn("hours", new TreeSet<>(hours.keySet()));
    }

    private boolean agreed(ActivityDay line) {
        var id = line.mission();
        var mission = id == null ? null : missions.get(id);
        return mission != null && mission.isAgreed();
    }

    private Mission mission(ActivityDay line) {
        return java.util.Objects.requireNonNull(missions.get(java.util.Objects.requireNonNull(line.mission())));
    }

    private static boolean fits(ActivityUnit unit, PriceMode mode) {
        return switch (mode) {
            case DAY -> unit == ActivityUnit.DAY;
            case HOUR -> unit == ActivityUnit.HOUR;
            case FIXED -> unit == ActivityUnit.DAY || unit == ActivityUnit.PART;
        };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private TreeSet<LocalDate> days(Predicate<ActivityDay> which) {
        return lines.stream().filter(which).map(ActivityDay::day).collect(Collectors.toCollection(TreeSet::new));
    }

    private void refuseDays(String variant, Predicate<ActivityDay> which) {
        refuse(variant, days(which));
    }

    private void refuse(String variant, TreeSet<LocalDate> days) {
        if (!days.isEmpty()) add("PS-70", variant, Severity.REFUSE, listed(days));
    }

    private void warn(String variant, TreeSet<LocalDate> days) {
        if (!days.isEmpty()) add("PS-71", variant, Severity.WARN, listed(days));
    }

    private static Map<String, String> listed(TreeSet<LocalDate> days) {
        return Map.of("days", days.stream().map(ReportRules::shown).collect(Collectors.joining(", ")));
    }

    private static String shown(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private void add(String rule, String variant, Severity severity, Map<String, String> data) {
        findings.add(new Finding(rule, variant, severity, law.text("article_" + rule), data, Map.of(), law.day()));
    }
}
