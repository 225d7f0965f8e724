package org.passerelle.documents.pdf;

/// The marks of one page, in the order drawn. Coordinates in points from the top left corner.
final class Canvas {

    private final Bytes content = new Bytes(8192);
    private final FontUse fonts;
    private final double height;
    private int fill = -1;
    private int stroke = -1;

    Canvas(FontUse fonts, double height) {
        this.fonts = fonts;
        this.height = height;
    }

    Bytes content() {
        return content;
    }

    /// @param y of the base line
    void text(double x, double y, String printable, Style style) {
        if (printable.isEmpty()) return;
        var visual = Bidirectional.visual(printable);
        fill(style.colour());
        content.add("BT 1 0 0 1 ").number(x).add(' ').number(height - y).add(" Tm ");
        int current = -1;
        for (int i = 0; i < visual.length(); i++) {
            int glyph = style.face().glyph(visual.charAt(i));
            int slice = glyph >> 16;
            if (slice != current) {
                if (current >= 0) content.add("> Tj ");
                content.add("/F")
                        .integer(fonts.use(style.face(), slice))
                        .add(' ')
                        .number(style.size());
                content.add(" Tf <");
                current = slice;
            }
            content.hex16(glyph & 0xFFFF);
        }
        content.add("> Tj ET\n");
    }

    void rule(double x1, double y, double x2, double thickness, int colour) {
        if (stroke != colour) {
            stroke = colour;
            colour(colour).add(" RG\n");
        }
        content.number(thickness).add(" w ");
        content.number(x1).add(' ').number(height - y).add(" m ");
        content.number(x2).add(' ').number(height - y).add(" l S\n");
    }

    /// A line through points, given as x, y, x, y …
    void path(double[] points, double thickness, int colour) {
        if (stroke != colour) {
            stroke = colour;
            colour(colour).add(" RG\n");
        }
        content.add("1 J 1 j ").number(thickness).add(" w ");
        for (int i = 0; i + 1 < points.length; i += 2) {
            content.number(points[i]).add(' ').number(height - points[i + 1]).add(i == 0 ? " m " : " l ");
        }
        content.add("S 0 J 0 j\n");
    }

    void box(double x, double y, double width, double boxHeight, int colour) {
        fill(colour);
        content.number(x).add(' ').number(height - y - boxHeight).add(' ');
        content.number(width).add(' ').number(boxHeight).add(" re f\n");
    }

    private void fill(int colour) {
        if (fill != colour) {
            fill = colour;
            colour(colour).add(" rg\n");
        }
    }

    private Bytes colour(int rgb) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            if (shift < 16) content.add(' ');
            content.number((rgb >> shift & 0xFF) / 255.0);
        }
        return content;
    }
}
