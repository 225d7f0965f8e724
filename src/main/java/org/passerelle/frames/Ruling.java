package org.passerelle.frames;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Severity;

/// What one rule says of one case.
sealed interface Ruling {

    /// Nothing to object.
    Ruling ALLOWED = new Allowed();

    record Allowed() implements Ruling {}

    /// Something was found.
    ///
    /// @param variant which of the rule's sentences, or empty for its only one
    /// @param parameters codes of the dated parameters that were used
    /// @param override who may set this refusal aside (REFUSE*), or nobody
    record Found(
            Severity severity,
            String variant,
            Map<String, String> data,
            Set<String> parameters,
            @Nullable OverrideRole override)
            implements Ruling {

        public Found {
            data = Map.copyOf(data);
            parameters = Set.copyOf(parameters);
        }

        Found variant(String name) {
            return new Found(severity, name, data, parameters, override);
        }

        Found with(String name, String value) {
            var more = new LinkedHashMap<>(data);
            more.put(name, value);
            return new Found(severity, variant, more, parameters, override);
        }

        Found with(String name, BigDecimal number) {
            return with(name, Statute.plain(number));
        }

        /// Kept as `1234.50 EUR`; whoever shows it writes it in the reader's way.
        Found with(String name, Money sum) {
            return with(name, sum + " EUR");
        }

        /// Kept as `8.5 %`.
        Found with(String name, Rate rate) {
            return with(name, rate + " %");
        }

        Found using(String parameter) {
            var more = new TreeSet<>(parameters);
            more.add(parameter);
            return new Found(severity, variant, data, more, override);
        }

        /// REFUSE*: the operator's administrator may decide otherwise and says why.
        Found unlessOverridden() {
            return new Found(severity, variant, data, parameters, OverrideRole.ADMINISTRATOR);
        }
    }

    /// One of these answers is missing, and one of the answers refuses.
    record Asks(List<Fact> facts) implements Ruling {}

    static Found refuse() {
        return new Found(Severity.REFUSE, "", Map.of(), Set.of(), null);
    }

    static Found warn() {
        return new Found(Severity.WARN, "", Map.of(), Set.of(), null);
    }

    static Found inform() {
        return new Found(Severity.INFO, "", Map.of(), Set.of(), null);
    }

    static Asks ask(Fact... facts) {
        return new Asks(List.of(facts));
    }
}
