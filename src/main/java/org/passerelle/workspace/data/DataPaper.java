package org.passerelle.workspace.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.documents.pdf.Table.Column;
import org.passerelle.platform.web.Texts;
import org.passerelle.workspace.data.PersonalData.Section;

/// The same data for people: a PDF/A with one heading for each section.
final class DataPaper {

    private DataPaper() {}

    static byte[] render(PersonalData data, String name, Instant at, Texts t) {
        var title = t.localize("data.title", name);
        var paper = new Paper(new PaperInfo(title, "Passerelle", at));
        paper.footer(List.of(title, t.moment(at)));
        paper.paragraph(title, Style.TITLE);
        paper.skip(4);
        paper.paragraph(t.localize("data.lead"), Style.BODY.coloured(Style.MUTED));
        for (var section : data.sections()) draw(paper, section, t);
        return paper.bytes();
    }

    private static void draw(Paper paper, Section section, Texts t) {
        paper.need(70);
        paper.skip(12);
        paper.paragraph(t.localize("data.section." + section.name()), Style.HEADING);
        paper.skip(3);
        if (section.rows().isEmpty()) paper.paragraph(t.localize("data.none"), Style.BODY);
        else if (section.rows().size() == 1) single(paper, section, t);
        else table(paper, section, t);
    }

    private static void single(Paper paper, Section section, Texts t) {
        var table = new Table(paper, List.of(Column.left("", 1), Column.left("", 2))).compact(8.5, 2.5);
        section.rows().getFirst().forEach((key, value) -> table.row(word(key, t), value));
    }

    private static void table(Paper paper, Section section, Texts t) {
        var keys = new LinkedHashSet<String>();
        for (var row : section.rows()) keys.addAll(row.keySet());
        var columns = new ArrayList<Column>();
        for (var key : keys) columns.add(Column.left(word(key, t), wide(key) ? 2 : 1));
        var table = new Table(paper, columns).compact(7.5, 2);
        table.heading();
        for (var row : section.rows()) {
            table.row(keys.stream().map(key -> row.getOrDefault(key, "")).toArray(String[]::new));
        }
    }

    private static String word(String key, Texts t) {
        return t.localize(key.equals("title") ? "data.title.column" : "data." + key);
    }

    private static boolean wide(String key) {
        return key.equals("label") || key.equals("title") || key.equals("client") || key.equals("job");
    }
}
