package org.passerelle.simulator.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Texts;
import org.passerelle.simulator.core.Split;

/// Stacked bars: where each euro goes. Geometry in thousandths of the longest bar; the table beside says the same.
public record Bars(List<Bar> bars, List<Key> keys) {

    /// @param words for who listens: every part with its sum
    public record Bar(String label, String figure, List<Segment> segments, String words) {}

    /// @param tone ending of the CSS class
    public record Segment(String tone, long x, long width) {}

    public record Key(String tone, String label) {}

    /// @param label the part in words
    /// @param of reads the part from a split
    record Part(String tone, String label, java.util.function.Function<Split, Money> of) {}

    static List<Part> parts(Texts t) {
        return List.of(
                new Part("net", t.localize("simulator.part.net"), Split::net),
                new Part("later", t.localize("simulator.part.later"), Split::setAside),
                new Part("expenses", t.localize("simulator.part.expenses"), Split::expenses),
                new Part("worker", t.localize("simulator.part.worker"), Split::worker),
                new Part("employer", t.localize("simulator.part.employer"), Split::employer),
                new Part("fee", t.localize("simulator.part.fee"), Split::fee),
                new Part("left", t.localize("simulator.part.left"), Split::left));
    }

    static Bars of(List<String> labels, List<Split> splits, Texts t) {
        long longest = splits.stream().mapToLong(Bars::length).max().orElse(1);
        var bars = new ArrayList<Bar>();
        var used = new java.util.LinkedHashSet<String>();
        for (int i = 0; i < splits.size(); i++) {
            bars.add(bar(labels.get(i), splits.get(i), Math.max(1, longest), used, t));
        }
        var keys = parts(t).stream()
                .filter(p -> used.contains(p.tone()))
                .map(p -> new Key(p.tone(), p.label()))
                .toList();
        return new Bars(bars, keys);
    }

    private static long length(Split split) {
        return parts(Texts.in(org.passerelle.platform.web.Language.FR)).stream()
                .mapToLong(p -> Math.max(0, p.of().apply(split).cents()))
                .sum();
    }

    private static Bar bar(String label, Split split, long longest, java.util.Set<String> used, Texts t) {
        var segments = new ArrayList<Segment>();
        var words = new ArrayList<String>();
        long sum = 0;
        for (var part : parts(t)) {
            var sumOfPart = part.of().apply(split);
            if (sumOfPart.isZero()) continue;
            words.add(part.label() + " " + t.money(sumOfPart));
            if (sumOfPart.isNegative()) continue;
            long x = 1000 * sum / longest;
            sum += sumOfPart.cents();
            if (1000 * sumOfPart.cents() < longest) continue;
            segments.add(new Segment(part.tone(), x, Math.max(1, 1000 * sum / longest - x)));
            used.add(part.tone());
        }
        return new Bar(
                label, t.money(split.net()), segments, label + t.localize("ui.colon") + " " + String.join(", ", words));
    }
}
