package org.passerelle.invoicing.core;

/// What XML 1.0 can hold.
final class XmlText {

    private XmlText() {}

    static boolean allowed(int codePoint) {
        return codePoint >= 0x20 && codePoint < 0xD800
                || codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0xE000 && codePoint < 0xFFFE
                || codePoint >= 0x10000;
    }

    static boolean isClean(String text) {
        return text.codePoints().allMatch(XmlText::allowed);
    }

    /// The text with a replacement character in place of what is not allowed.
    static String clean(String text) {
        if (isClean(text)) return text;
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> out.appendCodePoint(allowed(codePoint) ? codePoint : 0xFFFD));
        return out.toString();
    }
}
