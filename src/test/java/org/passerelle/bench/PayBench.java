package org.passerelle.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.PayPart;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.YearToDate;

/// Payslips per second on one core. Grosses and months change with every call, the way a payroll run does.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PayBench {

    private static final LocalDate[] DATES = {
        LocalDate.of(2025, 3, 31), LocalDate.of(2025, 10, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 10, 31)
    };

    private final PayEngine engine = PayEngine.of(Laws.load());
    private final PayTerms terms = PayTerms.of(
            new EmployerTerms(
                    60,
                    Rate.ofPercent("3.2"),
                    Rate.ofPercent("1"),
                    Money.of("60"),
                    Rate.ofPercent("50"),
                    Rate.ofPercent("5")),
            WorkerTerms.fullTime(true));
    private final Amount budget = Amount.of("5227.63");
    private int turn;

    @Benchmark
    public Payslip payslip() {
        return next();
    }

    /// Every line with label, article, source, bases, rates and versions.
    @Benchmark
    public void payslipExplained(Blackhole hole) {
        for (PayLine line : next().lines()) {
            hole.consume(line.label());
            hole.consume(line.rule().article());
            hole.consume(line.rule().source());
            hole.consume(line.employer().cents());
            hole.consume(line.employee().cents());
            for (PayPart part : line.parts()) {
                hole.consume(part.baseNanos());
                hole.consume(part.employerRate());
                hole.consume(part.employeeRate());
                hole.consume(part.part().since());
            }
        }
    }

    @Benchmark
    public Money inverse() {
        var input = PayInput.of(DATES[turn++ & 3], Money.ZERO, terms);
        return engine.largestGross(input, YearToDate.NONE, budget).orElseThrow();
    }

    private Payslip next() {
        turn++;
        var gross = Money.ofCents(180_000 + turn * 7_919L % 700_000);
        return engine.pay(PayInput.of(DATES[turn & 3], gross, terms), YearToDate.NONE);
    }
}
