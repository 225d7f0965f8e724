package org.passerelle.cli.month;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// A CSV file with the columns it must have, no more and no less, in any order.
final class Table {

    private static final int MOST_ROWS = 100_000;

    private Table() {}

    /// @param kind what its rows are, `person`; noted as unreadable when the table is
    static List<Row> read(Sources sources, String file, String kind, List<String> columns) {
        var text = sources.text(file);
        if (text == null) return spoiled(sources, kind);
        var lines = Csv.read(sources, file, text);
        if (lines.isEmpty()) {
            sources.problem(Problem.of(file, 1, 1, "", "header_missing", String.join(",", columns)));
            return spoiled(sources, kind);
        }
        var header = lines.getFirst();
        if (!sound(sources, file, header, columns)) return spoiled(sources, kind);
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            var first = line.getFirst();
            if (line.size() != header.size()) {
                sources.problem(Problem.of(
                        file,
                        first.line(),
                        line.getLast().column(),
                        "",
                        "cells",
                        Integer.toString(line.size()),
                        Integer.toString(header.size())));
                continue;
            }
            if (rows.size() >= MOST_ROWS) {
                sources.problem(Problem.of(file, first.line(), 1, "", "rows", Integer.toString(MOST_ROWS)));
                break;
            }
            Map<String, Csv.Cell> cells = new HashMap<>();
            for (int i = 0; i < header.size(); i++) cells.put(header.get(i).text(), line.get(i));
            rows.add(new Row(sources, file, first.line(), 1, cells));
        }
        return rows;
    }

    private static List<Row> spoiled(Sources sources, String kind) {
        sources.spoil(kind, "", "*");
        return List.of();
    }

    private static boolean sound(Sources sources, String file, List<Csv.Cell> header, List<String> columns) {
        boolean sound = true;
        var seen = new HashSet<String>();
        for (var cell : header) {
            if (!columns.contains(cell.text())) {
                sources.problem(Problem.of(
                        file,
                        cell.line(),
                        cell.column(),
                        cell.text(),
                        "column_unknown",
                        cell.text(),
                        String.join(", ", columns)));
                sound = false;
            } else if (!seen.add(cell.text())) {
                sources.problem(Problem.of(file, cell.line(), cell.column(), cell.text(), "column_twice", cell.text()));
                sound = false;
            }
        }
        for (var column : columns) {
            if (!seen.contains(column)) {
                sources.problem(Problem.of(file, 1, 1, column, "column_missing", column));
                sound = false;
            }
        }
        return sound;
    }
}
