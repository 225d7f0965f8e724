package org.passerelle.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Activity;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.ClientKind;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.Question;
import org.passerelle.frames.RecourseReason;
import org.passerelle.frames.Relation;
import org.passerelle.frames.Sale;
import org.passerelle.frames.SapStatus;
import org.passerelle.frames.Sign;
import org.passerelle.frames.SoleTraderPolicy;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Siren;
import tools.jackson.databind.JsonNode;

/// Reads one case of `./passerelle frames` strictly: what is not expected is an error that names the field.
final class FrameCase {

    private FrameCase() {}

    /// @throws BadCase naming the field
    static Question read(JsonNode node) {
        var root = new Fields(
                "", node, Set.of("id", "on", "client", "service", "worker", "terms", "operator", "relation", "sale"));
        var client = root.object("client", Set.of("kind", "country", "purpose"));
        var service = root.object(
                "service",
                Set.of("activity", "goods", "regulatedProfession", "atHome", "dangerousWork", "replacesStrikers"));
        var worker = root.object(
                "worker", Set.of("diplomaLevel", "experienceMonths", "ownSiren", "sapDeclared", "sapApproved"));
        var terms = root.object("terms", Set.of("pricePerDay", "daysPerMonth", "months", "recourseReason"));
        var operator = root.object(
                "operator", Set.of("sapStatus", "soleTraderPolicy", "associationPolicy", "mandateNeedsSiren"));
        var relation = root.object(
                "relation",
                Set.of(
                        "signs",
                        "turnoverShare",
                        "renewal",
                        "clientFoundByOperator",
                        "priceSetByOperator",
                        "sameTradeAsClient",
                        "ownInvoiceToSameClient",
                        "employedFullTime",
                        "object"));
        var sale = root.object("sale", Set.of("channel", "startsAfterDays", "expressRequest"));
        return new Question(
                root.day("on"),
                client(client),
                service(service),
                worker(worker),
                terms(terms),
                house(operator),
                relation(relation),
                new Sale(
                        sale.choice("channel", Sale.Channel.class),
                        sale.whole("startsAfterDays", 0, 3660),
                        sale.flag("expressRequest")));
    }

