package org.passerelle.simulator.core;

import java.util.List;
import java.util.Set;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.law.Laws;
import org.passerelle.operators.FeeModel;
import org.passerelle.pay.PayEngine;

/// « Combien me restera-t-il ? »: one turnover in four frames, a month by itself and twelve in a row.
public record Remains(List<Offer> offers) {

    /// What befalls every such year is no news in a comparison.
    private static final Set<Mark.Kind> ORDINARY =
            Set.of(Mark.Kind.SMIC, Mark.Kind.ABOVE_CEILING, Mark.Kind.BELOW_CEILING, Mark.Kind.NO_PAY);

    public Remains {
        offers = List.copyOf(offers);
    }

    /// @param month computed by itself, as the first payslip of a year would be
    /// @param year twelve such months, ceilings and reduction regularised along the way
    /// @param marks of the year, each kind once
    public record Offer(Frame frame, Split month, Split year, List<Mark> marks) {}

    public Offer in(Frame frame) {
        return offers.stream().filter(o -> o.frame() == frame).findFirst().orElseThrow();
    }

    public static Remains of(Laws laws, PayEngine engine, Question q) {
        return new Remains(List.of(
                employed(laws, engine, q, q.portage()),
                employed(laws, engine, q, q.cooperative()),
                independent(laws, q, Frame.PORTAGE_ENTREPRENEURIAL, q.fee().on(q.turnover())),
                independent(laws, q, Frame.MICRO_ENTREPRISE, Money.ZERO)));
    }

    private static Offer employed(Laws laws, PayEngine engine, Question q, Employee employee) {
        var month = PaidYear.live(laws, engine, employee, q.fee(), List.of(q.plan(q.month())));
        var plans = Micro.yearOf(q.month()).stream().map(q::plan).toList();
        var year = PaidYear.live(laws, engine, employee, q.fee(), plans);
        var marks = year.months().stream().flatMap(m -> m.marks().stream()).toList();
        return new Offer(employee.frame(), Split.of(month), Split.of(year), onceEach(marks));
    }

    private static Offer independent(Laws laws, Question q, Frame frame, Money fee) {
        var month = Micro.month(laws.on(q.month().lastDay()), q.activity(), q.acre(), q.turnover(), q.expenses(), fee);
        var plans = Micro.yearOf(q.month()).stream().map(q::plan).toList();
        var fees = plans.stream().map(_ -> fee).toList();
        var year = Micro.sum(Micro.live(laws, q.activity(), q.acre(), plans, fees));
        return new Offer(frame, Split.of(month), Split.of(year), onceEach(year.marks()));
    }

    private static List<Mark> onceEach(List<Mark> marks) {
        var seen = new java.util.EnumMap<Mark.Kind, Mark>(Mark.Kind.class);
        for (var mark : marks) if (!ORDINARY.contains(mark.kind())) seen.putIfAbsent(mark.kind(), mark);
        if (seen.containsKey(Mark.Kind.VAT_NOW)) seen.remove(Mark.Kind.VAT_NEXT_YEAR);
        return List.copyOf(seen.values());
    }

    /// The same month in portage under another fee.
    public static Split monthWith(Laws laws, PayEngine engine, Question q, FeeModel fee) {
        return Split.of(PaidYear.live(laws, engine, q.portage(), fee, List.of(q.plan(q.month()))));
    }
}
