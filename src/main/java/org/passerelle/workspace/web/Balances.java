package org.passerelle.workspace.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Movement;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.ChartRow;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Paging;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;

/// An activity account as the worker and the desk alike see it: a reading of the worker's axis of the book (901…): the
/// book's own order, newest first, so that each
/// balance follows from the line beneath it.
@Component
public class Balances {

    private static final String ALL = "901";
    private static final List<String> PARTS = List.of("901100", "901200", "901300", "901400");
    private static final int PER_PAGE = 40;

    /// An id of our own catalogue says nothing to the person whose money it is.
    private static final Pattern RULE = Pattern.compile("[A-Z]{2,3}-[0-9]{1,3}[a-z]?");

    private final Ledger ledger;
    private final Clock clock;

    Balances(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param address of the page, to which the filters are added
    /// @param typed the filters: `mois`, `jusqua`, `categorie`, `partie`, `page`
    public BalanceView of(OperatorId operator, PersonId person, String address, Typed typed, Texts t) {
        var all = ledger.movements(operator, ALL, person);
        var from = typed.value("mois", Month::of);
        var last = typed.value("jusqua", Month::of);
        var until = last == null || from != null && last.compareTo(from) < 0 ? from : last;
        var category = typed.text("categorie");
        var part = PARTS.contains(typed.text("partie")) ? typed.text("partie") : "";
        var read = part.isEmpty() ? all : ledger.movements(operator, part, person); // with its own balances
        var shown = read.reversed().stream()
                .filter(m -> from == null || !m.date().isBefore(from.firstDay()))
                .filter(m -> until == null || !m.date().isAfter(until.lastDay()))
                .filter(m -> category.isEmpty() || category.equals(m.category()))
                .toList();
        int pages = Math.max(1, (shown.size() + PER_PAGE - 1) / PER_PAGE);
        int number = Math.clamp(page(typed), 1, pages);
        var rows = shown.stream()
                .skip((long) (number - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(m -> row(m, t))
                .toList();
        var query = address + "?mois=" + (from == null ? "" : from) + "&jusqua=" + (last == null ? "" : last)
                + "&categorie="
                + java.net.URLEncoder.encode(category, java.nio.charset.StandardCharsets.UTF_8) + "&partie=" + part
                + "&page=";
        var sum = shown.stream().map(Movement::credited).reduce(Money.ZERO, Money::plus);
        return new BalanceView(
                address,
                ledger.balance(operator, "9011", person).negated(),
                ledger.balance(operator, "9012", person).negated(),
                ledger.balance(operator, "9013", person).negated(),
                ledger.balance(operator, "9014", person).negated(),
                ledger.balance(operator, ALL, person).negated(),
                filters(all, from, last, category, part, t),
                from != null || last != null || !category.isEmpty() || !part.isEmpty(),
                chart(shown, t),
                rows,
                sum,
                new Paging(number, pages, query),
                t.localize("workspace.balance.computed", t.date(Days.today(clock))));
    }

    private static int page(Typed typed) {
        return typed.text("page").matches("[0-9]{1,6}") ? Integer.parseInt(typed.text("page")) : 1;
    }

    private static List<Field> filters(
            List<Movement> all, @Nullable Month from, @Nullable Month last, String category, String part, Texts t) {
        var months = all.stream()
                .map(m -> Month.containing(m.date()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var categories = new ArrayList<Option>();
        categories.add(new Option("", t.localize("workspace.balance.all.categories"), category.isEmpty()));
        all.stream()
                .map(Movement::category)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(c -> categories.add(new Option(c, category(c, t), c.equals(category))));
        var parts = new ArrayList<Option>();
        parts.add(new Option("", t.localize("workspace.balance.all.parts"), part.isEmpty()));
        PARTS.forEach(p -> parts.add(new Option(p, t.localize("workspace.balance.part." + p), p.equals(part))));
        return List.of(
                Field.select("mois", t.localize("workspace.balance.month"), months(months, "all.months", from, t)),
                Field.select("jusqua", t.localize("workspace.balance.until"), months(months, "only.month", last, t)),
                Field.select("categorie", t.localize("workspace.balance.category"), categories),
                Field.select("partie", t.localize("workspace.balance.part"), parts));
    }

    private static List<Option> months(List<Month> months, String none, @Nullable Month chosen, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("workspace.balance." + none), chosen == null));
        months.forEach(m -> options.add(new Option(m.toString(), t.month(m), m.equals(chosen))));
        return options;
    }

    /// What left the account, by category; moves between its own parts cancel out. Longest bar first.
    private static List<ChartRow> chart(List<Movement> shown, Texts t) {
        var byCategory = new TreeMap<String, Money>();
        for (var m : shown) {
            var category = m.category();
            if (category != null) byCategory.merge(category, m.credited(), Money::plus);
        }
        long most = byCategory.values().stream()
                .mapToLong(m -> m.abs().cents())
                .max()
                .orElse(0);
        if (most == 0) return List.of();
        return byCategory.entrySet().stream()
                .filter(e -> !e.getValue().isZero())
                .sorted(Map.Entry.<String, Money>comparingByValue().reversed())
                .map(e -> new ChartRow(category(e.getKey(), t), t.money(e.getValue()), (int)
                        (e.getValue().abs().cents() * 1000 / most)))
                .toList();
    }

    private static String category(String code, Texts t) {
        var key = "workspace.category." + code;
        return t.has(key) ? t.localize(key) : code;
    }

    private static BalanceView.Row row(Movement m, Texts t) {
        var category = m.category();
        var clause = m.clause();
        var part = "workspace.balance.part." + m.account();
        return new BalanceView.Row(
                t.date(m.date()),
                m.label(),
                category == null ? "" : category(category, t),
                t.has(part) ? t.localize(part) : m.account(),
                clause == null || RULE.matcher(clause).matches() ? "" : clause,
                m.credited(),
                m.balance());
    }
}
