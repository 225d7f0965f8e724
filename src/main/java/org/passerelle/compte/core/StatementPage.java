package org.passerelle.compte.core;

import static org.passerelle.documents.pdf.Paper.INNER;
import static org.passerelle.documents.pdf.Paper.LEFT;
import static org.passerelle.documents.pdf.Paper.RIGHT;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.documents.pdf.Addressee;
import org.passerelle.documents.pdf.French;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.documents.pdf.Table.Column;
import org.passerelle.kernel.Money;

/// The monthly statement as a PDF/A-3b file (PS-60).
public final class StatementPage {

    private static final int WHITE = 0xFFFFFF;

    private final StatementDocument statement;
    private final Paper paper;

    private StatementPage(StatementDocument statement) {
        this.statement = statement;
        var title = "Relevé du compte d’activité " + French.month(statement.month()) + " – "
                + statement.worker().name();
        paper = new Paper(new PaperInfo(title, statement.operator().name(), statement.createdAt()));
    }

    /// The same statement gives the same bytes.
    public static byte[] render(StatementDocument statement) {
        var page = new StatementPage(statement);
        page.paper.footer(page.footer());
        page.head();
        page.balances();
        page.movements();
        page.categories();
        page.sentences();
        return page.paper.bytes();
    }

    private void head() {
        var operator = statement.operator();
        double top = paper.y();
        double at = paper.block(LEFT, top, 240, operator.name(), Style.HEADING.sized(14));
        at = paper.block(LEFT, at + 3, 240, French.address(operator.address()), Style.BODY.coloured(Style.MUTED));
        at = paper.block(LEFT, at + 2, 240, operator.registration(), Style.SMALL);
        paper.textRight(RIGHT, top, "Compte d’activité", Style.TITLE);
        paper.textRight(RIGHT, top + 27, "Relevé " + French.ofMonth(statement.month()), Style.STRONG.sized(11));
        paper.textRight(RIGHT, top + 44, "établi le " + French.longDay(statement.statementDate()), Style.BODY);
        double right = top + 64;
        double x = LEFT + 280;
        var worker = statement.worker();
        right = paper.addressee(
                x,
                right,
                RIGHT - x,
                new Addressee(
                        "TITULAIRE", worker.name(), French.address(worker.address()), "Matricule " + worker.code()));
        paper.moveTo(Math.max(at, right) + 18);
    }

    private void balances() {
        double gap = 10;
        double width = (INNER - 2 * gap) / 3;
        double top = paper.y();
        card(LEFT, top, width, "MONTANT DISPONIBLE", statement.available(), true);
        card(LEFT + width + gap, top, width, "RÉSERVE", statement.reserve(), false);
        card(LEFT + 2 * (width + gap), top, width, "PROVISION CONGÉS PAYÉS", statement.leave(), false);
        paper.moveTo(top + 62);
    }

    private void card(double x, double top, double width, String label, Money amount, boolean first) {
        paper.box(x, top, width, 44, first ? Style.ACCENT : Style.TINT);
        paper.text(x + 12, top + 9, label, first ? Style.LABEL.coloured(WHITE) : Style.LABEL);
        var figure = Style.STRONG.sized(14);
        paper.text(x + 12, top + 21, French.money(amount), first ? figure.coloured(WHITE) : figure);
    }

    private void movements() {
        var table = new Table(
                        paper,
                        List.of(
                                Column.left("DATE", -52),
                                Column.left("LIBELLÉ", 1),
                                Column.left("CATÉGORIE", -112),
                                Column.right("MONTANT", -66),
                                Column.right("DISPONIBLE", -66)))
                .compact(8.3, 2.6)
                .notesUnder(1);
        table.heading();
        var balance = statement.opening();
        table.total(
                French.day(statement.month().firstDay()),
                "Disponible au début du mois",
                "",
                "",
                French.figure(balance));
        if (statement.movements().isEmpty()) table.row("", "Aucun mouvement ce mois-ci.", "", "", "");
        for (var movement : statement.movements()) {
            balance = balance.plus(movement.amount());
            table.rowWithNote(
                    movement.clause(),
                    French.day(movement.date()),
                    movement.label(),
                    movement.category(),
                    signed(movement.amount()),
                    French.figure(balance));
        }
        var last = statement.movements().stream()
                .map(StatementDocument.Movement::date)
                .reduce(statement.month().lastDay(), (a, b) -> a.isAfter(b) ? a : b);
        // a month's pay may be paid, and its invoices collected, some days after its end
        var label = statement.month().contains(last) ? "Disponible à la fin du mois" : "Disponible après la paie";
        table.total(French.day(last), label, "", "", French.figure(balance));
        paper.skip(16);
    }

    private static String signed(Money amount) {
        return amount.isPositive() ? "+" + French.figure(amount) : French.figure(amount);
    }

    private void categories() {
        if (statement.byCategory().isEmpty()) return;
        var table = new Table(paper, List.of(Column.left("LE MOIS PAR CATÉGORIE", 1), Column.right("MONTANT", -90)))
                .compact(8.3, 2.2);
        paper.need(30 + 16.0 * Math.min(statement.byCategory().size(), 12));
        table.heading();
        for (var sum : statement.byCategory()) table.row(sum.category(), signed(sum.amount()));
        if (!statement.allInCost().isBlank()) {
            table.total("Frais de gestion et autres charges, rapportés aux encaissements", statement.allInCost());
        }
        paper.skip(14);
    }

    private void sentences() {
        for (var sentence : statement.mentions()) paper.paragraph(sentence, Style.SMALL);
    }

    private List<String> footer() {
        var operator = statement.operator();
        var lines = new ArrayList<String>();
        lines.add(operator.name() + " – " + operator.registration() + " – "
                + operator.address().oneLine());
        var guarantor = statement.guarantor();
        if (guarantor != null) {
            var validity = guarantor.validity();
            lines.add("Garantie financière : " + guarantor.name() + ", " + guarantor.address());
            lines.add("(" + guarantor.article() + (validity == null ? "" : ", " + French.days(validity)) + ")");
        }
        return lines;
    }
}
