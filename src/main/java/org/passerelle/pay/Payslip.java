package org.passerelle.pay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// A computed month: exact figures, printed figures, explained lines, and the sums that the next month starts from.
/// Printed lines are rounded one by one and printed totals are the sums of printed lines.
public final class Payslip {

    private final PayInput input;
    private final Computation c;
    private final int year;
    private final ExactTotals exact;
    private final PrintedTotals printed;

    Payslip(PayInput input, Computation computed, int year) {
        this.input = input;
        this.c = computed;
        this.year = year;
        exact = exactTotals();
        printed = printedTotals();
    }

    public PayInput input() {
        return input;
    }

    public LocalDate date() {
        return input.date();
    }

    public ExactTotals exact() {
        return exact;
    }

    public PrintedTotals printed() {
        return printed;
    }

    /// Part of the month's gross up to the ceiling; negative where an earlier month is put right.
    public Money t1() {
        return Nanos.money(c.t1);
    }

    public Money t2() {
        return Nanos.money(c.t2);
    }

    public Money csgBase() {
        return Nanos.money(c.csgBase);
    }

    public Amount exactCsgBase() {
        return Nanos.amount(c.csgBase);
    }

    /// Employer's cover beyond its exemption: it bears contributions as pay does (D242-1).
    public Money coverExcess() {
        return Nanos.money(c.excess);
    }

    /// Cover beyond what is deducted from income (CGI 83 1° quater); it is in the net taxable.
    public Money taxedCover() {
        return Nanos.money(c.taxedCover());
    }

    /// Ceiling of this month, after hours and absences.
    public Money ceiling() {
        return Nanos.money(c.ceilings - c.before.ceiling());
    }

    /// Coefficient of the reduction, four decimals, on the sums of the year.
    public Rate coefficient() {
        return new Rate(java.math.BigDecimal.valueOf(c.coefficient, 4));
    }

    /// Reduction of the month as printed: positive when it lowers the cost, negative when some is given back.
    public Money reduction() {
        return Nanos.money(c.employer[LineKind.REDUCTION_GENERALE.ordinal()]).negated();
    }

    /// Minimum wage that the coefficient used for this month.
    public Money smic() {
        return Nanos.money((c.reductionSmic - (c.samePeriod ? c.before.reductionSmic() : 0)) / 12);
    }

    public Money employer(LineKind kind) {
        return Nanos.money(c.employer[kind.ordinal()]);
    }

    public Money employee(LineKind kind) {
        return Nanos.money(c.employee[kind.ordinal()]);
    }

    long employerNanos(LineKind kind) {
        return c.employer[kind.ordinal()];
    }

    long employeeNanos(LineKind kind) {
        return c.employee[kind.ordinal()];
    }

    /// The lines that are not nothing, each with bases, rates, article, source and version.
    public List<PayLine> lines() {
        var lines = new ArrayList<PayLine>(LineKind.COUNT);
        for (LineKind kind : KINDS) {
            long employer = c.employer[kind.ordinal()];
            long employee = c.employee[kind.ordinal()];
            if (employer != 0 || employee != 0) lines.add(Explanation.line(c, kind, employer, employee));
        }
        return lines;
    }

    /// The sums to hand to the next month of the year.
    public YearToDate yearToDate() {
        var b = c.before;
        return new YearToDate(
                year,
                b.months() + 1,
                b.gross() + c.gross,
                c.ceilings,
                b.coverGross() + (c.terms.cadre ? c.cash : 0),
                c.terms.cadre ? c.coverCeilings : b.coverCeiling(),
                c.sicknessLimit,
                c.familyLimit,
                c.reduction.since().toEpochDay(),
                c.reductionPay,
                c.reductionSmic,
                c.reductionSum,
                b.netTaxable().plus(printed.netTaxable()),
                b.withheld().plus(printed.pas()));
    }

    private static final LineKind[] KINDS = LineKind.values();

    private ExactTotals exactTotals() {
        long net = c.netBeforeTax();
        long taxable = c.netTaxable();
        long rate = c.withholdingRate(c.withheldOn(taxable));
        long tax = Computation.withheldCents(c.withheldOn(taxable), rate) * Nanos.PER_CENT;
        return new ExactTotals(
                c.cash,
                c.employeeTotal,
                c.employerTotal,
                net,
                taxable,
                net,
                rate,
                tax,
                net - tax,
                c.cash + c.employerTotal);
    }

    private PrintedTotals printedTotals() {
        long employer = 0;
        long employee = 0;
        for (int i = 0; i < LineKind.COUNT; i++) {
            employer += Nanos.toCents(c.employer[i]);
            employee += Nanos.toCents(c.employee[i]);
        }
        long gross = c.cash / Nanos.PER_CENT;
        long net = gross - employee;
        long taxable = net
                + Nanos.toCents(c.taxedCover())
                + Nanos.toCents(c.employee[LineKind.CSG_NON_DEDUCTIBLE.ordinal()])
                + Nanos.toCents(c.employee[LineKind.CRDS.ordinal()])
                + Nanos.toCents(c.employer[LineKind.MUTUELLE.ordinal()]);
        long withheldOn = c.withheldOn(taxable * Nanos.PER_CENT);
        long rate = c.withholdingRate(withheldOn);
        long tax = Computation.withheldCents(withheldOn, rate);
        return new PrintedTotals(gross, employee, employer, net, taxable, net, rate, tax, net - tax, gross + employer);
    }
}
