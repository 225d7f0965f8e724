package org.passerelle.workspace.bureau;

/// One cell of a table of the desk.
///
/// @param sub smaller words beneath, or empty
/// @param href where it leads, or empty
/// @param tone of a badge (`ok`, `info`, `warn`, `refuse`, `quiet`), or empty for plain words
/// @param figure aligned right
public record Cell(String text, String sub, String href, String tone, boolean figure) {

    static Cell text(String text) {
        return new Cell(text, "", "", "", false);
    }

    static Cell text(String text, String sub) {
        return new Cell(text, sub, "", "", false);
    }

    static Cell link(String text, String sub, String href) {
        return new Cell(text, sub, href, "", false);
    }

    static Cell figure(String text) {
        return new Cell(text, "", "", "", true);
    }

    static Cell badge(String text, String tone) {
        return new Cell(text, "", "", tone, false);
    }
}
