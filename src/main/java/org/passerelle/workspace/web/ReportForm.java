package org.passerelle.workspace.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.activity.ReportState;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.missions.PriceMode;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.workspace.core.Halves;

/// From the posted calendar to lines, and from lines to the calendar.
final class ReportForm {

    private static final int FREE_ROWS = 3;
    private static final int MOST_ROWS = 40;

    private final Month month;
    private final List<Mission> missions;
    private final Texts t;

    /// @param missions the person's own on which work may be reported
    ReportForm(Month month, List<Mission> missions, Texts t) {
        this.month = month;
        this.missions = missions.stream()
                .filter(Mission::isAgreed)
                .filter(mission -> mission.terms().dates().overlaps(month.days()))
                .toList();
        this.t = t;
    }

    /// What was posted, with a sentence for each thing that is wrong.
    record Read(List<ActivityDay> lines, List<String> wrong) {}

    Read read(Typed typed) {
        var lines = new ArrayList<ActivityDay>();
        var wrong = new ArrayList<String>();
        for (var day : month.days().days().toList()) {
            try {
                lines.addAll(Halves.lines(day, typed.text(name(day, "m")), typed.text(name(day, "a"))));
            } catch (InvalidValue e) {
                wrong.add(t.weekday(day) + t.localize("ui.colon") + " " + t.error(e));
            }
        }
        for (int row = 0; row < MOST_ROWS; row++) {
            if (typed.text("quantite" + row).isEmpty()) continue;
            try {
                lines.add(extra(typed, row));
            } catch (InvalidValue e) {
                wrong.add(
                        t.localize("workspace.report.extra.row", row + 1) + t.localize("ui.colon") + " " + t.error(e));
            }
        }
        return new Read(lines, wrong);
    }

    private ActivityDay extra(Typed typed, int row) {
        var day = Typed.date(typed.text("jour" + row));
        var mission = MissionId.of(typed.text("mission" + row));
        var unit = missions.stream()
                .filter(m -> m.id().equals(mission))
                .findFirst()
                .map(m -> unit(m.terms().mode()))
                .orElseThrow(() -> new InvalidValue("activity.mission_missing", ""));
        return new ActivityDay(day, ActivityKind.MISSION, mission, Typed.number(typed.text("quantite" + row)), unit);
    }

    /// The lines with every free working day spent on that mission.
    List<ActivityDay> filled(List<ActivityDay> lines, String code) {
        var all = new ArrayList<>(lines);
        var taken = Halves.of(lines).keySet();
        for (var day : month.days().days().toList()) {
            boolean free = day.getDayOfWeek().getValue() <= 5 && !taken.contains(day) && mayWork(code, day);
            if (free) all.addAll(Halves.lines(day, code, code));
        }
        return all;
    }

    private boolean mayWork(String code, LocalDate day) {
        return missions.stream()
                .filter(mission -> code.equals(code(mission)))
                .anyMatch(mission -> mission.terms().dates().contains(day));
    }

    ReportView view(
            @Nullable ActivityReport report, List<ActivityDay> lines, List<Finding> findings, List<String> wrong) {
        var state = report == null ? null : report.state();
        return new ReportView(
                month.toString(),
                t.ofMonth(month),
                state == null || state.isOpen(),
                t.localize(state == null ? "workspace.hint.report.none" : "workspace.report." + state.name()),
                tone(state),
                report == null ? null : report.returnReason(),
                weeks(lines),
                extras(lines),
                fill(),
                sums(lines),
                FindingCard.of(findings, t),
                wrong,
                UUID.randomUUID());
    }

    private static String tone(@Nullable ReportState state) {
        if (state == null) return "quiet";
        return switch (state) {
            case DRAFT -> "quiet";
            case SUBMITTED -> "info";
            case APPROVED -> "ok";
            case RETURNED -> "warn";
        };
    }

