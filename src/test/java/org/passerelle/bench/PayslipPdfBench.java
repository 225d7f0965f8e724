package org.passerelle.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.passerelle.compte.core.StatementDocument;
import org.passerelle.compte.core.StatementDocuments;
import org.passerelle.compte.core.StatementPage;
import org.passerelle.payroll.core.PayslipDocument;
import org.passerelle.payroll.core.PayslipDocuments;
import org.passerelle.payroll.core.PayslipPage;

/// Payslips and statements as PDF/A-3b files a second on one core.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PayslipPdfBench {

    private final PayslipDocument payslip = PayslipDocuments.portage();
    private final StatementDocument statement = StatementDocuments.october();

    @Benchmark
    public byte[] payslipPdf() {
        return PayslipPage.render(payslip);
    }

    @Benchmark
    public byte[] statementPdf() {
        return StatementPage.render(statement);
    }
}
