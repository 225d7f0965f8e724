package org.passerelle.payroll.core;

import static org.passerelle.documents.pdf.Paper.INNER;
import static org.passerelle.documents.pdf.Paper.LEFT;
import static org.passerelle.documents.pdf.Paper.RIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.documents.pdf.Addressee;
import org.passerelle.documents.pdf.French;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.documents.pdf.Table.Column;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// The payslip as a PDF/A-3b file, in the model « rénové » (BP-02, BP-03).
public final class PayslipPage {

    private static final String KEEP =
            "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans"
                    + " limitation de durée.";
    private static final String PORTAL =
            "Les termes de ce bulletin sont expliqués sur le portail www.service-public.fr, rubrique « Bulletin de"
                    + " paie » ; le montant net social se déclare sur www.mesdroitssociaux.gouv.fr.";
    private static final int FOLDED_FROM = 3;
    private static final Style WHITE = Style.STRONG.coloured(0xFFFFFF);

    private final PayslipDocument payslip;
    private final Paper paper;

    private PayslipPage(PayslipDocument payslip) {
        this.payslip = payslip;
        var title = "Bulletin de paie " + French.month(payslip.month()) + " – "
                + payslip.employee().name();
        paper = new Paper(new PaperInfo(title, payslip.employer().name(), payslip.createdAt()));
    }

    /// The same payslip gives the same bytes.
    public static byte[] render(PayslipDocument payslip) {
        var page = new PayslipPage(payslip);
        page.paper.footer(page.footer());
        page.head();
        page.parties();
        page.earnings();
        page.contributions();
        page.nets();
        page.memory();
        page.sentences();
        return page.paper.bytes();
    }

    private void head() {
        var employer = payslip.employer();
        double top = paper.y();
        double at = paper.block(LEFT, top, 270, employer.name(), Style.HEADING.sized(13));
        at = paper.block(LEFT, at + 2, 270, French.address(employer.address()), Style.SMALL.coloured(Style.INK));
        var identity = new ArrayList<String>();
        identity.add("SIRET " + French.registration(employer.siret().value()) + " · APE " + employer.ape());
        if (!employer.agreement().isBlank()) {
            identity.add("Convention collective : " + employer.agreement()
                    + (employer.idcc().isBlank() ? "" : " (IDCC " + employer.idcc() + ")"));
        }
        at = paper.block(LEFT, at + 1, 270, String.join("\n", identity), Style.SMALL);
        paper.textRight(RIGHT, top, "Bulletin de paie", Style.TITLE.sized(18));
        paper.textRight(RIGHT, top + 24, French.month(payslip.month()), Style.STRONG.sized(11));
        paper.textRight(RIGHT, top + 40, "Période " + French.days(payslip.period()), Style.SMALL);
        paper.textRight(RIGHT, top + 50, "Payé le " + French.longDay(payslip.paymentDate()), Style.SMALL);
        paper.textRight(RIGHT, top + 60, "N° " + payslip.number(), Style.SMALL);
        paper.moveTo(Math.max(at, top + 70) + 8);
    }

    private void parties() {
        var employee = payslip.employee();
        double top = paper.y();
        double at = top;
        at = fact(at, "Emploi", employee.job());
        at = fact(at, "Classification", position(employee));
        at = fact(at, "Contrat", employee.contract() + ", entrée le " + French.day(employee.entry()));
        at = fact(at, "N° de sécurité sociale", grouped(employee.nir().value()));
        at = fact(at, "Matricule", employee.code());
        double x = LEFT + 285;
        double box = paper.addressee(
                x, top, RIGHT - x, new Addressee("SALARIÉ", employee.name(), French.address(employee.address()), ""));
        paper.moveTo(Math.max(at, box) + 10);
    }

    private double fact(double top, String key, String value) {
        return paper.fact(LEFT, top, 92, 180, key, value) - 1;
    }

    private static String position(PayslipDocument.Employee employee) {
        var status = employee.cadre() ? "cadre" : "non-cadre";
        return employee.position().isBlank() ? status : employee.position() + ", " + status;
    }

    private Table table(String... headings) {
        return new Table(
                        paper,
                        List.of(
                                Column.left(headings[0], 1),
                                Column.right(headings[1], -66),
                                Column.right(headings[2], -56),
                                Column.right(headings[3], -66),
                                Column.right(headings[4], -66)))
                .compact(7.6, 0.75)
                .unruled();
    }

