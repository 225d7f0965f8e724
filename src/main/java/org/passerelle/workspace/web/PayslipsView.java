package org.passerelle.workspace.web;

import java.util.List;
import org.passerelle.kernel.Money;

/// My payslips, newest first.
public record PayslipsView(List<Row> rows) {

    /// @param href of the file
    public record Row(String month, String payDate, Money gross, Money netPaid, String href) {}
}
