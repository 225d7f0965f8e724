package org.passerelle.cli.month;

import java.util.ArrayList;
import java.util.List;

/// Splits a CSV text (RFC 4180) into cells that know where they stand. The separator is a semicolon when the
/// first line has one, else a comma. Empty lines are left out.
final class Csv {

    /// @param column of its first character
    record Cell(String text, int line, int column) {}

    private final Sources sources;
    private final String file;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;
    private int column = 1;

    private Csv(Sources sources, String file, String text) {
        this.sources = sources;
        this.file = file;
        this.text = text;
        int end = text.indexOf('\n');
        this.separator = (end < 0 ? text : text.substring(0, end)).indexOf(';') >= 0 ? ';' : ',';
    }

    static List<List<Cell>> read(Sources sources, String file, String text) {
        var csv = new Csv(sources, file, text);
        var rows = new ArrayList<List<Cell>>();
        while (csv.at < text.length()) {
            var row = csv.row();
            if (row.size() > 1 || !row.getFirst().text().isBlank()) rows.add(row);
        }
        return rows;
    }

    private List<Cell> row() {
        var row = new ArrayList<Cell>();
        while (true) {
            row.add(cell());
            if (at >= text.length()) return row;
            char next = step();
            if (next == '\r' && at < text.length() && text.charAt(at) == '\n') next = step();
            if (next == '\n' || next == '\r') return row;
        }
    }

    private Cell cell() {
        int startLine = line;
        int startColumn = column;
        var value = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            step();
            boolean closed = false;
            while (at < text.length() && !closed) {
                char c = step();
                if (c != '"') value.append(c);
                else if (at < text.length() && text.charAt(at) == '"') value.append(step());
                else closed = true;
            }
            if (!closed) sources.problem(Problem.of(file, startLine, startColumn, "", "quote_open"));
            while (at < text.length() && !ends(text.charAt(at))) {
                sources.problem(Problem.of(file, line, column, "", "quote_after"));
                while (at < text.length() && !ends(text.charAt(at))) step();
            }
        } else {
            while (at < text.length() && !ends(text.charAt(at))) value.append(step());
        }
        return new Cell(value.toString().strip(), startLine, startColumn);
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private char step() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        return c;
    }
}
