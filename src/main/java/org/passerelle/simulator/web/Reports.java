package org.passerelle.simulator.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;

/// From the view of a page to its paper: the same figures, the same words.
final class Reports {

    private Reports() {}

    static Report of(RemainsView view, RemainsView.Result result, Texts t) {
        var frames = new ArrayList<>(List.of(""));
        frames.addAll(result.frames());
        var fees = result.fees().stream()
                .map(f -> List.of(f.label(), f.month(), f.year(), f.net()))
                .toList();
        return report(
                view.answer(),
                view.summary(),
                List.of(
                        new Report.Sheet(t.localize("simulator.month"), frames, rows(result.month()), false),
                        new Report.Sheet(t.localize("simulator.year"), frames, rows(result.year()), false),
                        new Report.Sheet(
                                t.localize("simulator.fee.title"),
                                List.of(
                                        "",
                                        t.localize("simulator.fee.month"),
                                        t.localize("simulator.fee.year"),
                                        t.localize("simulator.fee.net")),
                                fees,
                                false),
                        new Report.Sheet(t.localize("simulator.protect"), frames, rows(result.protection()), true)),
                t);
    }

    static Report of(BillableView view, Texts t) {
        var sheets = new ArrayList<Report.Sheet>();
        for (var card : view.cards()) {
            var rows = new ArrayList<List<String>>();
            if (!card.next().isEmpty()) rows.add(List.of("", card.next()));
            for (var question : card.open()) rows.add(List.of(t.localize("simulator.open"), question.label()));
            for (var group : List.of(card.reasons(), card.notes())) {
                for (var finding : group) {
                    var way = finding.way() == null ? "" : " " + t.localize("ui.finding.way") + " " + finding.way();
                    rows.add(List.of(finding.ruleId() + " " + finding.article(), finding.sentence() + way));
                }
            }
            var title = card.name() + " – " + t.localize("ui.verdict." + card.verdict());
            sheets.add(new Report.Sheet(title, List.of("", ""), rows, true));
        }
        return report(view.answer(), view.summary(), sheets, t);
    }

    static Report of(DayRateView view, DayRateView.Result result, Texts t) {
        var frames = new ArrayList<>(List.of(""));
        frames.addAll(result.frames());
        var prices = result.cards().stream()
                .map(card -> List.of(card.name(), card.rate(), card.turnover(), card.waiting()))
                .toList();
        var days = result.dayRows().stream()
                .map(row -> List.of(row.label(), row.days()))
                .toList();
        return report(
                view.answer(),
                view.summary(),
                List.of(
                        new Report.Sheet(
                                view.answer().title(t),
                                List.of(
                                        "",
                                        t.localize("simulator.quel-tarif.a.day"),
                                        t.localize("simulator.quel-tarif.turnover"),
                                        t.localize("simulator.quel-tarif.waiting")),
                                prices,
                                false),
                        new Report.Sheet(t.localize("simulator.days", result.billable()), List.of("", ""), days, false),
                        new Report.Sheet(t.localize("simulator.quel-tarif.where"), frames, rows(result.year()), false)),
                t);
    }

    static Report of(YearView view, YearView.Result result, Texts t) {
        var lines = new ArrayList<List<String>>();
        for (var line : result.lines()) lines.add(line(line));
        lines.add(line(result.total()));
        var events = result.events().stream()
                .map(event -> List.of(event.month(), String.join(" ", event.sentences())))
                .toList();
        return report(
                view.answer(),
                view.summary() + " " + result.outcome(),
                List.of(
                        new Report.Sheet(
                                t.localize("simulator.une-annee.table"),
                                List.of(
                                        t.localize("simulator.une-annee.month"),
                                        t.localize("simulator.une-annee.collected"),
                                        t.localize("simulator.part.fee"),
                                        t.localize("simulator.une-annee.charges"),
                                        t.localize("simulator.part.net"),
                                        t.localize("simulator.une-annee.reserve"),
                                        t.localize("simulator.part.left")),
                                lines,
                                false),
                        new Report.Sheet(
                                t.localize("simulator.une-annee.events"),
                                List.of(t.localize("simulator.une-annee.month"), ""),
                                events,
                                true)),
                t);
    }

    private static List<String> line(YearView.Line line) {
        return List.of(
                line.month(), line.turnover(), line.fee(), line.charges(), line.net(), line.reserve(), line.balance());
    }

    static Report of(CheckView view, CheckView.Result result, Texts t) {
        var sheets = new ArrayList<Report.Sheet>();
        if (!result.rows().isEmpty()) {
            sheets.add(new Report.Sheet(
                    t.localize("simulator.check.compared"),
                    List.of(
                            t.localize("simulator.check.line"),
                            t.localize("simulator.check.theirs"),
                            t.localize("simulator.check.ours"),
                            t.localize("simulator.check.state")),
                    result.rows().stream()
                            .map(row ->
                                    List.of(row.label(), row.theirs(), row.ours(), row.state() + "\n" + row.sentence()))
                            .toList(),
                    true));
        }
        sheets.add(new Report.Sheet(
                t.localize("simulator.check.mine"),
                List.of(
                        t.localize("simulator.check.line"),
                        t.localize("simulator.check.base"),
                        t.localize("simulator.check.worker"),
                        t.localize("simulator.check.employer")),
                result.ours().stream()
                        .map(line -> List.of(line.label(), line.base(), line.worker(), line.employer()))
                        .toList(),
                false));
        return report(view.answer(), view.summary(), sheets, t);
    }

    private static List<List<String>> rows(List<RemainsView.Row> rows) {
        return rows.stream()
                .map(row -> {
                    var cells = new ArrayList<>(List.of(row.label()));
                    cells.addAll(row.figures());
                    return List.copyOf(cells);
                })
                .toList();
    }

    static Report report(Answer answer, String summary, List<Report.Sheet> sheets, Texts t) {
        var asked = new ArrayList<Report.Asked>();
        for (var group : List.of(answer.first(), answer.more())) {
            for (var field : group) {
                if (!field.value().isEmpty()) asked.add(new Report.Asked(field.label(), shown(field)));
            }
        }
        return new Report(
                answer.title(t),
                summary,
                answer.provenance(),
                asked,
                t.localize("simulator.asked"),
                sheets,
                t.localize("simulator.limits"),
                answer.limits(),
                answer.address());
    }

    private static String shown(Field field) {
        return field.options().stream()
                .filter(option -> option.value().equals(field.value()))
                .map(option -> option.label())
                .findFirst()
                .orElse(field.kind().equals("money") ? field.value() + "\u00A0€" : field.value());
    }
}
