package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.pay.MonthShare;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.YearToDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `./passerelle pay-year < years.json`: months that follow one another, with ceilings and reduction on their sums.
/// A month may lower its ceiling with `"ceiling": {"days": 15, "of": 31}` and have terms of its own. Each January
/// begins anew.
public final class PayYearCommand {

    private static final Set<String> MONTH =
            Stream.concat(PayCaseReader.TERMS.stream(), PayWish.MONTH.stream()).collect(Collectors.toUnmodifiableSet());

    private PayYearCommand() {}

    /// @param args `--explain` adds to each line its bases, versions and what it is in words
    /// @return 0, or 2 when words or file are wrong
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        var words = PayCommand.explains("pay-year", args, err);
        if (words == null) return 2;
        var engine = PayEngine.of(Laws.load());
        return new CaseStream("pay-year", "years", "years")
                .run(in, out, err, (node, json) -> answer(engine, node, json, words));
    }

    private static void answer(PayEngine engine, JsonNode node, JsonGenerator json, boolean words) {
        var months = months(engine, PayCaseReader.fields(node, Set.of("months")));
        json.writeArrayPropertyStart("months");
        for (Paid month : months) month(json, month, words);
        json.writeEndArray();
    }

    /// A month of the year and what it started from.
    private record Paid(PayWish wish, Payslip slip) {}

    static List<Payslip> year(PayEngine engine, Fields input) {
        return months(engine, input).stream().map(Paid::slip).toList();
    }

    private static List<Paid> months(PayEngine engine, Fields input) {
        var terms = PayCaseReader.terms(input);
        var paid = new ArrayList<Paid>();
        var before = YearToDate.NONE;
        YearMonth last = null;
        for (JsonNode node : input.list("months")) {
            String path = input.path("months") + "[" + paid.size() + "]";
            var fields = Fields.of(path, node, MONTH);
            var month = month(path, fields, input, terms, last);
            last = YearMonth.from(month.date());
            try {
                var wish = PayWish.of(engine, fields, "gross", month, before);
                var slip = engine.pay(wish.month(), before);
                paid.add(new Paid(wish, slip));
                before = slip.yearToDate();
            } catch (NoVersion e) {
                throw new BadField(path + ".date", String.valueOf(e.getMessage()));
            }
        }
        return paid;
    }

    /// What a month does not say is that of the year. The gross comes later.
    private static PayInput month(String path, Fields month, Fields year, PayTerms terms, @Nullable YearMonth last) {
        var date = month.day("date");
        var which = YearMonth.from(date);
        if (which.equals(last)) throw new BadField(path + ".date", "is in " + which + " again");
        if (last != null && which.isBefore(last)) throw new BadField(path + ".date", "must be later than " + last);
        var share = month.has("ceiling") ? share(path + ".ceiling", month) : MonthShare.FULL;
        var own = month.ownsAny(PayCaseReader.TERMS) ? PayCaseReader.terms(month.over(year)) : terms;
        return new PayInput(date, Money.ZERO, own, share, share);
    }

    private static MonthShare share(String path, Fields month) {
        var ceiling = Fields.of(path, month.get("ceiling"), Set.of("days", "of"));
        int of = ceiling.count("of", 31);
        int days = ceiling.count("days", 31);
        if (of == 0) throw new BadField(path + ".of", "must be at least 1");
        if (days > of) throw new BadField(path + ".days", "must not exceed " + of);
        return new MonthShare(days, of);
    }

    private static void month(JsonGenerator json, Paid month, boolean words) {
        var slip = month.slip();
        var printed = slip.printed();
        json.writeStartObject();
        json.writeStringProperty("date", slip.date().toString());
        money(json, "gross", printed.gross());
        money(json, "T1", slip.t1());
        money(json, "T2", slip.t2());
        money(json, "csgBase", slip.csgBase());
        PayCommand.number(json, "coefficient", slip.coefficient().ratio());
        money(json, "reduction", slip.reduction());
        money(json, "employeeTotal", printed.employeeTotal());
        money(json, "employerTotal", printed.employerTotal());
        money(json, "netBeforeTax", printed.netBeforeTax());
        money(json, "netTaxable", printed.netTaxable());
        money(json, "employerCost", printed.employerCost());
        PayCommand.inverse(json, month.wish(), slip);
        json.writeArrayPropertyStart("lines");
        for (PayLine line : slip.lines()) {
            json.writeStartObject();
            PayCommand.line(
                    json, line, line.employer().toBigDecimal(), line.employee().toBigDecimal());
            if (words) PayCommand.words(json, line);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void money(JsonGenerator json, String name, Money money) {
        PayCommand.number(json, name, money.toBigDecimal());
    }
}
