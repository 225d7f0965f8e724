package org.passerelle.payroll.core;

/// The payslip as a PDF/A-3b file, in the model « rénové » (BP-03).
public final class PayslipPage {

    private PayslipPage() {}

    public static byte[] render(PayslipDocument payslip) {
        throw new UnsupportedOperationException();
    }
}
