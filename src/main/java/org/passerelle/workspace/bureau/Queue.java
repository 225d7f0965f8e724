package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.Expenses;
import org.passerelle.banking.Statements;
import org.passerelle.clients.Clients;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Component;

/// What waits for a person, by kind, each with the reason why a machine did not decide.
@Component
class Queue {

    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final Activity activity;
    private final Expenses expenses;
    private final Invoicing invoicing;
    private final Statements statements;
    private final Clock clock;

    Queue(
            Operators operators,
            People people,
            Clients clients,
            Missions missions,
            Activity activity,
            Expenses expenses,
            Invoicing invoicing,
            Statements statements,
            Clock clock) {
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.activity = activity;
        this.expenses = expenses;
        this.invoicing = invoicing;
        this.statements = statements;
        this.clock = clock;
    }

    /// One table for each kind of thing that waits; none for a kind of which nothing does.
    List<Listing> of(Desk desk, SignedIn who, Texts t) {
        var operator = desk.operator();
        var all = new ArrayList<Listing>();
        add(all, "entity", entity(desk, t), t);
        if (who.has(operator, Place.REPORTS.roles())) {
            add(all, "reports", reports(desk, t), t);
            add(all, "expenses", expenses(desk, t), t);
        }
        if (who.has(operator, Place.MISSIONS.roles())) add(all, "missions", missions(desk, t), t);
        if (who.has(operator, Place.INVOICES.roles())) {
            add(all, "drafts", drafts(desk, t), t);
            add(all, "late", late(desk, t), t);
        }
        if (who.has(operator, Place.BANK.roles())) add(all, "bank", bank(desk, t), t);
        return all;
    }

    private static void add(List<Listing> all, String kind, List<List<Cell>> rows, Texts t) {
        if (rows.isEmpty()) return;
        var columns = List.of(
                Column.text(t.localize("bureau.col.what")),
                Column.text(t.localize("bureau.col.why")),
                Column.text(t.localize("bureau.col.next")));
        all.add(new Listing(t.localize("bureau.queue." + kind, rows.size()), columns, rows, ""));
    }

    private List<List<Cell>> entity(Desk desk, Texts t) {
        return operators.review(desk.operator()).stream()
                .map(finding -> row(
                        finding.article(),
                        "",
                        t.finding(finding),
                        t.localize("bureau.do.entity"),
                        desk.href("societe")))
                .toList();
    }

    private List<List<Cell>> reports(Desk desk, Texts t) {
        return activity.waiting(desk.operator()).stream()
                .map(report -> row(
                        people.get(report.person()).name(),
                        t.month(report.month()),
                        reason(report, t),
                        t.localize("bureau.do.report"),
                        desk.href("activites/" + report.id())))
                .toList();
    }

    private static String reason(ActivityReport report, Texts t) {
        if (report.findings().isEmpty()) return t.localize("bureau.why.report");
        return report.findings().stream().map(t::finding).collect(Collectors.joining(" "));
    }

    private List<List<Cell>> expenses(Desk desk, Texts t) {
        return expenses.waiting(desk.operator()).stream()
                .map(expense -> row(
                        people.get(expense.person()).name(),
                        expense.label() + " · " + t.money(expense.gross()),
                        t.localize("bureau.why.expense"),
                        t.localize("bureau.do.expense"),
                        desk.href("frais/" + expense.id())))
                .toList();
    }

    private List<List<Cell>> missions(Desk desk, Texts t) {
        return missions.all(desk.operator()).stream()
                .filter(mission -> mission.state() == MissionState.REFUSED || mission.state() == MissionState.UNDECIDED)
                .map(mission -> row(
                        mission.code() + " · " + mission.terms().title(),
                        people.get(mission.person()).name() + " → "
                                + clients.get(mission.client()).name(),
                        mission.state() == MissionState.UNDECIDED
                                ? t.localize("bureau.why.undecided")
                                : mission.findings().stream()
                                        .limit(1)
                                        .map(t::finding)
                                        .collect(Collectors.joining()),
                        t.localize("bureau.do.mission"),
                        desk.href("missions/" + mission.id())))
                .toList();
    }

    private List<List<Cell>> drafts(Desk desk, Texts t) {
        var today = Days.today(clock);
        var rows = new ArrayList<List<Cell>>();
        for (var draft : invoicing.drafts(desk.operator())) {
            var obstacles = invoicing.obstacles(desk.operator(), draft.id(), today);
            if (obstacles.isEmpty()) continue;
            rows.add(row(
                    clients.get(draft.client()).name(),
                    t.month(draft.month()) + " · " + t.money(draft.totals().gross()),
                    obstacles.stream()
                            .map(obstacle -> t.localize(obstacle.messageKey(), obstacle.data()))
                            .collect(Collectors.joining(" ")),
                    t.localize("bureau.do.draft"),
                    desk.href("factures/" + draft.id())));
        }
        return rows;
    }

    private List<List<Cell>> late(Desk desk, Texts t) {
        var today = Days.today(clock);
        return invoicing.open(desk.operator()).stream()
                .filter(invoice -> invoice.dueDate().isBefore(today))
                .map(invoice -> row(
                        invoice.number(),
                        invoice.clientName(),
                        t.localize("bureau.why.late", t.money(invoice.open()), t.date(invoice.dueDate())),
                        t.localize("bureau.do.invoice"),
                        desk.href("factures/" + invoice.id())))
                .toList();
    }

    private List<List<Cell>> bank(Desk desk, Texts t) {
        return statements.waiting(desk.operator()).stream()
                .map(proposal -> row(
                        t.money(proposal.line().amount()),
                        t.date(proposal.line().bookingDate()) + " · "
                                + proposal.line().counterparty(),
                        proposal.reasons().stream().map(t::localize).collect(Collectors.joining(" ")),
                        t.localize("bureau.do.bank"),
                        desk.href("banque/" + proposal.line().id())))
                .toList();
    }

    private static List<Cell> row(String what, String sub, String why, String next, String href) {
        return List.of(Cell.text(what, sub), Cell.text(why), Cell.link(next, "", href));
    }
}