    private static Question.Buyer client(Fields fields) {
        var country = fields.text("country");
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw fields.bad("country", "must be a country code of two letters such as FR, not \"" + country + "\"");
        }
        return new Question.Buyer(
                fields.required("kind", ClientKind.class), country, fields.choice("purpose", Purpose.class));
    }

    private static Question.Service service(Fields fields) {
        return new Question.Service(
                activity(fields),
                fields.flag("goods"),
                fields.flag("regulatedProfession"),
                fields.flag("atHome"),
                fields.flag("dangerousWork"),
                fields.flag("replacesStrikers"));
    }

    private static @Nullable Activity activity(Fields fields) {
        var code = fields.text("activity");
        if (code == null) return null;
        return Catalogue.standard()
                .find(code)
                .orElseThrow(() -> fields.bad("activity", "unknown activity \"" + code + "\""));
    }

    private static Question.Worker worker(Fields fields) {
        return new Question.Worker(
                fields.whole("diplomaLevel", 0, 8),
                fields.whole("experienceMonths", 0, 720),
                ownSiren(fields),
                fields.flag("sapDeclared"),
                fields.flag("sapApproved"));
    }

    /// true, false, or the number itself.
    private static @Nullable Boolean ownSiren(Fields fields) {
        var node = fields.get("ownSiren");
        if (node == null || !node.isString()) return fields.flag("ownSiren");
        try {
            return !Siren.of(node.stringValue()).value().isEmpty();
        } catch (InvalidValue e) {
            throw fields.bad("ownSiren", "is no SIREN: \"" + node.stringValue() + "\"");
        }
    }

    private static Question.Terms terms(Fields fields) {
        return new Question.Terms(
                price(fields),
                positive(fields, "daysPerMonth", 31),
                positive(fields, "months", 1200),
                null,
                fields.choice("recourseReason", RecourseReason.class));
    }

    private static @Nullable Money price(Fields fields) {
        var number = fields.number("pricePerDay");
        if (number == null) return null;
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw fields.bad("pricePerDay", "must be between 0 and 1000000, not " + number.toPlainString());
        }
        try {
            return Money.of(number);
        } catch (InvalidValue e) {
            throw fields.bad("pricePerDay", "must have at most two decimals, not " + number.toPlainString());
        }
    }

    private static @Nullable BigDecimal positive(Fields fields, String name, int most) {
        var number = fields.number(name);
        if (number == null) return null;
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw fields.bad(name, "must be above 0 and at most " + most + ", not " + number.toPlainString());
        }
        return number;
    }

    private static Relation relation(Fields fields) {
        return new Relation(
                signs(fields),
                share(fields),
                fields.flag("renewal"),
                fields.flag("clientFoundByOperator"),
                fields.flag("priceSetByOperator"),
                fields.flag("sameTradeAsClient"),
                fields.flag("ownInvoiceToSameClient"),
                fields.flag("employedFullTime"),
                fields.text("object"));
    }

    /// `{"D01": true, "D04": false}`; what is missing or null is unknown.
    private static Map<Sign, Boolean> signs(Fields fields) {
        var names = Arrays.stream(Sign.values()).map(Sign::name).collect(Collectors.toSet());
        var given = fields.object("signs", names);
        var signs = new EnumMap<Sign, Boolean>(Sign.class);
        for (var sign : Sign.values()) {
            var answer = given.flag(sign.name());
            if (answer != null) signs.put(sign, answer);
        }
        return signs;
    }

    private static @Nullable BigDecimal share(Fields fields) {
        var number = fields.number("turnoverShare");
        if (number != null && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw fields.bad("turnoverShare", "must be a percentage from 0 to 100, not " + number.toPlainString());
        }
        return number;
    }

    private static Question.House house(Fields fields) {
        var any = Question.House.ANY;
        return new Question.House(
                Objects.requireNonNullElse(fields.choice("soleTraderPolicy", SoleTraderPolicy.class), any.soleTrader()),
                Objects.requireNonNullElse(
                        fields.choice("associationPolicy", AssociationPolicy.class), any.association()),
                Objects.requireNonNullElse(fields.flag("mandateNeedsSiren"), any.mandateNeedsSiren()),
                fields.choice("sapStatus", SapStatus.class),
                any.fee(),
                any.step());
    }

    /// A case that is not as it should be.
    static final class BadCase extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;

        BadCase(String field, String message) {
            super(message);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /// The members of one object.
    ///
    /// @param at path of the object, empty for the case itself
    private record Fields(String at, @Nullable JsonNode node) {

        Fields(String at, @Nullable JsonNode node, Set<String> known) {
            this(at, node);
            if (node == null) return;
            if (!node.isObject()) throw new BadCase(at.isEmpty() ? "case" : at, "must be an object");
            for (var name : node.propertyNames()) {
                if (!known.contains(name)) throw bad(name, "unknown field");
            }
        }

        BadCase bad(String name, String message) {
            return new BadCase(at.isEmpty() ? name : at + "." + name, message);
        }

        Fields object(String name, Set<String> known) {
            return new Fields(at.isEmpty() ? name : at + "." + name, get(name), known);
        }

        @Nullable
        JsonNode get(String name) {
            if (node == null) return null;
            var value = node.get(name);
            return value == null || value.isNull() ? null : value;
        }

        @Nullable
        String text(String name) {
            var value = get(name);
            if (value == null) return null;
            if (!value.isString()) throw bad(name, "must be a text, not " + shown(value));
            return value.stringValue();
        }

        @Nullable
        Boolean flag(String name) {
            var value = get(name);
            if (value == null) return null;
            if (!value.isBoolean()) throw bad(name, "must be true or false, not " + shown(value));
            return value.booleanValue();
        }

        @Nullable
        BigDecimal number(String name) {
            var value = get(name);
            if (value == null) return null;
            if (!value.isNumber()) throw bad(name, "must be a number, not " + shown(value));
            var number = value.decimalValue();
            if (number.precision() > 30 || Math.abs(number.scale()) > 30) throw bad(name, "is out of range");
            return number;
        }

        @Nullable
        Integer whole(String name, int least, int most) {
            var number = number(name);
            if (number == null) return null;
            boolean within =
                    number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
            if (!within || number.stripTrailingZeros().scale() > 0) {
                throw bad(name, "must be a whole number from " + least + " to " + most + ", not " + shown(number));
            }
            return number.intValueExact();
        }

        LocalDate day(String name) {
            var text = text(name);
            if (text == null) throw bad(name, "is missing");
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw bad(name, "must be a day such as 2026-10-01, not \"" + text + "\"");
            }
        }

        <E extends Enum<E>> E required(String name, Class<E> values) {
            var value = choice(name, values);
            if (value == null) throw bad(name, "is missing");
            return value;
        }

        <E extends Enum<E>> @Nullable E choice(String name, Class<E> values) {
            var text = text(name);
            if (text == null) return null;
            for (var value : values.getEnumConstants()) {
                if (value.name().equals(text)) return value;
            }
            throw bad(name, "must be one of " + Arrays.toString(values.getEnumConstants()) + ", not \"" + text + "\"");
        }

        private static String shown(Object value) {
            var text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }
}
