package org.passerelle.simulator.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// Reads the fields of a simulator from the address: each has a default, a range and a sentence when it is wrong. What
/// differs from the default makes the address that can be shared.
final class Inputs {

    private static final int LONGEST = 60;

    private final Typed typed;
    private final Texts t;
    private final String keys;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<String> address = new ArrayList<>();

    /// @param keys prefix of the labels: `simulator.combien.`
    Inputs(Typed typed, Texts t, String keys) {
        this.typed = typed;
        this.t = t;
        this.keys = keys;
    }

    Money money(String name, Money otherwise, Money most) {
        return money(name, otherwise, Money.ZERO, most);
    }

    Money money(String name, Money otherwise, Money least, Money most) {
        var value = read(name, text -> inside(Typed.money(text), least, most));
        remember(Field.money(name, label(name)), plain(otherwise.toBigDecimal()));
        return value == null ? otherwise : value;
    }

    /// Null when nothing was typed.
    @Nullable
    Money money(String name, Money most) {
        var value = read(name, text -> inside(Typed.money(text), Money.ZERO, most));
        remember(Field.money(name, label(name)), "");
        return value;
    }

    BigDecimal number(String name, BigDecimal otherwise, String least, String most) {
        var value = number(name, least, most, plain(otherwise));
        return value == null ? otherwise : value;
    }

    /// Null when nothing was typed.
    @Nullable
    BigDecimal number(String name, String least, String most) {
        return number(name, least, most, "");
    }

    private @Nullable BigDecimal number(String name, String least, String most, String shown) {
        var value = read(name, text -> {
            var number = Typed.number(text);
            if (number.scale() > 2) throw new InvalidValue("simulator.decimals", text);
            return inside(number, new BigDecimal(least), new BigDecimal(most));
        });
        remember(Field.of("decimal", name, label(name)), shown);
        return value;
    }

    int whole(String name, int otherwise, int least, int most) {
        var value = read(name, text -> {
            var number = inside(Typed.number(text), BigDecimal.valueOf(least), BigDecimal.valueOf(most));
            if (number.stripTrailingZeros().scale() > 0) throw new InvalidValue("number.whole", text);
            return number.intValueExact();
        });
        remember(Field.of("decimal", name, label(name)), String.valueOf(otherwise));
        return value == null ? otherwise : value;
    }

    /// Percent, up to three decimals.
    Rate rate(String name, Rate otherwise, String most) {
        var value = read(name, text -> {
            var number = Typed.number(text.replace("%", ""));
            if (number.scale() > 3) throw new InvalidValue("simulator.decimals", text);
            return Rate.ofPercent(inside(number, BigDecimal.ZERO, new BigDecimal(most)));
        });
        remember(Field.of("decimal", name, label(name)), plain(otherwise.percent()));
        return value == null ? otherwise : value;
    }

    /// One of a few words; the first is the default.
    String choice(String name, String... words) {
        var value = read(name, text -> {
            if (!List.of(words).contains(text)) throw new InvalidValue("choice.unknown", text);
            return text;
        });
        var options = new ArrayList<Option>();
        for (var word : words) {
            options.add(new Option(word, t.localize(keys + name + "." + word), word.equals(words[0])));
        }
        remember(Field.select(name, label(name), options), words[0]);
        return value == null ? words[0] : value;
    }

    @Nullable
    LocalDate day(String name) {
        var value = read(name, Typed::date);
        remember(Field.date(name, label(name)), "");
        return value;
    }

    private <V> @Nullable V read(String name, java.util.function.Function<String, V> reader) {
        if (typed.text(name).length() > LONGEST) {
            typed.refuse(name, t.localize("simulator.long", LONGEST));
            return null;
        }
        return typed.value(name, reader);
    }

    private static <N extends Comparable<N>> N inside(N value, N least, N most) {
        if (value.compareTo(least) < 0) throw new InvalidValue("simulator.least", text(least));
        if (value.compareTo(most) > 0) throw new InvalidValue("simulator.most", text(most));
        return value;
    }

    private static String text(Object limit) {
        return limit instanceof Money money ? plain(money.toBigDecimal()) : limit.toString();
    }

    /// Remembers the field as typed, or with its default, and its part of the address.
    private void remember(Field field, String otherwise) {
        var text = typed.text(field.name());
        if (text.length() > LONGEST) text = text.substring(0, LONGEST);
        var hint = keys + field.name() + ".hint";
        var shown = text.isEmpty() ? otherwise : text;
        fields.put(
                field.name(),
                field.value(shown).hint(t.has(hint) ? t.localize(hint) : "").error(typed.error(field.name())));
        if (!text.isEmpty() && !text.equals(otherwise)) {
            address.add(field.name() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }

    private String label(String name) {
        return t.localize(keys + name);
    }

    /// Decimals as the reader types them.
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    Field field(String name) {
        var field = fields.get(name);
        if (field == null) throw new IllegalArgumentException(name);
        return field.error(typed.error(name));
    }

    List<Field> fields(String... names) {
        return List.of(names).stream().map(this::field).toList();
    }

    /// Whether somebody changed one of them, or typed it wrong.
    boolean touched(String... names) {
        for (var name : names) {
            var field = field(name);
            if (field.error() != null) return true;
            if (address.stream().anyMatch(part -> part.startsWith(name + "="))) return true;
        }
        return false;
    }

    boolean wrong() {
        return typed.hasErrors();
    }

    @Nullable
    String error(String name) {
        return typed.error(name);
    }

    void refuse(String name, String sentence) {
        typed.refuse(name, sentence);
    }

    /// Adds what is not a field of its own kind to the address.
    void addToAddress(String name, String value) {
        address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    String query() {
        return address.isEmpty() ? "" : "?" + String.join("&", address);
    }
}
