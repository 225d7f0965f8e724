package org.passerelle.ledger;

import java.time.LocalDate;
import org.passerelle.kernel.OperatorId;

/// A line was refused because its month is closed (I-7). A late correction goes into the first open month.
public final class MonthClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OperatorId operator;
    private final LocalDate day;

    public MonthClosed(OperatorId operator, LocalDate day) {
        super("the month of " + day + " is closed for operator " + operator);
        this.operator = operator;
        this.day = day;
    }

    public OperatorId operator() {
        return operator;
    }

    public LocalDate day() {
        return day;
    }
}
