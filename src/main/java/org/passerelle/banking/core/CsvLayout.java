package org.passerelle.banking.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// How one bank lays out its statements as CSV; data, in `banking/csv.yaml`.
///
/// @param columns what a column means (`booked`, `amount` …) to its name, as [#key] writes it
/// @param texts the names of the columns whose texts make the label, in this order
record CsvLayout(
        String code, char separator, String date, char decimal, Map<String, String> columns, List<String> texts) {

    private record All(List<CsvLayout> layouts, List<String> returns) {}

    private static final All KNOWN = read();

    CsvLayout {
        columns = Map.copyOf(columns);
        texts = List.copyOf(texts);
    }

    /// Those of the file, in its order: the first that fits is taken.
    static List<CsvLayout> known() {
        return KNOWN.layouts();
    }

    /// Whether the text announces money that comes back.
    static boolean isReturn(String text) {
        var words = " " + key(text).replaceAll("[^a-z0-9]+", " ") + " ";
        return KNOWN.returns().stream().anyMatch(word -> words.contains(" " + word + " "));
    }

    boolean fits(List<String> header) {
        var keys = header.stream().map(CsvLayout::key).toList();
        return keys.containsAll(columns.values()) && keys.containsAll(texts);
    }

    Optional<String> column(String meaning) {
        return Optional.ofNullable(columns.get(meaning));
    }

    /// A name of a column without accents, capitals, or spaces at the ends.
    static String key(String name) {
        var plain = Normalizer.normalize(name.replace('’', '\''), Normalizer.Form.NFD);
        return plain.replaceAll("\\p{M}+", "").strip().toLowerCase(Locale.ROOT);
    }

    private static All read() {
        try (var in = CsvLayout.class.getResourceAsStream("/banking/csv.yaml")) {
            if (in == null) throw new IllegalStateException("banking/csv.yaml is not on the class path");
            Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var layouts = new ArrayList<CsvLayout>();
            for (var one : map(file, "layouts").entrySet()) {
                layouts.add(layout(String.valueOf(one.getKey()), map(map(file, "layouts"), one.getKey())));
            }
            return new All(
                    List.copyOf(layouts),
                    list(file, "returns").stream().map(CsvLayout::key).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvLayout layout(String code, Map<?, ?> data) {
        var columns = new HashMap<String, String>();
        var named = map(data, "columns");
        for (var column : named.entrySet()) {
            if (column.getValue() instanceof String name) columns.put(String.valueOf(column.getKey()), key(name));
        }
        boolean signed = columns.containsKey("amount");
        if (!columns.containsKey("booked")
                || signed == (columns.containsKey("debit") && columns.containsKey("credit"))) {
            throw new IllegalStateException("banking/csv.yaml: " + code + " lacks a day or an amount");
        }
        return new CsvLayout(
                code,
                text(data, "separator").charAt(0),
                text(data, "date"),
                text(data, "decimal").charAt(0),
                columns,
                list(named, "text").stream().map(CsvLayout::key).toList());
    }

    private static Map<?, ?> map(Map<?, ?> in, Object key) {
        if (in.get(key) instanceof Map<?, ?> found) return found;
        throw new IllegalStateException("banking/csv.yaml lacks " + key);
    }

    private static List<String> list(Map<?, ?> in, String key) {
        if (in.get(key) instanceof List<?> found) {
            return found.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("banking/csv.yaml lacks " + key);
    }

    private static String text(Map<?, ?> in, String key) {
        if (in.get(key) instanceof String found && !found.isEmpty()) return found;
        throw new IllegalStateException("banking/csv.yaml lacks " + key);
    }
}
