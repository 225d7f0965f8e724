package org.passerelle.documents.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The two weights of the house's font, Liberation Sans. Loaded at first use and shared by all threads.
public final class Face {
    /// Stands for whatever the font cannot draw, so that the reader sees that something was there.
    static final char REPLACEMENT = '\u25A1';

    /// First code points of the scripts that are embedded apart; what lies before the first is in the slice before.
    private static final int[] SCRIPTS = {0x0180, 0x0370, 0x0400, 0x0530, 0x0600, 0x1E00, 0x2000, 0x2010};

    private static final String USED_IN_FRENCH =
            "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2020\u2022\u2026\u202F\u2030\u2032"
                    + "\u2033\u2039\u203A\u20AC\u2116\u2122\u2190\u2192\u2212\u2248\u2260\u2264\u2265\u25A0\u25A1\u25CF";

    public static final Face REGULAR = new Face("LiberationSans-Regular.ttf", "LiberationSans", 'R');
    public static final Face BOLD = new Face("LiberationSans-Bold.ttf", "LiberationSans-Bold", 'B');

    private final FontSource source;
    private final List<FontSlice> slices = new ArrayList<>();
    /// slice << 16 | glyph within the slice, by code point; 0 where nothing is drawn
    private final int[] glyphs = new int[0x10000];
    private final short[] widths = new short[0x10000];

    private Face(String file, String postScriptName, char weight) {
        source = new FontSource("/fonts/" + file, weight == 'B');
        var parts = new ArrayList<List<Integer>>();
        for (int i = 0; i <= SCRIPTS.length; i++) parts.add(new ArrayList<>());
        for (int codePoint : source.repertoire()) {
            parts.get(part(codePoint)).add(codePoint);
        }
        for (var part : parts) {
            if (part.isEmpty()) continue;
            int slice = slices.size();
            for (int i = 0; i < part.size(); i++) {
                int codePoint = part.get(i);
                glyphs[codePoint] = slice << 16 | (i + 1);
                widths[codePoint] = (short) source.width(source.glyph(codePoint));
            }
            var tag = "PSR%c%c%s".formatted('A' + slice, weight, "A").toUpperCase(Locale.ROOT);
            slices.add(new FontSlice(source, tag + "+" + postScriptName, part));
        }
    }

    private static int part(int codePoint) {
        if (USED_IN_FRENCH.indexOf(codePoint) >= 0) return 0;
        int part = 0;
        while (part < SCRIPTS.length && codePoint >= SCRIPTS[part]) part++;
        return part;
    }

    /// What can be drawn of a text, in one line: composed characters, tabs and line ends as spaces, everything the
    /// font lacks as □. Never fails, whatever the text. The order is still that of reading.
    public static String printable(String text) {
        int length = text.length();
        int i = 0;
        while (i < length && isPlain(text.charAt(i))) i++;
        if (i == length) return text;
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var out = new StringBuilder(composed.length());
        composed.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') out.append(' ');
            else if (isInvisible(codePoint)) return;
            else out.append(REGULAR.draws(codePoint) ? (char) codePoint : REPLACEMENT);
        });
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7F || c >= 0xA0 && c < 0x180 || c == '\u202F' || c == '\u2019' || c == '€';
    }

    /// Marks that change how text runs or breaks but are nothing to see.
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0x200B
                || codePoint == 0x200C
                || codePoint == 0x200D
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2060 && codePoint <= 0x2069
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint == 0xFEFF;
    }

    boolean draws(int codePoint) {
        return codePoint < 0x10000 && glyphs[codePoint] != 0;
    }

    int glyph(char c) {
        return glyphs[c];
    }

    FontSlice slice(int index) {
        return slices.get(index);
    }

    /// Width in points of a printable text.
    public double width(String printable, double size) {
        int sum = 0;
        for (int i = 0; i < printable.length(); i++) sum += widths[printable.charAt(i)];
        return sum * size / 1000;
    }

    double width(char c, double size) {
        return widths[c] * size / 1000;
    }
}
