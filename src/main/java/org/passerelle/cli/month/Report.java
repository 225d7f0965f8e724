package org.passerelle.cli.month;

import java.util.Comparator;
import java.util.Map;
import org.passerelle.cli.month.MonthResult.OfEntity;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PersonId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.people.Person;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// bilan.json: what the month came to, worker by worker, with sums that are checked before they are written.
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode entities;
    private Balance all = Balance.ZERO;

    Report(Month month) {
        root.put("month", month.toString());
        root.put("currency", "EUR");
        entities = root.putArray("entities");
    }

    void add(OfEntity entity, Map<PersonId, Balance> balances) {
        var node = entities.addObject();
        node.put("code", entity.code());
        node.put("name", entity.operator().name());
        node.put("frame", entity.operator().frame().name());
        node.put("siren", entity.operator().siret().siren().value());
        var sum = Balance.ZERO;
        var workers = node.putArray("workers");
        for (var person : entity.people()) {
            var balance = balances.getOrDefault(person.id(), Balance.ZERO);
            worker(workers.addObject(), entity, person, balance);
            sum = sum.plus(balance);
        }
        figures(node.putObject("totals"), sum);
        payTotals((ObjectNode) node.get("totals"), entity);
        invoices(node.putArray("invoices"), entity);
        missions(node.putArray("missions_not_agreed"), entity);
        waiting(node.putArray("bank_lines_waiting"), entity);
        all = all.plus(sum);
    }

    private static void worker(ObjectNode node, OfEntity entity, Person person, Balance balance) {
        node.put("code", person.code());
        node.put("name", person.name());
        money(node, "invoiced", invoiced(entity, person));
        figures(node, balance);
        var payslip = entity.payroll().payslips().stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst();
        money(node, "gross", payslip.map(IssuedPayslip::gross).orElse(Money.ZERO));
        money(node, "net_before_tax", payslip.map(IssuedPayslip::netBeforeTax).orElse(Money.ZERO));
        money(node, "withheld", payslip.map(IssuedPayslip::withheld).orElse(Money.ZERO));
        money(node, "refund", payslip.map(IssuedPayslip::refund).orElse(Money.ZERO));
        money(node, "net", payslip.map(IssuedPayslip::netPaid).orElse(Money.ZERO));
        money(node, "cost", payslip.map(IssuedPayslip::cost).orElse(Money.ZERO));
        node.put("payslip", payslip.map(IssuedPayslip::number).orElse(null));
        entity.payroll().notPaid().stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .ifPresent(one -> node.put("not_paid", one.reason().name()));
    }

    /// Without VAT; credit notes count against it.
    private static Money invoiced(OfEntity entity, Person person) {
        return entity.invoices().stream()
                .filter(invoice -> invoice.person().equals(person.id()))
                .map(invoice -> invoice.isCreditNote()
                        ? invoice.totals().net().negated()
                        : invoice.totals().net())
                .reduce(Money.ZERO, Money::plus);
    }

    private static void figures(ObjectNode node, Balance balance) {
        money(node, "collected", balance.collected());
        money(node, "fee", balance.fee());
        var allocations = node.putObject("allocations");
        balance.allocations().forEach((category, money) -> money(allocations, category.name(), money));
        money(node, "balance", balance.balance());
        money(node, "reserve", balance.reserve());
        money(node, "leave", balance.leave());
    }

    private static void payTotals(ObjectNode node, OfEntity entity) {
        var payslips = entity.payroll().payslips();
        money(node, "gross", payslips.stream().map(IssuedPayslip::gross).reduce(Money.ZERO, Money::plus));
        money(node, "net", payslips.stream().map(IssuedPayslip::netPaid).reduce(Money.ZERO, Money::plus));
        money(node, "cost", payslips.stream().map(IssuedPayslip::cost).reduce(Money.ZERO, Money::plus));
        var payments = entity.payments();
        money(node, "ordered", payments == null ? Money.ZERO : payments.total());
    }

    private static void invoices(ArrayNode nodes, OfEntity entity) {
        for (var invoice : entity.invoices()) {
            var node = nodes.addObject();
            node.put("number", invoice.number());
            node.put("client", invoice.clientCode());
            node.put("state", invoice.state().name());
            money(node, "net", invoice.totals().net());
            money(node, "gross", invoice.totals().gross());
            money(node, "paid", invoice.paid());
            money(node, "open", invoice.isCreditNote() ? Money.ZERO : open(invoice));
            node.put("due", invoice.dueDate().toString());
        }
    }

    private static Money open(IssuedInvoice invoice) {
        return invoice.open();
    }

    private static void missions(ArrayNode nodes, OfEntity entity) {
        entity.missions().stream()
                .filter(mission -> mission.state() != MissionState.AGREED)
                .sorted(Comparator.comparing(Mission::code))
                .forEach(mission -> {
                    var node = nodes.addObject();
                    node.put("code", mission.code());
                    node.put("title", mission.terms().title());
                    node.put("state", mission.state().name());
                    var findings = node.putArray("findings");
                    for (var finding : mission.findings()) finding(findings.addObject(), finding);
                });
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("ruleId", finding.ruleId());
        node.put("severity", finding.severity().name());
        node.put("article", finding.article());
        var message = node.putObject("message");
        message.put("fr", Texts.in(Language.FR).finding(finding));
        message.put("en", Texts.in(Language.EN).finding(finding));
    }

    private static void waiting(ArrayNode nodes, OfEntity entity) {
        for (var proposal : entity.waiting()) {
            var node = nodes.addObject();
            var line = proposal.line();
            node.put("date", line.bookingDate().toString());
            money(node, "amount", line.amount());
            node.put("reference", line.reference());
            node.put("counterparty", line.counterparty());
            node.put("text", line.remittance());
            var reasons = node.putArray("reasons");
            for (var reason : proposal.reasons())
                reasons.add(Texts.in(Language.FR).localize(reason));
        }
    }

    private static void money(ObjectNode node, String name, Money money) {
        node.put(name, money.toBigDecimal());
    }

    String text() {
        figures(root.putObject("totals"), all);
        return JSON.writeValueAsString(root) + "\n";
    }
}
