package org.passerelle.pay;

import java.util.List;

/// Two payslips line by line, with the reasons of each difference.
///
/// @param differences of the lines that differ, in the order of the payslip
public record Comparison(Payslip one, Payslip other, List<Difference> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }
}
