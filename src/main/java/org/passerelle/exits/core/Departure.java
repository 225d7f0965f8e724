package org.passerelle.exits.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PostalAddress;

/// Somebody who left, as the papers of the last day need them.
///
/// @param identity further lines of the entity, such as its SIRET
/// @param jobs in the order they were held
/// @param contract code of the kind: `CDI`
/// @param reason how it ended, in words; empty when nobody said
/// @param paid the earnings of the last month, line by line
/// @param months the last months with a payslip, oldest first
/// @param coverMonths for how many months cover goes on at most
public record Departure(
        String entity,
        PostalAddress entityAddress,
        List<String> identity,
        String code,
        String name,
        PostalAddress address,
        LocalDate birthDate,
        LocalDate entry,
        LocalDate exit,
        List<Job> jobs,
        String contract,
        String reason,
        List<Paid> paid,
        Money net,
        List<Earned> months,
        int coverMonths,
        Instant drawnAt) {

    public Departure {
        identity = List.copyOf(identity);
        jobs = List.copyOf(jobs);
        paid = List.copyOf(paid);
        months = List.copyOf(months);
    }

    public record Job(String name, LocalDate from, LocalDate to) {}

    public record Paid(String label, Money amount) {}

    /// @param hoursPerWeek of the contract in that month
    public record Earned(Month month, LocalDate payDate, BigDecimal hoursPerWeek, Money gross, Money withheld) {}

    /// Up to when the worker keeps the cover: as long as the contract lasted, never longer than the law's months.
    public LocalDate coverUntil() {
        var asLong = exit.plusDays(java.time.temporal.ChronoUnit.DAYS.between(entry, exit) + 1);
        var most = exit.plusMonths(coverMonths);
        return asLong.isBefore(most) ? asLong : most;
    }
}
