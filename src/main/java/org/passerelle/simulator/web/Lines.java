package org.passerelle.simulator.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.operators.FeeModel;
import org.passerelle.platform.web.Texts;

/// Fees by monthly turnover, as lines in a box of 640 × 300; the table beside says the same.
///
/// @param here where the visitor stands, from the left
/// @param ticks words under and beside the box
public record Lines(List<Line> lines, long here, String hereWords, List<Tick> across, List<Tick> up) {

    static final int LEFT = 70;
    static final int RIGHT = 600;
    static final int TOP = 14;
    static final int BOTTOM = 262;

    /// @param points for a polyline
    public record Line(String tone, String label, String points) {}

    public record Tick(long at, String words) {}

    static Lines of(List<FeeModel> models, List<String> labels, Money turnover, Money most, Money mostFee, Texts t) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < models.size(); i++) {
            var points = new StringBuilder();
            for (int step = 0; step <= 40; step++) {
                var at = Money.ofCents(most.cents() * step / 40);
                if (step > 0) points.append(' ');
                points.append(x(at, most)).append(',').append(y(models.get(i).on(at), mostFee));
            }
            lines.add(new Line("line" + (i + 1), labels.get(i), points.toString()));
        }
        var across = new ArrayList<Tick>();
        var up = new ArrayList<Tick>();
        for (int i = 0; i <= 4; i++) {
            var sum = Money.ofCents(most.cents() * i / 4);
            across.add(new Tick(x(sum, most), whole(sum, t)));
            var fee = Money.ofCents(mostFee.cents() * i / 4);
            up.add(new Tick(y(fee, mostFee), whole(fee, t)));
        }
        return new Lines(lines, x(turnover.min(most), most), t.money(turnover), across, up);
    }

    private static String whole(Money sum, Texts t) {
        var text = t.money(Money.ofCents(sum.cents() / 100 * 100));
        return text.replace(",00", "").replace(".00", "");
    }

    private static long x(Money at, Money most) {
        return LEFT + (RIGHT - LEFT) * at.cents() / Math.max(1, most.cents());
    }

    private static long y(Money fee, Money most) {
        return BOTTOM - (BOTTOM - TOP) * Math.min(fee.cents(), most.cents()) / Math.max(1, most.cents());
    }
}
