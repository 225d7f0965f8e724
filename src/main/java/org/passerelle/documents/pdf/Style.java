package org.passerelle.documents.pdf;

/// How a text looks.
///
/// @param size in points
/// @param colour 0xRRGGBB
public record Style(Face face, double size, int colour) {

    /// Nearly black, softer than black on white paper.
    public static final int INK = 0x1B2733;
    public static final int MUTED = 0x66727E;
    /// The one colour of the house.
    public static final int ACCENT = 0x0B5A66;
    public static final int RULE = 0xD5DCE1;
    public static final int TINT = 0xF2F6F7;

    public static final Style BODY = new Style(Face.REGULAR, 9, INK);
    public static final Style STRONG = new Style(Face.BOLD, 9, INK);
    public static final Style SMALL = new Style(Face.REGULAR, 7.5, MUTED);
    public static final Style LABEL = new Style(Face.BOLD, 7, MUTED);
    public static final Style TITLE = new Style(Face.BOLD, 20, ACCENT);
    public static final Style HEADING = new Style(Face.BOLD, 10, ACCENT);

    public Style sized(double other) {
        return new Style(face, other, colour);
    }

    public Style coloured(int other) {
        return new Style(face, size, other);
    }

    public Style bold() {
        return new Style(Face.BOLD, size, colour);
    }

    public double lineHeight() {
        return size * 1.34;
    }
}
