package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import org.passerelle.law.Laws;
import org.passerelle.pay.ExactTotals;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.PrintedTotals;
import org.passerelle.pay.YearToDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `./passerelle pay < cases.json`: payslips of lone months, exact and printed, with explained lines.
public final class PayCommand {

    private PayCommand() {}

    public static int run(InputStream in, OutputStream out, PrintStream err) {
        var engine = PayEngine.of(Laws.load());
        return new CaseStream("pay", "cases", "results").run(in, out, err, (node, json) -> answer(engine, node, json));
    }

    private static void answer(PayEngine engine, JsonNode node, JsonGenerator json) {
        var slip = engine.pay(PayCaseReader.month(node), YearToDate.NONE);
        var lines = slip.lines();
        exact(json, slip.exact());
        printed(json, slip.printed(), lines);
        json.writeArrayPropertyStart("lines");
        for (PayLine line : lines) {
            explained(
                    json,
                    line,
                    line.exactEmployer().value(),
                    line.exactEmployee().value());
        }
        json.writeEndArray();
        reference(json, slip);
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

    static void explained(JsonGenerator json, PayLine line, BigDecimal employer, BigDecimal employee) {
        json.writeStartObject();
        json.writeStringProperty("id", line.id());
        json.writeStringProperty("label", line.label());
        number(json, "employer", employer);
        number(json, "employee", employee);
        json.writeStringProperty("rule", line.rule().article());
        json.writeStringProperty("source", line.rule().source());
        json.writeEndObject();
    }

    private static void reference(JsonGenerator json, Payslip slip) {
        json.writeObjectPropertyStart("reference");
        number(json, "pmss", slip.ceiling().toBigDecimal());
        number(json, "smicMonthly", slip.smic().toBigDecimal());
        number(json, "csgBase", slip.exactCsgBase().value());
        number(json, "reductionCoefficient", slip.coefficient().ratio());
        json.writeEndObject();
    }

    static void number(JsonGenerator json, String name, BigDecimal value) {
        json.writeName(name);
        json.writeNumber(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }
}
