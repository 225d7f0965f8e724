package org.passerelle.marketplace.core;

import java.util.regex.Pattern;

/// Addresses, telephone numbers and links in a text: none may stand in what is public.
public final class Coordinates {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[^\\s@]+\\.[a-z]{2,}");
    private static final Pattern LINK = Pattern.compile("https?://|www\\.");
    private static final Pattern DIGITS = Pattern.compile("(?:\\+\\d{2}|0)[\\s./-]*(?:\\d[\\s./-]*){9}");

    private Coordinates() {}

    public static boolean in(String text) {
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        return MAIL.matcher(lower).find()
                || LINK.matcher(lower).find()
                || DIGITS.matcher(lower).find();
    }
}
