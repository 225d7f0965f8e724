package org.passerelle.exits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Money;

/// What one way out would mean. Gross sums; contributions and tax are for the payslip.
///
/// @param end last day of the contract, or the earliest possible; null when this way is closed
/// @param findings why it is closed, and what deserves attention
/// @param papers codes of what the worker receives, rising in importance
public record Exit(
        Way way,
        @Nullable LocalDate end,
        List<Step> steps,
        List<Sum> sums,
        List<Finding> findings,
        List<String> papers) {

    public Exit {
        steps = List.copyOf(steps);
        sums = List.copyOf(sums);
        findings = List.copyOf(findings);
        papers = List.copyOf(papers);
    }

    /// A day on the way.
    ///
    /// @param code of its words: `exit.step.<code>`
    public record Step(String code, LocalDate day, String article) {}

    /// A sum on the way.
    ///
    /// @param code of its words: `exit.sum.<code>`
    /// @param data what the words name
    /// @param minimum whether more may be agreed
    public record Sum(String code, Money amount, String article, boolean minimum, Map<String, String> data) {

        public Sum {
            data = Map.copyOf(data);
        }
    }

    public boolean isOpen() {
        return end != null;
    }

    /// The sum of that code, or zero.
    public Money sum(String code) {
        return sums.stream()
                .filter(sum -> sum.code().equals(code))
                .map(Sum::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
