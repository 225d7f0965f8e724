package org.passerelle.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import tools.jackson.databind.JsonNode;

/// The fields of one object of a case, each read as what it must be or refused by name.
///
/// @param path of the object inside its case
final class Fields {

    private final String path;
    private final JsonNode node;
    private final @Nullable Fields otherwise;

    private Fields(String path, JsonNode node, @Nullable Fields otherwise) {
        this.path = path;
        this.node = node;
        this.otherwise = otherwise;
    }

    /// These fields, and for what they leave out those of another object.
    Fields over(Fields other) {
        return new Fields(path, node, other);
    }

    /// @throws BadField when it is no object or has a field that nobody knows
    static Fields of(String path, @Nullable JsonNode node, Set<String> known) {
        if (node == null) throw new BadField(path, "is missing");
        if (!node.isObject()) throw new BadField(path, "must be an object");
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) throw new BadField(path + "." + name, "unknown field");
        }
        return new Fields(path, node, null);
    }

    String path(String name) {
        return otherwise != null && !owns(name) ? otherwise.path(name) : path + "." + name;
    }

    boolean has(String name) {
        return owns(name) || (otherwise != null && otherwise.has(name));
    }

    /// It says so itself.
    boolean owns(String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    boolean ownsAny(Set<String> names) {
        return names.stream().anyMatch(this::owns);
    }

    /// An object inside this one, over the one that stands there otherwise; null when neither does.
    @Nullable
    Fields object(String name, Set<String> known) {
        var other = otherwise == null ? null : otherwise.object(name, known);
        if (!owns(name)) return other;
        var own = of(path(name), node.get(name), known);
        return other == null ? own : own.over(other);
    }

    @Nullable
    JsonNode get(String name) {
        return otherwise != null && !owns(name) ? otherwise.get(name) : node.get(name);
    }

    boolean flag(String name) {
        var value = required(name);
        if (!value.isBoolean()) throw new BadField(path(name), "must be true or false");
        return value.asBoolean();
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    int count(String name, int most) {
        var number = number(name, BigDecimal.ZERO, BigDecimal.valueOf(most));
        if (number.stripTrailingZeros().scale() > 0) throw new BadField(path(name), "must be a whole number");
        return number.intValueExact();
    }

    /// Percent from 0 to 100 with at most five decimals.
    Rate percent(String name, Rate otherwise) {
        if (!has(name)) return otherwise;
        var percent = number(name, BigDecimal.ZERO, BigDecimal.valueOf(100));
        if (percent.stripTrailingZeros().scale() > 5) throw new BadField(path(name), "has more than five decimals");
        return Rate.ofPercent(percent);
    }

    /// Not negative, at most two decimals.
    Money money(String name, Money most) {
        return money(name, BigDecimal.ZERO, most);
    }

    /// The same, credit notes and overdrafts as negative amounts.
    Money signedMoney(String name, Money most) {
        return money(name, most.negated().toBigDecimal(), most);
    }

    private Money money(String name, BigDecimal least, Money most) {
        var euros = number(name, least, most.toBigDecimal());
        try {
            return Money.of(euros);
        } catch (InvalidValue e) {
            throw new BadField(path(name), "has more than two decimals");
        }
    }

    /// Euros of a computation: at most nine decimals.
    Amount amount(String name, Money most) {
        var euros = number(name, BigDecimal.ZERO, most.toBigDecimal());
        if (euros.stripTrailingZeros().scale() > 9) throw new BadField(path(name), "has more than nine decimals");
        return Amount.of(euros);
    }

    LocalDate day(String name) {
        var value = required(name);
        if (!value.isString()) throw new BadField(path(name), "must be a day such as \"2026-10-31\"");
        try {
            return LocalDate.parse(value.asString());
        } catch (DateTimeException e) {
            throw new BadField(path(name), "must be a day such as \"2026-10-31\"");
        }
    }

    BigDecimal number(String name, BigDecimal least, BigDecimal most) {
        var value = required(name);
        if (!value.isNumber()) throw new BadField(path(name), "must be a number");
        var number = value.decimalValue();
        if (number.precision() - number.scale() > 12 || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new BadField(
                    path(name), "must lie between " + least.toPlainString() + " and " + most.toPlainString());
        }
        return number;
    }

    /// A text that is not blank, without the spaces around it.
    String text(String name, int longest) {
        var value = required(name);
        if (!value.isString() || value.asString().isBlank()) throw new BadField(path(name), "must be a text");
        if (value.asString().length() > longest) {
            throw new BadField(path(name), "is longer than " + longest + " characters");
        }
        return value.asString().strip();
    }

    List<JsonNode> list(String name) {
        var value = required(name);
        if (!value.isArray()) throw new BadField(path(name), "must be a list");
        return value.valueStream().toList();
    }

    private JsonNode required(String name) {
        var value = get(name);
        if (value == null || value.isNull()) throw new BadField(path(name), "is missing");
        return value;
    }
}
