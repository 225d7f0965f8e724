package org.passerelle.simulator.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.pay.PayTerms;
import org.passerelle.people.PayStep;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.passerelle.simulator.core.Employee;
import org.passerelle.simulator.core.PayslipCheck;

/// The payslip as typed: gross, terms, and one line after another with its sums at the end.
record CheckForm(Month month, Money gross, PayTerms terms, List<PayslipCheck.Typed> lines) {

    static final String LINES = "lignes";

    private static final int MOST_LINES = 60;
    private static final int LONGEST = 4000;
    private static final Pattern TRANCHE = Pattern.compile("(?iu)\\b(tranche|t) ?([12ab])\\b");
    private static final Pattern SUM = Pattern.compile(
            "(?<![\\d.,])[-\u2212]?(?:\\d{1,3}(?:[ \u00A0\u202F]\\d{3})+|\\d+)(?:[.,]\\d{1,2})?(?:[ \u00A0\u202F]?€)?$");

    static @Nullable CheckForm read(Inputs in, Typed typed, Texts t, LocalDate today) {
        var gross = in.money("brut", Money.of("3500"), Money.of("1"), Money.of("100000"));
        boolean cadre = in.choice("statut", "cadre", "noncadre").equals("cadre");
        boolean cae = in.choice("cadre", "portage", "cae").equals("cae");
        var day = in.day("le");
        var house = HouseFields.house(in);
        var lines = new ArrayList<PayslipCheck.Typed>();
        try {
            lines.addAll(lines(typed(typed)));
        } catch (InvalidValue e) {
            in.refuse(LINES, t.error(e));
        }
        if (!typed(typed).isEmpty() && !in.wrong()) in.addToAddress(LINES, typed(typed));
        if (in.wrong()) return null;
        var employee = cae
                ? Employee.inCooperative(cadre, house)
                : Employee.inPortage(cadre, house, true, Rate.ZERO, PayStep.JUNIOR);
        return new CheckForm(Month.containing(day == null ? today : day), gross, employee.terms(), lines);
    }

    static String typed(Typed typed) {
        return typed.text(LINES);
    }

    static Field field(Inputs in, Texts t) {
        return Field.of("textarea", LINES, t.localize("simulator.verifier-mon-bulletin.lignes"))
                .hint(t.localize("simulator.verifier-mon-bulletin.lignes.hint"))
                .error(in.error(LINES));
    }

    /// One line each: words, then one sum or two (the worker's, the employer's).
    private static List<PayslipCheck.Typed> lines(String text) {
        if (text.length() > LONGEST) throw new InvalidValue("simulator.lines.long", "");
        var lines = new ArrayList<PayslipCheck.Typed>();
        for (var raw : text.split("\\R")) {
            // a tranche's number is no thousand of the sum behind it
            var line = TRANCHE.matcher(raw.replace('\t', ' ').replace(';', ' ').strip())
                    .replaceAll("$1-$2");
            if (line.isEmpty()) continue;
            if (lines.size() == MOST_LINES) throw new InvalidValue("simulator.lines.many", String.valueOf(MOST_LINES));
            lines.add(line(line));
        }
        return lines;
    }

    private static PayslipCheck.Typed line(String line) {
        var last = SUM.matcher(line);
        if (!last.find()) throw new InvalidValue("simulator.lines.sum", shortened(line));
        var rest = line.substring(0, last.start()).strip();
        var sum = Typed.money(last.group());
        var before = SUM.matcher(rest);
        if (before.find() && before.group().matches(".*[.,]\\d{2}.*")) {
            var label = rest.substring(0, before.start()).strip();
            return typed(label, line, Typed.money(before.group()), sum);
        }
        return typed(rest, line, sum, null);
    }

    private static PayslipCheck.Typed typed(String label, String line, Money first, @Nullable Money second) {
        if (label.isEmpty() || label.length() > 100) throw new InvalidValue("simulator.lines.sum", shortened(line));
        return new PayslipCheck.Typed(label, first, second);
    }

    private static String shortened(String line) {
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
