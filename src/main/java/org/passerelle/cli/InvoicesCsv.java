package org.passerelle.cli;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.portfolio.core.Invoiced;

/// Invoices as a table: a header, then a line for each. Columns `client`, `date`, `amount`, and `id` when there are
/// several freelancers; French names are read too. The separator is a semicolon when the header has one, else a comma.
///
/// Dates are 2026-10-31 or 31/10/2026; amounts 1200.50, 1200,50 or 1 200,50; a credit note is negative.
final class InvoicesCsv {

    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_NAME = 200;

    private static final Map<String, String> COLUMNS = Map.of(
            "id",
            "id",
            "client",
            "client",
            "date",
            "date",
            "amount",
            "amount",
            "montant",
            "amount",
            "montant_ht",
            "amount");

    private InvoicesCsv() {}

    /// @return invoices by `id`, in the order of the file; without that column all are of `#1`
    /// @throws BadField naming line and column, when a cell is not what it must be
    static Map<String, List<Invoiced>> read(Reader in) throws IOException {
        var text = in.readAllAsString();
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        int end = text.indexOf('\n');
        char separator = (end < 0 ? text : text.substring(0, end)).indexOf(';') >= 0 ? ';' : ',';
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        var portfolios = new LinkedHashMap<String, List<Invoiced>>();
        try (var parser = format.parse(new java.io.StringReader(text))) {
            var rows = parser.iterator();
            if (!rows.hasNext()) throw new BadField("line 1", "must name the columns: client,date,amount");
            var columns = columns(rows.next());
            int count = 0;
            while (rows.hasNext()) {
                var row = new Row(rows.next(), columns);
                if (++count > MOST_ROWS) throw new BadField(row.place(), "is beyond a million invoices");
                portfolios
                        .computeIfAbsent(row.id(), _ -> new ArrayList<>())
                        .add(new Invoiced(row.client(), row.date(), row.amount()));
            }
        } catch (CSVException | java.io.UncheckedIOException e) {
            throw new BadField("csv", "is no readable table: " + e.getMessage());
        }
        return portfolios;
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i).toLowerCase(Locale.ROOT);
            var column = COLUMNS.get(name);
            if (column == null) throw new BadField("line 1", "«" + name + "» is no column: client,date,amount,id");
            if (columns.put(column, i) != null) throw new BadField("line 1", "has the column " + column + " twice");
        }
        var missing = new TreeSet<>(List.of("client", "date", "amount"));
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) throw new BadField("line 1", "lacks the column " + missing.first());
        return columns;
    }

    private record Row(CSVRecord record, Map<String, Integer> columns) {

        Row {
            if (record.size() != columns.size()) {
                throw new BadField(
                        "line " + record.getParser().getCurrentLineNumber(),
                        "has " + record.size() + " cells, the header has " + columns.size());
            }
        }

        String place() {
            return "line " + record.getParser().getCurrentLineNumber();
        }

        String id() {
            var column = columns.get("id");
            return column == null ? "#1" : text("id");
        }

        String client() {
            return text("client");
        }

        LocalDate date() {
            var text = text("date");
            try {
                var parts = text.split("/");
                if (parts.length == 3) text = "%s-%s-%s".formatted(parts[2], parts[1], parts[0]);
                return LocalDate.parse(text);
            } catch (DateTimeException _) {
                throw new BadField(place() + ", date", "must be a day such as 2026-10-31 or 31/10/2026");
            }
        }

        Money amount() {
            var text = text("amount").replaceAll("[\\s\u00A0\u202F€]", "").replace(',', '.');
            if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,2})?")) {
                throw new BadField(place() + ", amount", "must be euros such as 1200.50 or 1 200,50");
            }
            try {
                return Money.of(text);
            } catch (InvalidValue e) {
                throw new BadField(place() + ", amount", "must be euros such as 1200.50 or 1 200,50");
            }
        }

        private String text(String column) {
            var text = record.get(columns.getOrDefault(column, 0));
            if (text.isBlank()) throw new BadField(place() + ", " + column, "is missing");
            if (text.length() > LONGEST_NAME) {
                throw new BadField(place() + ", " + column, "is longer than " + LONGEST_NAME + " characters");
            }
            return text;
        }
    }
}
