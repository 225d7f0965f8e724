package org.passerelle.documents.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Marks of things that a picture or a paper has no business to hold.
final class Signs {

    // The harmless file that every virus scanner knows; in two parts, so that no scanner takes this class for it.
    private static final String TEST_VIRUS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final List<String> OTHER_FILES = List.of(
            "pk\u0003\u0004",
            "pk\u0005\u0006",
            "%pdf-",
            "<html",
            "<script",
            "<svg",
            "<?php",
            "<!doctype",
            "rar!",
            "7z\u00bc\u00af");

    private static final int ZIP_TAIL = 22 + 65_535;

    private Signs() {}

    static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) return false;
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xFF) != start[i]) return false;
        }
        return true;
    }

    static boolean isTestVirus(byte[] content) {
        return text(content, 0, content.length).contains(TEST_VIRUS);
    }

    /// Whether something that another program would open begins there.
    static boolean holdsOtherFile(byte[] content, int from) {
        var rest = text(content, from, content.length).toLowerCase(Locale.ROOT);
        return rest.startsWith("mz")
                || rest.startsWith("\u007felf")
                || OTHER_FILES.stream().anyMatch(rest::contains);
    }

    /// Whether the file is read as a zip archive from its end.
    static boolean endsAsZip(byte[] content) {
        return text(content, Math.max(0, content.length - ZIP_TAIL), content.length)
                .contains("PK\u0005\u0006");
    }

    static String text(byte[] content, int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
