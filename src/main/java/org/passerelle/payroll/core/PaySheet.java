package org.passerelle.payroll.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.compte.core.PayRules;
import org.passerelle.compte.core.Waterfall;
import org.passerelle.kernel.Money;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.Withholding;
import org.passerelle.pay.YearToDate;
import org.passerelle.payroll.Sheet;

/// Freezes a computed payslip with what it was computed from.
public final class PaySheet {

    private PaySheet() {}

    public static Sheet of(
            Payslip slip,
            YearToDate before,
            List<Sheet.Earning> earnings,
            Waterfall waterfall,
            Sheet.@Nullable Leave leave) {
        var input = slip.input();
        var worker = input.terms().worker();
        return new Sheet(
                input.date(),
                input.gross(),
                input.terms().employer(),
                worker.cadre(),
                worker.fixedTerm(),
                worker.hoursPerWeek(),
                worker.hoursBasis(),
                worker.withholding() instanceof Withholding.Personal(var rate) ? rate : null,
                worker.zone(),
                input.ceiling(),
                input.smic(),
                before,
                slip.yearToDate(),
                earnings,
                lines(slip),
                totals(slip),
                account(waterfall),
                leave);
    }

    /// Components of the gross in portage: pay for declared time, complement, apport, leave (BP-02, BP-05).
    public static List<Sheet.Earning> portage(Waterfall waterfall, PayRules rules) {
        var parts = waterfall.parts();
        var due = waterfall.claim().minimumBase().min(parts.base());
        var earnings = new ArrayList<Sheet.Earning>();
        add(earnings, new Sheet.Earning("base", "Salaire de base (temps déclaré)", null, null, due));
        add(
                earnings,
                new Sheet.Earning(
                        "complement",
                        "Complément de rémunération",
                        null,
                        null,
                        parts.base().minus(due)));
        add(
                earnings,
                new Sheet.Earning(
                        "apport", "Indemnité d’apport d’affaires", parts.base(), rules.apport(), parts.apport()));
        add(
                earnings,
                new Sheet.Earning(
                        "leave",
                        "Indemnité de congés payés",
                        parts.base().plus(parts.apport()),
                        rules.leave(),
                        parts.leavePay()));
        add(earnings, taken(waterfall));
        add(earnings, ended(waterfall));
        return earnings;
    }

    /// Components of the gross in a cooperative: fixed part and advance on the variable part (CA-10).
    public static List<Sheet.Earning> cooperative(Waterfall waterfall) {
        var base = waterfall.parts().base();
        var fixed = waterfall.claim().minimumBase().min(base);
        var earnings = new ArrayList<Sheet.Earning>();
        add(earnings, new Sheet.Earning("fixed", "Part fixe", null, null, fixed));
        add(earnings, new Sheet.Earning("variable", "Avance sur part variable", null, null, base.minus(fixed)));
        add(earnings, taken(waterfall));
        return earnings;
    }

    // 10 % of all gross under a fixed-term contract, this month's included (PS-51, L1243-8).
    private static Sheet.Earning ended(Waterfall waterfall) {
        var claim = waterfall.claim();
        var ending = claim.ending();
        var pay = waterfall.parts().gross().plus(claim.leaveTaken());
        return new Sheet.Earning(
                "end_of_contract",
                "Indemnité de fin de contrat",
                ending == null ? null : ending.grossBefore().plus(pay),
                ending == null ? null : ending.indemnity(),
                claim.endIndemnity(pay));
    }

    private static Sheet.Earning taken(Waterfall waterfall) {
        return new Sheet.Earning(
                "leave_taken",
                waterfall.claim().ending() == null ? "Congés payés pris" : "Indemnité compensatrice de congés payés",
                null,
                null,
                waterfall.claim().leaveTaken());
    }

    private static void add(List<Sheet.Earning> earnings, Sheet.Earning earning) {
        if (!earning.amount().isZero()) earnings.add(earning);
    }

    public static List<Sheet.Line> lines(Payslip slip) {
        return slip.lines().stream().map(PaySheet::line).toList();
    }

    private static Sheet.Line line(PayLine line) {
        return new Sheet.Line(
                line.id(),
                line.label(),
                line.rule().group(),
                line.rule().article(),
                line.rule().source(),
                line.employer(),
                line.employee(),
                line.parts().stream()
                        .map(part -> new Sheet.Part(
                                part.part().parameter(),
                                part.part().since(),
                                part.base(),
                                part.employer(),
                                part.employee()))
                        .toList());
    }

    public static Sheet.Totals totals(Payslip slip) {
        var printed = slip.printed();
        return new Sheet.Totals(
                printed.employeeTotal(),
                printed.employerTotal(),
                printed.netBeforeTax(),
                printed.netTaxable(),
                printed.netSocial(),
                printed.pasRate(),
                printed.pas(),
                printed.employerCost(),
                slip.reduction(),
                slip.coefficient().ratio());
    }

    private static Sheet.Account account(Waterfall waterfall) {
        var claim = waterfall.claim();
        return new Sheet.Account(
                claim.opening(),
                claim.collected(),
                claim.fee(),
                claim.expenses(),
                waterfall.parts().reserve(),
                waterfall.parts().leaveSetAside(),
                claim.leaveReleased(),
                present(claim.reserveReleased()),
                present(claim.advance().granted()),
                present(claim.advance().recovered()),
                waterfall.balance(),
                waterfall.isShort());
    }

    private static @Nullable Money present(Money money) {
        return money.isZero() ? null : money;
    }

    /// What the same sheet would come to today: the same to the cent, or the law was changed behind it.
    public static boolean agrees(Sheet sheet, Payslip again) {
        return lines(again).equals(sheet.lines())
                && totals(again).equals(sheet.totals())
                && again.yearToDate().equals(sheet.after())
                && Money.ZERO.equals(sheet.earnings().stream()
                        .map(Sheet.Earning::amount)
                        .reduce(Money.ZERO, Money::plus)
                        .minus(sheet.gross()));
    }
}
