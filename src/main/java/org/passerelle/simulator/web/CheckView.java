package org.passerelle.simulator.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.pay.LineKind;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.Payslip;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.simulator.core.PayslipCheck;

/// « Vérifier mon bulletin », ready to be read.
///
/// @param lines the field of the lines, with what was typed
public record CheckView(
        Answer answer,
        Field lines,
        String example,
        String summary,
        @Nullable Result result) {

    public record Result(List<Row> rows, List<Figure> figures, List<Ours> ours, List<String> untyped, String tone) {}

    /// @param tone of the badge: ok, info, warn, refuse, quiet
    public record Row(
            String label, String theirs, String ours, String difference, String tone, String state, String sentence) {}

    public record Figure(String label, String sum) {}

    public record Ours(String label, String base, String rates, String worker, String employer, String article) {}

    static CheckView wrong(Answer answer, String typed, Texts t) {
        return new CheckView(answer, field(answer, typed, t), example(t), "", null);
    }

    static CheckView of(Answer answer, String typed, Payslip slip, PayslipCheck check, Texts t) {
        var yearly = check.yearly();
        var summary = check.rows().isEmpty()
                ? t.localize(
                        "simulator.verifier-mon-bulletin.summary.none",
                        t.money(slip.printed().netBeforeTax()),
                        t.money(slip.printed().employerCost()))
                : t.localize(
                        yearly.isZero()
                                ? "simulator.verifier-mon-bulletin.summary.same"
                                : "simulator.verifier-mon-bulletin.summary",
                        t.money(yearly),
                        t.money(check.withoutBasis().times(12)),
                        t.money(check.differing().times(12)));
        var labels =
                slip.lines().stream().collect(Collectors.toMap(l -> l.rule().kind(), l -> l));
        return new CheckView(
                answer,
                field(answer, typed, t),
                example(t),
                summary,
                new Result(
                        check.rows().stream().map(row -> row(row, labels, t)).toList(),
                        figures(slip, t),
                        slip.lines().stream().map(line -> ours(line, t)).toList(),
                        check.rows().isEmpty()
                                ? List.of()
                                : check.untyped().stream()
                                        .map(k -> untyped(k, labels, t))
                                        .toList(),
                        yearly.isPositive() ? "warn" : "ok"));
    }

    private static Field field(Answer answer, String typed, Texts t) {
        var error = answer.errors().stream()
                .filter(w -> w.id().equals(CheckForm.LINES))
                .map(Answer.Wrong::sentence)
                .findFirst()
                .orElse(null);
        return Field.of("textarea", CheckForm.LINES, t.localize("simulator.verifier-mon-bulletin.lignes"))
                .hint(t.localize("simulator.verifier-mon-bulletin.lignes.hint"))
                .value(typed.length() > 5000 ? typed.substring(0, 5000) : typed)
                .error(error);
    }

    private static String example(Texts t) {
        var lines = t.localize("simulator.verifier-mon-bulletin.example").replace(" / ", "\n");
        return CheckPage.PATH + "?brut=4500&" + CheckForm.LINES + "="
                + URLEncoder.encode(lines, StandardCharsets.UTF_8);
    }

    private static Row row(PayslipCheck.Row row, java.util.Map<LineKind, PayLine> lines, Texts t) {
        var state = row.state();
        if (state == PayslipCheck.State.TOTAL && row.ours() != null) {
            boolean same = row.difference().abs().compareTo(Money.ofCents(30)) <= 0;
            state = same ? PayslipCheck.State.SAME : PayslipCheck.State.TOTAL;
        }
        var tone = switch (state) {
            case SAME -> "ok";
            case DIFFERENT, NOT_DUE -> "warn";
            case NO_BASIS -> "refuse";
            case BOOKING -> "info";
            case EARNING, TOTAL -> "quiet";
        };
        return new Row(
                String.join(" + ", row.labels()),
                t.money(row.theirs()),
                row.ours() == null ? "" : t.money(row.ours()),
                row.ours() == null || row.difference().isZero() ? "" : t.money(row.difference()),
                tone,
                t.localize("simulator.check." + state.name()),
                sentence(row, lines, t));
    }

    private static String sentence(PayslipCheck.Row row, java.util.Map<LineKind, PayLine> lines, Texts t) {
        if (!row.reason().isEmpty() && row.state() == PayslipCheck.State.NO_BASIS) {
            return t.localize("simulator.check.reason." + row.reason());
        }
        if (row.state() == PayslipCheck.State.BOOKING) return t.localize("simulator.check.booking");
        return row.kinds().stream()
                .sorted()
                .map(lines::get)
                .filter(java.util.Objects::nonNull)
                .map(line -> line.rule().article())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static List<Figure> figures(Payslip slip, Texts t) {
        var printed = slip.printed();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(t.localize("simulator.check.gross"), t.money(printed.gross())));
        figures.add(new Figure(t.localize("simulator.check.net"), t.money(printed.netBeforeTax())));
        figures.add(new Figure(t.localize("simulator.check.taxable"), t.money(printed.netTaxable())));
        figures.add(new Figure(t.localize("simulator.check.cost"), t.money(printed.employerCost())));
        return figures;
    }

    private static Ours ours(PayLine line, Texts t) {
        var rates = line.parts().stream()
                .map(part -> t.percent(part.employee()) + " / " + t.percent(part.employer()))
                .collect(Collectors.joining(" · "));
        var bases = line.parts().stream().map(part -> t.money(part.base())).collect(Collectors.joining(" · "));
        return new Ours(
                line.label(),
                bases,
                rates,
                t.money(line.employee()),
                t.money(line.employer()),
                line.rule().article());
    }

    private static String untyped(LineKind kind, java.util.Map<LineKind, PayLine> lines, Texts t) {
        var line = lines.get(kind);
        if (line == null) return kind.id();
        return line.label() + t.localize("ui.colon") + " "
                + t.money(line.employee().plus(line.employer()));
    }
}
