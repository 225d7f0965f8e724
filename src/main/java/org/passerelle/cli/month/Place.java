package org.passerelle.cli.month;

/// Where something stands in the folder.
///
/// @param line first line is 1
/// @param column first character is 1
/// @param field name of the column or field, may be empty
public record Place(String file, int line, int column, String field) {

    /// The beginning of a line for the terminal: `people.csv:4:31 (nir)`.
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (field.isEmpty() ? "" : " (" + field + ")");
    }
}
