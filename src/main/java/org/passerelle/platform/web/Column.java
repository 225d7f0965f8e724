package org.passerelle.platform.web;

/// Head of a table's column.
///
/// @param numeric figures are aligned right
public record Column(String label, boolean numeric) {

    public static Column text(String label) {
        return new Column(label, false);
    }

    public static Column number(String label) {
        return new Column(label, true);
    }
}
