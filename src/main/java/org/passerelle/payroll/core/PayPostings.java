package org.passerelle.payroll.core;

import java.time.LocalDate;
import java.util.TreeMap;
import org.passerelle.compte.Category;
import org.passerelle.compte.Pocket;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Line;
import org.passerelle.pay.LineKind;
import org.passerelle.payroll.Sheet;
import org.passerelle.people.Person;

/// What the book says of a payslip and of refunded expenses.
public final class PayPostings {

    public static final String NET_DUE = "421000";
    public static final String EXPENSES_DUE = "421100";
    private static final String WITHHELD = "442100";
    private static final String WAGES = "641100";
    private static final String DEDUCTIBLE_VAT = "445660";
    private static final String PAY_CHARGED = "906400";
    private static final String EXPENSES_CHARGED = "906250";

    private PayPostings() {}

    /// Where the shares of a line go.
    ///
    /// @param cost account of the charge
    /// @param fund account of what is owed
    private record Route(String cost, String fund) {}

    /// PA: 641 and 645, 63 / 421, 431 and the funds, 4421.
    public static Entry payslip(
            OperatorId operator, Person person, Sheet sheet, String number, String source, LocalDate date) {
        var sums = new TreeMap<String, Money>();
        add(sums, WAGES, sheet.gross());
        for (var line : sheet.lines()) {
            var route = route(line);
            var yearly = yearly(line);
            add(sums, route.cost, line.employer());
            add(
                    sums,
                    route.fund,
                    line.employer().plus(line.employee()).minus(yearly).negated());
            add(sums, "438600", yearly.negated());
        }
        add(sums, WITHHELD, sheet.totals().withheld().negated());
        String label = "Paie " + number + " " + person.name();
        var entry = Entry.on(operator, "PA", date, source).piece(number, date).label(label);
        sums.forEach(entry::signed);
        var net = sheet.totals().netBeforeTax().minus(sheet.totals().withheld());
        if (!net.isZero()) {
            entry.line((net.isPositive() ? Line.credit(NET_DUE, net, label) : Line.debit(NET_DUE, net.negated(), label))
                    .aux(person.code(), person.name())
                    .worker(person.id()));
        }
        return entry.entry();
    }

    /// CA: what the payslip takes from the activity account, line by line of PS-62, and what it sets aside.
    public static Entry account(
            OperatorId operator, Person person, Sheet sheet, String number, String source, LocalDate date) {
        var taxes = sheet.lines().stream()
                .filter(line -> route(line).cost.startsWith("63"))
                .map(Sheet.Line::employer)
                .reduce(Money.ZERO, Money::plus);
        var contributions = sheet.totals().employer().minus(taxes);
        var account = sheet.account();
        var charge = new Charge(operator, person, number, source, date);
        charge.available(sheet.gross(), "Salaire brut", Category.SALAIRE_BRUT);
        charge.available(contributions, "Cotisations patronales", Category.COTISATION_PATRONALE);
        charge.available(taxes, "Taxes sur salaires", Category.TAXE);
        charge.entry.credit(PAY_CHARGED, sheet.totals().cost());
        charge.move(
                Pocket.ADVANCE, account.advanced().negated(), "Avance sur factures non encaissées", Category.AVANCE);
        charge.move(Pocket.RESERVE, account.reserve(), "Réserve financière");
        charge.move(Pocket.RESERVE, account.fromReserve().negated(), "Reprise de la réserve financière");
        charge.move(Pocket.LEAVE, account.leave(), "Provision pour congés payés");
        charge.move(Pocket.LEAVE, account.leaveReleased().negated(), "Reprise de provision pour congés payés");
        return charge.entry.entry();
    }

