package org.passerelle.simulator.core;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.pay.LineKind;
import org.passerelle.pay.YearToDate;

/// Which month a threshold bites in, told from the sums before and after it.
final class Marks {

    private Marks() {}

    static List<Mark> of(Law law, PaidMonth month, YearToDate before) {
        var marks = new ArrayList<Mark>();
        if (law.since("smic_hourly").equals(month.plan().month().firstDay())
                && month.plan().month().value().getMonthValue() > 1) {
            marks.add(Mark.of(Mark.Kind.SMIC, "smic", law.money("smic_hourly") + " EUR"));
        }
        if (month.released().isPositive()) {
            marks.add(Mark.of(Mark.Kind.RESERVE_RELEASED, "sum", month.released() + " EUR"));
        }
        if (month.waterfall().isShort()) {
            marks.add(Mark.of(
                    Mark.Kind.MINIMUM_DUE,
                    "minimum",
                    month.waterfall().claim().minimumBase() + " EUR",
                    "short",
                    month.balance().negated() + " EUR"));
        }
        var slip = month.slip();
        if (slip == null) {
            marks.add(Mark.of(Mark.Kind.NO_PAY));
            return marks;
        }
        boolean was = before.months() > 0 && before.gross() > before.ceiling();
        boolean is = month.after().gross() > month.after().ceiling();
        if (is && !was) {
            marks.add(Mark.of(Mark.Kind.ABOVE_CEILING, "ceiling", law.money("pmss") + " EUR"));
        }
        if (was && !is) {
            var back = slip.employer(LineKind.CET).plus(slip.employee(LineKind.CET));
            marks.add(Mark.of(Mark.Kind.BELOW_CEILING, "cet", back.abs() + " EUR"));
        }
        reduction(month, before, marks);
        return marks;
    }

    /// A month whose part of the reduction is not what it would be alone moves earlier months.
    private static void reduction(PaidMonth month, YearToDate before, List<Mark> marks) {
        var slip = java.util.Objects.requireNonNull(month.slip());
        var reduction = slip.reduction();
        if (reduction.isNegative()) {
            marks.add(Mark.of(Mark.Kind.REDUCTION_TAKEN_BACK, "sum", reduction.negated() + " EUR"));
            return;
        }
        if (before.months() == 0 || before.reductionTaken() > 0 || !reduction.isPositive()) return;
        // nothing until now although there was pay: the months before come in with this one
        if (before.reductionPay() > 0) {
            marks.add(Mark.of(Mark.Kind.REDUCTION_REGAINED, "sum", reduction + " EUR"));
        }
    }

    /// Of turnover since January, as a micro-entreprise would count it (ME-02, ME-03).
    static List<Mark> ofMicro(Law law, Micro.Activity activity, Money before, Money after) {
        var marks = new ArrayList<Mark>();
        passed(law, marks, Mark.Kind.VAT_NEXT_YEAR, activity.franchise(), before, after);
        passed(law, marks, Mark.Kind.VAT_NOW, activity.franchiseTolerance(), before, after);
        passed(law, marks, Mark.Kind.MICRO_CEILING, activity.ceiling(), before, after);
        return marks;
    }

    private static void passed(Law law, List<Mark> marks, Mark.Kind kind, String code, Money before, Money after) {
        if (!law.covers(code)) return;
        var limit = law.money(code);
        if (before.compareTo(limit) <= 0 && after.compareTo(limit) > 0) {
            marks.add(Mark.of(kind, "limit", limit + " EUR", "turnover", after + " EUR"));
        }
    }
}
