package org.passerelle.portfolio.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;

/// How much hangs on one client (DP-05), apart from any legal score: one client is lawful (PS-11, DP-03).
public record Dependency(ClientShares shares, Runway runway, List<Finding> findings) {

    private static final int TOP = 3;

    public Dependency {
        findings = List.copyOf(findings);
    }

    public static Dependency of(Portfolio portfolio, Law law) {
        return of(portfolio, Thresholds.of(law), law);
    }

    public static Dependency of(Portfolio portfolio, Thresholds thresholds, Law law) {
        var shares = ClientShares.of(portfolio.invoices(), portfolio.on());
        var first = shares.first().map(ClientShares.Client::name);
        var runway = Runway.without(first.map(List::of).orElse(List.of()), portfolio);
        return new Dependency(shares, runway, new Words(portfolio, shares, runway, thresholds, law).all());
    }

    public Optional<String> firstClient() {
        return shares.first().map(ClientShares.Client::name);
    }

    /// In %, two decimals.
    public BigDecimal firstClientShare() {
        return shares.shareOfFirst(1);
    }

    /// In %, two decimals.
    public BigDecimal topThreeShare() {
        return shares.shareOfFirst(TOP);
    }

    /// What is to be said of the figures: first what was left out of them, then what they mean.
    private record Words(Portfolio portfolio, ClientShares shares, Runway runway, Thresholds thresholds, Law law) {

        List<Finding> all() {
            var said = new ArrayList<Finding>();
            for (var client : shares.withoutWeight()) {
                said.add(
                        word("left_out", Severity.INFO, Map.of("client", client.name(), "sum", client.sum() + " EUR")));
            }
            pastOrders(said);
            if (shares.first().isEmpty()) {
                said.add(word("no_client", Severity.INFO, Map.of()));
            } else {
                first(said, shares.first().get());
            }
            runway(said);
            return said;
        }

        private void pastOrders(List<Finding> said) {
            var past = new TreeMap<String, Money>();
            for (var order : portfolio.orders()) {
                if (order.month().compareTo(Month.containing(portfolio.on())) < 0) {
                    past.merge(order.client(), order.amount(), Money::plus);
                }
            }
            past.forEach((client, sum) ->
                    said.add(word("past_order", Severity.INFO, Map.of("client", client, "sum", sum + " EUR"))));
        }

        private void first(List<Finding> said, ClientShares.Client first) {
            var data = Map.of(
                    "client", first.name(), "share", shares.shareOfFirst(1).toPlainString() + " %");
            if (shares.isTie()) said.add(word("tie", Severity.INFO, data));
            if (shares.clients().size() == 1) {
                said.add(word("only_one", Severity.WARN, data));
            } else if (reaches(thresholds.high().percent())) {
                said.add(word("high", Severity.WARN, data));
            } else if (reaches(thresholds.watch().percent())) {
                said.add(word("watch", Severity.INFO, data));
            }
        }

        private boolean reaches(BigDecimal percent) {
            return shares.shareOfFirst(1).compareTo(percent) >= 0;
        }

        private void runway(List<Finding> said) {
            if (runway.months().isEmpty()) {
                said.add(word("no_need", Severity.INFO, Map.of()));
            } else if (runway.months().get().compareTo(BigDecimal.valueOf(thresholds.months())) < 0) {
                said.add(word(
                        "short_runway",
                        Severity.WARN,
                        Map.of("months", runway.months().get().toPlainString())));
            }
        }

        private Finding word(String variant, Severity severity, Map<String, String> data) {
            return new Finding(
                    "DP-05",
                    variant,
                    severity,
                    law.text("article_DP-05"),
                    data,
                    law.versions("DP_FIRST_CLIENT_WATCH", "DP_FIRST_CLIENT_HIGH", "DP_RUNWAY_MONTHS"),
                    portfolio.on());
        }
    }
}
