package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Set;
import org.passerelle.law.Laws;
import org.passerelle.pay.Change;
import org.passerelle.pay.Comparison;
import org.passerelle.pay.Difference;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayWords;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.YearToDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `./passerelle pay-compare < pairs.json`: two payslips side by side, each difference with its reasons. A side is a
/// case of `pay`, or a case of `pay-year` with the `month` that is meant.
public final class PayCompareCommand {

    private PayCompareCommand() {}

    public static int run(InputStream in, OutputStream out, PrintStream err) {
        var engine = PayEngine.of(Laws.load());
        return new CaseStream("pay-compare", "pairs", "comparisons")
                .run(in, out, err, (node, json) -> answer(engine, node, json));
    }

    private static void answer(PayEngine engine, JsonNode node, JsonGenerator json) {
        var comparison = engine.compare(side(engine, node, "one"), side(engine, node, "other"));
        totals(json, "one", comparison.one());
        totals(json, "other", comparison.other());
        json.writeArrayPropertyStart("lines");
        for (var difference : comparison.differences()) line(json, comparison, difference);
        json.writeEndArray();
    }

    private static Payslip side(PayEngine engine, JsonNode pair, String name) {
        var side = Fields.of(name, pair.get(name), Set.of("id", "input", "month"));
        if (!side.has("month")) {
            var wish = PayWish.of(engine, PayCaseReader.fields(side, PayWish.FIELDS));
            return engine.pay(wish.month(), YearToDate.NONE);
        }
        var month = String.valueOf(side.get("month")).replace("\"", "");
        return PayYearCommand.year(engine, PayCaseReader.fields(side, Set.of("months"))).stream()
                .filter(slip -> slip.date().toString().startsWith(month))
                .findFirst()
                .orElseThrow(() -> new BadField(side.path("month"), "is none of the months given"));
    }

    private static void totals(JsonGenerator json, String name, Payslip slip) {
        var printed = slip.printed();
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("date", slip.date().toString());
        PayCommand.number(json, "gross", printed.gross().toBigDecimal());
        PayCommand.number(json, "employeeTotal", printed.employeeTotal().toBigDecimal());
        PayCommand.number(json, "employerTotal", printed.employerTotal().toBigDecimal());
        PayCommand.number(json, "netBeforeTax", printed.netBeforeTax().toBigDecimal());
        PayCommand.number(json, "netTaxable", printed.netTaxable().toBigDecimal());
        PayCommand.number(json, "pas", printed.pas().toBigDecimal());
        PayCommand.number(json, "netPaid", printed.netPaid().toBigDecimal());
        PayCommand.number(json, "employerCost", printed.employerCost().toBigDecimal());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Comparison comparison, Difference difference) {
        json.writeStartObject();
        json.writeStringProperty("id", difference.kind().id());
        json.writeStringProperty("fr", PayWords.FRENCH.label(difference.kind()));
        json.writeStringProperty("en", PayWords.ENGLISH.label(difference.kind()));
        var one = difference.oneEmployer();
        var other = difference.otherEmployer();
        shares(json, "employer", one.value(), other.value());
        shares(
                json,
                "employee",
                difference.oneEmployee().value(),
                difference.otherEmployee().value());
        json.writeArrayPropertyStart("reasons");
        for (var change : difference.changes()) reason(json, comparison, difference, change);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void shares(JsonGenerator json, String name, java.math.BigDecimal one, java.math.BigDecimal other) {
        json.writeObjectPropertyStart(name);
        PayCommand.number(json, "one", one);
        PayCommand.number(json, "other", other);
        PayCommand.number(json, "difference", other.subtract(one));
        json.writeEndObject();
    }

    private static void reason(JsonGenerator json, Comparison comparison, Difference difference, Change change) {
        json.writeStartObject();
        json.writeStringProperty("reason", change.reason().id());
        PayCommand.number(json, "employer", change.employer().value());
        PayCommand.number(json, "employee", change.employee().value());
        json.writeStringProperty("fr", PayWords.FRENCH.reason(comparison, difference, change));
        json.writeStringProperty("en", PayWords.ENGLISH.reason(comparison, difference, change));
        json.writeEndObject();
    }
}
