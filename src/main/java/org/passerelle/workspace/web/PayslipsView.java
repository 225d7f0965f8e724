package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.kernel.Money;

/// My payslips, newest first, those that were cancelled and replaced among them.
///
/// @param notice what was paid too much and is still to be kept, or empty
public record PayslipsView(String notice, List<Row> rows) {

    /// @param notes which payslip it replaces or was replaced by
    /// @param href of the file
    public record Row(String month, List<String> notes, String payDate, Money gross, Money netPaid, String href) {

        public Row {
            notes = List.copyOf(notes);
        }
    }
}
