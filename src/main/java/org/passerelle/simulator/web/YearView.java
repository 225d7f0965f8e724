package org.passerelle.simulator.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.simulator.core.Mark;
import org.passerelle.simulator.core.Micro;
import org.passerelle.simulator.core.PaidMonth;
import org.passerelle.simulator.core.PaidYear;

/// « Une année », ready to be read.
///
/// @param months fields of the twelve turnovers
public record YearView(
        Answer answer,
        List<Field> months,
        String summary,
        @Nullable Result result) {

    public record Result(Columns columns, List<Line> lines, Line total, List<Event> events, String outcome) {}

    /// One month as a column of 36 by 200, bottom up; the balance as a point.
    public record Columns(List<Column> columns, String balance, List<String> up, List<Long> upAt) {}

    public record Column(
            String label,
            long x,
            List<Stack> stacks,
            @Nullable Integer mark) {}

    public record Stack(String tone, long y, long height) {}

    /// @param mark number of the events below, or empty
    public record Line(
            String month,
            String turnover,
            String fee,
            String charges,
            String net,
            String reserve,
            String balance,
            String reduction,
            String mark) {}

    /// @param number as in the picture
    public record Event(int number, String month, List<String> sentences) {}

    static final int BOTTOM = 222;
    private static final int HEIGHT = 200;
    private static final int STEP = 48;
    private static final int LEFT = 66;

    static YearView wrong(Answer answer, List<Field> months) {
        return new YearView(answer, months, "", null);
    }

    static YearView of(Answer answer, List<Field> fields, YearForm form, PaidYear year, List<Micro> micro, Texts t) {
        var events = events(year, micro, t);
        var net = year.sum(PaidMonth::net);
        var summary = t.localize(
                "simulator.une-annee.summary",
                t.money(year.sum(m -> m.plan().turnover())),
                t.money(net),
                t.money(lowest(year)),
                t.money(highest(year)));
        var last = year.last();
        var outcome = t.localize(
                "simulator.une-annee.outcome", t.money(last.reserve()), t.money(last.leave()), t.money(last.balance()));
        var lines = new ArrayList<Line>();
        for (var month : year.months()) lines.add(line(month, events, t));
        return new YearView(
                answer, fields, summary, new Result(columns(year, events, t), lines, total(year, t), events, outcome));
    }

    private static Money lowest(PaidYear year) {
        return year.months().stream().map(PaidMonth::net).min(Money::compareTo).orElse(Money.ZERO);
    }

    private static Money highest(PaidYear year) {
        return year.months().stream().map(PaidMonth::net).max(Money::compareTo).orElse(Money.ZERO);
    }

    private static String name(PaidMonth month, Texts t) {
        return t.month(month.plan().month());
    }

    /// `jan`, `juin`, `juil`.
    private static String shortName(PaidMonth month, Texts t) {
        var name = name(month, t);
        return name.substring(0, name.startsWith("jui") ? 4 : 3);
    }

    private static List<Event> events(PaidYear year, List<Micro> micro, Texts t) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < year.months().size(); i++) {
            var month = year.months().get(i);
            var sentences = new ArrayList<String>();
            for (var mark : month.marks()) sentences.add(Sentences.of(mark, t));
            for (Mark mark : micro.get(i).marks()) {
                sentences.add(t.localize("simulator.une-annee.micro", Sentences.of(mark, t)));
            }
            if (!sentences.isEmpty()) events.add(new Event(events.size() + 1, name(month, t), sentences));
        }
        return events;
    }

    private static String number(PaidMonth month, List<Event> events, Texts t) {
        return events.stream()
                .filter(e -> e.month().equals(name(month, t)))
                .map(e -> String.valueOf(e.number()))
                .findFirst()
                .orElse("");
    }

    private static Line line(PaidMonth month, List<Event> events, Texts t) {
        var reduction = month.slip() == null ? Money.ZERO : month.slip().reduction();
        return new Line(
                name(month, t),
                t.money(month.plan().turnover()),
                t.money(month.fee()),
                t.money(month.employerShare().plus(month.employeeShare())),
                t.money(month.net()),
                t.money(month.reserve().plus(month.leave())),
                t.money(month.balance()),
                t.money(reduction),
                number(month, events, t));
    }

    private static Line total(PaidYear year, Texts t) {
        return new Line(
                t.localize("simulator.total"),
                t.money(year.sum(m -> m.plan().turnover())),
                t.money(year.sum(PaidMonth::fee)),
                t.money(year.sum(m -> m.employerShare().plus(m.employeeShare()))),
                t.money(year.sum(PaidMonth::net)),
                t.money(year.last().reserve().plus(year.last().leave())),
                t.money(year.last().balance()),
                t.money(year.sum(m -> m.slip() == null ? Money.ZERO : m.slip().reduction())),
                "");
    }

    private static Columns columns(PaidYear year, List<Event> events, Texts t) {
        long most = 100;
        for (var month : year.months()) {
            long used = Math.max(0, month.net().cents())
                    + Math.max(0, month.employeeShare().cents())
                    + Math.max(0, month.employerShare().cents())
                    + month.fee().cents();
            most = Math.max(most, Math.max(used, month.plan().turnover().cents()));
        }
        var columns = new ArrayList<Column>();
        var line = new StringBuilder();
        for (int i = 0; i < year.months().size(); i++) {
            var month = year.months().get(i);
            long x = LEFT + (long) STEP * i;
            var stacks = new ArrayList<Stack>();
            long sum = 0;
            sum = stack(stacks, "net", month.net(), sum, most);
            sum = stack(stacks, "worker", month.employeeShare(), sum, most);
            sum = stack(stacks, "employer", month.employerShare(), sum, most);
            stack(stacks, "fee", month.fee(), sum, most);
            var mark = number(month, events, t);
            columns.add(new Column(shortName(month, t), x, stacks, mark.isEmpty() ? null : Integer.valueOf(mark)));
            if (i > 0) line.append(' ');
            line.append(x + 18).append(',').append(y(month.plan().turnover().cents(), most));
        }
        var up = new ArrayList<String>();
        var upAt = new ArrayList<Long>();
        for (int i = 0; i <= 4; i++) {
            long at = most * i / 4;
            up.add(t.money(Money.ofCents(at / 100 * 100)).replace(",00", "").replace(".00", ""));
            upAt.add(y(at, most));
        }
        return new Columns(columns, line.toString(), up, upAt);
    }

    private static long stack(List<Stack> stacks, String tone, Money part, long sum, long most) {
        if (!part.isPositive()) return sum;
        long to = sum + part.cents();
        stacks.add(new Stack(tone, y(to, most), y(sum, most) - y(to, most)));
        return to;
    }

    private static long y(long cents, long most) {
        return BOTTOM - Math.clamp(HEIGHT * cents / most, 0, HEIGHT);
    }
}
