package org.passerelle.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.passerelle.portfolio.core.Dependency;
import org.passerelle.portfolio.core.Invoiced;
import org.passerelle.portfolio.core.Portfolio;
import org.passerelle.portfolio.core.SignedOrder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `./passerelle dependency < portfolios.json`: how much hangs on the first client, for many freelancers. The form of
/// input and output, and every definition, is in docs/dependency.md.
public final class DependencyCommand {

    private static final Money LARGEST = Money.of("1000000000.00");
    private static final int LONGEST_NAME = 200;

    private DependencyCommand() {}

    /// @return 0 when every case was read, though some may carry an error; 2 when the input is no such JSON
    public static int run(InputStream in, OutputStream out, PrintStream err) {
        var laws = Laws.load();
        return new CaseStream("dependency", "cases", "results").run(in, out, err, (node, json) -> {
            var portfolio = portfolio(node);
            var law = laws.on(portfolio.on());
            write(Dependency.of(portfolio, law), json);
        });
    }

    private static Portfolio portfolio(JsonNode node) {
        var fields = Fields.of(
                "case", node, Set.of("id", "on", "invoices", "balance", "reserve", "signedOrders", "monthlyNeed"));
        var invoices = new ArrayList<Invoiced>();
        for (var one : fields.list("invoices")) invoices.add(invoice("invoices[" + invoices.size() + "]", one));
        var orders = new ArrayList<SignedOrder>();
        if (fields.has("signedOrders")) {
            for (var one : fields.list("signedOrders")) orders.add(order("signedOrders[" + orders.size() + "]", one));
        }
        return new Portfolio(
                fields.day("on"),
                invoices,
                fields.has("balance") ? fields.signedMoney("balance", LARGEST) : Money.ZERO,
                fields.has("reserve") ? fields.money("reserve", LARGEST) : Money.ZERO,
                orders,
                fields.has("monthlyNeed") ? fields.money("monthlyNeed", LARGEST) : Money.ZERO);
    }

    private static Invoiced invoice(String path, JsonNode node) {
        var fields = Fields.of(path, node, Set.of("client", "date", "amount"));
        return new Invoiced(
                fields.text("client", LONGEST_NAME), fields.day("date"), fields.signedMoney("amount", LARGEST));
    }

    private static SignedOrder order(String path, JsonNode node) {
        var fields = Fields.of(path, node, Set.of("client", "month", "amount"));
        return new SignedOrder(fields.text("client", LONGEST_NAME), month(fields), fields.money("amount", LARGEST));
    }

    private static Month month(Fields fields) {
        try {
            return Month.of(fields.text("month", LONGEST_NAME));
        } catch (InvalidValue _) {
            throw new BadField(fields.path("month"), "must be a month such as \"2026-11\"");
        }
    }

    private static void write(Dependency dependency, JsonGenerator json) {
        var first = dependency.firstClient().orElse(null);
        if (first == null) json.writeNullProperty("firstClient");
        else json.writeStringProperty("firstClient", first);
        json.writeNumberProperty("firstClientShare", dependency.firstClientShare());
        json.writeNumberProperty("topThreeShare", dependency.topThreeShare());
        json.writeNumberProperty("hhi", dependency.shares().hhi());
        json.writeNumberProperty("effectiveClients", dependency.shares().effectiveClients());
        var runway = dependency.runway();
        if (runway.months().isEmpty()) json.writeNullProperty("runwayMonths");
        else json.writeNumberProperty("runwayMonths", runway.months().get());
        runway.lastDay().map(LocalDate::toString).ifPresent(day -> json.writeStringProperty("runwayLastDay", day));
        both(
                json,
                "runwayDefinition",
                List.of(
                        Texts.in(Language.FR).localize("portfolio.runway.definition"),
                        Texts.in(Language.EN).localize("portfolio.runway.definition")));
        json.writeArrayPropertyStart("findings");
        for (var finding : dependency.findings()) write(finding, json);
        json.writeEndArray();
    }

    private static void write(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.ruleId());
        json.writeStringProperty("code", finding.variant());
        json.writeStringProperty("severity", finding.severity().name());
        both(json, "message", in(texts -> texts.finding(finding)));
        if (Texts.in(Language.FR).wayOut(finding).isPresent()) {
            both(json, "wayOut", in(texts -> texts.wayOut(finding).orElseThrow()));
        }
        json.writeEndObject();
    }

    private static List<String> in(java.util.function.Function<Texts, String> sentence) {
        return List.of(sentence.apply(Texts.in(Language.FR)), sentence.apply(Texts.in(Language.EN)));
    }

    private static void both(JsonGenerator json, String name, List<String> sentences) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("fr", sentences.getFirst());
        json.writeStringProperty("en", sentences.getLast());
        json.writeEndObject();
    }
}
