package org.passerelle.workspace.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Movement;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.ChartRow;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Paging;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// « Solde »: a reading of the worker's axis of the book (901…): the book's own order, newest first, so that each
/// balance follows from the line beneath it.
@Controller
@OpenTo(Role.FREELANCER)
class BalancePage {

    private static final String ALL = "901";
    private static final List<String> PARTS = List.of("901100", "901200", "901300", "901400");
    private static final int PER_PAGE = 40;

    /// An id of our own catalogue says nothing to the person whose money it is.
    private static final Pattern RULE = Pattern.compile("[A-Z]{2,3}-[0-9]{1,3}[a-z]?");

    private final MyFile files;
    private final Ledger ledger;
    private final Clock clock;

    BalancePage(MyFile files, Ledger ledger, Clock clock) {
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/solde")
    ModelAndView balance(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        var me = files.of(who);
        var all = ledger.movements(me.operator(), ALL, me.id());
        var month = typed.value("mois", Month::of);
        var category = typed.text("categorie");
        var part = PARTS.contains(typed.text("partie")) ? typed.text("partie") : "";
        var read = part.isEmpty() ? all : ledger.movements(me.operator(), part, me.id()); // with its own balances
        var shown = read.reversed().stream()
                .filter(m -> month == null || month.contains(m.date()))
                .filter(m -> category.isEmpty() || category.equals(m.category()))
                .toList();
        int pages = Math.max(1, (shown.size() + PER_PAGE - 1) / PER_PAGE);
        int number = Math.clamp(page(typed), 1, pages);
        var rows = shown.stream()
                .skip((long) (number - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(m -> row(m, t))
                .toList();
        var query = "/solde?mois=" + (month == null ? "" : month) + "&categorie="
                + java.net.URLEncoder.encode(category, java.nio.charset.StandardCharsets.UTF_8) + "&partie=" + part
                + "&page=";
        var sum = shown.stream().map(Movement::credited).reduce(Money.ZERO, Money::plus);
        var view = new BalanceView(
                ledger.balance(me.operator(), "9011", me.id()).negated(),
                ledger.balance(me.operator(), "9012", me.id()).negated(),
                ledger.balance(me.operator(), "9013", me.id()).negated(),
                ledger.balance(me.operator(), "9014", me.id()).negated(),
                ledger.balance(me.operator(), ALL, me.id()).negated(),
                filters(all, month, category, part, t),
                month != null || !category.isEmpty() || !part.isEmpty(),
                chart(shown, t),
                rows,
                sum,
                new Paging(number, pages, query),
                t.localize("workspace.balance.computed", t.date(Days.today(clock))));
        return Partials.page("workspace/balance", Map.of("view", view));
    }

    private static int page(Typed typed) {
        return typed.text("page").matches("[0-9]{1,6}") ? Integer.parseInt(typed.text("page")) : 1;
    }

    private static List<Field> filters(
            List<Movement> all, @org.jspecify.annotations.Nullable Month month, String category, String part, Texts t) {
        var months = new ArrayList<Option>();
        months.add(new Option("", t.localize("workspace.balance.all.months"), month == null));
        all.stream()
                .map(m -> Month.containing(m.date()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(m -> months.add(new Option(m.toString(), t.month(m), m.equals(month))));
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
                Field.select("mois", t.localize("workspace.balance.month"), months),
                Field.select("categorie", t.localize("workspace.balance.category"), categories),
                Field.select("partie", t.localize("workspace.balance.part"), parts));
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
