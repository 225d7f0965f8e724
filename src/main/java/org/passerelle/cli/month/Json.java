package org.passerelle.cli.month;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A small JSON tree that knows where each value stands.
///
/// @param text of a text, number or flag; empty for null, objects and lists
record Json(Kind kind, String text, Map<String, Json> fields, List<Json> items, int line, int column) {

    enum Kind {
        OBJECT,
        LIST,
        VALUE,
        NULL
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @return null when it cannot be read; the problem is noted
    static @Nullable Json read(Sources sources, String file) {
        var text = sources.text(file);
        if (text == null) return null;
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var read = value(parser);
            if (parser.nextToken() != null) {
                var place = parser.currentTokenLocation();
                sources.problem(Problem.of(file, place.getLineNr(), place.getColumnNr(), "", "json"));
                return null;
            }
            return read;
        } catch (JacksonException e) {
            var place = e.getLocation();
            int line = place == null ? 1 : Math.max(1, place.getLineNr());
            int column = place == null ? 1 : Math.max(1, place.getColumnNr());
            sources.problem(Problem.of(file, line, column, "", "json"));
            return null;
        }
    }

    private static Json value(JsonParser parser) {
        var place = parser.currentTokenLocation();
        int line = place.getLineNr();
        int column = place.getColumnNr();
        var token = parser.currentToken();
        if (token == null) return new Json(Kind.NULL, "", Map.of(), List.of(), 1, 1);
        return switch (token) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, Json>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield new Json(Kind.OBJECT, "", fields, List.of(), line, column);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
                yield new Json(Kind.LIST, "", Map.of(), items, line, column);
            }
            case VALUE_NULL -> new Json(Kind.NULL, "", Map.of(), List.of(), line, column);
            default -> new Json(Kind.VALUE, parser.getString(), Map.of(), List.of(), line, column);
        };
    }

    boolean isNull() {
        return kind == Kind.NULL;
    }

    /// The plain fields of this object as a row; unknown fields are noted.
    ///
    /// @param nested fields that hold an object or a list
    Row row(Sources sources, String file, Set<String> plain, Set<String> nested) {
        var cells = new LinkedHashMap<String, Csv.Cell>();
        var row = new Row(sources, file, line, column, cells);
        if (kind != Kind.OBJECT) {
            row.problem("", "json_object");
            return row;
        }
        fields.forEach((name, value) -> {
            if (plain.contains(name)) {
                if (value.kind == Kind.VALUE || value.isNull()) {
                    cells.put(name, new Csv.Cell(value.text.strip(), value.line, value.column));
                } else {
                    row.problem(name, "json_plain", name);
                }
            } else if (!nested.contains(name)) {
                cells.put(name, new Csv.Cell("", value.line, value.column));
                row.problem(name, "field_unknown", name);
            }
        });
        return row;
    }
}
