package org.passerelle.workspace.bureau;

import java.util.List;
import org.passerelle.platform.web.Column;

/// A table with its title. An empty one says so in words.
///
/// @param title of the sheet, also read aloud as caption
/// @param empty what is said when there is no row
public record Listing(String title, List<Column> columns, List<List<Cell>> rows, String empty) {

    public Listing {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
