package org.passerelle.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A TrueType file of the class path, parsed once and held open for reading.
final class FontSource {

    private final TrueTypeFont font;
    private final CmapLookup cmap;
    private final byte[] glyf;
    private final long[] offsets;
    private final String descriptor;

    FontSource(String resource, boolean bold) {
        try (var in = FontSource.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("font missing: " + resource);
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            cmap = font.getUnicodeCmapLookup();
            glyf = table("glyf");
            offsets = font.getIndexToLocation().getOffsets();
            descriptor = describe(bold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copy of a table as it stands in the file.
    byte[] table(String tag) {
        try {
            var table = font.getTableMap().get(tag);
            if (table == null) throw new IllegalStateException("font without table " + tag);
            return font.getTableBytes(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Glyph number, 0 when the font does not draw the code point.
    int glyph(int codePoint) {
        return cmap.getGlyphId(codePoint);
    }

    byte[] outline(int glyph) {
        int from = (int) offsets[glyph];
        return java.util.Arrays.copyOfRange(glyf, from, (int) offsets[glyph + 1]);
    }

    int advance(int glyph) {
        try {
            return font.getHorizontalMetrics().getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int leftSideBearing(int glyph) {
        try {
            return font.getHorizontalMetrics().getLeftSideBearing(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Advance in thousandths of the font size.
    int width(int glyph) {
        return thousandths(advance(glyph));
    }

    /// Every code point of the basic plane that the font draws, in order.
    TreeSet<Integer> repertoire() {
        var all = new TreeSet<Integer>();
        for (int codePoint = 0x20; codePoint < 0xFFFE; codePoint++) {
            if (codePoint >= 0x7F && codePoint < 0xA0) continue;
            if (codePoint >= 0xD800 && codePoint < 0xF900) continue;
            if (glyph(codePoint) != 0) all.add(codePoint);
        }
        return all;
    }

    /// The part of the font descriptor that does not depend on the slice.
    String descriptor() {
        return descriptor;
    }

    private String describe(boolean bold) throws IOException {
        var head = font.getHeader();
        var hhea = font.getHorizontalHeader();
        return "/Flags 32 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV %d"
                .formatted(
                        thousandths(head.getXMin()),
                        thousandths(head.getYMin()),
                        thousandths(head.getXMax()),
                        thousandths(head.getYMax()),
                        thousandths(hhea.getAscender()),
                        thousandths(hhea.getDescender()),
                        729,
                        bold ? 140 : 88);
    }

    private int thousandths(int units) {
        try {
            return Math.round(units * 1000f / font.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
