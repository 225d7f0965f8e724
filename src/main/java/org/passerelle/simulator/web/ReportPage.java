package org.passerelle.simulator.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.documents.pdf.Table.Column;

/// The answer of a simulator as PDF/A: made on the spot, kept nowhere.
final class ReportPage {

    private ReportPage() {}

    /// The same report and instant give the same bytes.
    static byte[] render(Report report, Instant createdAt) {
        var paper = new Paper(new PaperInfo(report.title(), "Passerelle", createdAt));
        paper.footer(List.of("Passerelle – " + report.provenance(), report.address()));
        paper.paragraph(report.title(), Style.TITLE);
        paper.skip(4);
        paper.paragraph(report.summary(), Style.STRONG.sized(11));
        paper.skip(3);
        paper.paragraph(report.provenance(), Style.BODY.coloured(Style.MUTED));
        asked(paper, report);
        for (var sheet : report.sheets()) sheet(paper, sheet);
        limits(paper, report);
        return paper.bytes();
    }

    private static void asked(Paper paper, Report report) {
        heading(paper, report.askedTitle());
        double column = Paper.INNER / 2;
        double row = paper.y();
        for (int i = 0; i < report.asked().size(); i++) {
            var asked = report.asked().get(i);
            double left = Paper.LEFT + (i % 2) * column;
            double key = column * 0.62;
            double end = Math.max(
                    paper.block(left, row, key - 8, asked.label(), Style.SMALL.sized(8)),
                    paper.block(left + key, row, column - key - 8, asked.value(), Style.BODY));
            if (i % 2 == 0) paper.moveTo(end);
            else paper.moveTo(Math.max(paper.y(), end));
            if (i % 2 == 1) {
                paper.skip(2);
                row = paper.y();
            }
        }
        paper.skip(4);
    }

    private static void heading(Paper paper, String title) {
        paper.need(70);
        paper.skip(12);
        paper.paragraph(title, Style.HEADING);
        paper.skip(3);
    }

    private static void sheet(Paper paper, Report.Sheet sheet) {
        heading(paper, sheet.title());
        var columns = new ArrayList<Column>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            var name = sheet.columns().get(i);
            double first = sheet.columns().size() == 2 ? 0.35 : 0.7;
            if (i == 0) columns.add(Column.left(name, sheet.words() ? first : 1.5));
            else if (sheet.words()) columns.add(Column.left(name, 1));
            else columns.add(Column.right(name, 1));
        }
        var table = new Table(paper, columns).compact(8.2, 2.8);
        if (sheet.columns().stream().anyMatch(name -> !name.isEmpty())) table.heading();
        for (var row : sheet.rows()) table.row(row.toArray(String[]::new));
    }

    private static void limits(Paper paper, Report report) {
        if (report.limits().isEmpty()) return;
        heading(paper, report.limitsTitle());
        for (var limit : report.limits()) {
            paper.paragraph("– " + limit, Style.SMALL.sized(8));
            paper.skip(1.5);
        }
    }
}
