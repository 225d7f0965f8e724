package org.passerelle.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/// A table over the width of the paper: headings repeated on every page, cells that wrap, rows kept together where a
/// page allows.
public final class Table {

    /// @param weight share of the width; a negative weight is a width in points
    public record Column(String heading, double weight, boolean right) {
        public static Column left(String heading, double weight) {
            return new Column(heading, weight, false);
        }

        public static Column right(String heading, double weight) {
            return new Column(heading, weight, true);
        }
    }

    private static final double GAP = 8;

    private final Paper paper;
    private final List<Column> columns;
    private final double[] starts;
    private final double[] widths;
    private Style body = Style.BODY;
    private Style note = Style.SMALL;
    private double padding = 3.5;
    private boolean ruled = true;
    private int noteColumn;

    public Table(Paper paper, List<Column> columns) {
        this.paper = paper;
        this.columns = List.copyOf(columns);
        starts = new double[columns.size()];
        widths = new double[columns.size()];
        double fixed =
                columns.stream().mapToDouble(c -> c.weight < 0 ? -c.weight : 0).sum();
        double shares = columns.stream().mapToDouble(c -> Math.max(c.weight, 0)).sum();
        double free = Paper.INNER - fixed - GAP * (columns.size() - 1);
        double x = Paper.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            starts[i] = x;
            widths[i] = column.weight < 0 ? -column.weight : free * column.weight / shares;
            x += widths[i] + GAP;
        }
    }

    /// Smaller type and tighter rows, for long tables.
    public Table compact(double size, double rowPadding) {
        body = Style.BODY.sized(size);
        note = Style.SMALL.sized(size - 1);
        padding = rowPadding;
        return this;
    }

    /// Without thin rules between rows.
    public Table unruled() {
        ruled = false;
        return this;
    }

    /// Where the smaller text of [#rowWithNote] goes; the first column unless said.
    public Table notesUnder(int column) {
        noteColumn = column;
        return this;
    }

    public void heading() {
        paper.need(60);
        headingHere();
    }

    private void headingHere() {
        double top = paper.y();
        double height = Style.LABEL.lineHeight();
        for (int i = 0; i < columns.size(); i++) cell(i, top, columns.get(i).heading, Style.LABEL);
        paper.moveTo(top + height + 3);
        paper.rule(Paper.LEFT, Paper.RIGHT, paper.y(), 0.9, Style.ACCENT);
        paper.skip(1);
    }

    /// One row, a cell for each column; missing ones at the end stay empty.
    public void row(String... cells) {
        draw(body, Style.RULE, false, cells);
    }

    /// A row in bold between stronger rules.
    public void total(String... cells) {
        draw(body.bold(), Style.ACCENT, false, cells);
    }

    /// A tinted line that opens a group.
    public void group(String... cells) {
        draw(new Style(Face.BOLD, body.size(), Style.ACCENT), Style.RULE, true, cells);
    }

    /// A row of which one cell carries a smaller text below.
    public void rowWithNote(String below, String... cells) {
        draw(body, Style.RULE, false, below, cells);
    }

    /// A smaller text over the whole width, below the row before.
    public void wide(String text) {
        paper.skip(padding);
        paper.paragraph(text, note);
        paper.skip(padding);
    }

    private void draw(Style style, int rule, boolean tinted, String... cells) {
        draw(style, rule, tinted, "", cells);
    }

    private void draw(Style style, int rule, boolean tinted, String below, String... cells) {
        var wrapped = new ArrayList<List<String>>(cells.length);
        int most = 1;
        for (int i = 0; i < cells.length; i++) {
            var lines = cells[i].isEmpty() ? List.<String>of() : Lines.wrap(cells[i], style, widths[i]);
            wrapped.add(lines);
            most = Math.max(most, lines.size());
        }
        var notes = below.isEmpty() ? List.<String>of() : Lines.wrap(below, note, widths[noteColumn]);
        double height = rowHeight(style, most, wrapped.get(noteColumn).size(), notes.size());
        if (paper.need(Math.min(height, 300))) headingHere();
        if (tinted) paper.box(Paper.LEFT - 4, paper.y(), Paper.INNER + 8, height, Style.TINT);
        paper.skip(padding);
        for (int line = 0; line < most || line < wrapped.get(noteColumn).size() + notes.size(); line++) {
            boolean isNote = line >= wrapped.get(noteColumn).size()
                    && line - wrapped.get(noteColumn).size() < notes.size();
            double step = isNote && line >= most ? note.lineHeight() : style.lineHeight();
            if (paper.need(step + padding)) headingHere();
            for (int i = 0; i < cells.length; i++) {
                if (line < wrapped.get(i).size()) put(i, wrapped.get(i).get(line), style);
            }
            if (isNote) put(noteColumn, notes.get(line - wrapped.get(noteColumn).size()), note);
            paper.skip(step);
        }
        paper.skip(padding - style.size() * 0.14);
        if (rule == Style.ACCENT) paper.rule(Paper.LEFT, Paper.RIGHT, paper.y(), 0.9, rule);
        else if (ruled) paper.rule(Paper.LEFT, Paper.RIGHT, paper.y(), 0.4, rule);
    }

    private double rowHeight(Style style, int most, int first, int notes) {
        double beyond = Math.max(0, first + notes - most) * note.lineHeight();
        return 2 * padding + most * style.lineHeight() + beyond - style.size() * 0.14;
    }

    private void put(int column, String printable, Style style) {
        double x = starts[column];
        if (columns.get(column).right) {
            x += widths[column] - style.face().width(printable, style.size());
        }
        paper.line(x, paper.y(), printable, style);
    }

    private void cell(int column, double top, String text, Style style) {
        if (columns.get(column).right) paper.textRight(starts[column] + widths[column], top, text, style);
        else paper.text(starts[column], top, text, style);
    }
}
