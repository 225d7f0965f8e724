package org.passerelle.law;

import java.math.BigDecimal;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What one version of a parameter says.
public sealed interface Content {

    /// A contribution, by who bears it.
    record Shares(Rate employee, Rate employer) implements Content {}

    record Proportion(Rate rate) implements Content {}

    record Sum(Money amount) implements Content {}

    record Number(BigDecimal value) implements Content {}

    record Scale(Brackets brackets) implements Content {}

    /// Words that a document must carry, or a state named by a word.
    record Words(String text) implements Content {}
}
