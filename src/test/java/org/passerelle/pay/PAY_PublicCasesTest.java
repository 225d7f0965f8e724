package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.law.Laws;
import tools.jackson.databind.JsonNode;

@DisplayName("PAY-01 to PAY-40: payslips of 2025 and 2026 to the cent")
class PAY_PublicCasesTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());
    private static final Offset<BigDecimal> MILLIONTH = Offset.offset(new BigDecimal("0.000002"));

    static Stream<PayCase> cases() {
        return PayCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void exact_figures(PayCase payCase) {
        var exact = ENGINE.pay(payCase.input(), YearToDate.NONE).exact();
        var expected = payCase.expected().get("exact");
        near(exact.gross(), expected, "gross");
        near(exact.employeeTotal(), expected, "employeeTotal");
        near(exact.employerTotal(), expected, "employerTotal");
        near(exact.netBeforeTax(), expected, "netBeforeTax");
        near(exact.netTaxable(), expected, "netTaxable");
        near(exact.netSocial(), expected, "netSocial");
        near(Amount.of(exact.pasRate().percent()), expected, "pasRate");
        near(exact.pas(), expected, "pas");
        near(exact.netPaid(), expected, "netPaid");
        near(exact.employerCost(), expected, "employerCost");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printed_figures(PayCase payCase) {
        var printed = ENGINE.pay(payCase.input(), YearToDate.NONE).printed();
        var expected = payCase.expected().get("printed");
        same(printed.gross(), expected, "gross");
        same(printed.employeeTotal(), expected, "employeeTotal");
        same(printed.employerTotal(), expected, "employerTotal");
        same(printed.netBeforeTax(), expected, "netBeforeTax");
        same(printed.netTaxable(), expected, "netTaxable");
        same(printed.netSocial(), expected, "netSocial");
        assertThat(printed.pasRate().percent()).isEqualByComparingTo(PayCases.number(expected, "pasRate"));
        same(printed.pas(), expected, "pas");
        same(printed.netPaid(), expected, "netPaid");
        same(printed.employerCost(), expected, "employerCost");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void lines_exact_and_printed(PayCase payCase) {
        var lines = ENGINE.pay(payCase.input(), YearToDate.NONE).lines();
        var exact = payCase.expected().get("lines");
        var printed = payCase.expected().get("printed").get("lines");
        assertThat(lines.stream().map(PayLine::id).collect(Collectors.toSet()))
                .isEqualTo(exact.valueStream().map(n -> n.get("id").asString()).collect(Collectors.toSet()));
        for (PayLine line : lines) {
            near(line.exactEmployer(), named(exact, line.id()), "employer");
            near(line.exactEmployee(), named(exact, line.id()), "employee");
            same(line.employer(), named(printed, line.id()), "employer");
            same(line.employee(), named(printed, line.id()), "employee");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void reference_amounts(PayCase payCase) {
        var slip = ENGINE.pay(payCase.input(), YearToDate.NONE);
        var reference = payCase.expected().get("reference");
        same(slip.ceiling(), reference, "pmss");
        near(slip.exactCsgBase(), reference, "csgBase");
        assertThat(slip.coefficient().ratio()).isEqualByComparingTo(PayCases.number(reference, "reductionCoefficient"));
        assertThat(slip.smic().toBigDecimal())
                .isCloseTo(PayCases.number(reference, "smicMonthly"), Offset.offset(new BigDecimal("0.005")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_line_can_say_where_it_comes_from_and_adds_up(PayCase payCase) {
        for (PayLine line : ENGINE.pay(payCase.input(), YearToDate.NONE).lines()) {
            assertThat(line.label()).isNotBlank();
            assertThat(line.rule().article()).isNotBlank();
            assertThat(line.rule().source()).isNotBlank();
            long employer = line.parts().stream()
                    .mapToLong(p -> Nanos.times(p.baseNanos(), p.employerRate()))
                    .sum();
            long employee = line.parts().stream()
                    .mapToLong(p -> Nanos.times(p.baseNanos(), p.employeeRate()))
                    .sum();
            assertThat(employer).as(line.id()).isEqualTo(line.employerNanos());
            assertThat(employee).as(line.id()).isEqualTo(line.employeeNanos());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void backwards_from_the_cost_to_the_gross(PayCase payCase) {
        var cost = Amount.of(PayCases.number(payCase.expected().get("exact"), "employerCost"));
        // the file rounds the cost to the millionth, perhaps downwards
        var budget = cost.plus(Amount.of("0.000001"));
        var found =
                ENGINE.largestGross(payCase.input(), YearToDate.NONE, budget).orElseThrow();
        assertThat(found).isEqualTo(payCase.input().gross());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void backwards_from_the_net_to_the_gross(PayCase payCase) {
        var net = Amount.of(PayCases.number(payCase.expected().get("exact"), "netBeforeTax"));
        var found = ENGINE.smallestGrossForNet(payCase.input(), YearToDate.NONE, net.minus(Amount.of("0.000001")))
                .orElseThrow();
        assertThat(found).isEqualTo(payCase.input().gross());
    }

    private static JsonNode named(JsonNode lines, String id) {
        return lines.valueStream()
                .filter(n -> n.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void near(Amount actual, JsonNode expected, String field) {
        assertThat(actual.value()).as(field).isCloseTo(PayCases.number(expected, field), MILLIONTH);
    }

    private static void same(Money actual, JsonNode expected, String field) {
        assertThat(actual.toBigDecimal()).as(field).isEqualByComparingTo(PayCases.number(expected, field));
    }
}
