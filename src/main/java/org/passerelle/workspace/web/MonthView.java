package org.passerelle.workspace.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.platform.web.Step;
import org.passerelle.platform.web.Texts;
import org.passerelle.workspace.core.MonthCycle;
import org.passerelle.workspace.core.MonthFacts;
import org.passerelle.workspace.core.NextAction;
import org.passerelle.workspace.core.Stage;

/// « Mon mois », ready to be read.
///
/// @param actionLabel of the button, or empty when there is nothing to do but wait
/// @param tone of the next action: `act`, `wait`, `warn`
public record MonthView(
        String greeting,
        String operatorName,
        String monthName,
        String previous,
        @Nullable String next,
        List<Step> steps,
        String actionTitle,
        String actionText,
        String actionLabel,
        String actionHref,
        String tone,
        Money available,
        Money reserve,
        Money leave,
        Money open,
        String openHint) {

    static MonthView of(MonthFacts facts, LocalDate today, Texts t) {
        var action = MonthCycle.next(facts, today);
        var key = "workspace.next." + action.name();
        var month = facts.month().toString();
        return new MonthView(
                t.localize("workspace.month.hello", facts.firstName()),
                facts.operatorName(),
                t.ofMonth(facts.month()),
                "/mon-mois?mois=" + facts.month().previous(),
                facts.month().compareTo(Month.containing(today)) < 0
                        ? "/mon-mois?mois=" + facts.month().next()
                        : null,
                steps(facts, today, t),
                t.localize(key, t.ofMonth(facts.month())),
                t.localize(key + ".text", detail(facts, action, t)),
                t.has(key + ".label") ? t.localize(key + ".label") : "",
                href(action, month),
                tone(action),
                facts.available(),
                facts.reserve(),
                facts.leave(),
                facts.open(),
                facts.due() == null
                        ? t.localize("workspace.month.nothing.open")
                        : t.localize("workspace.month.due", t.date(facts.due())));
    }

    private static String detail(MonthFacts facts, NextAction action, Texts t) {
        return switch (action) {
            case MEND -> String.valueOf(facts.returnReason());
            case OVERDUE, WAIT_FOR_PAYMENT -> t.money(facts.open());
            default -> "";
        };
    }

    private static String tone(NextAction action) {
        return switch (action) {
            case REPORT, SUBMIT, ISSUE, READ_STATEMENT -> "act";
            case MEND, OVERDUE -> "warn";
            case WAIT_FOR_APPROVAL, WAIT_FOR_PAY, WAIT_FOR_PAYMENT -> "wait";
        };
    }

    private static String href(NextAction action, String month) {
        return switch (action) {
            case REPORT, SUBMIT, MEND, WAIT_FOR_APPROVAL -> "/activite?mois=" + month;
            case ISSUE, WAIT_FOR_PAYMENT, OVERDUE -> "/factures";
            case WAIT_FOR_PAY, READ_STATEMENT -> "/solde?mois=" + month;
        };
    }

    private static List<Step> steps(MonthFacts facts, LocalDate today, Texts t) {
        var now = MonthCycle.stage(facts);
        var steps = new ArrayList<Step>();
        for (var stage : Stage.values()) {
            var state =
                    stage.compareTo(now) < 0 ? Step.State.DONE : stage == now ? Step.State.CURRENT : Step.State.TODO;
            steps.add(new Step(
                    t.localize("workspace.stage." + stage.name()),
                    hint(stage, facts, today, t),
                    state,
                    link(stage, facts)));
        }
        return steps;
    }

    private static String link(Stage stage, MonthFacts facts) {
        return switch (stage) {
            case ACTIVITY -> "/activite?mois=" + facts.month();
            case INVOICE, PAYMENT -> "/factures";
            case PAY -> "/bulletins";
            case STATEMENT -> "/solde?mois=" + facts.month();
        };
    }

    private static String hint(Stage stage, MonthFacts facts, LocalDate today, Texts t) {
        return switch (stage) {
            case ACTIVITY ->
                facts.report() == null
                        ? t.localize("workspace.hint.report.none")
                        : t.localize("workspace.report." + facts.report()) + " · "
                                + t.localize("workspace.days", t.number(facts.worked()));
            case INVOICE ->
                facts.drafts() > 0
                        ? t.localize("workspace.hint.drafts", facts.drafts())
                        : facts.invoices() == 0 ? "" : t.money(facts.invoiced());
            case PAYMENT ->
                facts.invoices() == 0
                        ? ""
                        : facts.isOverdue(today)
                                ? t.localize("workspace.hint.late", t.money(facts.open()))
                                : facts.open().isPositive()
                                        ? t.localize("workspace.hint.open", t.money(facts.open()))
                                        : t.localize("workspace.hint.paid");
            case PAY -> facts.netPaid() == null ? "" : t.money(facts.netPaid());
            case STATEMENT -> "";
        };
    }
}
