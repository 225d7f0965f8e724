package org.passerelle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;

/// What an error page and the log say alike, so that whoever reads it out on the telephone is found in the log
/// (S-46): eight letters and figures that cannot be mistaken for each other. It says nothing about the person.
final class Reference {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String KEPT = Reference.class.getName();

    private Reference() {}

    /// The reference of this request: the same however often its failure passes by.
    static String of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof String known) return known;
        var fresh = fresh();
        request.setAttribute(KEPT, fresh);
        return fresh;
    }

    static String fresh() {
        var text = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) text.append('-');
            text.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
