package org.passerelle.simulator.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.web.Texts;
import org.passerelle.simulator.core.DayRate;
import org.passerelle.simulator.core.Split;

/// « Quel tarif pour quel net ? », ready to be read.
public record DayRateView(
        Answer answer, String summary, @Nullable Result result) {

    public record Result(
            List<Card> cards,
            List<Day> days,
            List<DayRow> dayRows,
            String billable,
            Bars bars,
            List<String> frames,
            List<RemainsView.Row> year) {}

    /// @param rate a day, or empty when no rate is enough
    public record Card(String id, String name, String rate, String turnover, String waiting, List<String> warnings) {}

    /// A part of the year's weekdays, in thousandths.
    public record Day(String tone, long x, long width) {}

    public record DayRow(String tone, String label, String days) {}

    static DayRateView wrong(Answer answer) {
        return new DayRateView(answer, "", null);
    }

    static DayRateView of(Answer answer, DayRateForm form, List<DayRate.Answer> answers, Texts t) {
        var found = new ArrayList<DayRate.Answer>();
        for (var a : answers) if (a.year() != null) found.add(a);
        var frames = found.stream()
                .map(a -> t.localize("simulator.short." + a.frame().name()))
                .toList();
        var splits = new ArrayList<Split>();
        for (var a : found) if (a.year() != null) splits.add(a.year());
        var portage = answers.getFirst();
        var micro = answers.getLast();
        var summary = t.localize(
                "simulator.quel-tarif.summary",
                t.money(form.wish()),
                t.number(form.work().billable()),
                rate(portage, t),
                rate(answers.get(1), t),
                rate(micro, t));
        return new DayRateView(
                answer,
                summary,
                new Result(
                        answers.stream().map(a -> card(a, form, t)).toList(),
                        days(form),
                        dayRows(form, t),
                        t.number(form.work().billable()),
                        Bars.of(frames, splits, t),
                        frames,
                        RemainsView.rows(splits, t)));
    }

    private static String rate(DayRate.Answer answer, Texts t) {
        return answer.rate() == null
                ? "–"
                : t.money(answer.rate()).replace(",00", "").replace(".00", "");
    }

    private static Card card(DayRate.Answer answer, DayRateForm form, Texts t) {
        var year = answer.year();
        return new Card(
                "tarif-"
                        + answer.frame()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'),
                t.localize("frames.name." + answer.frame().name()),
                answer.rate() == null ? "" : rate(answer, t),
                year == null ? "" : t.money(year.turnover()),
                year == null ? "" : t.money(form.waiting(year.turnover())),
                answer.marks().stream().map(m -> Sentences.of(m, t)).toList());
    }

    private record Part(String tone, BigDecimal days) {}

    private static List<Part> parts(DayRateForm form) {
        var work = form.work();
        return List.of(
                new Part("net", work.billable()),
                new Part("worker", work.prospecting()),
                new Part("fee", work.away()),
                new Part("later", work.leave()),
                new Part("employer", BigDecimal.valueOf(work.holidays())),
                new Part("expenses", work.empty()));
    }

    private static List<Day> days(DayRateForm form) {
        var all = parts(form).stream().map(Part::days).reduce(BigDecimal.ONE, BigDecimal::add);
        var days = new ArrayList<Day>();
        long x = 0;
        for (var part : parts(form)) {
            long width = part.days()
                    .multiply(BigDecimal.valueOf(1000))
                    .divide(all, 0, java.math.RoundingMode.HALF_UP)
                    .longValueExact();
            days.add(new Day(part.tone(), x, width));
            x += width;
        }
        return days;
    }

    private static List<DayRow> dayRows(DayRateForm form, Texts t) {
        var names = List.of("billable", "prospecting", "away", "leave", "holidays", "empty");
        var rows = new ArrayList<DayRow>();
        for (int i = 0; i < names.size(); i++) {
            var part = parts(form).get(i);
            rows.add(new DayRow(part.tone(), t.localize("simulator.days." + names.get(i)), t.number(part.days())));
        }
        return rows;
    }
}