    /// NF: 625, 4456 / 4211.
    public static Entry expenses(Refund refund, OperatorId operator, Person person, LocalDate date) {
        String label = "Notes de frais " + refund.reference() + " " + person.name();
        var entry = Entry.on(operator, "NF", date, refund.source())
                .piece(refund.reference(), date)
                .label(label);
        refund.byAccount().forEach(entry::debit);
        entry.debit(DEDUCTIBLE_VAT, refund.vat());
        return entry.line(Line.credit(EXPENSES_DUE, refund.total(), label)
                        .aux(person.code(), person.name())
                        .worker(person.id()))
                .entry();
    }

    /// CA: expenses are borne by the account without the VAT that comes back.
    public static Entry expensesOnAccount(Refund refund, OperatorId operator, Person person, LocalDate date) {
        var charge = new Charge(operator, person, refund.reference(), refund.source() + ":ca", date);
        charge.available(refund.cost(), "Frais professionnels", Category.FRAIS_PRO);
        charge.entry.credit(EXPENSES_CHARGED, refund.cost());
        return charge.entry.entry();
    }

    /// Lines on a worker's account. A charge that is negative (a regularisation) gives back.
    private record Charge(Entry.Builder entry, Person person) {

        Charge(OperatorId operator, Person person, String piece, String source, LocalDate date) {
            this(
                    Entry.on(operator, Entry.ANALYTIC, date, source)
                            .piece(piece, date)
                            .label(piece + " " + person.name()),
                    person);
        }

        void available(Money charge, String label, Category category) {
            line(Pocket.AVAILABLE, charge.negated(), label, category);
        }

        void move(Pocket to, Money sum, String label) {
            move(to, sum, label, Category.PROVISION);
        }

        void move(Pocket to, Money sum, String label, Category category) {
            line(Pocket.AVAILABLE, sum.negated(), label, category);
            line(to, sum, label, category);
        }

        private void line(Pocket pocket, Money signed, String label, Category category) {
            if (signed.isZero()) return;
            entry.line(Line.ofWorker(
                    pocket.account(),
                    person.id(),
                    signed,
                    label,
                    category.name(),
                    "contrat de travail, rémunération et prélèvements"));
        }
    }

    private static void add(TreeMap<String, Money> sums, String account, Money signed) {
        sums.merge(account, signed, Money::plus);
    }

    /// Called once a year (solde and supplement of the apprenticeship tax, PEEC): accrued, not yet owed to the month.
    private static Money yearly(Sheet.Line line) {
        return switch (kind(line)) {
            case PEEC -> line.employer();
            case TAXE_APPRENTISSAGE -> {
                var main = line.parts().getFirst();
                yield line.employer()
                        .minus(main.base().exact().times(main.employer()).roundHalfUp());
            }
            default -> Money.ZERO;
        };
    }

    private static Route route(Sheet.Line line) {
        return switch (kind(line)) {
            case MALADIE,
                    VIEILLESSE_PLAFONNEE,
                    VIEILLESSE_DEPLAFONNEE,
                    ALLOCATIONS_FAMILIALES,
                    ATMP,
                    CSA,
                    DIALOGUE_SOCIAL,
                    CSG_DEDUCTIBLE,
                    CSG_NON_DEDUCTIBLE,
                    CRDS,
                    REDUCTION_GENERALE -> new Route("645100", "431000");
            case CHOMAGE, AGS -> new Route("645400", "431000");
            case AGIRC_ARRCO, CEG, CET, APEC -> new Route("645300", "437100");
            case MUTUELLE -> new Route("645200", "437200");
            case PREVOYANCE_CADRES -> new Route("645800", "437300");
            case FORFAIT_SOCIAL -> new Route("645800", "431000");
            case VERSEMENT_MOBILITE -> new Route("633100", "431000");
            case FNAL -> new Route("633200", "431000");
            case FORMATION, CPF_CDD -> new Route("633300", "431000");
            case PEEC -> new Route("633400", "431000");
            case TAXE_APPRENTISSAGE -> new Route("633500", "431000");
        };
    }

    private static LineKind kind(Sheet.Line line) {
        return LineKind.valueOf(line.id().toUpperCase(java.util.Locale.ROOT));
    }
}
