package org.passerelle.joining.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Catalogue;
import org.passerelle.joining.Answers;
import org.passerelle.joining.core.Ask;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Nir;
import org.passerelle.kernel.Siren;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// Questions as fields, and what was typed as answers in one way of writing.
final class Wording {

    static final String YES = "oui";
    static final String NO = "non";

    private static final int LONGEST = 200;

    private Wording() {}

    /// What was typed, by the name of the question. A secret left empty keeps what stands.
    ///
    /// @param later whether what is missing may be said another day
    static Map<String, String> read(List<Ask> asks, Answers before, Typed typed, boolean later, Texts t) {
        var said = new TreeMap<String, String>();
        for (var ask : asks) {
            var value = value(ask, typed);
            if (value == null) continue;
            if (isSecret(ask) && value.isEmpty() && before.has(ask.name())) continue;
            said.put(ask.name(), value);
        }
        var after = before.with(said);
        for (var ask : asks) {
            boolean missing = ask.must() && ask.isAskedOf(after) && !after.has(ask.name());
            if (missing && !later && typed.error(ask.name()) == null) {
                var key = "joining.must." + ask.name();
                typed.refuse(ask.name(), t.localize(t.has(key) ? key : "value.required"));
            }
        }
        return said;
    }

    /// Empty when nothing was typed, null when it is wrong (then [Typed] knows why).
    static @Nullable String value(Ask ask, Typed typed) {
        if (ask.kind() == Ask.Kind.CHECK) return typed.checked(ask.name()) ? "true" : "";
        if (typed.text(ask.name()).isEmpty()) return "";
        return typed.value(ask.name(), text -> canonical(ask, text));
    }

    /// @throws InvalidValue when the text is no such answer
    static String canonical(Ask ask, String text) {
        if (text.length() > LONGEST) throw new InvalidValue("joining.long", "");
        return switch (ask.kind()) {
            case TEXT -> line(text);
            case DATE -> Typed.date(text).toString();
            case EMAIL -> email(text);
            case NIR -> Nir.of(text).value();
            case IBAN -> Iban.of(text).value();
            case SIREN -> Siren.of(text).value();
            case MONEY -> Typed.money(text).toBigDecimal().toPlainString();
            case NUMBER -> plain(Typed.number(text));
            case WHOLE -> Typed.whole(text).toString();
            case PERCENT -> plain(Typed.number(text.replace("%", "")));
            case YES_NO ->
                switch (text) {
                    case YES -> "true";
                    case NO -> "false";
                    default -> throw new InvalidValue("choice.unknown", "");
                };
            case CHOICE -> {
                if (!ask.choices().contains(text)) throw new InvalidValue("choice.unknown", "");
                yield text;
            }
            case CHECK -> "true";
            case ACTIVITY -> activity(text);
        };
    }

    private static String line(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) throw new InvalidValue("joining.line", "");
        return text;
    }

    private static String email(String text) {
        if (!text.matches("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")) throw new InvalidValue("email.format", text);
        return text;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// A code or a name of the catalogue, or close enough to one of its names.
    private static String activity(String text) {
        var catalogue = Catalogue.standard();
        return catalogue
                .find(text)
                .or(() -> catalogue.all().stream()
                        .filter(each ->
                                each.fr().equalsIgnoreCase(text) || each.en().equalsIgnoreCase(text))
                        .findFirst())
                .or(() -> catalogue.search(text, 1).stream().findFirst())
                .orElseThrow(() -> new InvalidValue("activity.unknown", text))
                .code();
    }

    /// The fields as they stand, or with what was typed and what is wrong with it.
    static List<Field> fields(List<Ask> asks, Answers stands, @Nullable Typed typed, Texts t) {
        var fields = new ArrayList<Field>();
        for (var ask : asks) {
            var field = field(ask, stands, t);
            if (typed != null) {
                field = ask.kind() == Ask.Kind.NIR || ask.kind() == Ask.Kind.IBAN || ask.kind() == Ask.Kind.CHECK
                        ? field.value(typed.text(ask.name())).error(typed.error(ask.name()))
                        : typed.back(field);
            }
            fields.add(field);
        }
        return fields;
    }

    private static Field field(Ask ask, Answers stands, Texts t) {
        var label = t.localize("joining.ask." + ask.name());
        var field = switch (ask.kind()) {
            case DATE -> Field.date(ask.name(), label);
            case EMAIL -> Field.of("email", ask.name(), label);
            case MONEY -> Field.money(ask.name(), label);
            case NUMBER, WHOLE, PERCENT -> Field.of("decimal", ask.name(), label);
            case CHECK -> Field.of("checkbox", ask.name(), label);
            case YES_NO -> Field.select(ask.name(), label, yesNo(t));
            case CHOICE -> Field.select(ask.name(), label, choices(ask, t));
            case TEXT, NIR, IBAN, SIREN, ACTIVITY -> Field.text(ask.name(), label);
        };
        var hint = "joining.ask." + ask.name() + ".hint";
        if (t.has(hint)) field = field.hint(t.localize(hint));
        if (isSecret(ask) && stands.has(ask.name())) {
            field = field.hint(t.localize("joining.kept", masked(ask, stands.text(ask.name()))));
        } else {
            field = field.value(shown(ask, stands.text(ask.name()), t));
            if (ask.must() && ask.when() == null && ask.kind() != Ask.Kind.CHECK) field = field.must();
        }
        return field.autocomplete(autocomplete(ask.name()));
    }

    private static boolean isSecret(Ask ask) {
        return ask.kind() == Ask.Kind.NIR || ask.kind() == Ask.Kind.IBAN;
    }

    private static String masked(Ask ask, String value) {
        return ask.kind() == Ask.Kind.NIR ? new Nir(value).masked() : new Iban(value).masked();
    }

    private static String shown(Ask ask, String value, Texts t) {
        if (value.isEmpty()) return "";
        return switch (ask.kind()) {
            case MONEY, NUMBER, PERCENT -> value.replace('.', ',');
            case YES_NO -> value.equals("true") ? YES : NO;
            case ACTIVITY ->
                Catalogue.standard()
                        .find(value)
                        .map(each -> each.label(t.language().locale()))
                        .orElse(value);
            default -> value;
        };
    }

    private static List<Option> yesNo(Texts t) {
        return List.of(
                new Option("", t.localize("joining.choose"), true),
                new Option(YES, t.localize("joining.yes"), false),
                new Option(NO, t.localize("joining.no"), false));
    }

    private static List<Option> choices(Ask ask, Texts t) {
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("joining.choose"), true));
        for (var name : ask.choices()) {
            options.add(new Option(name, t.localize("joining.ask." + ask.name() + "." + name), false));
        }
        return options;
    }

    /// So that a phone fills in what it knows.
    private static String autocomplete(String name) {
        return switch (name) {
            case "firstName" -> "given-name";
            case "lastName" -> "family-name";
            case "birthDate" -> "bday";
            case "line1" -> "address-line1";
            case "line2" -> "address-line2";
            case "postcode" -> "postal-code";
            case "city" -> "address-level2";
            case "nir", "iban", "titleNumber" -> "off";
            default -> "";
        };
    }
}
