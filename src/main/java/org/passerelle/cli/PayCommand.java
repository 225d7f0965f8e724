package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Laws;
import org.passerelle.pay.Afforded;
import org.passerelle.pay.ExactTotals;
import org.passerelle.pay.Jump;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.PayPart;
import org.passerelle.pay.PayWords;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.PrintedTotals;
import org.passerelle.pay.YearToDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `./passerelle pay < cases.json`: payslips of lone months, exact and printed, with explained lines.
public final class PayCommand {

    private static final String EXPLAIN = "--explain";

    private PayCommand() {}

    /// @param args `--explain` adds to each line what it is in words
    /// @return 0, or 2 when words or file are wrong
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        var words = explains("pay", args, err);
        if (words == null) return 2;
        var engine = PayEngine.of(Laws.load());
        return new CaseStream("pay", "cases", "results")
                .run(in, out, err, (node, json) -> answer(engine, node, json, words));
    }

    /// Whether lines are to be explained, or null when another word was said.
    static @Nullable Boolean explains(String command, String[] args, PrintStream err) {
        if (args.length == 0) return false;
        if (args.length == 1 && args[0].equals(EXPLAIN)) return true;
        err.println(command + ": knows no word but " + EXPLAIN);
        return null;
    }

    private static void answer(PayEngine engine, JsonNode node, JsonGenerator json, boolean words) {
        var wish = PayWish.of(engine, PayCaseReader.fields(node, PayWish.FIELDS));
        var slip = engine.pay(wish.month(), YearToDate.NONE);
        var lines = slip.lines();
        inverse(json, wish, slip);
        exact(json, slip.exact());
        printed(json, slip.printed(), lines);
        json.writeArrayPropertyStart("lines");
        for (PayLine line : lines) {
            json.writeStartObject();
            line(json, line, line.exactEmployer().value(), line.exactEmployee().value());
            if (words) words(json, line);
            else parts(json, line);
            json.writeEndObject();
        }
        json.writeEndArray();
        reference(json, slip);
    }

    /// How the gross was found, when the case did not name it.
    static void inverse(JsonGenerator json, PayWish wish, Payslip slip) {
        var turnover = wish.turnover();
        var afforded = wish.afforded();
        if (wish.asked().equals("grossMonthly") && turnover == null) return;
        json.writeObjectPropertyStart("inverse");
        json.writeStringProperty("from", wish.asked());
        number(json, "gross", wish.month().gross().toBigDecimal());
        if (turnover != null && turnover.dayRate() != null) {
            number(json, "budget", turnover.budget().toBigDecimal());
        } else if (turnover != null) {
            var rate = turnover.dayRateFor(slip.exact().employerCost());
            if (rate != null) number(json, "dayRate", rate.toBigDecimal());
        }
        if (afforded != null) afforded(json, afforded);
        json.writeEndObject();
    }

    private static void afforded(JsonGenerator json, Afforded afforded) {
        number(json, "cost", afforded.cost().value());
        number(json, "left", afforded.left().value());
        number(json, "missingForOneMoreCent", afforded.missing().value());
        number(
                json,
                "grossForOneEuroMore",
                afforded.withOneEuroMore().minus(afforded.gross()).toBigDecimal());
        json.writeArrayPropertyStart("jumps");
        for (Jump jump : afforded.jumps()) {
            json.writeStartObject();
            json.writeStringProperty("cause", jump.cause().id());
            number(json, "limit", jump.limit().toBigDecimal());
            number(json, "from", jump.from().ratio());
            number(json, "to", jump.to().ratio());
            number(json, "step", jump.step().value());
            json.writeEndObject();
        }
        json.writeEndArray();
        sentences(json, "fr", PayWords.FRENCH.stuck(afforded));
        sentences(json, "en", PayWords.ENGLISH.stuck(afforded));
    }

    /// Base, rates and version of each parameter at work.
    private static void parts(JsonGenerator json, PayLine line) {
        json.writeArrayPropertyStart("parts");
        for (PayPart part : line.parts()) {
            json.writeStartObject();
            json.writeStringProperty("parameter", part.part().parameter());
            json.writeStringProperty("since", part.part().since().toString());
            json.writeStringProperty("status", part.part().status().name());
            json.writeStringProperty("of", part.part().base().id());
            number(json, "base", part.exactBase().value());
            number(json, "employerRate", part.employer().percent());
            number(json, "employeeRate", part.employee().percent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void words(JsonGenerator json, PayLine line) {
        parts(json, line);
        json.writeStringProperty("labelFr", PayWords.FRENCH.label(line.rule().kind()));
        json.writeStringProperty("labelEn", PayWords.ENGLISH.label(line.rule().kind()));
        sentences(json, "fr", PayWords.FRENCH.explain(line));
        sentences(json, "en", PayWords.ENGLISH.explain(line));
    }

    private static void sentences(JsonGenerator json, String name, List<String> sentences) {
        if (sentences.isEmpty()) return;
        json.writeArrayPropertyStart(name);
        sentences.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void exact(JsonGenerator json, ExactTotals exact) {
        json.writeObjectPropertyStart("exact");
        number(json, "gross", exact.gross().value());
        number(json, "employeeTotal", exact.employeeTotal().value());
        number(json, "employerTotal", exact.employerTotal().value());
        number(json, "netBeforeTax", exact.netBeforeTax().value());
        number(json, "netTaxable", exact.netTaxable().value());
        number(json, "netSocial", exact.netSocial().value());
        number(json, "pasRate", exact.pasRate().percent());
        number(json, "pas", exact.pas().value());
        number(json, "netPaid", exact.netPaid().value());
        number(json, "employerCost", exact.employerCost().value());
        json.writeEndObject();
    }

    private static void printed(JsonGenerator json, PrintedTotals printed, Iterable<PayLine> lines) {
        json.writeObjectPropertyStart("printed");
        json.writeArrayPropertyStart("lines");
        for (PayLine line : lines) {
            json.writeStartObject();
            json.writeStringProperty("id", line.id());
            number(json, "employer", line.employer().toBigDecimal());
            number(json, "employee", line.employee().toBigDecimal());
            json.writeEndObject();
        }
        json.writeEndArray();
        number(json, "gross", printed.gross().toBigDecimal());
        number(json, "employeeTotal", printed.employeeTotal().toBigDecimal());
        number(json, "employerTotal", printed.employerTotal().toBigDecimal());
        number(json, "netBeforeTax", printed.netBeforeTax().toBigDecimal());
        number(json, "netTaxable", printed.netTaxable().toBigDecimal());
        number(json, "netSocial", printed.netSocial().toBigDecimal());
        number(json, "pasRate", printed.pasRate().percent());
        number(json, "pas", printed.pas().toBigDecimal());
        number(json, "netPaid", printed.netPaid().toBigDecimal());
        number(json, "employerCost", printed.employerCost().toBigDecimal());
        json.writeEndObject();
    }

    static void line(JsonGenerator json, PayLine line, BigDecimal employer, BigDecimal employee) {
        json.writeStringProperty("id", line.id());
        json.writeStringProperty("label", line.label());
        number(json, "employer", employer);
        number(json, "employee", employee);
        json.writeStringProperty("rule", line.rule().article());
        json.writeStringProperty("source", line.rule().source());
    }

    private static void reference(JsonGenerator json, Payslip slip) {
        json.writeObjectPropertyStart("reference");
        number(json, "pmss", slip.ceiling().toBigDecimal());
        number(json, "smicMonthly", slip.smic().toBigDecimal());
        number(json, "csgBase", slip.exactCsgBase().value());
        number(json, "reductionCoefficient", slip.coefficient().ratio());
        if (slip.coverExcess().isPositive()) {
            number(json, "coverExcess", slip.coverExcess().toBigDecimal());
        }
        if (slip.taxedCover().isPositive()) {
            number(json, "taxedCover", slip.taxedCover().toBigDecimal());
        }
        json.writeEndObject();
    }

    static void number(JsonGenerator json, String name, BigDecimal value) {
        json.writeName(name);
        json.writeNumber(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }
}