    private void earnings() {
        var table = table("RÉMUNÉRATION", "NOMBRE OU BASE", "TAUX", "MONTANT", "");
        table.heading();
        for (var hours : payslip.hours()) {
            var rate = hours.rate();
            table.row(
                    hours.label(),
                    French.decimal(hours.hours(), 2) + "\u00A0h",
                    rate == null ? "" : French.figure(rate),
                    "");
        }
        if (!payslip.basis().isBlank()) table.row(payslip.basis());
        for (var earning : payslip.earnings()) {
            table.row(
                    earning.label(), figure(earning.base()), percent(earning.rate()), French.figure(earning.amount()));
        }
        table.total("Salaire brut", "", "", French.figure(payslip.gross()));
        paper.skip(7);
    }

    private void contributions() {
        var table = table("COTISATIONS ET CONTRIBUTIONS", "BASE", "TAUX SALARIÉ", "PART SALARIÉ", "PART EMPLOYEUR");
        table.heading();
        for (var group : payslip.groups()) group(table, group);
        if (!payslip.exemptions().isEmpty()) {
            group(table, new PayslipDocument.Group("Exonérations", payslip.exemptions()));
        }
        table.total(
                "Total des cotisations et contributions",
                "",
                "",
                French.figure(payslip.employeeTotal()),
                French.figure(payslip.employerTotal()));
        paper.skip(7);
    }

    /// One line alone is its own heading. Where only the employer pays, the model prints the sum (R3243-2); what it is
    /// made of stands below in small type.
    private static void group(Table table, PayslipDocument.Group group) {
        var lines = group.lines();
        if (lines.size() > FOLDED_FROM && lines.stream().allMatch(PayslipPage::employerOnly)) {
            var sum = lines.stream().map(PayslipPage::employer).reduce(Money.ZERO, Money::plus);
            var detail = lines.stream()
                    .map(line -> line.label() + "\u00A0" + French.figure(employer(line)))
                    .collect(Collectors.joining(" · "));
            table.group(group.title(), "", "", "", French.figure(sum));
            table.wide(detail);
            return;
        }
        if (lines.size() == 1) {
            var line = lines.getFirst();
            boolean said = group.title().startsWith(line.label());
            table.group(cells(said ? group.title() : group.title() + " – " + line.label(), line));
            return;
        }
        table.group(group.title());
        for (var line : lines) contribution(table, line);
    }

    private static boolean employerOnly(PayslipDocument.Contribution line) {
        return line.employee() == null;
    }

    private static Money employer(PayslipDocument.Contribution line) {
        var amount = line.employer();
        return amount == null ? Money.ZERO : amount;
    }

    private static void contribution(Table table, PayslipDocument.Contribution line) {
        table.row(cells(line.label(), line));
    }

    private static String[] cells(String label, PayslipDocument.Contribution line) {
        return new String[] {
            label, figure(line.base()), percent(line.employeeRate()), figure(line.employee()), figure(line.employer())
        };
    }

    private void nets() {
        paper.need(95 + payslip.untaxed().size() * 13.0);
        double top = paper.y();
        band(top, "Montant net social", payslip.netSocial(), Style.TINT, Style.BODY, Style.BODY);
        double at = top + 17;
        band(at, "Net à payer avant impôt sur le revenu", payslip.netBeforeTax(), 0xFFFFFF, Style.STRONG, Style.STRONG);
        at += 15;
        var tax = payslip.withholding();
        line(
                at,
                "Impôt sur le revenu prélevé à la source (" + tax.kind() + ")",
                "base " + French.figure(tax.base()) + " · taux " + percent(tax.rate()),
                tax.amount().negated());
        at += 13;
        for (var item : payslip.untaxed()) {
            line(at, item.label(), "non soumis", item.amount());
            at += 13;
        }
        paper.box(LEFT, at + 2, INNER, 24, Style.ACCENT);
        paper.text(LEFT + 10, at + 8, "Net payé en euros", WHITE.sized(10.5));
        paper.textRight(RIGHT - 10, at + 8, French.money(payslip.netPaid()), WHITE.sized(11.5));
        paper.moveTo(at + 34);
    }

    private void band(double top, String label, Money amount, int colour, Style key, Style value) {
        if (colour != 0xFFFFFF) paper.box(LEFT, top, INNER, 15, colour);
        paper.text(LEFT + 10, top + 2.5, label, key);
        paper.textRight(RIGHT - 10, top + 2.5, French.money(amount), value);
    }

