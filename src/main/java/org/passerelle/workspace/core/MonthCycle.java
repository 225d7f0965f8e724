package org.passerelle.workspace.core;

import java.time.LocalDate;

/// From what is known of a month to where it stands.
public final class MonthCycle {

    private MonthCycle() {}

    /// The stage that is going on; everything before it is done.
    public static Stage stage(MonthFacts facts) {
        if (facts.netPaid() != null) return Stage.STATEMENT;
        if (!"APPROVED".equals(facts.report())) return Stage.ACTIVITY;
        if (facts.drafts() > 0) return Stage.INVOICE;
        if (facts.open().isPositive()) return Stage.PAYMENT;
        return Stage.PAY;
    }

    /// @param today the legal day in Paris
    public static NextAction next(MonthFacts facts, LocalDate today) {
        return switch (stage(facts)) {
            case ACTIVITY -> beforeApproval(facts);
            case INVOICE -> NextAction.ISSUE;
            case PAYMENT -> facts.isOverdue(today) ? NextAction.OVERDUE : NextAction.WAIT_FOR_PAYMENT;
            case PAY -> NextAction.WAIT_FOR_PAY;
            case STATEMENT -> facts.isOverdue(today) ? NextAction.OVERDUE : NextAction.READ_STATEMENT;
        };
    }

    private static NextAction beforeApproval(MonthFacts facts) {
        var report = facts.report();
        if (report == null) return NextAction.REPORT;
        return switch (report) {
            case "RETURNED" -> NextAction.MEND;
            case "SUBMITTED" -> NextAction.WAIT_FOR_APPROVAL;
            default -> NextAction.SUBMIT;
        };
    }
}
