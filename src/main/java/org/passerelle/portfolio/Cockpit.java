package org.passerelle.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.portfolio.core.Dependency;
import org.passerelle.portfolio.core.Portfolio;

/// How much hangs on one client, for one worker on one day (DP-05).
///
/// @param clients the largest first
/// @param trend share of the first client at the end of each of the last twelve months, oldest first
public record Cockpit(Portfolio portfolio, Dependency dependency, List<ClientFigures> clients, List<Point> trend) {

    public Cockpit {
        clients = List.copyOf(clients);
        trend = List.copyOf(trend);
    }

    /// @param share in %, two decimals; zero without invoices
    public record Point(LocalDate on, BigDecimal share) {}
}
