package org.passerelle.banking.core;

import java.util.ArrayList;
import java.util.List;

/// Splits CSV into rows: fields may stand in double quotes, which are doubled within, and hold line ends there.
final class CsvRows {

    private static final int MOST_ROWS = 200_100;
    private static final int MOST_FIELDS = 60;
    private static final int LONGEST_FIELD = 4_000;

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvRows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// @param line where the row begins in the file; the first line is 1
    record Row(int line, List<String> fields) {

        boolean isEmpty() {
            return fields.stream().allMatch(String::isBlank);
        }
    }

    /// @throws InvalidFile with the line when a quote is never closed or a bound is passed
    static List<Row> of(String text, char separator) {
        var rows = new ArrayList<Row>();
        into(rows, text, separator, Integer.MAX_VALUE);
        return rows;
    }

    /// At most so many rows, or those before the first that cannot be read.
    static List<Row> first(String text, char separator, int most) {
        var rows = new ArrayList<Row>();
        try {
            into(rows, text, separator, most);
        } catch (InvalidFile _) {
            // told when the whole file is read
        }
        return rows;
    }

    private static void into(List<Row> rows, String text, char separator, int most) {
        var reader = new CsvRows(text, separator);
        while (reader.at < text.length() && rows.size() < most) {
            rows.add(reader.row());
            if (rows.size() > MOST_ROWS) throw new InvalidFile("too_wide", reader.line, 0);
        }
    }

    private Row row() {
        int begins = line;
        var fields = new ArrayList<String>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (fields.size() > MOST_FIELDS) throw new InvalidFile("too_wide", begins, 0);
            if (at >= text.length()) break;
            char end = text.charAt(at++);
            if (end == separator) continue;
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            line++;
            break;
        }
        return new Row(begins, List.copyOf(fields));
    }

    private String plain() {
        int begins = at;
        while (at < text.length() && !isEnd(text.charAt(at))) at++;
        return bounded(text.substring(begins, at));
    }

    private String quoted() {
        int begins = line;
        var field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    at++;
                    if (at < text.length() && !isEnd(text.charAt(at))) throw new InvalidFile("quote", begins, 0);
                    return bounded(field.toString());
                }
                at++;
            }
            if (c == '\n') line++;
            field.append(c);
            if (field.length() > LONGEST_FIELD) throw new InvalidFile("text_too_long", begins, 0);
        }
        throw new InvalidFile("quote", begins, 0);
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private String bounded(String field) {
        if (field.length() > LONGEST_FIELD) throw new InvalidFile("text_too_long", line, 0);
        return field.strip();
    }
}
