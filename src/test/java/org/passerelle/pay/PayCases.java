package org.passerelle.pay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the reference payslips of the domain.
final class PayCases {

    private PayCases() {}

    static Stream<PayCase> all() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (InputStream in = PayCases.class.getResourceAsStream("/pay/payroll-cases-public.json")) {
            return mapper.readTree(in).get("cases").valueStream().map(PayCases::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PayCase read(JsonNode node) {
        var input = node.get("input");
        var mutuelle = input.get("mutuelle");
        var employer = new EmployerTerms(
                input.get("effectif").asInt(),
                percent(input, "versementMobilite"),
                percent(input, "atmp"),
                Money.of(mutuelle.get("monthly").asDecimal()),
                percent(mutuelle, "employerShare"),
                percent(input, "alternantsShare"));
        var pas = input.get("pas");
        var worker = new WorkerTerms(
                input.get("cadre").asBoolean(),
                false,
                input.get("hoursPerWeek").asDecimal(),
                HoursBasis.CONTRACT,
                pas.isNumber() ? new Withholding.Personal(percent(input, "pas")) : Withholding.NEUTRAL,
                Zone.MAINLAND);
        return new PayCase(
                node.get("id").asString(),
                PayInput.of(
                        LocalDate.parse(input.get("date").asString()),
                        Money.of(input.get("grossMonthly").asDecimal()),
                        PayTerms.of(employer, worker)),
                node);
    }

    private static Rate percent(JsonNode node, String field) {
        return Rate.ofPercent(number(node, field));
    }

    static BigDecimal number(JsonNode node, String field) {
        return node.get(field).asDecimal();
    }
}
