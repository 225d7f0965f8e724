package org.passerelle.cli.month;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// One line of a table, or one object of a JSON file: each field read as what it must be. What is not is noted
/// with its place, so that all problems of the folder are told at once; [#build] then makes nothing.
final class Row {

    private final Sources sources;
    private final String file;
    private final int line;
    private final int column;
    private final Map<String, Csv.Cell> cells;
    private boolean bad;

    Row(Sources sources, String file, int line, int column, Map<String, Csv.Cell> cells) {
        this.sources = sources;
        this.file = file;
        this.line = line;
        this.column = column;
        this.cells = cells;
    }

    boolean isBad() {
        return bad;
    }

    int line() {
        return line;
    }

    boolean has(String field) {
        var cell = cells.get(field);
        return cell != null && !cell.text().isEmpty();
    }

    /// Where the field stands, or the row when it has no such field.
    Place place(String field) {
        var cell = cells.get(field);
        return cell == null ? new Place(file, line, column, "") : new Place(file, cell.line(), cell.column(), field);
    }

    /// The text, which must be there.
    String text(String field) {
        var cell = cells.get(field);
        if (cell == null || cell.text().isEmpty()) {
            problem(field, "value_missing");
            return "";
        }
        return cell.text();
    }

    /// The text, or an empty one.
    String note(String field) {
        var cell = cells.get(field);
        return cell == null ? "" : cell.text();
    }

    LocalDate day(String field) {
        return read(field, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException _) {
                throw new Unreadable("date");
            }
        });
    }

    @Nullable
    LocalDate maybeDay(String field) {
        return has(field) ? day(field) : null;
    }

    Money money(String field) {
        return read(field, Money::of);
    }

    Rate percent(String field) {
        return read(field, text -> {
            if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,5})?")) throw new Unreadable("percent");
            return Rate.ofPercent(text);
        });
    }

    BigDecimal number(String field) {
        return read(field, text -> {
            if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,4})?")) throw new Unreadable("number");
            return new BigDecimal(text);
        });
    }

    int whole(String field) {
        var read = read(field, text -> {
            if (!text.matches("[0-9]{1,9}")) throw new Unreadable("whole");
            return Integer.valueOf(text);
        });
        return bad && read == null ? 0 : read;
    }

    @Nullable
    Integer maybeWhole(String field) {
        return has(field) ? Integer.valueOf(whole(field)) : null;
    }

    boolean flag(String field) {
        var read = maybeFlag(field);
        if (read == null && !has(field)) problem(field, "value_missing");
        return read != null && read;
    }

    @Nullable
    Boolean maybeFlag(String field) {
        if (!has(field)) return null;
        return switch (text(field)) {
            case "yes", "oui", "true" -> Boolean.TRUE;
            case "no", "non", "false" -> Boolean.FALSE;
            default -> {
                problem(field, "flag", text(field));
                yield null;
            }
        };
    }

    <E extends Enum<E>> E choice(String field, Class<E> values) {
        return read(field, text -> {
            for (var value : values.getEnumConstants()) if (value.name().equals(text)) return value;
            throw new Unreadable(
                    "choice",
                    String.join(
                            ", ",
                            Arrays.stream(values.getEnumConstants())
                                    .map(Enum::name)
                                    .toList()));
        });
    }

    <E extends Enum<E>> @Nullable E maybeChoice(String field, Class<E> values) {
        return has(field) ? choice(field, values) : null;
    }

    <T> @Nullable T maybe(String field, Function<String, T> reader) {
        return has(field) ? read(field, reader) : null;
    }

    /// What the field names, which must be known.
    ///
    /// @param house code of the entity within which it is looked for, empty for entities themselves
    <T> T known(String field, Map<String, T> all, String house) {
        if (sources.isSpoiled(field, house, note(field))) bad = true;
        return read(field, text -> {
            var found = all.get(text);
            if (found == null) throw new Unreadable("unknown_" + field);
            return found;
        });
    }

    /// Reads a field; when it is not what it must be the problem is noted and nothing is made of the row.
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"
    }) // null only on a bad row, from which nothing is built
    <T> T read(String field, Function<String, T> reader) {
        var text = text(field);
        if (text.isEmpty()) return null;
        try {
            return reader.apply(text);
        } catch (InvalidValue e) {
            value(field, e);
        } catch (Unreadable e) {
            if (!e.key.startsWith("unknown_") || !bad) problem(field, e.key, shown(text), e.more);
        }
        return null;
    }

    /// Makes the value unless the row is bad; what the value itself refuses is noted at the field it names.
    <T> Optional<T> build(Supplier<T> maker) {
        if (bad) return Optional.empty();
        try {
            return Optional.of(maker.get());
        } catch (InvalidValue e) {
            value(fieldOf(e), e);
            return Optional.empty();
        }
    }

    // What a value calls itself, and how the columns that hold such a value are called.
    private static final Map<String, List<String>> COLUMNS_OF =
            Map.of("range", List.of("end"), "money", List.of("price"), "rate", List.of("vat_rate"));

    private String fieldOf(InvalidValue e) {
        var subject = e.code().substring(0, e.code().indexOf('.'));
        var names = new ArrayList<>(List.of(subject, subject + "_number"));
        names.addAll(COLUMNS_OF.getOrDefault(subject, List.of()));
        return names.stream().filter(cells::containsKey).findFirst().orElse("");
    }

    private void value(String field, InvalidValue e) {
        bad = true;
        var cell = cells.get(field);
        sources.problem(
                cell == null
                        ? Problem.of(file, line, column, field, e)
                        : Problem.of(file, cell.line(), cell.column(), field, e));
    }

    void problem(String field, String key, String... args) {
        bad = true;
        var cell = cells.get(field);
        sources.problem(
                cell == null
                        ? Problem.of(file, line, column, field, key, args)
                        : Problem.of(file, cell.line(), cell.column(), field, key, args));
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final String more;

        Unreadable(String key) {
            this(key, "");
        }

        Unreadable(String key, String more) {
            super(key, null, false, false);
            this.key = key;
            this.more = more;
        }
    }
}