    private void line(double top, String label, String detail, Money amount) {
        paper.textWithin(LEFT + 10, top + 1, 250, label, Style.BODY.sized(8.3));
        paper.textRight(RIGHT - 90, top + 1.5, detail, Style.SMALL);
        paper.textRight(RIGHT - 10, top + 1, French.money(amount), Style.BODY.sized(8.3));
    }

    /// Cost, sums of the year and leave, side by side.
    private void memory() {
        var cost = List.of(
                new PayslipDocument.Item("Total versé par l’employeur", payslip.employerCost()),
                new PayslipDocument.Item("Exonérations et allègements", payslip.exemptionTotal()));
        int most = Math.max(payslip.yearToDate().size(), payslip.leave() == null ? 2 : 4);
        paper.need(16 + most * 10.5);
        double top = paper.y();
        double width = (INNER - 2 * 18) / 3;
        double at = column(LEFT, top, width, "COÛT DU TRAVAIL", cost);
        at = Math.max(
                at,
                column(
                        LEFT + width + 18,
                        top,
                        width,
                        "CUMULS " + payslip.month().year(),
                        payslip.yearToDate()));
        at = Math.max(at, leave(LEFT + 2 * (width + 18), top, width, payslip.leave()));
        paper.moveTo(at + 8);
    }

    private double column(double x, double top, double width, String heading, List<PayslipDocument.Item> items) {
        if (items.isEmpty()) return top;
        double at = headed(x, top, width, heading);
        for (var item : items) at = pair(x, at, width, item.label(), French.money(item.amount()));
        return at;
    }

    private double leave(double x, double top, double width, PayslipDocument.@Nullable Leave leave) {
        if (leave == null) return top;
        double at = headed(x, top, width, "CONGÉS PAYÉS");
        at = pair(x, at, width, "Acquis (jours)", French.decimal(leave.acquiredDays(), 2));
        at = pair(x, at, width, "Pris (jours)", French.decimal(leave.takenDays(), 2));
        at = pair(x, at, width, "Solde (jours)", French.decimal(leave.balanceDays(), 2));
        if (!leave.indemnity().isZero()) at = pair(x, at, width, "Indemnité", French.money(leave.indemnity()));
        if (leave.taken().isEmpty()) return at;
        var days = leave.taken().stream().map(French::days).collect(Collectors.joining(", "));
        return paper.block(x, at, width, "Pris " + days, Style.SMALL.sized(7));
    }

    private double headed(double x, double top, double width, String heading) {
        paper.text(x, top, heading, Style.LABEL);
        paper.rule(x, x + width, top + 10.5, 0.6, Style.ACCENT);
        return top + 13;
    }

    private double pair(double x, double top, double width, String key, String value) {
        var style = Style.BODY.sized(7.8);
        double room = width - style.face().width(value, style.size()) - 6;
        paper.textWithin(x, top, room, key, style.coloured(Style.MUTED));
        paper.textRight(x + width, top, value, style);
        return top + 10.5;
    }

    private void sentences() {
        var text = new ArrayList<>(payslip.mentions());
        text.add(PORTAL);
        var small = Style.SMALL.sized(7);
        paper.need(12 + (text.size() + 1) * 10.0);
        paper.paragraph(KEEP, new Style(small.face(), 7.5, Style.INK).bold());
        for (var sentence : text) paper.paragraph(sentence, small);
    }

    private List<String> footer() {
        var employer = payslip.employer();
        var lines = new ArrayList<String>();
        lines.add(employer.name() + " – SIRET "
                + French.registration(employer.siret().value()) + " – "
                + employer.address().oneLine());
        var guarantor = payslip.guarantor();
        if (guarantor != null) {
            var validity = guarantor.validity();
            lines.add("Garantie financière : " + guarantor.name() + ", " + guarantor.address());
            lines.add("(" + guarantor.article() + (validity == null ? "" : ", " + French.days(validity)) + ")");
        }
        return lines;
    }

    private static String figure(@Nullable Money money) {
        return money == null ? "" : French.figure(money);
    }

    private static String percent(@Nullable Rate rate) {
        return rate == null ? "" : French.decimal(rate.percent(), 2) + "\u00A0%";
    }

    /// `1 85 05 78 006 084 36`.
    private static String grouped(String nir) {
        var out = new StringBuilder();
        for (int i = 0; i < nir.length(); i++) {
            if (i == 1 || i == 3 || i == 5 || i == 7 || i == 10 || i == 13) out.append('\u00A0');
            out.append(nir.charAt(i));
        }
        return out.toString();
    }
}
