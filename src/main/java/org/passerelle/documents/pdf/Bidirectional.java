package org.passerelle.documents.pdf;

import java.text.Bidi;

/// Right-to-left text put into the order in which it is drawn.
final class Bidirectional {

    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';
    private static final String OPENING = "([{<«‹";
    private static final String CLOSING = ")]}>»›";

    private Bidirectional() {}

    static String visual(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) < FIRST_RIGHT_TO_LEFT) first++;
        if (first == text.length()) return text;
        var chars = text.toCharArray();
        if (!Bidi.requiresBidi(chars, 0, chars.length)) return text;
        var bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var levels = new byte[chars.length];
        var order = new Character[chars.length];
        for (int i = 0; i < chars.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            order[i] = levels[i] % 2 == 1 ? mirrored(chars[i]) : chars[i];
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        var out = new StringBuilder(order.length);
        for (char c : order) out.append(c);
        return out.toString();
    }

    private static char mirrored(char c) {
        int opening = OPENING.indexOf(c);
        if (opening >= 0) return CLOSING.charAt(opening);
        int closing = CLOSING.indexOf(c);
        return closing >= 0 ? OPENING.charAt(closing) : c;
    }
}
