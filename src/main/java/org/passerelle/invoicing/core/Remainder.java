package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What is left of an invoice after credit notes and deposits, as lines that take exactly that back.
public final class Remainder {

    private Remainder() {}

    private record Key(InvoiceLine.Kind kind, Rate rate) {}

    /// @param taken lines of credit notes of it, and of deposits that it took off
    /// @param label printed on each line
    /// @return one line for each kind and rate; empty when nothing is left
    public static List<InvoiceLine> of(List<InvoiceLine> lines, List<InvoiceLine> taken, String label) {
        if (taken.isEmpty()) return lines;
        var left = new LinkedHashMap<Key, Money>();
        var first = new LinkedHashMap<Key, InvoiceLine>();
        for (var line : lines) {
            var key = new Key(line.kind(), line.vat());
            left.merge(key, line.net(), Money::plus);
            first.putIfAbsent(key, line);
        }
        for (var line : taken) take(left, line);
        var rest = new ArrayList<InvoiceLine>();
        left.forEach((key, net) -> {
            var line = first.get(key);
            if (line == null || !net.isPositive()) return;
            rest.add(InvoiceLine.of(
                    line.mission(), line.person(), key.kind(), label, BigDecimal.ONE, "C62", net, key.rate()));
        });
        return List.copyOf(rest);
    }

    // Of its own kind first; what exceeds it, of the other kind at the same rate.
    private static void take(LinkedHashMap<Key, Money> left, InvoiceLine line) {
        var net = line.net();
        for (var kind : List.of(line.kind(), other(line.kind()))) {
            var key = new Key(kind, line.vat());
            var there = left.get(key);
            if (there == null) continue;
            var part = there.min(net);
            left.put(key, there.minus(part));
            net = net.minus(part);
        }
    }

    private static InvoiceLine.Kind other(InvoiceLine.Kind kind) {
        return kind == InvoiceLine.Kind.WORK ? InvoiceLine.Kind.EXPENSE : InvoiceLine.Kind.WORK;
    }
}