    private List<List<ReportView.DayCell>> weeks(List<ActivityDay> lines) {
        var halves = Halves.of(lines);
        var weeks = new ArrayList<List<ReportView.DayCell>>();
        var monday = month.firstDay().minusDays(month.firstDay().getDayOfWeek().getValue() - 1L);
        for (; !monday.isAfter(month.lastDay()); monday = monday.plusDays(7)) {
            var week = new ArrayList<ReportView.DayCell>();
            for (int i = 0; i < 7; i++) {
                var day = monday.plusDays(i);
                week.add(month.contains(day) ? cell(day, halves) : ReportView.DayCell.OUTSIDE);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private ReportView.DayCell cell(LocalDate day, Map<LocalDate, List<String>> halves) {
        var spent = halves.getOrDefault(day, List.of());
        return new ReportView.DayCell(
                day.toString(),
                day.getDayOfMonth(),
                t.weekday(day),
                day.getDayOfWeek().getValue() > 5,
                half(day, "m", spent.isEmpty() ? "" : spent.getFirst()),
                half(day, "a", spent.size() < 2 ? "" : spent.get(1)));
    }

    private ReportView.Half half(LocalDate day, String which, String chosen) {
        var options = new ArrayList<Option>();
        options.add(new Option("", "–", chosen.isEmpty()));
        for (var mission : missions) {
            boolean offered = mission.terms().mode() == PriceMode.DAY
                    && mission.terms().dates().contains(day);
            if (offered || chosen.equals(code(mission))) {
                options.add(new Option(code(mission), mission.terms().title(), chosen.equals(code(mission))));
            }
        }
        for (var kind : ActivityKind.values()) {
            if (kind == ActivityKind.MISSION) continue;
            options.add(
                    new Option(kind.name(), t.localize("workspace.kind." + kind.name()), chosen.equals(kind.name())));
        }
        var text = options.stream()
                .filter(Option::selected)
                .map(Option::label)
                .findFirst()
                .orElse("–");
        var kind = chosen.isEmpty() ? "" : chosen.split(":", 2)[0].toLowerCase(Locale.ROOT);
        return new ReportView.Half(name(day, which), kind, text, options);
    }

    private List<ReportView.ExtraRow> extras(List<ActivityDay> lines) {
        var others = missions.stream()
                .filter(mission -> mission.terms().mode() != PriceMode.DAY)
                .toList();
        var rows = new ArrayList<ReportView.ExtraRow>();
        if (others.isEmpty()) return rows;
        var told =
                lines.stream().filter(line -> line.unit() != ActivityUnit.DAY).toList();
        for (int row = 0; row < Math.min(told.size() + FREE_ROWS, MOST_ROWS); row++) {
            var line = row < told.size() ? told.get(row) : null;
            var options = new ArrayList<Option>();
            for (var mission : others) {
                var unit = t.localize("workspace.unit." + mission.terms().mode().name());
                boolean chosen = line != null && mission.id().equals(line.mission());
                options.add(new Option(mission.id().toString(), mission.terms().title() + " (" + unit + ")", chosen));
            }
            rows.add(new ReportView.ExtraRow(
                    Field.date("jour" + row, t.localize("workspace.report.day"))
                            .value(line == null ? "" : line.day().toString()),
                    Field.select("mission" + row, t.localize("workspace.report.mission"), options),
                    Field.of("number", "quantite" + row, t.localize("workspace.report.quantity"))
                            .value(line == null ? "" : line.quantity().toPlainString())));
        }
        return rows;
    }

    private List<Option> fill() {
        return missions.stream()
                .filter(mission -> mission.terms().mode() == PriceMode.DAY)
                .map(mission -> new Option(code(mission), mission.terms().title(), false))
                .toList();
    }

    private List<ReportView.Sum> sums(List<ActivityDay> lines) {
        var byLabel = new TreeMap<Integer, ReportView.Sum>();
        for (var kind : ActivityKind.values()) {
            var sum = lines.stream()
                    .filter(line -> line.kind() == kind && line.unit() == ActivityUnit.DAY)
                    .map(ActivityDay::quantity)
                    .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
            if (sum.signum() > 0 || kind == ActivityKind.MISSION) {
                byLabel.put(
                        kind.ordinal(),
                        new ReportView.Sum(
                                t.localize("workspace.kind." + kind.name()),
                                t.localize("workspace.days", t.number(sum))));
            }
        }
        return List.copyOf(byLabel.values());
    }

    private static ActivityUnit unit(PriceMode mode) {
        return switch (mode) {
            case DAY -> ActivityUnit.DAY;
            case HOUR -> ActivityUnit.HOUR;
            case FIXED -> ActivityUnit.PART;
        };
    }

    private static String code(Mission mission) {
        return ActivityKind.MISSION + ":" + mission.id();
    }

    private static String name(LocalDate day, String which) {
        return "j%02d%s".formatted(day.getDayOfMonth(), which);
    }
}
