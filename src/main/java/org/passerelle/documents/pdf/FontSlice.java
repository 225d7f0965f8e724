package org.passerelle.documents.pdf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a TrueType font that is embedded as a whole: one script of it. It is cut out and compressed once, then
/// copied into every paper that needs it; that is far cheaper than cutting a subset for each paper.
///
/// Every code point has a glyph number of its own, even where the font draws two of them alike, so that text copied
/// out of the paper is the text that was written. Hinting is left out: it doubles the size and screens ignore it.
final class FontSlice {

    private static final int ARGS_ARE_WORDS = 0x0001;
    private static final int HAS_SCALE = 0x0008;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int HAS_XY_SCALE = 0x0040;
    private static final int HAS_MATRIX = 0x0080;
    private static final int HAS_INSTRUCTIONS = 0x0100;

    private final FontSource source;
    private final String name;
    private final List<Integer> codePoints;

    /// @param name as the PDF names it: `PSRLAT+LiberationSans`
    FontSlice(FontSource source, String name, List<Integer> codePoints) {
        this.source = source;
        this.name = name;
        this.codePoints = List.copyOf(codePoints);
    }

    /// What the PDF needs of this slice: the objects with placeholders for their numbers.
    ///
    /// @param file compressed TrueType file
    /// @param fileLength of the file before compression
    /// @param toUnicode compressed CMap
    record Embedded(String name, byte[] file, int fileLength, byte[] widths, byte[] toUnicode, String descriptor) {}

    private volatile @Nullable Embedded embedded;

    Embedded embedded() {
        var ready = embedded;
        if (ready != null) return ready;
        synchronized (this) {
            ready = embedded;
            if (ready == null) {
                ready = build();
                embedded = ready;
            }
            return ready;
        }
    }

    private Embedded build() {
        var file = cut();
        return new Embedded(
                name, Deflate.best(file), file.length, widths(), Deflate.best(toUnicode()), source.descriptor());
    }

    /// Glyph 0 is .notdef; the code point at index i has glyph i + 1; parts of composite glyphs follow.
    private byte[] cut() {
        var glyphs = new ArrayList<Integer>();
        glyphs.add(0);
        for (int codePoint : codePoints) glyphs.add(source.glyph(codePoint));
        var glyf = new Bytes(1 << 16);
        var loca = new Bytes(1 << 12);
        for (int i = 0; i < glyphs.size(); i++) { // grows while composite glyphs name their parts
            loca.big32(glyf.size());
            var outline = source.outline(glyphs.get(i));
            if (outline.length > 0) glyf.add(withoutHints(outline, glyphs));
            while (glyf.size() % 4 != 0) glyf.add(0);
        }
        loca.big32(glyf.size());
        int count = glyphs.size();
        var hmtx = new Bytes(count * 4);
        for (int glyph : glyphs) hmtx.big16(source.advance(glyph)).big16(source.leftSideBearing(glyph));
        var head = source.table("head");
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
        var hhea = source.table("hhea");
        ByteBuffer.wrap(hhea).putShort(34, (short) count);
        var maxp = source.table("maxp");
        ByteBuffer.wrap(maxp).putShort(4, (short) count);
        return assemble(
                List.of("glyf", "head", "hhea", "hmtx", "loca", "maxp"),
                List.of(glyf.toByteArray(), head, hhea, hmtx.toByteArray(), loca.toByteArray(), maxp));
    }

    private static byte[] withoutHints(byte[] outline, List<Integer> glyphs) {
        var in = ByteBuffer.wrap(outline);
        int contours = in.getShort(0);
        var out = new Bytes(outline.length + 4);
        if (contours >= 0) {
            int lengthAt = 10 + 2 * contours;
            int points = lengthAt + 2 + (in.getShort(lengthAt) & 0xFFFF);
            return out.add(outline, 0, lengthAt)
                    .big16(0)
                    .add(outline, points, outline.length - points)
                    .toByteArray();
        }
        out.add(outline, 0, 10);
        int at = 10;
        int flags;
        do {
            flags = in.getShort(at) & 0xFFFF;
            out.big16(flags & ~HAS_INSTRUCTIONS).big16(renumbered(in.getShort(at + 2) & 0xFFFF, glyphs));
            int length = (flags & ARGS_ARE_WORDS) != 0 ? 4 : 2;
            if ((flags & HAS_SCALE) != 0) length += 2;
            if ((flags & HAS_XY_SCALE) != 0) length += 4;
            if ((flags & HAS_MATRIX) != 0) length += 8;
            out.add(outline, at + 4, length);
            at += 4 + length;
        } while ((flags & MORE_COMPONENTS) != 0);
        return out.toByteArray();
    }

    private static int renumbered(int glyph, List<Integer> glyphs) {
        int index = glyphs.indexOf(glyph);
        if (index >= 0) return index;
        glyphs.add(glyph);
        return glyphs.size() - 1;
    }

    private static byte[] assemble(List<String> tags, List<byte[]> tables) {
        int count = tags.size();
        int power = Integer.highestOneBit(count);
        var out = new Bytes(1 << 16);
        out.big32(0x00010000L).big16(count).big16(power * 16);
        out.big16(Integer.numberOfTrailingZeros(power)).big16((count - power) * 16);
        int offset = 12 + 16 * count;
        for (int i = 0; i < count; i++) {
            var table = tables.get(i);
            out.add(tags.get(i)).big32(checksum(table)).big32(offset).big32(table.length);
            offset += (table.length + 3) / 4 * 4;
        }
        for (var table : tables) {
            out.add(table);
            while (out.size() % 4 != 0) out.add(0);
        }
        return out.toByteArray();
    }

    private static long checksum(byte[] table) {
        long sum = 0;
        for (int i = 0; i < table.length; i++) sum += (table[i] & 0xFFL) << (24 - 8 * (i % 4));
        return sum & 0xFFFFFFFFL;
    }

    private byte[] widths() {
        var out = new Bytes(codePoints.size() * 4);
        out.add("[1[");
        for (int codePoint : codePoints) {
            out.integer(source.width(source.glyph(codePoint))).add(' ');
        }
        return out.add("]]").toByteArray();
    }

    private byte[] toUnicode() {
        var out = new Bytes(codePoints.size() * 16);
        out.add("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < codePoints.size(); from += 100) {
            int to = Math.min(from + 100, codePoints.size());
            out.integer(to - from).add(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                out.add('<').hex16(i + 1).add("> <").hex16(codePoints.get(i)).add(">\n");
            }
            out.add("endbfchar\n");
        }
        return out.add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toByteArray();
    }
}
