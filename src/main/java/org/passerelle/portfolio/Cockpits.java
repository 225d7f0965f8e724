package org.passerelle.portfolio;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.clients.Clients;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.portfolio.core.ClientShares;
import org.passerelle.portfolio.core.Dependency;
import org.passerelle.portfolio.core.Invoiced;
import org.passerelle.portfolio.core.Portfolio;
import org.passerelle.portfolio.core.SignedOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads a worker's clients from invoices, account, missions and reports. It writes nothing.
@Service
public class Cockpits {

    private static final int MONTHS = 12;
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(7);

    private final Invoicing invoicing;
    private final Compte compte;
    private final Missions missions;
    private final Activity activity;
    private final Clients clients;
    private final Operators operators;
    private final Payslips payslips;
    private final Laws laws;
    private final Clock clock;

    Cockpits(
            Invoicing invoicing,
            Compte compte,
            Missions missions,
            Activity activity,
            Clients clients,
            Operators operators,
            Payslips payslips,
            Laws laws,
            Clock clock) {
        this.invoicing = invoicing;
        this.compte = compte;
        this.missions = missions;
        this.activity = activity;
        this.clients = clients;
        this.operators = operators;
        this.payslips = payslips;
        this.laws = laws;
        this.clock = clock;
    }

    /// @param need what the account must bring each month, or null: the average cost of the payslips of twelve months
    @Transactional(readOnly = true)
    public Cockpit of(Person person, @Nullable Money need) {
        var on = Days.today(clock);
        var invoices = invoicing.issuedFor(person.operator(), person.id());
        var own = missions.of(person.id());
        var names = names(invoices, own);
        var invoiced = invoices.stream()
                .map(one -> new Invoiced(requireNonNull(names.get(one.client())), one.issueDate(), net(one)))
                .toList();
        var orders = orders(person, own, names, on);
        var portfolio = new Portfolio(
                on,
                invoiced,
                compte.balance(person.operator(), person.id(), Pocket.AVAILABLE),
                compte.balance(person.operator(), person.id(), Pocket.RESERVE),
                orders,
                need == null ? usualCost(person, on) : need);
        return new Cockpit(
                portfolio,
                Dependency.of(portfolio, laws.on(on)),
                figures(person, invoices, own, names, portfolio),
                trend(invoiced, on));
    }

    /// Two clients of one name stay two: the second bears its code.
    private Map<ClientId, String> names(List<IssuedInvoice> invoices, List<Mission> own) {
        var names = new HashMap<ClientId, String>();
        Stream.concat(invoices.stream().map(IssuedInvoice::client), own.stream().map(Mission::client))
                .distinct()
                .map(clients::get)
                .sorted(Comparator.comparing(org.passerelle.clients.Client::code))
                .forEach(client -> names.put(
                        client.id(),
                        names.containsValue(client.name())
                                ? client.name() + " (" + client.code() + ")"
                                : client.name()));
        return names;
    }

    private static Money net(IssuedInvoice invoice) {
        var net = invoice.totals().net();
        return invoice.isCreditNote() ? net.abs().negated() : net;
    }

    private Money usualCost(Person person, LocalDate on) {
        var costs = payslips.of(person.operator(), person.id()).stream()
                .filter(slip -> slip.month().firstDay().isAfter(on.minusYears(1)))
                .map(IssuedPayslip::cost)
                .toList();
        if (costs.isEmpty()) return Money.ZERO;
        var sum = costs.stream().reduce(Money.ZERO, Money::plus);
        return Money.of(sum.toBigDecimal().divide(BigDecimal.valueOf(costs.size()), 2, RoundingMode.HALF_UP));
    }

    /// What signed missions bring in the months to come, by the volume foreseen, after the entity's fee.
    private List<SignedOrder> orders(Person person, List<Mission> own, Map<ClientId, String> names, LocalDate on) {
        var model = operators.get(person.operator()).fee(on).model();
        var orders = new ArrayList<SignedOrder>();
        var month = Month.containing(on);
        for (int i = 0; i <= MONTHS; i++, month = month.next()) {
            var amounts = new TreeMap<String, Money>();
            for (var mission : own) {
                var amount = foreseen(mission, month);
                if (amount.isPositive())
                    amounts.merge(requireNonNull(names.get(mission.client())), amount, Money::plus);
            }
            if (amounts.isEmpty()) continue;
            var weights = amounts.values().stream().mapToLong(Money::cents).toArray();
            var total = amounts.values().stream().reduce(Money.ZERO, Money::plus);
            var fees = model.on(total).split(weights);
            int at = 0;
            for (var amount : amounts.entrySet()) {
                orders.add(new SignedOrder(
                        amount.getKey(), month, amount.getValue().minus(fees[at++])));
            }
        }
        return orders;
    }

