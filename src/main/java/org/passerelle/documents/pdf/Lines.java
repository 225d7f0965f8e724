package org.passerelle.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/// Text broken into lines.
final class Lines {

    private Lines() {}

    /// Breaks at line ends and spaces, and inside a word only when the word alone is too wide. At least one line.
    ///
    /// @param width in points
    static List<String> wrap(String text, Style style, double width) {
        if (text.indexOf('\n') < 0) {
            var printable = Face.printable(text);
            if (style.face().width(printable, style.size()) <= width) return List.of(printable);
            var lines = new ArrayList<String>();
            wrapInto(lines, printable, style, width);
            return lines;
        }
        var lines = new ArrayList<String>();
        for (var paragraph : text.replace("\r", "").split("\n", -1)) {
            wrapInto(lines, Face.printable(paragraph), style, width);
        }
        return lines;
    }

    private static void wrapInto(List<String> lines, String text, Style style, double width) {
        int start = 0;
        int lastSpace = -1;
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            used += style.face().width(c, style.size());
            if (c == ' ') {
                lastSpace = i;
            } else if (used > width && i > start) {
                int end = lastSpace > start ? lastSpace : i;
                lines.add(text.substring(start, end));
                start = lastSpace > start ? lastSpace + 1 : i;
                lastSpace = -1;
                used = style.face().width(text.substring(start, i + 1), style.size());
            }
        }
        lines.add(text.substring(Math.min(start, text.length())));
    }

    /// The text on one line, cut with an ellipsis when it is too wide.
    static String fit(String text, Style style, double width) {
        var printable = Face.printable(text);
        if (style.face().width(printable, style.size()) <= width) return printable;
        int end = printable.length();
        while (end > 0 && style.face().width(printable.substring(0, end) + "…", style.size()) > width) end--;
        return printable.substring(0, end) + "…";
    }
}
