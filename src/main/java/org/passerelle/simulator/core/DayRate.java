package org.passerelle.simulator.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.pay.PayEngine;

/// « Quel tarif pour quel net ? »: the least day rate in whole euros whose year leaves the net that is wished for.
/// The account smooths the year: what is collected is spread over twelve equal months of pay.
public final class DayRate {

    /// Beyond this nobody is helped by an answer, in euros a day.
    static final int MOST = 10_000;

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private DayRate() {}

    /// @param rate whole euros a day, without VAT; null when not even [#MOST] is enough
    /// @param year at that rate, or null
    public record Answer(
            Frame frame, @Nullable Money rate, @Nullable Split year, List<Mark> marks) {}

    /// @param wish net before tax, a month on average over the year
    /// @param days to invoice in the year, above 0
    /// @param lost share of the invoices that nobody ever pays
    public static List<Answer> search(Laws laws, PayEngine engine, Question q, Money wish, BigDecimal days, Rate lost) {
        var answers = new ArrayList<Answer>(4);
        for (var frame :
                List.of(Frame.PORTAGE_SALARIAL, Frame.CAE, Frame.PORTAGE_ENTREPRENEURIAL, Frame.MICRO_ENTREPRISE)) {
            answers.add(search(laws, engine, q, frame, wish.times(12), days, lost));
        }
        return answers;
    }

    private static Answer search(
            Laws laws, PayEngine engine, Question q, Frame frame, Money wish, BigDecimal days, Rate lost) {
        var nets = new Nets(laws, engine, q, frame, days, lost);
        int high = guess(frame, wish.plus(q.expenses().times(12)), days);
        long netHigh = nets.of(high);
        int low = 0;
        long netLow = 0;
        while (high < MOST && netHigh < wish.cents()) {
            low = high;
            netLow = netHigh;
            high = Math.min(MOST, inProportion(high, netHigh, wish.cents()));
            netHigh = nets.of(high);
        }
        if (netHigh < wish.cents()) return new Answer(frame, null, null, List.of());
        for (int steps = 0; high - low > 1; steps++) {
            int middle = steps < 8 ? between(low, netLow, high, netHigh, wish.cents()) : (low + high) >>> 1;
            long net = nets.of(middle);
            if (net >= wish.cents()) {
                high = middle;
                netHigh = net;
            } else {
                low = middle;
                netLow = net;
            }
        }
        var lived = live(laws, engine, q, frame, collected(high, days, lost), days);
        return new Answer(frame, Money.of(BigDecimal.valueOf(high)), lived.split(), lived.marks());
    }

    /// A first try: about half of a turnover becomes net pay, about seven tenths of an independent's.
    private static int guess(Frame frame, Money wanted, BigDecimal days) {
        var share =
                frame == Frame.PORTAGE_SALARIAL || frame == Frame.CAE ? new BigDecimal("0.50") : new BigDecimal("0.70");
        var rate = wanted.toBigDecimal().divide(days.multiply(share), 0, RoundingMode.UP);
        return Math.clamp(rate.min(BigDecimal.valueOf(MOST)).longValue(), 1, MOST);
    }

    /// Where the net would be enough if it grew with the rate.
    private static int inProportion(int rate, long net, long wish) {
        if (net <= 0) return 2 * rate + 1;
        return Math.clamp(Math.ceilDiv(rate * wish, net) + 1, rate + 1, MOST);
    }

    /// The net is nearly straight in the rate: the straight line between two rates finds the third at once.
    private static int between(int low, long netLow, int high, long netHigh, long wish) {
        if (netHigh <= netLow) return (low + high) >>> 1;
        long step = Math.ceilDiv((wish - netLow) * (high - low), netHigh - netLow);
        return Math.clamp(low + step, low + 1, high - 1);
    }

    /// Net of the year by day rate, in cents; nothing where the price cannot pay the minimum (PS-64).
    private record Nets(Laws laws, PayEngine engine, Question q, Frame frame, BigDecimal days, Rate lost) {

        long of(int rate) {
            var lived = live(laws, engine, q, frame, collected(rate, days, lost), days);
            return lived.isShort() ? 0 : lived.split().net().cents();
        }
    }

    static Money collected(int rate, BigDecimal days, Rate lost) {
        return Money.of(days.multiply(BigDecimal.valueOf(rate))
                .multiply(BigDecimal.ONE.subtract(lost.ratio()))
                .setScale(2, RoundingMode.FLOOR));
    }

    private record Lived(Split split, List<Mark> marks, boolean isShort) {}

    private static Lived live(Laws laws, PayEngine engine, Question q, Frame frame, Money collected, BigDecimal days) {
        var parts = collected.split(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        var perMonth = days.divide(MONTHS, 10, RoundingMode.HALF_UP);
        var plans = new ArrayList<MonthPlan>(12);
        for (var month : Micro.yearOf(q.month())) {
            plans.add(new MonthPlan(month, parts[plans.size()], q.expenses(), perMonth, null));
        }
        if (frame == Frame.PORTAGE_SALARIAL || frame == Frame.CAE) {
            var employee = frame == Frame.CAE ? q.cooperative() : q.portage();
            var year = PaidYear.live(laws, engine, employee, q.fee(), plans);
            boolean isShort = year.months().stream().anyMatch(m -> m.waterfall().isShort());
            return new Lived(Split.of(year), List.of(), isShort);
        }
        var fees = plans.stream()
                .map(p -> frame == Frame.MICRO_ENTREPRISE ? Money.ZERO : q.fee().on(p.turnover()))
                .toList();
        var year = Micro.sum(Micro.live(laws, q.activity(), q.acre(), plans, fees));
        return new Lived(Split.of(year), year.marks(), false);
    }
}
