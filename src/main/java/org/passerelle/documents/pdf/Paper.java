package org.passerelle.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/// One A4 document being drawn from top to bottom, saved as PDF/A-3b. Coordinates in points from the top left
/// corner; [#y] is where the next thing goes. Used by one thread.
public final class Paper {

    public static final double WIDTH = 595.28;
    public static final double HEIGHT = 841.89;
    public static final double LEFT = 45;
    public static final double RIGHT = WIDTH - 45;
    public static final double INNER = RIGHT - LEFT;
    private static final double TOP = 42;
    private static final double CONTINUED_TOP = 62;
    private static final double BOTTOM = HEIGHT - 58;

    private final PaperInfo info;
    private final FontUse fonts = new FontUse();
    private final List<Canvas> pages = new ArrayList<>(2);
    private final List<Attachment> attachments = new ArrayList<>(1);
    private String description = "";
    private List<String> footer = List.of();
    private Canvas page;
    private double y;

    public Paper(PaperInfo info) {
        this.info = info;
        this.page = new Canvas(fonts, HEIGHT);
        pages.add(page);
        y = TOP;
    }

    /// Lines at the foot of every page, beside the page number. At most three; too long ones are cut.
    public void footer(List<String> lines) {
        footer = lines.size() > 3 ? lines.subList(0, 3) : lines;
    }

    public void attach(Attachment attachment) {
        attachments.add(attachment);
    }

    /// Further `rdf:Description` elements for the metadata, well-formed, for instance of Factur-X.
    public void describe(String rdfDescriptions) {
        description = rdfDescriptions;
    }

    public double y() {
        return y;
    }

    public void moveTo(double position) {
        y = position;
    }

    public void skip(double points) {
        y += points;
    }

    /// Points left on this page.
    public double room() {
        return BOTTOM - y;
    }

    /// Goes to a new page when less than this is left. True when it did.
    public boolean need(double points) {
        if (points <= room() || y <= CONTINUED_TOP) return false;
        newPage();
        return true;
    }

    public void newPage() {
        page = new Canvas(fonts, HEIGHT);
        pages.add(page);
        page.text(LEFT, 38, Lines.fit(info.title(), Style.SMALL, INNER), Style.SMALL);
        page.rule(LEFT, 45, RIGHT, 0.5, Style.RULE);
        y = CONTINUED_TOP;
    }

    /// One line whose top is at `top`; nothing moves.
    public void text(double x, double top, String text, Style style) {
        page.text(x, top + style.size(), Face.printable(text), style);
    }

    /// One line that ends at `right`.
    public void textRight(double right, double top, String text, Style style) {
        var printable = Face.printable(text);
        page.text(right - style.face().width(printable, style.size()), top + style.size(), printable, style);
    }

    /// One line cut to a width.
    public void textWithin(double x, double top, double width, String text, Style style) {
        page.text(x, top + style.size(), Lines.fit(text, style, width), style);
    }

    /// A text of several lines from `top`. Returns where the next thing may go; does not break the page.
    public double block(double x, double top, double width, String text, Style style) {
        double at = top;
        for (var line : Lines.wrap(text, style, width)) {
            page.text(x, at + style.size(), line, style);
            at += style.lineHeight();
        }
        return at;
    }

    /// A text over the whole width at [#y], going on to the next page when it must.
    public void paragraph(String text, Style style) {
        for (var line : Lines.wrap(text, style, INNER)) {
            need(style.lineHeight());
            page.text(LEFT, y + style.size(), line, style);
            y += style.lineHeight();
        }
    }

    /// Height of a text when wrapped.
    public static double heightOf(String text, Style style, double width) {
        return Lines.wrap(text, style, width).size() * style.lineHeight();
    }

    /// The tinted box that says for whom a paper is. Returns where it ends.
    public double addressee(double x, double top, double width, Addressee to) {
        double inner = width - 24;
        var name = Style.STRONG.sized(10.5);
        double height = 18
                + Style.LABEL.lineHeight()
                + heightOf(to.name(), name, inner)
                + heightOf(to.address(), Style.BODY, inner)
                + (to.identity().isEmpty() ? 0 : 3 + heightOf(to.identity(), Style.SMALL, inner));
        box(x, top, width, height, Style.TINT);
        box(x, top, 2, height, Style.ACCENT);
        double at = block(x + 12, top + 9, inner, to.heading(), Style.LABEL) + 2;
        at = block(x + 12, at, inner, to.name(), name);
        at = block(x + 12, at, inner, to.address(), Style.BODY);
        if (!to.identity().isEmpty()) block(x + 12, at + 3, inner, to.identity(), Style.SMALL);
        return top + height;
    }

    /// A key in muted type and its value beside it; nothing for an empty value. Returns where it ends.
    public double fact(double x, double top, double keyWidth, double valueWidth, String key, String value) {
        if (value.isBlank()) return top;
        text(x, top + 0.8, key, Style.SMALL.sized(8));
        return block(x + keyWidth, top, valueWidth, value, Style.BODY) + 2.5;
    }

    /// Already wrapped and printable.
    void line(double x, double top, String printable, Style style) {
        page.text(x, top + style.size(), printable, style);
    }

    public void rule(double x1, double x2, double at, double thickness, int colour) {
        page.rule(x1, at, x2, thickness, colour);
    }

    /// A line through points, given as x, y, x, y …; fewer than two points draw nothing.
    public void path(double[] points, double thickness, int colour) {
        if (points.length >= 4) page.path(points, thickness, colour);
    }

    public void box(double x, double top, double width, double height, int colour) {
        page.box(x, top, width, height, colour);
    }

    /// The finished file.
    public byte[] bytes() {
        int total = pages.size();
        for (int i = 0; i < total; i++) foot(pages.get(i), i + 1, total);
        return new PdfFile(info, description, fonts, pages, attachments).bytes();
    }

    private void foot(Canvas canvas, int number, int total) {
        double top = HEIGHT - 44;
        var style = Style.SMALL.sized(6.8);
        canvas.rule(LEFT, top - 5, RIGHT, 0.5, Style.RULE);
        var count = number + " / " + total;
        canvas.text(RIGHT - style.face().width(count, style.size()), top + style.size(), count, style);
        for (int i = 0; i < footer.size(); i++) {
            var line = Lines.fit(footer.get(i), style, INNER - 40);
            canvas.text(LEFT, top + style.size() + i * style.lineHeight(), line, style);
        }
    }
}