    /// A month's work of a mission by its foreseen volume; a part of a month counts by its days.
    private static Money foreseen(Mission mission, Month month) {
        if (mission.state() != MissionState.AGREED) return Money.ZERO;
        var dates = mission.terms().dates();
        var from = dates.start().isAfter(month.firstDay()) ? dates.start() : month.firstDay();
        var to = dates.end().isBefore(month.lastDay()) ? dates.end() : month.lastDay();
        long days = java.time.temporal.ChronoUnit.DAYS.between(from, to) + 1;
        if (days <= 0) return Money.ZERO;
        var whole = mission.terms()
                .pricePerDay()
                .toBigDecimal()
                .multiply(mission.terms().daysPerMonth());
        return Money.of(whole.multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(month.lastDay().getDayOfMonth()), 2, RoundingMode.HALF_UP));
    }

    private List<ClientFigures> figures(
            Person person,
            List<IssuedInvoice> invoices,
            List<Mission> own,
            Map<ClientId, String> names,
            Portfolio portfolio) {
        var shares = ClientShares.of(portfolio.invoices(), portfolio.on());
        var days = days(person, own, portfolio.on());
        return names.entrySet().stream()
                .map(client -> {
                    var of = invoices.stream()
                            .filter(one -> one.client().equals(client.getKey()))
                            .filter(one ->
                                    one.issueDate().isAfter(portfolio.on().minusYears(1)))
                            .toList();
                    var weight = shares.clients().stream()
                            .filter(one -> one.name().equals(client.getValue()))
                            .map(ClientShares.Client::sum)
                            .findFirst()
                            .orElse(Money.ZERO);
                    return new ClientFigures(
                            client.getKey(),
                            client.getValue(),
                            weight,
                            percent(weight, shares.total()),
                            sum(of.stream().filter(one -> !one.isCreditNote()).map(IssuedInvoice::paid)),
                            sum(of.stream().filter(one -> !one.isCreditNote()).map(IssuedInvoice::open)),
                            sum(portfolio.orders().stream()
                                    .filter(order -> order.client().equals(client.getValue()))
                                    .map(SignedOrder::amount)),
                            days.getOrDefault(client.getKey(), BigDecimal.ZERO),
                            own.stream()
                                    .filter(one -> one.client().equals(client.getKey()))
                                    .filter(one -> one.state() == MissionState.AGREED)
                                    .map(one -> one.terms().dates().end())
                                    .filter(end -> !end.isBefore(portfolio.on()))
                                    .max(Comparator.naturalOrder())
                                    .orElse(null));
                })
                .sorted(Comparator.comparing(ClientFigures::invoiced)
                        .thenComparing(ClientFigures::signed)
                        .reversed()
                        .thenComparing(ClientFigures::name))
                .toList();
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    private static BigDecimal percent(Money part, Money whole) {
        if (whole.isZero()) return BigDecimal.ZERO.setScale(2);
        return BigDecimal.valueOf(part.cents() * 100)
                .divide(BigDecimal.valueOf(whole.cents()), 2, RoundingMode.HALF_UP);
    }

    /// Days of work reported over twelve months; seven hours make one.
    private Map<ClientId, BigDecimal> days(Person person, List<Mission> own, LocalDate on) {
        var clientOf = new HashMap<MissionId, ClientId>();
        for (var mission : own) clientOf.put(mission.id(), mission.client());
        var days = new HashMap<ClientId, BigDecimal>();
        var last = Month.containing(on);
        for (var month = Month.containing(on.minusYears(1)); month.compareTo(last) <= 0; month = month.next()) {
            activity.of(person.id(), month)
                    .ifPresent(report -> report.days().forEach(day -> {
                        var client = day.mission() == null ? null : clientOf.get(day.mission());
                        if (client == null
                                || day.unit() == ActivityUnit.PART
                                || !day.day().isAfter(on.minusYears(1))) return;
                        var length = day.unit() == ActivityUnit.HOUR
                                ? day.quantity().divide(HOURS_OF_A_DAY, 2, RoundingMode.HALF_UP)
                                : day.quantity();
                        days.merge(client, length, BigDecimal::add);
                    }));
        }
        return days;
    }

    private static List<Cockpit.Point> trend(List<Invoiced> invoices, LocalDate on) {
        var points = new ArrayList<Cockpit.Point>();
        for (int back = MONTHS - 1; back >= 1; back--) {
            var day = new Month(Month.containing(on).value().minusMonths(back)).lastDay();
            points.add(new Cockpit.Point(day, ClientShares.of(invoices, day).shareOfFirst(1)));
        }
        points.add(new Cockpit.Point(on, ClientShares.of(invoices, on).shareOfFirst(1)));
        return points;
    }
}
