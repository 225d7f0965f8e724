package org.passerelle.exits.core;

import java.util.List;
import org.passerelle.documents.pdf.Addressee;
import org.passerelle.documents.pdf.French;
import org.passerelle.documents.pdf.Paper;
import org.passerelle.documents.pdf.PaperInfo;
import org.passerelle.documents.pdf.Style;
import org.passerelle.documents.pdf.Table;
import org.passerelle.documents.pdf.Table.Column;
import org.passerelle.exits.ExitPaper;
import org.passerelle.platform.web.Texts;

/// The papers of the last day as PDF/A, in French (UN-06). The same departure gives the same bytes.
public final class LastDayPapers {

    private final Departure who;
    private final ExitPaper kind;
    private final Texts t;
    private final Paper paper;

    private LastDayPapers(Departure who, ExitPaper kind, Texts t) {
        this.who = who;
        this.kind = kind;
        this.t = t;
        paper = new Paper(new PaperInfo(title() + " – " + who.name(), who.entity(), who.drawnAt()));
    }

    /// @param french the French texts
    public static byte[] render(Departure who, ExitPaper kind, Texts french) {
        var page = new LastDayPapers(who, kind, french);
        page.head();
        switch (kind) {
            case CERTIFICATE -> page.certificate();
            case RECEIPT -> page.receipt();
            case EMPLOYER_STATEMENT -> page.statement();
            case COVER -> page.cover();
        }
        page.signature();
        return page.paper.bytes();
    }

    private String title() {
        return t.localize("exit.paper." + kind + ".title");
    }

    private String say(String key, Object... values) {
        return t.localize("exit.paper." + kind + "." + key, values);
    }

    private void head() {
        paper.footer(List.of(who.entity() + " – " + String.join(" – ", who.identity())));
        double top = paper.y();
        double at = paper.block(Paper.LEFT, top, 240, who.entity(), Style.HEADING.sized(14));
        at = paper.block(
                Paper.LEFT, at + 3, 240, French.address(who.entityAddress()), Style.BODY.coloured(Style.MUTED));
        for (var line : who.identity()) at = paper.block(Paper.LEFT, at + 2, 240, line, Style.SMALL);
        double x = Paper.LEFT + 280;
        double right = paper.addressee(
                x,
                top + 40,
                Paper.RIGHT - x,
                new Addressee(
                        t.localize("exit.paper.worker"),
                        who.name(),
                        French.address(who.address()),
                        t.localize("exit.paper.code", who.code())));
        paper.moveTo(Math.max(at, right) + 26);
        paper.paragraph(title(), Style.TITLE);
        paper.skip(12);
    }

    private void certificate() {
        line(say("text", who.entity(), who.name(), French.longDay(who.birthDate()), day(who.entry()), day(who.exit())));
        var table = new Table(
                paper,
                List.of(
                        Column.left(t.localize("exit.paper.job"), 2),
                        Column.left(t.localize("exit.paper.from"), 1),
                        Column.left(t.localize("exit.paper.to"), 1)));
        table.heading();
        for (var job : who.jobs()) table.row(job.name(), day(job.from()), day(job.to()));
        paper.skip(14);
    }

    private void receipt() {
        line(say("text", who.name(), who.entity(), day(who.exit()), French.money(who.net())));
        var table = new Table(
                paper,
                List.of(
                        Column.left(t.localize("exit.paper.sum"), 1),
                        Column.right(t.localize("exit.paper.amount"), -110)));
        table.heading();
        for (var paid : who.paid()) table.row(paid.label(), French.money(paid.amount()));
        table.total(t.localize("exit.paper.net"), French.money(who.net()));
        paper.skip(14);
        line(say("copies"));
        line(say("contest"));
    }

    private void statement() {
        line(say("text"));
        var facts = new Table(paper, List.of(Column.left("", 1), Column.left("", 2)));
        facts.row(t.localize("exit.paper.worker"), who.name() + ", " + French.longDay(who.birthDate()));
        facts.row(t.localize("exit.paper.contract"), who.contract());
        facts.row(t.localize("exit.paper.from"), day(who.entry()));
        facts.row(t.localize("exit.paper.to"), day(who.exit()));
        facts.row(t.localize("exit.way"), who.reason().isEmpty() ? t.localize("exit.paper.unsaid") : who.reason());
        paper.skip(14);
        var table = new Table(
                        paper,
                        List.of(
                                Column.left(t.localize("exit.paper.month"), 1.4),
                                Column.left(t.localize("exit.paper.payday"), 1.2),
                                Column.right(t.localize("exit.paper.hours"), 1),
                                Column.right(t.localize("exit.gross"), 1.2),
                                Column.right(t.localize("exit.paper.tax"), 1.2)))
                .compact(8.5, 2.4);
        table.heading();
        for (var month : who.months()) {
            table.row(
                    French.month(month.month()),
                    French.day(month.payDate()),
                    French.decimal(month.hoursPerWeek(), 0),
                    French.money(month.gross()),
                    French.money(month.withheld()));
        }
        paper.skip(14);
    }

    private void cover() {
        line(say("text", who.name(), day(who.exit()), day(who.coverUntil())));
        line(say("who"));
        line(say("proof"));
    }

    private void signature() {
        paper.need(90);
        paper.skip(16);
        line(t.localize("exit.paper.done", who.entityAddress().city(), day(who.exit())));
        line(t.localize("exit.paper.signature", who.entity()));
        if (kind == ExitPaper.RECEIPT) line(say("received", who.name()));
    }

    private void line(String text) {
        paper.paragraph(text, Style.BODY.sized(10.5));
        paper.skip(8);
    }

    private static String day(java.time.LocalDate day) {
        return French.longDay(day);
    }
}
