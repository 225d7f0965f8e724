package org.passerelle.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.passerelle.portfolio.core.Dependency;
import org.passerelle.portfolio.core.Invoiced;
import org.passerelle.portfolio.core.Portfolio;
import org.passerelle.portfolio.core.SignedOrder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `./passerelle dependency < portfolios.json`, or a table of invoices as CSV: how much hangs on the first client, for
/// many freelancers. The form of input and output, and every definition, is in docs/dependency.md.
public final class DependencyCommand {

    private static final Money LARGEST = Money.of("1000000000.00");
    private static final int LONGEST_NAME = 200;

    private DependencyCommand() {}

    /// @param args for a table of invoices only: `--on DAY --balance EUROS --reserve EUROS --need EUROS`
    /// @return 0 when every case was read, though some may carry an error; 2 when the input is neither form
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        var laws = Laws.load();
        var input = new BufferedInputStream(in);
        try {
            if (!isJson(input)) return table(args, input, out, err, laws);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (args.length > 0) {
            err.println("dependency: JSON says everything itself; " + args[0] + " is for a table of invoices");
            return 2;
        }
        return new CaseStream("dependency", "cases", "results").run(input, out, err, (node, json) -> {
            var portfolio = portfolio(node);
            write(Dependency.of(portfolio, laws.on(portfolio.on())), json);
        });
    }

    /// Whether the first character that is not white says so.
    private static boolean isJson(BufferedInputStream in) throws IOException {
        in.mark(4096);
        int first = in.read();
        for (int i = 0; i < 4000 && (first <= ' ' || first == 0xEF || first == 0xBB || first == 0xBF); i++) {
            if (first < 0) break;
            first = in.read();
        }
        in.reset();
        return first < 0 || first == '{' || first == '[';
    }

    private static int table(String[] args, InputStream in, OutputStream out, PrintStream err, Laws laws)
            throws IOException {
        try {
            var said = Said.of(args);
            var portfolios = InvoicesCsv.read(new InputStreamReader(in, StandardCharsets.UTF_8));
            new CaseStream("dependency", "cases", "results").answer(out, portfolios.entrySet(), (one, json) -> {
                var portfolio = said.with(one.getValue());
                json.writeStringProperty("id", one.getKey());
                json.writeStringProperty("on", portfolio.on().toString());
                write(Dependency.of(portfolio, laws.on(portfolio.on())), json);
            });
            return 0;
        } catch (BadField e) {
            err.println("dependency: " + e.field() + " " + e.message());
            return 2;
        } catch (NoVersion e) {
            err.println("dependency: " + e.getMessage());
            return 2;
        }
    }

    /// What a table of invoices does not hold, from the words of the command.
    private record Said(@Nullable LocalDate on, Money balance, Money reserve, Money need) {

        static Said of(String[] args) {
            var said = new HashMap<String, String>();
            for (int i = 0; i < args.length; i += 2) {
                if (!Set.of("--on", "--balance", "--reserve", "--need").contains(args[i])) {
                    throw new BadField(args[i], "is no word of this command: --on, --balance, --reserve, --need");
                }
                if (i + 1 == args.length) throw new BadField(args[i], "needs a value");
                said.put(args[i], args[i + 1]);
            }
            return new Said(
                    day(said.get("--on")),
                    euros(said, "--balance", LARGEST.negated()),
                    euros(said, "--reserve", Money.ZERO),
                    euros(said, "--need", Money.ZERO));
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException _) {
                throw new BadField("--on", "must be a day such as 2026-10-31");
            }
        }

        private static Money euros(Map<String, String> said, String word, Money least) {
            try {
                var money = Money.of(said.getOrDefault(word, "0"));
                if (money.compareTo(least) >= 0 && money.compareTo(LARGEST) <= 0) return money;
            } catch (InvalidValue _) {
                // told below, as what is out of range
            }
            throw new BadField(word, "must be euros such as 1200.50");
        }

        /// Asked about the day of the last invoice when no day is said.
        Portfolio with(List<Invoiced> invoices) {
            var day = on != null
                    ? on
                    : invoices.stream()
                            .map(Invoiced::date)
                            .max(LocalDate::compareTo)
                            .orElseThrow();
            return new Portfolio(day, invoices, balance, reserve, List.of(), need);
        }
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
